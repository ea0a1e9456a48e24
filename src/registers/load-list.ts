import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import { choicesFor, type Option } from './choices.ts'
import type { AnyDefinition } from './define.ts'
import type { ListQuery } from './list-query.ts'
import { countList, settleSearch, type Tally, tally } from './list-counts.ts'
import { type ListPage, listEntries } from './list-store.ts'
import type { Looking } from './looking.ts'
import { loadNames, type Names } from './names.ts'
import { fieldOf, namedIn } from './shown.ts'
import { restating, type UnitsToday } from './units-today.ts'

/** A value that the list can be narrowed to, and how many it would leave; null where there are too many to count. */
export interface Counted extends Option {
  readonly n: number | null
  readonly chosen: boolean
}

/** The next date that something has to keep. */
export interface NextDay {
  readonly due: Day
  readonly label: Text
}

/** Everything that a list's page shows. */
export interface LoadedList {
  readonly definition: AnyDefinition
  readonly query: ListQuery
  readonly page: ListPage
  readonly names: Names
  /** By entry. */
  readonly next: ReadonlyMap<string, NextDay>
  /** The whole register, or the part of the chosen bodies: what the opening sentence tells of. */
  readonly whole: Tally
  readonly shown: number
  readonly broken: number
  /** By filter. */
  readonly facets: Readonly<Record<string, readonly Counted[]>>
  /** Where the list is asked for in today's units: who does today what a unit of the time did. */
  readonly unitsToday: UnitsToday | null
}

/** Loads a page of the list, its counts and its filters. `today` of `looking` is the day that lateness is told on. */
export const loadList = async (store: Store, definition: AnyDefinition, asked: ListQuery, tree: Tree, looking: Looking): Promise<LoadedList> => {
  const settled = await settleSearch(store, definition, asked, looking)
  // What is chosen is shown as it was chosen; what is looked for is told for today's units where that is asked.
  const told = asked.restated ? await restating(store, definition, settled, tree) : null
  const query = told?.query ?? settled
  const { body } = query.filters
  const bodies = { search: '', near: false, filters: body ? { body } : {}, broken: false }
  const [page, whole, counts, options] = await Promise.all([
    listEntries(store, definition, query, looking),
    tally(store, definition, bodies, looking),
    countList(store, definition, query, looking),
    filterOptions(store, definition, tree),
  ])
  const data = page.entries.map((e) => e.data)
  const ids = namedIn(definition, data)
  const names = await loadNames(store, { ...ids, nodes: [...ids.nodes, ...page.entries.map((e) => e.nodeId)] })
  const next = await nextDays(
    store,
    page.entries.map((e) => e.id),
  )
  const facets = Object.fromEntries(
    Object.entries(options).map(([name, all]) => [name, countedOptions(all, counts.facets.get(name), settled.filters[name] ?? [])]),
  )
  return { definition, query: settled, page, names, next, whole, shown: counts.shown, broken: counts.broken, facets, unitsToday: told?.unitsToday ?? null }
}

/** Values that would leave nothing are left out, but what is chosen stays in sight. */
const countedOptions = (options: readonly Option[], counts: ReadonlyMap<string, number> | undefined, chosen: readonly string[]): readonly Counted[] =>
  options.map((o) => ({ ...o, n: counts ? (counts.get(o.value) ?? 0) : null, chosen: chosen.includes(o.value) })).filter((o) => o.n !== 0 || o.chosen)

const filterOptions = async (store: Store, definition: AnyDefinition, tree: Tree): Promise<Readonly<Record<string, readonly Option[]>>> => {
  const { filters } = definition.list
  const choices = await choicesFor(store, definition, tree, filters)
  const state = Object.entries(definition.lifecycle.states).map(([value, s]) => ({ value, label: s.words }))
  const body = tree.nodes.map((n) => ({ value: n.id, label: n.name }))
  const fields = filters.map((name): [string, readonly Option[]] => {
    const meta = fieldOf(definition, name)
    return [name, meta?.input === 'choice' ? Object.entries(meta.choices ?? {}).map(([value, label]) => ({ value, label })) : (choices[name] ?? [])]
  })
  return { state, body, ...Object.fromEntries(fields) }
}

/** The earliest open deadline of each thing. */
export const nextDays = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, NextDay>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ thing_id: string; due: Day; label_sv: string; label_en: string }>`
    select distinct on (thing_id) thing_id, due, label_sv, label_en from deadline
     where thing_id = any(${ids}::uuid[]) and done_on is null order by thing_id, due, kind`.execute(store)
  return new Map(rows.map((r) => [r.thing_id, { due: r.due, label: { sv: r.label_sv, en: r.label_en } }]))
}
