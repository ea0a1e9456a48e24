import { type RawBuilder, sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { AnyDefinition } from './define.ts'
import { broken, capped, type Condition, conditions, filterColumn, fromWhere, gap, late, onEntry, type Part } from './list-conditions.ts'
import { countCap, filterNames, type ListQuery } from './list-query.ts'
import type { Looking } from './looking.ts'

/** How many there are (a count above `countCap` means more than so), and on how many the thread is broken, by what. */
export interface Tally {
  readonly total: number
  readonly broken: number
  readonly late: number
  readonly gaps: Readonly<Record<string, number>>
}

const most = sql.raw(String(countCap + 1))

/**
 * Each way of being broken has its index, and is asked for along it; an entry that is so in two ways is counted in the first. Counted so, and
 * not gathered and told apart, it stops when enough are found.
 */
const cappedBroken = (definition: AnyDefinition, all: readonly Condition[], looking: Looking): RawBuilder<unknown> => {
  // A gap counts in open entries alone, as a day does: of those a day that has passed is all that makes them late.
  const passed = onEntry(sql`(entry.due < ${looking.today}::date) is not true`)
  const gaps = definition.gaps.map(({ field }) => gap(definition, field))
  const each = [
    sql`(select ${fromWhere(definition, [...all, onEntry(late(definition, looking.today))])})`,
    ...gaps.map((test, i) => {
      const before = gaps.slice(0, i).map((other) => onEntry(sql`${other} is not true`))
      return sql`(select ${fromWhere(definition, [...all, onEntry(test), passed, ...before])})`
    }),
  ]
  return sql`(select count(*)::int from (select from (${sql.join(each, sql` union all `)}) either limit ${most}) counted)`
}

/** Counts the part of the register that `part` lets through, in one question. */
export const tally = async (store: Store, definition: AnyDefinition, part: Part, looking: Looking): Promise<Tally> => {
  const all = conditions(definition, part, looking)
  const count = (test: RawBuilder<unknown>): RawBuilder<unknown> => capped(definition, [...all, onEntry(test)])
  const gaps = definition.gaps.map(({ field }) => sql`${field}::text, ${count(gap(definition, field))}`)
  const { rows } = await sql<Tally>`
    select ${capped(definition, all)} as total, ${cappedBroken(definition, all, looking)} as broken, ${count(late(definition, looking.today))} as late,
           json_build_object(${sql.join(gaps, sql`, `)}) as gaps`.execute(store)
  return rows[0] as Tally
}

/** How many entries `part` lets through; above `countCap` it means more than so. */
export const countEntries = async (store: Store, definition: AnyDefinition, part: Part, looking: Looking): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select ${capped(definition, conditions(definition, part, looking))} as n`.execute(store)
  return rows[0]?.n ?? 0
}

/** The search as it is to be done: for what is near when nothing holds the words as they stand. */
export const settleSearch = async (store: Store, definition: AnyDefinition, query: ListQuery, looking: Looking): Promise<ListQuery> => {
  if (query.search === '') return query
  const { rows } = await sql<{ found: boolean }>`select exists (select ${fromWhere(definition, conditions(definition, query, looking))}) as found`.execute(
    store,
  )
  return rows[0]?.found ? query : { ...query, near: true }
}

/** What a list tells of its selection: how many, on how many the thread is broken, and how many each value of a filter would leave. */
export interface ListCounts {
  readonly shown: number
  readonly broken: number
  /** By filter, given the other filters. Absent where there are more than `countCap` to count. */
  readonly facets: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * Counts a selection. Up to `countCap` entries are counted in full, in one question for all filters that are not in use and one for
 * each that is; of more than so only the states, which have an index of their own, and only while nothing narrows the register.
 */
export const countList = async (store: Store, definition: AnyDefinition, query: ListQuery, looking: Looking): Promise<ListCounts> => {
  const names = filterNames(definition)
  const used = names.filter((name) => query.filters[name])
  const whole = await grouped(
    store,
    definition,
    query,
    looking,
    names.filter((name) => !used.includes(name)),
  )
  const others = await Promise.all(used.map((name) => grouped(store, definition, query, looking, [name], name)))
  const facets = new Map([...whole.facets, ...others.flatMap((o) => [...o.facets])])
  const narrowed = query.search !== '' || query.broken || used.some((name) => name !== 'state')
  if (!narrowed && !facets.has('state')) facets.set('state', await states(store, definition, looking))
  const shown = whole.total
  const { rows } =
    shown > countCap
      ? await sql<{ n: number }>`select ${cappedBroken(definition, conditions(definition, query, looking), looking)} as n`.execute(store)
      : { rows: [] }
  return { shown, broken: rows[0]?.n ?? whole.broken, facets }
}

interface Grouped {
  readonly total: number
  readonly broken: number
  readonly facets: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The selection found once (but for the filter `without`), and counted by each of the filters named. */
const grouped = async (
  store: Store,
  definition: AnyDefinition,
  query: Part,
  looking: Looking,
  names: readonly string[],
  without?: string,
): Promise<Grouped> => {
  const all = conditions(definition, query, looking, without)
  const { rows: counted } = await sql<{ n: number }>`select ${capped(definition, all)} as n`.execute(store)
  const total = counted[0]?.n ?? 0
  if (total === 0 || total > countCap) return { total, broken: 0, facets: total === 0 ? new Map(names.map((name) => [name, new Map()])) : new Map() }
  const columns = names.filter((name) => name !== 'body').map((name) => sql`, ${filterColumn(name).column} as ${sql.ref(name)}`)
  const groups = names.map((name) =>
    name === 'body'
      ? sql`select 'body' as name, thing.node_id::text as value, count(*)::int as n from matched join thing on thing.id = matched.id group by thing.node_id`
      : sql`select ${name}::text as name, ${sql.ref(name)} as value, count(*)::int as n from matched group by ${sql.ref(name)}`,
  )
  const { rows } = await sql<{ name: string; value: string | null; n: number }>`
    with matched as materialized (select entry.id, ${broken(definition, looking.today)} as broken ${sql.join(columns, sql``)} ${fromWhere(definition, all)} limit ${most})
    ${sql.join([sql`select '' as name, null as value, (count(*) filter (where broken))::int as n from matched`, ...groups], sql` union all `)}`.execute(store)
  const facets = new Map(names.map((name) => [name, new Map(rows.flatMap((r) => (r.name === name && r.value !== null ? [[r.value, r.n]] : [])))]))
  return { total, broken: rows.find((r) => r.name === '')?.n ?? 0, facets }
}

const states = async (store: Store, definition: AnyDefinition, looking: Looking): Promise<ReadonlyMap<string, number>> => {
  const names = Object.keys(definition.lifecycle.states)
  const all = [...conditions(definition, { search: '', near: false, filters: {}, broken: false }, looking), onEntry(sql`entry.state = candidate.name`)]
  const { rows } = await sql<{ name: string; n: number }>`
    select candidate.name, counted.n from unnest(${names}::text[]) as candidate(name) cross join lateral (select ${capped(definition, all)} as n) counted`.execute(
    store,
  )
  return new Map(rows.map((r) => [r.name, r.n]))
}
