import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import { lastDay, type Period } from '../kernel/period.ts'
import { loadTrees, type Tree } from '../organisation/tree.ts'
import type { Outcome } from '../rulebook/light.ts'
import { rollColumn, type Walk, walkOf } from '../rulebook/roll-column.ts'
import { roundTo } from '../kernel/number.ts'
import { type Columns, latestPeriods, loadColumns } from './column-store.ts'
import type { Pair } from './figure-store.ts'
import { factorOf, type Series } from './series.ts'
import { childrenIn, withoutHoles } from './standing.ts'

interface Asked {
  readonly series: Series
  readonly nodeId: string
  /** The series' numerator and denominator, where it is a ratio. */
  readonly parts: ReadonlyMap<string, Series>
  /** Who reports the series and its parts. */
  readonly pairs: readonly Pair[]
  readonly tree: Tree
  /** How many of the latest periods. */
  readonly limit: number
}

/**
 * The outcomes of a series at a node that has none of its own, oldest first: each period counted from the units below, in the
 * organisation of that period, so that units that have gone count for their time and those that came later are not missed before it.
 */
export const countedPoints = async (store: Store | Tx, { series, nodeId, parts, pairs, tree, limit }: Asked): Promise<readonly Outcome[]> => {
  const counted = [series, ...(series.overTree === 'ratio' ? [...parts.values()] : [])]
  const told = new Set<Period>()
  for (const { id } of counted) for (const p of await latestPeriods(store, id, limit)) told.add(p)
  const periods = [...told].toSorted().slice(-limit)
  const trees = await loadTrees(
    store,
    periods.map((p) => (lastDay(p) < tree.at ? lastDay(p) : tree.at)),
  )
  const walks = new Map(periods.map((p, i) => [p, walkIn(trees[i] as Tree, nodeId)]))
  const ids = [...new Set([...new Set(walks.values())].flatMap((walk) => walk.ids))]
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const reporting = Map.groupBy(pairs, (p) => p.seriesId)
  const roll = async (of: Series): Promise<(p: Period) => number | null> => {
    const columns: Columns = await loadColumns(store, of.id, ids, periods)
    const reports = new Set((reporting.get(of.id) ?? []).map((p) => p.nodeId))
    return (p) => {
      const walk = walks.get(p) as Walk
      const column = columns.get(p) ?? []
      const values = walk.ids.map((id) => column[placeOf.get(id) as number])
      return rollColumn(walk, { overTree: of.overTree, money: of.money, values, reports: (place) => reports.has(walk.ids[place] as string) }).value
    }
  }
  const below = new Set(ids)
  if (!pairs.some((p) => below.has(p.nodeId))) return []
  if (series.overTree !== 'ratio') {
    const at = await roll(series)
    return withoutHoles(new Map(periods.map((p) => [p, at(p)])), series)
  }
  const [numerator, denominator] = [parts.get(series.numeratorId ?? ''), parts.get(series.denominatorId ?? '')]
  if (!numerator || !denominator) return []
  const [above, under] = [await roll(numerator), await roll(denominator)]
  const share = (p: Period): number | null => {
    const [a, b] = [above(p), under(p)]
    return a === null || b === null || b === 0 ? null : roundTo((a / b) * factorOf(series, numerator), 9)
  }
  return withoutHoles(new Map(periods.map((p) => [p, share(p)])), series)
}

const walkIn = (then: Tree, nodeId: string): Walk => {
  const known = kept.get(then.nodes)?.get(nodeId)
  if (known) return known
  const walk = walkOf(nodeId, childrenIn(then))
  kept.set(then.nodes, (kept.get(then.nodes) ?? new Map<string, Walk>()).set(nodeId, walk))
  return walk
}

/** Walks of trees that are still in use, by what is the same for all days of one organisation: its nodes. */
const kept = new WeakMap<Tree['nodes'], Map<string, Walk>>()
