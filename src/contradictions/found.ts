import type { Finding } from '../rulebook/contradictions/finding.ts'

/** A finding on the municipality's own things: where it was looked for, and whose pages shall say it. */
export interface Found {
  /** What was checked, and is told anew as one: 'sum/<series>/<node>/<period>'. Words of a scope are parted by '/'. */
  readonly scope: string
  /** The things whose pages show it, the one it is mostly about first. */
  readonly concerns: readonly string[]
  readonly nodeId: string
  /** Section of OSL, when what it tells of is secret. */
  readonly secrecy: string | null
  readonly finding: Finding
}

/** The same finding tomorrow: its rule and the places it tells of, whatever numbers stand there. */
export const keyOf = ({ rule, cells }: Finding): string => JSON.stringify([rule, cells.map((c) => [c.document, c.table, c.row, c.column, c.statement])])
