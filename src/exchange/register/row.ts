import type { Deps } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import type { Who } from '../../kernel/who.ts'
import type { Tree } from '../../organisation/tree.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import type { Named } from '../import/read-cell.ts'
import type { ChangedRow, Problem } from '../import/problem.ts'
import type { ReadCell } from '../sheet/sheet.ts'
import type { RegisterColumn } from './columns.ts'

/** A row of the file, its cells by column. */
export interface Row {
  readonly no: number
  /** As it stands in the file; '' for a new one. */
  readonly id: string
  cell(column: string): ReadCell
  /** 'C14' */
  name(column: string): string
  has(column: string): boolean
  /** The unit that the column's head states. */
  unit(column: string): string | null
}

/** What rows are read by, without a store. */
export interface Reading {
  readonly definition: AnyDefinition
  readonly columns: readonly RegisterColumn[]
  /** What can be named in each field. */
  readonly named: Readonly<Record<string, readonly Named[]>>
  readonly bodies: readonly Named[]
  readonly today: Day
  /** An identity for what a row makes. */
  nextId(): string
}

/** What reading rows in needs: everything in the one transaction. */
export interface Importing extends Reading {
  readonly deps: Deps
  readonly who: Who
  readonly tree: Tree
}

/** What became of a row: changed, or wrong, or neither. */
export interface RowDone {
  readonly row: ChangedRow | null
  readonly problems: readonly Problem[]
}
