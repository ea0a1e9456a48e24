import type { Period } from '../kernel/period.ts'
import type { Tree } from '../organisation/tree.ts'
import { yearBefore } from '../rulebook/notation.ts'
import type { Series } from './series.ts'
import type { Book } from './standing.ts'

/** One bar: a node's value in the common period, and a year before. */
export interface Peer {
  readonly nodeId: string
  readonly value: number
  readonly before: number | null
}
export interface Comparison {
  readonly period: Period
  readonly before: Period
  /** Lowest first where lower is better, else highest first. */
  readonly peers: readonly Peer[]
  /** Where the node stands among all of them, from 1. */
  readonly place: number
  readonly total: number
  /** Nodes that report the series but have no figure for the period. */
  readonly absent: readonly string[]
}

/** More bars than this cannot be read. */
const most = 40

/**
 * The node beside others that report the same series, in the latest period that at least half of them have. Nodes above and below it
 * are not its peers: their figures hold its own. Null with fewer than two.
 */
export const comparisonOf = (series: Series, nodeId: string, book: Book, tree: Tree): Comparison | null => {
  const periods = [...new Set(book.of(series.id, nodeId).map((f) => f.period))].toSorted().toReversed()
  if (periods.length === 0) return null
  const below = new Set(tree.below(nodeId))
  const related = (other: string): boolean => other !== nodeId && (below.has(other) || liesUnder(tree, nodeId, other))
  const reporting = book.nodes(series.id).filter((id) => !related(id))
  const valueOf = (id: string, period: Period): number | null => book.at(series.id, id, period)?.value ?? null
  const has = (id: string, period: Period): boolean => valueOf(id, period) !== null
  const period = periods.find((p) => has(nodeId, p) && reporting.filter((id) => has(id, p)).length >= Math.max(2, reporting.length / 2))
  if (!period) return null
  const before = yearBefore(period)
  const peers = reporting
    .flatMap((id): Peer[] => {
      const value = valueOf(id, period)
      return value === null ? [] : [{ nodeId: id, value, before: valueOf(id, before) }]
    })
    .toSorted((a, b) => (series.direction === 'down' ? a.value - b.value : b.value - a.value))
  const own = peers.findIndex((p) => p.nodeId === nodeId)
  const shown = own < most ? peers.slice(0, most) : [...peers.slice(0, most - 1), ...peers.slice(own, own + 1)]
  return { period, before, peers: shown, place: own + 1, total: peers.length, absent: reporting.filter((id) => !has(id, period)) }
}

/** Does the node lie somewhere under the other? */
const liesUnder = (tree: Tree, nodeId: string, other: string): boolean => {
  for (let at = tree.get(nodeId)?.parentId ?? null; at !== null; at = tree.get(at)?.parentId ?? null) if (at === other) return true
  return false
}
