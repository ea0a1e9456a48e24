import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { type Figure, type FigureInput, figureRefusals } from './figure.ts'
import { insertFigures, newestFigures, versionsOf } from './figure-store.ts'
import { seriesByIds } from './series-store.ts'
import { words } from './words.ts'

/** A figure in bulk, with what a loader knows of it. Several versions of one figure stand in their order. */
export interface BulkFigure extends FigureInput {
  readonly id?: string
  /** 'system:<part>', 'person:<id>', or words such as 'controller'. */
  readonly recordedBy: string
  readonly recordedOn: Day
}

const key = (f: Pick<FigureInput, 'seriesId' | 'nodeId' | 'period'>): string => `${f.seriesId} ${f.nodeId} ${f.period}`

/** Beyond this many figures a pair's earlier ones are asked for one by one. */
const loaded = 1500

/**
 * Records many figures in the caller's transaction, by the same rules as one: nothing is written when any is refused, and each refusal
 * names its figure by place in the list (`code` ends with '#<place>'). For loaders and the ledger; whether the caller may is the caller's question.
 */
export const recordFigures = async (tx: Tx, deps: Pick<Deps, 'ids'>, inputs: readonly BulkFigure[]): Promise<Verdict<readonly Figure[]>> => {
  const series = await seriesByIds(
    tx,
    inputs.map((i) => i.seriesId),
  )
  const pairs = [...new Map(inputs.map((i) => [`${i.seriesId} ${i.nodeId}`, { seriesId: i.seriesId, nodeId: i.nodeId }])).values()]
  const earlier = await newestFigures(tx, pairs, loaded)
  const standing = new Map(earlier.map((f) => [key(f), f]))
  const full = new Set([...Map.groupBy(earlier, (f) => `${f.seriesId} ${f.nodeId}`)].filter(([, figures]) => figures.length === loaded).map(([pair]) => pair))
  const refusals: Refusal[] = []
  const figures: Figure[] = []
  for (const [place, input] of inputs.entries()) {
    const of = series.get(input.seriesId)
    if (!of) {
      refusals.push({ code: `figure.series#${place}`, text: words.unknownSeries })
      continue
    }
    const asked = standing.get(key(input)) ?? (full.has(`${input.seriesId} ${input.nodeId}`) ? (await versionsOf(tx, input, input.period))[0] : undefined)
    refusals.push(...figureRefusals(of, asked ?? null, input).map((r) => ({ ...r, code: `${r.code}#${place}` })))
    const figure: Figure = {
      id: input.id ?? deps.ids.next(),
      seriesId: of.id,
      nodeId: input.nodeId,
      period: input.period,
      version: (asked?.version ?? 0) + 1,
      value: input.value,
      missing: input.missing?.trim() || null,
      status: input.status,
      basis: input.basis?.trim() || null,
      source: input.source?.trim() || of.source,
      note: input.note?.trim() || null,
      reason: input.reason?.trim() || null,
      recordedBy: input.recordedBy,
      recordedOn: input.recordedOn,
    }
    standing.set(key(figure), figure)
    figures.push(figure)
  }
  if (refusals.length > 0) return refused(...refusals)
  await insertFigures(tx, figures)
  return granted(figures)
}
