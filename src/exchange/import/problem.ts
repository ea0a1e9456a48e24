import type { Text } from '../../kernel/text.ts'
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
  /** The list it stands in, where several are read in as one. */
  readonly of?: Text
  /** Is it new, where that is not told by all of it coming from nothing? */
  readonly isNew?: boolean
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
  /** Tells two outcomes apart, where what was seen is what is to be done. */
  readonly digest?: string
}

/** So many changes are shown; all are counted, and all are written or none. */
export const mostShown = 500

/** What is shown of an outcome: its first changes, and how many there are in all. */
export interface ShownOutcome extends Pick<ImportOutcome, 'rows' | 'unchanged' | 'problems' | 'digest'> {
  /** How many rows change. */
  readonly changed: number
  /** How many cells of them. */
  readonly changes: number
}

/** The part of an outcome that fits on a page and is kept with a long file. */
export const shownOf = ({ rows, unchanged, problems, digest }: ImportOutcome): ShownOutcome => ({
  ...(digest === undefined ? {} : { digest }),
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
