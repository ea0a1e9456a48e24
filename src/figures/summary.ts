import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { countedPoints } from './counted-points.ts'
import { newestFigures, reportingPairs } from './figure-store.ts'
import { overridesOf } from './override-store.ts'
import type { Series } from './series.ts'
import { selectSeries, seriesByIds, standsAlone, toSeries } from './series-store.ts'
import { keptPoints, pairKey } from './kept-points.ts'
import { bookOf, homeNode, type Judged, judgedAt, recordedPoints, rowOf, type SeriesRow } from './standing.ts'
import { targetsOf } from './target-store.ts'

/** Periods that a sparkline shows: two years of months and what they are compared with. */
const recent = 26

interface Want {
  readonly series: Series
  readonly nodeId: string
}

/** The rows of these series at these nodes, in the order asked. Six queries, and some more for each that is counted from the units below and not kept as it was counted before. `periods` is how far back. */
export const loadRows = async (store: Store | Tx, tree: Tree, wants: readonly Want[], periods: number = recent): Promise<readonly SeriesRow[]> => {
  const asked = wants.map(({ series, nodeId }) => ({ seriesId: series.id, nodeId }))
  const own = await newestFigures(store, asked, periods)
  const has = new Set(own.map(pairKey))
  const below = asked.filter((pair) => !has.has(pairKey(pair)))
  const kept = periods === recent ? await keptPoints(store, tree, below) : new Map<string, SeriesRow['points']>()
  const anew = new Set(below.map(pairKey).filter((key) => !kept.has(key)))
  const counted = wants.filter(({ series, nodeId }) => anew.has(pairKey({ seriesId: series.id, nodeId }))).map((w) => w.series)
  const parts = await seriesByIds(
    store,
    counted.flatMap((s) => [s.numeratorId, s.denominatorId]),
  )
  const pairs = await reportingPairs(store, [...counted.map((s) => s.id), ...parts.keys()])
  const book = bookOf(own)
  const targets = Map.groupBy(await targetsOf(store, asked), pairKey)
  const overrides = Map.groupBy(await overridesOf(store, asked), pairKey)
  const rows: SeriesRow[] = []
  for (const { series, nodeId } of wants) {
    const key = pairKey({ seriesId: series.id, nodeId })
    const own = { series, nodeId, tree, limit: periods, parts: partsOf(series, parts), pairs: pairs.filter((p) => isOf(series, p.seriesId)) }
    const points = has.has(key) ? recordedPoints(series, nodeId, book) : (kept.get(key) ?? (await countedPoints(store, own)))
    rows.push(rowOf(series, nodeId, points, book, targets.get(key) ?? [], overrides.get(key) ?? []))
  }
  return rows
}

const isOf = (series: Series, id: string): boolean => id === series.id || id === series.numeratorId || id === series.denominatorId
const partsOf = (series: Series, all: ReadonlyMap<string, Series>): ReadonlyMap<string, Series> => new Map([...all].filter(([id]) => isOf(series, id)))

/** Which node's figures stand for each of these series. */
export const homeNodes = async (store: Store | Tx, tree: Tree, series: readonly Series[]): Promise<readonly Want[]> => {
  const pairs = await reportingPairs(
    store,
    series.flatMap((s) => [s.id, ...(s.numeratorId ? [s.numeratorId] : [])]),
  )
  const bySeries = Map.groupBy(pairs, (p) => p.seriesId)
  const nodesOf = (id: string | null): readonly string[] => (id === null ? [] : (bySeries.get(id) ?? []).map((p) => p.nodeId))
  return series.map((s) => ({ series: s, nodeId: homeNode(s, tree, nodesOf(s.id).length > 0 ? nodesOf(s.id) : nodesOf(s.numeratorId)) }))
}

export interface SummaryAsk {
  readonly nodeId?: string
  readonly seriesIds?: readonly string[]
  readonly today: Day
  readonly limit?: number
  /** Nodes whose secrets the reader may see; none unless told. */
  readonly secretsOf?: Secrets
}

/**
 * How series stand, for other rooms: those with the given ids, or those that a node and the units below it own (at most `limit`, by name).
 * Each row has its latest outcomes (`points`, oldest first), target, light and words.
 * Asked by node, series that only tell the range of another are left out.
 */
export const seriesSummary = async (store: Store | Tx, { nodeId, seriesIds, today, limit = 50, secretsOf = [] }: SummaryAsk): Promise<readonly SeriesRow[]> => {
  const tree = await loadTree(store, today)
  let query = selectSeries(store).where(visibleThing(secretsOf)).orderBy('series.name_sv').limit(limit)
  if (nodeId) query = query.where('thing.node_id', 'in', [...tree.below(nodeId)]).where(standsAlone)
  if (seriesIds) {
    if (seriesIds.length === 0) return []
    query = query.where('series.id', 'in', [...seriesIds])
  }
  const series = (await query.execute()).map(toSeries)
  return loadRows(store, tree, await homeNodes(store, tree, series))
}

/** The light of one period of a series at a node. Of the latest periods only (`seriesSummary` shows which). */
export const lightOf = async (
  store: Store | Tx,
  { seriesId, nodeId, period, today }: { readonly seriesId: string; readonly nodeId: string; readonly period: Period; readonly today: Day },
): Promise<Judged | null> => {
  const series = (await seriesByIds(store, [seriesId])).get(seriesId)
  if (!series) return null
  const tree = await loadTree(store, today)
  const [row] = await loadRows(store, tree, [{ series, nodeId }], 1500)
  const pairs = [{ seriesId, nodeId }]
  return row ? judgedAt(series, row.points, period, await targetsOf(store, pairs), await overridesOf(store, pairs)) : null
}
