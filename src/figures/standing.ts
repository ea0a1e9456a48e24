import { next, type Period } from '../kernel/period.ts'
import { judge, type Judgement, type Outcome } from '../rulebook/light.ts'
import { yearBefore } from '../rulebook/notation.ts'
import type { Children, Spine } from '../rulebook/rollup.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Figure } from './figure.ts'
import type { Pair } from './figure-store.ts'
import type { Override } from './override-store.ts'
import { factorOf, notationOf, type Series } from './series.ts'
import { type Target, targetFor } from './target.ts'
import { words } from './words.ts'

/** Loaded figures, for looking up. */
export interface Book {
  at(seriesId: string, nodeId: string, period: Period): Figure | undefined
  /** Recorded at the node, oldest first. */
  of(seriesId: string, nodeId: string): readonly Figure[]
  nodes(seriesId: string): readonly string[]
}

/** Puts figures (standing versions) in order. `pairs` tells who reports, where not all of their figures are at hand. */
export const bookOf = (figures: readonly Figure[], pairs: readonly Pair[] = []): Book => {
  const byPair = Map.groupBy(figures, (f) => `${f.seriesId} ${f.nodeId}`)
  const byKey = new Map(figures.map((f) => [`${f.seriesId} ${f.nodeId} ${f.period}`, f]))
  const nodes = Map.groupBy<string, Pair>([...pairs, ...figures], (f) => f.seriesId)
  return {
    at: (seriesId, nodeId, period) => byKey.get(`${seriesId} ${nodeId} ${period}`),
    of: (seriesId, nodeId) => (byPair.get(`${seriesId} ${nodeId}`) ?? []).toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    nodes: (seriesId) => [...new Set((nodes.get(seriesId) ?? []).map((f) => f.nodeId))],
  }
}

/** The series as roll-up sees it. `all` holds its numerator and denominator, where they are known. */
export const spineOf = (series: Series, all: ReadonlyMap<string, Series>, book: Book): Spine => {
  const numerator = series.numeratorId ? all.get(series.numeratorId) : undefined
  const denominator = series.denominatorId ? all.get(series.denominatorId) : undefined
  const reporting = new Set(book.nodes(series.id))
  return {
    overTime: series.overTime,
    overTree: series.overTree,
    kind: series.kind,
    accumulated: series.accumulated,
    money: series.money,
    decimals: series.money ? 0 : series.decimals,
    factor: factorOf(series, numerator),
    ...(numerator && { numerator: spineOf(numerator, all, book) }),
    ...(denominator && { denominator: spineOf(denominator, all, book) }),
    at: (nodeId, period) => book.at(series.id, nodeId, period)?.value ?? null,
    reports: (nodeId) => reporting.has(nodeId),
  }
}

/** The nodes below a node in a tree, as rolling up asks for them. */
export const childrenIn =
  (tree: Tree): Children =>
  (id) =>
    tree.children(id).map((n) => n.id)

/**
 * Whose figures stand for the series: its own body or unit; else the nearest above with figures; else its own, counted from the units
 * below; else any unit that has some. `reporting` are the nodes with figures of the series, or of a ratio's numerator.
 */
export const homeNode = (series: Pick<Series, 'nodeId' | 'overTree'>, tree: Tree, reporting: readonly string[]): string => {
  const above = [series.nodeId]
  for (let parent = tree.get(series.nodeId)?.parentId; parent; parent = tree.get(parent)?.parentId) above.push(parent)
  const nearest = above.find((id) => reporting.includes(id))
  if (nearest) return nearest
  const adds = series.overTree !== 'none' && series.overTree !== 'last'
  const below = tree.below(series.nodeId)
  if (adds && reporting.some((id) => below.includes(id))) return series.nodeId
  return (
    reporting.find((id) => below.includes(id)) ?? reporting.find((id) => tree.get(id) && tree.get(id)?.kind !== 'external') ?? reporting[0] ?? series.nodeId
  )
}

/** The outcomes that are recorded of a series at a node, oldest first, every period between the first and the last. */
export const recordedPoints = (series: Series, nodeId: string, book: Book): readonly Outcome[] =>
  withoutHoles(new Map(book.of(series.id, nodeId).map((f) => [f.period, f.value])), series)

/** Far more than any page shows; guards against a mistyped year. */
const longest = 1500

/** Every period between the first and the last, with null where nothing is told. */
export const withoutHoles = (values: ReadonlyMap<Period, number | null>, { kind }: Pick<Series, 'kind'>): readonly Outcome[] => {
  const known = [...values.keys()].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const periods: Period[] = []
  if (kind !== 'day') for (let p = first; p <= last && periods.length < longest; p = next(p)) periods.push(p)
  return (periods.includes(last) ? periods : known).map((period) => ({ period, value: values.get(period) ?? null }))
}

/** What the light says, what the rule said, and who judged otherwise. */
export interface Judged extends Judgement {
  readonly rule: Judgement
  /** Set only where the standing override says otherwise than the rule. */
  readonly override: Override | null
}

/** A series as it stands at a node: what lists, pages and other rooms show of it. */
export interface SeriesRow {
  readonly series: Series
  readonly nodeId: string
  readonly points: readonly Outcome[]
  /** The latest period that has been told of, even if only to say that the figure is missing. */
  readonly latest: Outcome | null
  /** The recorded figure behind `latest`; null where it is counted from others. */
  readonly figure: Figure | null
  readonly target: Target | null
  readonly judged: Judged
}

/** The light of one period of a series at a node, by the rule and by whoever judged otherwise. `overrides` and `targets` are those of this pair. */
export const judgedAt = (series: Series, points: readonly Outcome[], period: Period, targets: readonly Target[], overrides: readonly Override[]): Judged => {
  const outcome = points.find((p) => p.period === period) ?? { period, value: null }
  const rule = judge({
    outcome,
    previous: previousOf(points, period, series),
    direction: series.direction,
    aim: targetFor(targets, period, series),
    notation: notationOf(series),
  })
  const override = overrides.find((o) => o.period === period) ?? null
  return override && override.light !== rule.light ? { light: override.light, words: rule.words, rule, override } : { ...rule, rule, override: null }
}

/** What the outcome is compared with: the same period a year before; of days, the day told of before. */
export const previousOf = (points: readonly Outcome[], period: Period, { kind }: Pick<Series, 'kind'>): Outcome => {
  const wanted = yearBefore(period)
  const earlier = kind === 'day' ? points.findLast((p) => p.period < period) : points.find((p) => p.period === wanted)
  return earlier ?? { period: wanted, value: null }
}

/** Puts the row together. */
export const rowOf = (
  series: Series,
  nodeId: string,
  points: readonly Outcome[],
  book: Book,
  targets: readonly Target[],
  overrides: readonly Override[],
): SeriesRow => {
  const latest = points.at(-1) ?? null
  const nothing: Judgement = { light: 'unknown', words: words.noFigureYet }
  return {
    series,
    nodeId,
    points,
    latest,
    figure: latest ? (book.at(series.id, nodeId, latest.period) ?? null) : null,
    target: latest ? targetFor(targets, latest.period, series) : null,
    judged: latest ? judgedAt(series, points, latest.period, targets, overrides) : { ...nothing, rule: nothing, override: null },
  }
}
