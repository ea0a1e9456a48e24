import { type RawBuilder, sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Cursor } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { type EntryRow, toEntry } from './entry-store.ts'
import { countCap, type ListQuery } from './list-query.ts'
import type { Looking } from './looking.ts'
import { fieldValue, gapCondition, searchText, type SortKey, sortKeys } from './sort-keys.ts'

interface Condition {
  readonly test: RawBuilder<unknown>
  readonly onThing: boolean
}

const onEntry = (test: RawBuilder<unknown>): Condition => ({ test, onThing: false })
const onThing = (test: RawBuilder<unknown>): Condition => ({ test, onThing: true })
const state = (definition: AnyDefinition): string[] => Object.entries(definition.lifecycle.states).flatMap(([name, s]) => (s.open ? [name] : []))

const late = (definition: AnyDefinition, today: Day): RawBuilder<unknown> =>
  sql`(entry.due < ${today}::date and entry.state = any(${state(definition)}::text[]))`
const gap = (definition: AnyDefinition, field: string): RawBuilder<unknown> => sql.raw(gapCondition(definition, field))
const broken = (definition: AnyDefinition, today: Day): RawBuilder<unknown> =>
  sql`(${sql.join([late(definition, today), ...definition.gaps.map(({ field }) => gap(definition, field))], sql` or `)})`

/** The column that a filter looks at, as text or id. */
const filterColumn = (name: string): { readonly column: RawBuilder<unknown>; readonly type: RawBuilder<unknown>; readonly onThing: boolean } => {
  if (name === 'state') return { column: sql.ref('entry.state'), type: sql.raw('text'), onThing: false }
  if (name === 'body') return { column: sql.ref('thing.node_id'), type: sql.raw('uuid'), onThing: true }
  return { column: sql.raw(fieldValue(name)), type: sql.raw('text'), onThing: false }
}

