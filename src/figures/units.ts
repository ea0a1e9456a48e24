import { lastDay, type Period } from '../kernel/period.ts'
import { sharesToday, type Succession } from '../organisation/succession.ts'
import type { Tree } from '../organisation/tree.ts'
import { yearBefore } from '../rulebook/notation.ts'
import { restate } from '../rulebook/restate.ts'
import { type Rolled, rollOverTree, type Spine, valueOf } from '../rulebook/rollup.ts'
import type { Series } from './series.ts'
import { type Book, childrenIn } from './standing.ts'

/** A unit below, with its value: recorded (`parts` 0) or counted from further below. */
export interface UnitLine {
  readonly nodeId: string
  readonly now: Rolled<string>
  readonly before: Rolled<string>
}
export interface Units {
  readonly period: Period
  readonly before: Period
  readonly lines: readonly UnitLine[]
  /** The whole, counted from the units. */
  readonly counted: Rolled<string>
  readonly countedBefore: Rolled<string>
  /** Told for today's units instead of those of the period. */
  readonly restated: boolean
  /** Is there any reorganisation since that would make a difference? */
  readonly canRestate: boolean
}

/**
 * The units right below a node that report the series, and what they come to by its rule: as the organisation was in the period, or
 * restated to the units of `tree` (today's). Null where nobody below reports.
 */
export const unitsOf = (
  series: Series,
  nodeId: string,
  period: Period,
  spine: Spine,
  book: Book,
  {
    atThatTime,
    tree,
    successions,
    restated,
  }: { readonly atThatTime: Tree; readonly tree: Tree; readonly successions: readonly Succession[]; readonly restated: boolean },
): Units | null => {
  const before = yearBefore(period)
  const told = restated ? restatedSpine(series, spine, book, successions, tree, [period, before]) : spine
  const organisation = restated ? tree : atThatTime
  const children = childrenIn(organisation)
  const reports = (id: string): boolean => organisation.below(id).some((below) => told.reports(below) || told.numerator?.reports(below))
  const lines = children(nodeId).filter(reports)
  if (lines.length === 0) return null
  return {
    period,
    before,
    lines: lines.map((id) => ({ nodeId: id, now: valueOf(told, id, period, children), before: valueOf(told, id, before, children) })),
    counted: rollOverTree(told, nodeId, period, children),
    countedBefore: rollOverTree(told, nodeId, before, children),
    restated,
    canRestate: successions.some((s) => s.onDay > lastDay(before) && s.onDay <= tree.at && book.nodes(series.id).includes(s.fromId)),
  }
}

/** The spine with the figures of these periods told for today's units. A ratio's parts are restated, never the ratio itself. */
const restatedSpine = (series: Series, spine: Spine, book: Book, successions: readonly Succession[], tree: Tree, periods: readonly Period[]): Spine => {
  const move = (of: Spine, seriesId: string): Spine => {
    const byPeriod = new Map(
      periods.map((period) => {
        const recorded = new Map(book.nodes(seriesId).flatMap((id) => (book.at(seriesId, id, period) ? [[id, of.at(id, period)] as const] : [])))
        return [
          period,
          restate(recorded, (id) => sharesToday(successions, id, lastDay(period), tree.at), { rule: of.overTree, money: of.money }).values,
        ] as const
      }),
    )
    const now = new Set([...byPeriod.values()].flatMap((values) => [...values.keys()]))
    return { ...of, at: (id, period) => byPeriod.get(period)?.get(id) ?? null, reports: (id) => now.has(id) }
  }
  return {
    ...move(spine, series.id),
    ...(spine.numerator && series.numeratorId && { numerator: move(spine.numerator, series.numeratorId) }),
    ...(spine.denominator && series.denominatorId && { denominator: move(spine.denominator, series.denominatorId) }),
  }
}
