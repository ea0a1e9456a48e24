import { refreshSeries } from '../contradictions/refresh.ts'
import { type Deps, transact, type Tx, violates } from '../database/transact.ts'
import { type Day, longDay } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { written } from '../rulebook/notation.ts'
import { type ActOptions, mayWithFigures } from './act.ts'
import { type Figure, type FigureInput, figureRefusals } from './figure.ts'
import { insertFigures, placeOf, standingFigure, standingFigures } from './figure-store.ts'
import { notationOf, type Series } from './series.ts'
import { seriesByIds } from './series-store.ts'
import { words } from './words.ts'

/** What loaders may say beside: whose the figure is and when it was handed in. */
export interface RecordOptions extends ActOptions {
  readonly id?: string
  readonly recordedBy?: string
  readonly recordedOn?: Day
}

/** A figure with the version that its recorder saw; 0 when there was none. */
export type SeenFigure = FigureInput & { readonly seen: number }

/**
 * Records a figure as a new version (law 2). `seen` is the version the recorder saw (0 when there was none); a later one in the store
 * is a conflict that tells both. Of people, those who answer for the node or for the series may.
 */
export const recordFigure = async (deps: Deps, who: Who, input: SeenFigure, options: RecordOptions = {}): Promise<Verdict<Figure>> => {
  try {
    return await transact(deps, { actor: actorFor(who, options), act: 'record figure' }, (tx) => record(tx, deps, who, input, options))
  } catch (error) {
    if (!violates(error, 'figure_series_id_node_id_period_version_key')) throw error
    const [series, standing] = await Promise.all([seriesByIds(deps.store, [input.seriesId]), standingFigure(deps.store, input, input.period)])
    return refused(conflict(series.get(input.seriesId) as Series, standing as Figure))
  }
}

const record = async (tx: Tx, deps: Deps, who: Who, input: SeenFigure, options: RecordOptions): Promise<Verdict<Figure>> => {
  const today = deps.clock.today()
  const series = (await seriesByIds(tx, [input.seriesId])).get(input.seriesId)
  if (!series) return refused({ code: 'figure.series', text: words.unknownSeries })
  const standing = await standingFigure(tx, input, input.period)
  const judged = judge({ deps, who, series, tree: await loadTree(tx, today), options }, input, standing)
  if (!judged.ok) return judged
  await insertFigures(tx, [judged.value])
  await refreshSeries(tx, deps, series.id, { nodeId: input.nodeId, period: input.period })
  return judged
}

/**
 * Records many figures of a series in the caller's transaction, each unit and period once: what each came to, in their order, by the same rules
 * as one. The database is asked as many questions however many they are. The contradictions that they may have made or mended are the
 * caller's to look for, when all is recorded (`refreshSeries`).
 */
export const recordAllFigures = (deps: Deps, who: Who, series: Series, inputs: readonly SeenFigure[]): Promise<readonly Verdict<Figure>[]> =>
  transact(deps, { actor: actorOf(who), act: 'record figure' }, async (tx) => {
    const standing = await standingFigures(tx, series.id, inputs)
    const knows = { deps, who, series, tree: await loadTree(tx, deps.clock.today()), options: {} }
    const verdicts = inputs.map((input) => judge(knows, input, standing.get(placeOf(input)) ?? null))
    await insertFigures(
      tx,
      verdicts.flatMap((verdict) => (verdict.ok ? [verdict.value] : [])),
    )
    return verdicts
  })

interface Knows {
  readonly deps: Deps
  readonly who: Who
  readonly series: Series
  readonly tree: Tree
  readonly options: RecordOptions
}

/** The figure as it is to be written after the one that stands; or everything against it. */
const judge = ({ deps, who, series, tree, options }: Knows, input: SeenFigure, standing: Figure | null): Verdict<Figure> => {
  const today = deps.clock.today()
  const refusals: Refusal[] = []
  if (!options.bySystem) {
    if (!tree.get(input.nodeId)) refusals.push({ code: 'figure.node', field: 'node', text: words.unknownNode })
    refusals.push(...mayWithFigures(who, 'figure.record', series, input.nodeId, tree, today))
  }
  if (standing && standing.version !== input.seen) refusals.push(conflict(series, standing))
  refusals.push(...figureRefusals(series, standing, input))
  if (refusals.length > 0) return refused(...refusals)
  return granted({
    id: options.id ?? deps.ids.next(),
    seriesId: series.id,
    nodeId: input.nodeId,
    period: input.period,
    version: (standing?.version ?? 0) + 1,
    value: input.value,
    missing: input.missing?.trim() || null,
    status: input.status,
    basis: input.basis?.trim() || null,
    source: input.source?.trim() || series.source,
    note: input.note?.trim() || null,
    reason: input.reason?.trim() || null,
    recordedBy: options.recordedBy ?? actorFor(who, options),
    recordedOn: options.recordedOn ?? today,
  })
}

const conflict = (series: Series, standing: Figure): Refusal => {
  const say = (locale: 'sv' | 'en'): string => (standing.value === null ? (standing.missing ?? '–') : written(standing.value, notationOf(series), locale))
  const told = words.standing(say('sv'), say('en'), standing.version, { sv: longDay(standing.recordedOn, 'sv'), en: longDay(standing.recordedOn, 'en') })
  return { code: 'figure.conflict', field: 'value', text: words.conflict(told) }
}
