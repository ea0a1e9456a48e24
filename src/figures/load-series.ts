import type { Store } from '../database/connection.ts'
import { lastDay, type Period } from '../kernel/period.ts'
import type { Who } from '../kernel/who.ts'
import type { Day } from '../kernel/day.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { loadSuccessions, loadTimeline } from '../organisation/node-store.ts'
import { type Timeline, treeOn } from '../organisation/timeline.ts'
import type { Tree } from '../organisation/tree.ts'
import { yearBefore } from '../rulebook/notation.ts'
import type { Point } from '../rulebook/variation.ts'
import { contradictionsOn, type Standing } from '../contradictions/standing-store.ts'
import { type Composition, loadComposition } from './composition.tsx'
import { mayWithFigures } from './act.ts'
import type { Figure } from './figure.ts'
import { countedPoints } from './counted-points.ts'
import { figuresAt, newestFigures, reportingPairs } from './figure-store.ts'
import { type Longer, longerPeriods } from './longer.ts'
import { type Override, overridesOf } from './override-store.ts'
import { type Comparison, comparisonOf } from './peers.ts'
import { peopleByIds } from './people.ts'
import type { Series } from './series.ts'
import { seriesByIds } from './series-store.ts'
import { bookOf, homeNode, recordedPoints, rowOf, type SeriesRow, spineOf } from './standing.ts'
import { targetsOf } from './target-store.ts'
import { type Wisher, wishersOf } from './thread-store.ts'
import { type Units, unitsOf } from './units.ts'

/** One period as the page's table shows it. */
export interface Line extends Point {
  readonly figure: Figure | null
}

/** Everything that the page of a series tells, at one node. */
export interface SeriesView {
  readonly series: Series
  readonly nodeId: string
  /** The node whose figures stand for the series, when it is another. */
  readonly homeId: string
  readonly tree: Tree
  readonly timeline: Timeline
  readonly row: SeriesRow
  /** Every period, oldest first. */
  readonly lines: readonly Line[]
  readonly longer: readonly Longer[]
  readonly comparison: Comparison | null
  readonly units: Units | null
  readonly wishers: readonly Wisher[]
  readonly overrides: readonly Override[]
  /** The series that this one is counted from, and those of its range. */
  readonly parts: ReadonlyMap<string, Series>
  readonly people: ReadonlyMap<string, string>
  readonly contradictions: readonly Standing[]
  readonly composition: Composition
  readonly mayRecord: boolean
  readonly mayJudge: boolean
}

/** How far back the shown node is told, and the others beside it; where these are many, only for the few latest periods that they are compared in. */
const [own, recent, many, few] = [1500, 60, 200, 3]

/** Loads it all. `nodeId` null shows the node whose figures stand for the series. */
export const loadSeriesView = async (
  store: Store,
  series: Series,
  { nodeId: wanted, who, today }: { readonly nodeId: string | null; readonly who: Who; readonly today: Day },
): Promise<SeriesView> => {
  const timeline = await loadTimeline(store)
  const tree = treeOn(timeline, today)
  const parts = await seriesByIds(store, [series.numeratorId, series.denominatorId, series.lowId, series.highId])
  const counted = [series.id, series.numeratorId, series.denominatorId].filter((id) => id !== null)
  const pairs = await reportingPairs(store, counted)
  const reporting = pairs.filter((p) => p.seriesId === series.id || (p.seriesId === series.numeratorId && !pairs.some((q) => q.seriesId === series.id)))
  const homeId = homeNode(
    series,
    tree,
    reporting.map((p) => p.nodeId),
  )
  const nodeId = wanted ?? homeId
  const range = [series.lowId, series.highId].filter((id) => id !== null).map((seriesId) => ({ seriesId, nodeId }))
  const here = await newestFigures(store, [...counted.map((seriesId) => ({ seriesId, nodeId })), ...range], own)
  const recorded = recordedPoints(series, nodeId, bookOf(here))
  const points = recorded.length > 0 ? recorded : await countedPoints(store, { series, nodeId, parts, pairs, tree, limit: recent })
  const beside = pairs.filter((p) => p.nodeId !== nodeId)
  // What is counted has no peers; its units are shown for the latest period that has a value.
  const shown = recorded.length > 0 ? points.slice(-few) : points.filter((p) => p.value !== null).slice(-1)
  const near = shown.flatMap(({ period }) => [period, yearBefore(period)])
  const others = beside.length <= many ? await newestFigures(store, beside, recent) : (await figuresAt(store, counted, near)).filter((f) => f.nodeId !== nodeId)
  const book = bookOf([...here, ...others], pairs)
  const spine = spineOf(series, new Map([...parts, [series.id, series]]), book)
  const pair = [{ seriesId: series.id, nodeId }]
  const [targets, overrides, successions] = [await targetsOf(store, pair), await overridesOf(store, pair), await loadSuccessions(store)]
  const row = rowOf(series, nodeId, points, book, targets, overrides)
  const valueOf = (id: string | null, period: Period): number | null => (id ? (book.at(id, nodeId, period)?.value ?? null) : null)
  const lines = points.map(
    (p): Line => ({ ...p, figure: book.at(series.id, nodeId, p.period) ?? null, low: valueOf(series.lowId, p.period), high: valueOf(series.highId, p.period) }),
  )
  const latest = row.points.findLast((p) => p.value !== null)?.period
  const treeAt = (period: Period): Tree => (lastDay(period) < today ? treeOn(timeline, lastDay(period)) : tree)
  const recorders = lines.flatMap(({ figure }) => (figure?.recordedBy.startsWith('person:') ? [figure.recordedBy.slice('person:'.length)] : []))
  return {
    series,
    nodeId,
    homeId,
    tree,
    timeline,
    row,
    lines,
    longer: longerPeriods(spine, nodeId, points),
    comparison: comparisonOf(series, nodeId, book, tree),
    units: latest
      ? unitsOf(series, nodeId, latest, spine, book, { atThatTime: treeAt(latest), atBefore: treeAt(yearBefore(latest)), tree, successions })
      : null,
    wishers: await wishersOf(store, series.id, seesSecretsOf(who, tree, today)),
    overrides,
    parts,
    people: await peopleByIds(store, recorders),
    contradictions: await contradictionsOn(store, [series.id], seesSecretsOf(who, tree, today)),
    composition: await loadComposition(store, series.id),
    mayRecord: mayWithFigures(who, 'figure.record', series, nodeId, tree, today).length === 0,
    mayJudge: mayWithFigures(who, 'light.override', series, nodeId, tree, today).length === 0,
  }
}
