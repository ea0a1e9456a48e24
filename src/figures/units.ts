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
  /** Null where the unit was not there in the period, or the one before. */
  readonly now: Rolled<string> | null
  readonly before: Rolled<string> | null
}

/** The units below, by node, and the whole counted from them: as the organisation was, or told for today's units. */
export interface Side {
  readonly lines: ReadonlyMap<string, UnitLine>
  readonly whole: { readonly now: Rolled<string>; readonly before: Rolled<string> }
}

export interface Units {
  readonly period: Period
  readonly before: Period
  /** All that have a line on either side, those of the period first. */
  readonly nodeIds: readonly string[]
  /** As it was decided and recorded. */
  readonly decided: Side
  /** Told for the units of today; null where no reorganisation since makes a difference. */
  readonly restated: Side | null
  /** Units of today whose share of an earlier one nobody knows: their restated figures are unknown too. */
  readonly unknown: readonly string[]
}

interface Organisation {
  /** As it was at the end of the period, and of the one before. */
  readonly atThatTime: Tree
  readonly atBefore: Tree
  /** Today's. */
  readonly tree: Tree
  readonly successions: readonly Succession[]
}

/**
 * The units right below a node that report the series, and what they come to by its rule: as the organisation was in the period, and
 * beside it restated to the units of today. Null where nobody below reports.
 */
export const unitsOf = (
  series: Series,
  nodeId: string,
  period: Period,
  spine: Spine,
  book: Book,
  { atThatTime, atBefore, tree, successions }: Organisation,
): Units | null => {
  const before = yearBefore(period)
  const side = (told: Spine, trees: { readonly now: Tree; readonly before: Tree }): Side => {
    const reports = (organisation: Tree, id: string): boolean => organisation.below(id).some((below) => told.reports(below) || told.numerator?.reports(below))
    const below = (organisation: Tree): readonly string[] => childrenIn(organisation)(nodeId).filter((id) => reports(organisation, id))
    const [now, then] = [below(trees.now), below(trees.before)]
    const line = (id: string): UnitLine => ({
      now: now.includes(id) ? valueOf(told, id, period, childrenIn(trees.now)) : null,
      before: then.includes(id) ? valueOf(told, id, before, childrenIn(trees.before)) : null,
    })
    return {
      lines: new Map([...new Set([...now, ...then])].map((id) => [id, line(id)])),
      whole: { now: rollOverTree(told, nodeId, period, childrenIn(trees.now)), before: rollOverTree(told, nodeId, before, childrenIn(trees.before)) },
    }
  }
  const counted = [series.id, series.numeratorId, series.denominatorId].filter((id) => id !== null)
  const moved = successions.some((s) => s.onDay > lastDay(before) && s.onDay <= tree.at && counted.some((id) => book.nodes(id).includes(s.fromId)))
  const decided = side(spine, { now: atThatTime, before: atBefore })
  const restated = moved ? side(restatedSpine(series, spine, book, successions, tree, [period, before]), { now: tree, before: tree }) : null
  const nodeIds = [...new Set([...decided.lines.keys(), ...(restated?.lines.keys() ?? [])])]
  const blind = successions.filter(
    (s) => s.share === null && s.onDay > lastDay(before) && s.onDay <= tree.at && counted.some((id) => book.nodes(id).includes(s.fromId)),
  )
  const unknown = restated ? [...new Set(blind.map((s) => s.toId))] : []
  return nodeIds.length === 0 ? null : { period, before, nodeIds, decided, restated, unknown }
}

/** The spine with the figures of these periods told for today's units. A ratio's parts are restated, never the ratio itself. */
const restatedSpine = (series: Series, spine: Spine, book: Book, successions: readonly Succession[], tree: Tree, periods: readonly Period[]): Spine => {
  const move = (of: Spine, seriesId: string): Spine => {
    const byPeriod = new Map(
      periods.map((period) => {
        const recorded = new Map(book.nodes(seriesId).flatMap((id) => (book.at(seriesId, id, period) ? [[id, of.at(id, period)] as const] : [])))
        return [
          period,
          restate(recorded, (id) => sharesToday(successions, id, lastDay(period), tree.at), { rule: of.overTree, decimals: of.decimals ?? 0 }).values,
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
