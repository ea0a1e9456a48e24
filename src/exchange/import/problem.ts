import type { Refusal } from '../../kernel/refusal.ts'
import { type ReadCell, cellText } from '../sheet/sheet.ts'

/** What is wrong with a file: where, what stood there, and why it is refused. */
export interface Problem {
  /** 'C14', or '' when it is about the file as a whole. */
  readonly cell: string
  readonly stood: string
  readonly refusal: Refusal
}

/** A cell that would change, or that came with a new row. */
export interface Change {
  readonly cell: string
  readonly label: Refusal['text']
  readonly before: string
  readonly after: string
}

/** A row of the file that would change something. */
export interface ChangedRow {
  readonly no: number
  readonly name: string
  /** Address of the page of what is changed; null for what is new. */
  readonly href: string | null
  readonly changes: readonly Change[]
}

/** What a file would do, or has done: nothing is written while there is a problem. */
export interface ImportOutcome {
  readonly rows: readonly ChangedRow[]
  readonly unchanged: number
  readonly problems: readonly Problem[]
  readonly applied: boolean
}

/** So many changes are shown; all are counted, and all are written or none. */
export const mostShown = 500

/** What is shown of an outcome: its first changes, and how many there are in all. */
export interface ShownOutcome extends Pick<ImportOutcome, 'rows' | 'unchanged' | 'problems'> {
  /** How many rows change. */
  readonly changed: number
  /** How many cells of them. */
  readonly changes: number
}

/** The part of an outcome that fits on a page and is kept with a long file. */
export const shownOf = ({ rows, unchanged, problems }: ImportOutcome): ShownOutcome => ({
  rows: rows.slice(0, mostShown),
  unchanged,
  problems,
  changed: rows.length,
  changes: rows.reduce((sum, row) => sum + row.changes.length, 0),
})

/** So many problems are told; then it is the file that is wrong. */
export const mostProblems = 200

/** A refusal as told of a cell: where, what stood there, why it cannot be so. */
export const problemAt = (cell: string, stood: ReadCell | undefined, refusal: Refusal): Problem => ({
  cell,
  stood: stood ? cellText(stood).slice(0, 200) : '',
  refusal,
})
