import type { Deps } from '../../database/transact.ts'
import type { Refusal, Verdict } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Who } from '../../kernel/who.ts'
import { type ListKind, lists } from './lists.ts'
import type { Row } from './read-list.ts'
import type { ReadRows } from './read-rows.ts'

export interface FieldChange {
  readonly label: Text
  readonly before: string
  readonly after: string
}

/** A row that changes something: of what, and how. `changes` is what differs; something new has what it comes with. */
export interface ChangedRow {
  readonly kind: ListKind
  readonly no: number
  readonly name: string
  readonly isNew: boolean
  readonly changes: readonly FieldChange[]
}

/** Carries out a row; null when it changes nothing. What is wrong with it is told to the row. */
export type RowAct<R> = (deps: Deps, who: Who, read: R, named: ReadRows['named']) => Promise<ChangedRow | null>

/** Tells the act's refusals at the columns they are about. */
export const tellRefusals = (kind: ListKind, row: Row, refusals: readonly Refusal[]): null => {
  const { columns } = lists[kind]
  for (const refusal of refusals) row.wrong(columns.find(({ fields }) => fields?.includes(refusal.field ?? ''))?.id ?? columns[0]?.id ?? '', refusal)
  return null
}

/** The value, or null with the refusals told. */
export const valueOr = <T>(kind: ListKind, row: Row, verdict: Verdict<T>): T | null => (verdict.ok ? verdict.value : tellRefusals(kind, row, verdict.refusals))

/** What differs, without what stays. */
export const differing = (all: readonly FieldChange[]): readonly FieldChange[] => all.filter(({ before, after }) => before !== after)
