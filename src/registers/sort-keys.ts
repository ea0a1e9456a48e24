import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { AnyDefinition } from './define.ts'
import { type FieldMeta, metaOf } from './field.ts'

/** What a list can be sorted by: an expression that is never null (the missing come last), and what its values look like. */
export interface SortKey {
  /** SQL over `entry` or `thing`; the index of the same expression makes a page cost the same however far in it lies. */
  readonly expression: string
  readonly of: 'entry' | 'thing'
  readonly type: 'text' | 'date' | 'numeric'
}

const safe = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new Error(`not a name for SQL: ${JSON.stringify(name)}`)
  return name
}

/** The value of a field as SQL text, null when missing. Indexes and queries must spell it alike. */
export const fieldValue = (field: string): string => `(entry.data ->> '${safe(field)}')`

const byInput = (input: FieldMeta['input'], field: string): SortKey | null => {
  const value = fieldValue(field)
  switch (input) {
    case 'day':
      return { of: 'entry', type: 'text', expression: `coalesce(${value}, '9999-12-31')` }
    case 'amount':
    case 'count':
    case 'number':
      return { of: 'entry', type: 'numeric', expression: `coalesce(${value}::numeric, 1e15)` }
    case 'line':
    case 'choice':
      return { of: 'entry', type: 'text', expression: `(coalesce(${value}, '') collate "sv-x-icu")` }
    default:
      return null
  }
}

/** Everything that the register's list can be sorted by, by the name in the address. */
export const sortKeys = (definition: AnyDefinition): Readonly<Record<string, SortKey>> => {
  const fields = definition.list.columns.flatMap((field) => {
    const key = byInput(metaOf(definition.fields.shape[field] as z.ZodType).input, field)
    return key ? [[field, key] as const] : []
  })
  return {
    due: { of: 'entry', type: 'date', expression: `coalesce(entry.due, date '9999-12-31')` },
    number: { of: 'thing', type: 'text', expression: `lpad(substring(thing.number from '[0-9]+$'), 9, '0')` },
    title: { of: 'thing', type: 'text', expression: `(thing.title collate "sv-x-icu")` },
    ...Object.fromEntries(fields),
  }
}

/** Number and title of entries in one searchable text. */
export const searchText = `lower(coalesce(thing.number, '') || ' ' || thing.title)`

const openState = (definition: AnyDefinition): string =>
  `entry.state in (${Object.entries(definition.lifecycle.states)
    .flatMap(([name, state]) => (state.open ? [`'${safe(name)}'`] : []))
    .join(', ')})`

/** SQL that is true for open entries that have a day to keep. */
export const dueCondition = (definition: AnyDefinition): string => `(entry.due is not null and ${openState(definition)})`

/** SQL that is true for open entries whose value is missing though it should be there. */
export const gapCondition = (definition: AnyDefinition, field: string): string =>
  `(not jsonb_exists(entry.data, '${safe(field)}') and ${openState(definition)})`

/** An index that the definition asks for. Its name holds a digest of what it is, so that a changed one is made anew. */
export interface ListIndex {
  readonly name: string
  readonly sql: string
}

const listIndex = (definition: AnyDefinition, key: string, table: 'entry' | 'thing', what: string, condition = ''): ListIndex => {
  const of = `register = '${safe(definition.name)}'${table === 'thing' ? ` and kind = 'entry'` : ''}`
  // Inside an index the table goes unnamed.
  const body = `on ${table} ${what} where ${of}${condition && ` and ${condition}`}`.replaceAll(/\b(entry|thing)\./g, '')
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 8)
  const name = `list_${definition.name.replaceAll('-', '_').slice(0, 24)}_${key.slice(0, 20)}_${digest}`.toLowerCase()
  return { name, sql: `create index if not exists ${name} ${body}` }
}

/** The indexes of a register's list: one a sort key, one a filter, one for what is late, one a gap, and the search. */
export const listIndexes = (definition: AnyDefinition): readonly ListIndex[] => [
  ...Object.entries(sortKeys(definition)).map(([key, { of, expression }]) => listIndex(definition, key, of, `((${expression}), id)`)),
  ...definition.list.filters.map((field) => listIndex(definition, `by_${field}`, 'entry', `((${fieldValue(field)}), id)`)),
  listIndex(definition, 'late', 'entry', '(due, id)', dueCondition(definition)),
  ...definition.gaps.map(({ field }) => listIndex(definition, `gap_${field}`, 'entry', '(id, due)', gapCondition(definition, field))),
  listIndex(definition, 'search', 'thing', `using gin ((${searchText}) gin_trgm_ops)`),
  listIndex(definition, 'secret', 'thing', '(id)', 'secrecy is not null'),
]
