import type { Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { metaOf } from '../registers/field.ts'
import { words } from './words.ts'
import type { Change } from './history-store.ts'

/** A field that a change touched, with its value before and after as they may be read; null where there was none. */
export interface Touched {
  readonly name: string
  readonly label: Text
  readonly before: string | null
  readonly after: string | null
}

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))

/** Columns that say nothing to a reader: identities and what the program keeps for itself. */
const silent = new Set(['id', 'version', 'steering', 'register'])

const labelOf = (change: Change, name: string): Text => {
  const row = change.after ?? change.before
  const definition = change.relation === 'entry' && typeof row?.['register'] === 'string' ? definitionOf(row['register']) : undefined
  const schema = definition?.fields.shape[name]
  return schema ? metaOf(schema as Parameters<typeof metaOf>[0]).label : words.column(name)
}

/** Columns whose value is a record are opened up, so that each of their fields is told by itself. */
const flat = (row: Row | null): Row =>
  Object.fromEntries(Object.entries(row ?? {}).flatMap(([k, v]) => (['data', 'parts'].includes(k) && isRow(v) ? Object.entries(v) : [[k, v]])))

/** The fields that a change touched, in the order of the row. Empty values are left out of a new row. */
export const touched = (change: Change): readonly Touched[] => {
  const [before, after] = [flat(change.before), flat(change.after)]
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return names
    .filter((name) => !silent.has(name) && shown(before[name]) !== shown(after[name]))
    .map((name) => ({ name, label: labelOf(change, name), before: shown(before[name]), after: shown(after[name]) }))
}