/** A word is found inside number or title, or, from five letters, near enough to a word there: 'uppdragen' finds 'uppdrag'. */
const wordFound = (word: string): RawBuilder<unknown> => {
  const inside = sql`${sql.raw(searchText)} like ${`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`
  return word.length < 5 ? inside : sql`(${inside} or ${word} <% ${sql.raw(searchText)})`
}

/** Everything that an entry must fulfil, but for the filter named in `without`. */
const conditions = (
  definition: AnyDefinition,
  query: Pick<ListQuery, 'search' | 'filters' | 'broken'>,
  looking: Looking,
  without?: string,
): readonly Condition[] => {
  const all: Condition[] = [onEntry(sql.raw(`entry.register = '${definition.name}'`))]
  for (const [name, values] of Object.entries(query.filters)) {
    const { column, type, onThing } = filterColumn(name)
    if (name !== without) all.push({ test: sql`${column} = any(${values}::${type}[])`, onThing })
  }
  if (query.broken) all.push(onEntry(broken(definition, looking.today)))
  for (const word of query.search.toLowerCase().split(/\s+/).filter(Boolean)) all.push(onThing(wordFound(word)))
  if (looking.secretsOf !== 'all') {
    const secret = sql`select from thing secret where secret.id = entry.id and secret.kind = 'entry' and ${sql.raw(`secret.register = '${definition.name}'`)} and secret.secrecy is not null`
    all.push(onEntry(sql`not exists (${secret} and secret.node_id <> all(${looking.secretsOf}::uuid[]))`))
  }
  return all
}

const thingToo = (definition: AnyDefinition): RawBuilder<unknown> =>
  sql.raw(`join thing on thing.id = entry.id and thing.kind = 'entry' and thing.register = '${definition.name}'`)

const fromWhere = (definition: AnyDefinition, all: readonly Condition[]): RawBuilder<unknown> =>
  sql`from entry ${all.some((c) => c.onThing) ? thingToo(definition) : sql``} where ${sql.join(
    all.map((c) => c.test),
    sql` and `,
  )}`

const capped = (definition: AnyDefinition, all: readonly Condition[]): RawBuilder<unknown> =>
  sql`(select count(*)::int from (select ${fromWhere(definition, all)} limit ${sql.raw(String(countCap + 1))}) counted)`

export interface ListPage {
  readonly entries: readonly Entry[]
  /** Where the next page begins, or null on the last. */
  readonly next: Cursor | null
}

/** One page of the list. Stable while others write: the order is the sort value and then the id, and a page begins after a row, not at a number. */
export const listEntries = async (store: Store, definition: AnyDefinition, query: ListQuery, looking: Looking): Promise<ListPage> => {
  const { expression, of, type } = sortKeys(definition)[query.sort] as SortKey
  const value = sql.raw(expression)
  const id = sql.ref(`${of}.id`)
  const way = sql.raw(query.descending ? 'desc' : 'asc')
  const all = [...conditions(definition, query, looking)]
  if (query.after)
    all.push(onThing(sql`(${value}, ${id}) ${sql.raw(query.descending ? '<' : '>')} (${query.after.value}::${sql.raw(type)}, ${query.after.id}::uuid)`))
  const { rows } = await sql<EntryRow & { sort_value: string }>`
    select entry.id, entry.register, thing.number, thing.title, thing.node_id, entry.owner_id, entry.state, entry.data, thing.day, entry.due, entry.version,
           entry.clause_id, entry.last_clause_id, entry.parent_id, thing.secrecy, (${value})::text as sort_value
    ${fromWhere(definition, [...all, onThing(sql`true`)])}
    order by ${value} ${way}, ${id} ${way} limit ${query.size + 1}`.execute(store)
  const shown = rows.slice(0, query.size)
  const last = shown.at(-1)
  return { entries: shown.map(toEntry), next: rows.length > query.size && last ? { value: last.sort_value, id: last.id } : null }
}

/** How many there are (a count above `countCap` means more than so), and on how many the thread is broken, by what. */
export interface Tally {
  readonly total: number
  readonly broken: number
  readonly late: number
  readonly gaps: Readonly<Record<string, number>>
}

/** Counts the part of the register that `query` lets through, in one question. */
export const tally = async (
  store: Store,
  definition: AnyDefinition,
  query: Pick<ListQuery, 'search' | 'filters' | 'broken'>,
  looking: Looking,
): Promise<Tally> => {
  const all = conditions(definition, query, looking)
  const count = (test?: RawBuilder<unknown>): RawBuilder<unknown> => capped(definition, test ? [...all, onEntry(test)] : all)
  const gaps = definition.gaps.map(({ field }) => sql`${field}::text, ${count(gap(definition, field))}`)
  const { rows } = await sql<Tally>`
    select ${count()} as total, ${count(broken(definition, looking.today))} as broken, ${count(late(definition, looking.today))} as late,
           json_build_object(${sql.join(gaps, sql`, `)}) as gaps`.execute(store)
  return rows[0] as Tally
}

/** How many entries `query` lets through; above `countCap` it means more than so. */
export const countEntries = async (
  store: Store,
  definition: AnyDefinition,
  query: Pick<ListQuery, 'search' | 'filters' | 'broken'>,
  looking: Looking,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select ${capped(definition, conditions(definition, query, looking))} as n`.execute(store)
  return rows[0]?.n ?? 0
}

/** How many entries each value of a filter would leave, given the other filters; values without any are left out. */
export const facet = async (
  store: Store,
  definition: AnyDefinition,
  query: ListQuery,
  looking: Looking,
  name: string,
  values: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { column, type, onThing } = filterColumn(name)
  const all = [...conditions(definition, query, looking, name), { test: sql`${column} = candidate.value::${type}`, onThing }]
  const { rows } = await sql<{ value: string; n: number }>`
    select candidate.value, counted.n from unnest(${values}::text[]) as candidate(value) cross join lateral (select ${capped(definition, all)} as n) counted
     where counted.n > 0`.execute(store)
  return new Map(rows.map((r) => [r.value, r.n]))
}
