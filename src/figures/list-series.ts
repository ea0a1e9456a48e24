import { type Secrets, visibleThing } from '../access/visible.ts'
import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Deps } from '../database/transact.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Light } from '../rulebook/light.ts'
import { type Cursor, countCap, pageSize, writeCursor } from './keyset.ts'
import { selectSeries, standsAlone, toSeries } from './series-store.ts'
import type { SeriesRow } from './standing.ts'
import { recountMoved } from './standing-store.ts'
import { loadRows } from './summary.ts'

export const seriesSorts = ['light', 'name'] as const
export type SeriesSort = (typeof seriesSorts)[number]

export interface SeriesFilter {
  /** The nodes that own the series; null for all. */
  readonly nodeIds: readonly string[] | null
  readonly lights: readonly Light[]
  readonly askedBy: string | null
  readonly search: string
  readonly sort: SeriesSort
  readonly secretsOf: Secrets
}

const filtered = (store: Store, { nodeIds, lights, askedBy, search, secretsOf }: SeriesFilter) => {
  let query = selectSeries(store).innerJoin('series_standing as at', 'at.series_id', 'series.id').where(visibleThing(secretsOf)).where(standsAlone)
  if (nodeIds) query = query.where(sql<boolean>`thing.node_id = any(${[...nodeIds]}::uuid[])`)
  if (lights.length > 0) query = query.where('at.light', 'in', [...lights])
  if (askedBy) query = query.where('series.asked_by', '=', askedBy)
  const words = search.toLowerCase().trim()
  if (words !== '') query = query.where(sql<boolean>`lower(thing.title) like ${`%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`}`)
  return query
}

const pageQuery = (store: Store, filter: SeriesFilter, after: Cursor | null) => {
  let query = filtered(store, filter)
  const [first = '', second = ''] = after?.values ?? []
  if (filter.sort === 'light') {
    if (after && /^[1-4]$/.test(first)) {
      query = query.where(
        sql<boolean>`(at.severity, at.name collate "sv-x-icu", at.series_id) > (${first}::int, ${second} collate "sv-x-icu", ${after.id}::uuid)`,
      )
    }
    query = query.orderBy('at.severity')
  } else if (after) {
    query = query.where(sql<boolean>`(at.name collate "sv-x-icu", at.series_id) > (${second} collate "sv-x-icu", ${after.id}::uuid)`)
  }
  return query
    .select(['at.node_id as standing_node', 'at.severity', 'at.name'])
    .orderBy(sql`at.name collate "sv-x-icu"`)
    .orderBy('at.series_id')
    .limit(pageSize + 1)
}

/** One page of the series that the reader may see, by keyset. Worst light first, or by name. Standings must be fresh (`refreshStandings`). */
export const listSeries = async (
  deps: Deps,
  tree: Tree,
  filter: SeriesFilter,
  after: Cursor | null,
): Promise<{ readonly rows: readonly SeriesRow[]; readonly next: string | null }> => {
  const { store } = deps
  const found = await pageQuery(store, filter, after).execute()
  const shown = found.slice(0, pageSize)
  await recountMoved(
    deps,
    tree,
    shown.map((row) => row.id),
  )
  const last = shown.at(-1)
  const rows = await loadRows(
    store,
    tree,
    shown.map((row) => ({ series: toSeries(row), nodeId: row.standing_node ?? row.node_id })),
  )
  return { rows, next: found.length > pageSize && last ? writeCursor({ values: [String(last.severity), last.name], id: last.id }) : null }
}

/** How many series match, up to the cap. */
export const countSeries = async (store: Store, filter: SeriesFilter): Promise<number> => {
  const row = await store
    .selectFrom(
      filtered(store, filter)
        .clearSelect()
        .select(sql`1`.as('one'))
        .limit(countCap + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** The nodes that have asked for series, for the filter. */
export const askers = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.selectFrom('series').select('asked_by').distinct().where('asked_by', 'is not', null).execute()
  return rows.flatMap((r) => r.asked_by ?? [])
}
