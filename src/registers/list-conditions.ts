import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { AnyDefinition } from './define.ts'
import { countCap, type ListQuery } from './list-query.ts'
import type { Looking } from './looking.ts'
import { dueCondition, fieldValue, gapCondition, searchText } from './sort-keys.ts'

/** What part of the register is asked for, whatever the order. */
export type Part = Pick<ListQuery, 'search' | 'near' | 'filters' | 'broken'>

/** A condition, and whether it looks at `thing`. */
export interface Condition {
  readonly test: RawBuilder<unknown>
  readonly onThing: boolean
}

/** A condition on the columns of the entry alone. */
export const onEntry = (test: RawBuilder<unknown>): Condition => ({ test, onThing: false })
const onThing = (test: RawBuilder<unknown>): Condition => ({ test, onThing: true })
/** Its date has passed in a state where it counts. */
export const late = (definition: AnyDefinition, today: Day): RawBuilder<unknown> => sql`(entry.due < ${today}::date and ${sql.raw(dueCondition(definition))})`
/** A field that ought to be filled is not. */
export const gap = (definition: AnyDefinition, field: string): RawBuilder<unknown> => sql.raw(gapCondition(definition, field))
/** Every way in which an entry's thread can be broken. */
const breaksOf = (definition: AnyDefinition, today: Day): RawBuilder<unknown>[] => [
  late(definition, today),
  ...definition.gaps.map(({ field }) => gap(definition, field)),
]
/** Something of it is late or lacking: what the list marks red. */
export const broken = (definition: AnyDefinition, today: Day): RawBuilder<unknown> => sql`(${sql.join(breaksOf(definition, today), sql` or `)})`

/** The column that a filter looks at, as text or id. */
export const filterColumn = (name: string): { readonly column: RawBuilder<unknown>; readonly type: RawBuilder<unknown>; readonly onThing: boolean } => {
  if (name === 'state') return { column: sql.ref('entry.state'), type: sql.raw('text'), onThing: false }
  if (name === 'body') return { column: sql.ref('thing.node_id'), type: sql.raw('uuid'), onThing: true }
  return { column: sql.raw(fieldValue(name)), type: sql.raw('text'), onThing: false }
}

/** A word is found inside number or title; when the search is for what is near, also near enough to a word there: 'uppdragen' finds 'uppdrag'. */
const wordFound = (word: string, near: boolean): RawBuilder<unknown> => {
  const inside = sql`${sql.raw(searchText)} like ${`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`
  return near && /^\p{L}{5,}$/u.test(word) ? sql`(${inside} or ${word} <% ${sql.raw(searchText)})` : inside
}

/** The entry is open, or a secret of nodes whose secrets the reader sees. Where most are open, the few hidden ones are found once and left out. */
const visible = (definition: AnyDefinition, secretsOf: readonly string[]): Condition =>
  definition.secrecy === null
    ? onEntry(sql`entry.id not in (select hidden.id from thing hidden where hidden.kind = 'entry' and ${sql.raw(`hidden.register = '${definition.name}'`)}
                                     and hidden.secrecy is not null and hidden.node_id <> all(${secretsOf}::uuid[]))`)
    : onThing(sql`(thing.secrecy is null or thing.node_id = any(${secretsOf}::uuid[]))`)

/** Everything that an entry must fulfil, but for the filter named in `without`. */
export const conditions = (definition: AnyDefinition, query: Part, looking: Looking, without?: string): readonly Condition[] => {
  const all: Condition[] = [onEntry(sql.raw(`entry.register = '${definition.name}'`))]
  for (const [name, values] of Object.entries(query.filters)) {
    const { column, type, onThing } = filterColumn(name)
    if (name !== without) all.push({ test: sql`${column} = any(${values}::${type}[])`, onThing })
  }
  if (query.broken) all.push(onEntry(broken(definition, looking.today)))
  for (const word of query.search.toLowerCase().split(/\s+/).filter(Boolean)) all.push(onThing(wordFound(word, query.near)))
  if (looking.secretsOf !== 'all') all.push(visible(definition, looking.secretsOf))
  return all
}

const thingToo = (definition: AnyDefinition): RawBuilder<unknown> =>
  sql.raw(`join thing on thing.id = entry.id and thing.kind = 'entry' and thing.register = '${definition.name}'`)

/** The rows that fulfil the conditions; joined with `thing` only where one of them is about it. */
export const fromWhere = (definition: AnyDefinition, all: readonly Condition[]): RawBuilder<unknown> =>
  sql`from entry ${all.some((c) => c.onThing) ? thingToo(definition) : sql``} where ${sql.join(
    all.map((c) => c.test),
    sql` and `,
  )}`

/** A count that stops just above `countCap`. */
export const capped = (definition: AnyDefinition, all: readonly Condition[]): RawBuilder<unknown> =>
  sql`(select count(*)::int from (select ${fromWhere(definition, all)} limit ${sql.raw(String(countCap + 1))}) counted)`
