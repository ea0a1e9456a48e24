import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { lastDay, type Period } from '../kernel/period.ts'
import { notationOf } from '../figures/series.ts'
import { judgedAt, type SeriesRow } from '../figures/standing.ts'
import { seriesSummary } from '../figures/summary.ts'
import type { Outcome } from '../rulebook/light.ts'
import type { SeriesFact } from './facts.ts'

/** Series as they stood on `day`: the figures that had been recorded by then, judged by the same rule as on their own pages. `today` is the day of the organisation. */
export const loadSeriesFacts = async (store: Store | Tx, ids: readonly string[], day: Day, today: Day): Promise<ReadonlyMap<string, SeriesFact>> => {
  if (ids.length === 0) return new Map()
  const rows = await seriesSummary(store, { seriesIds: ids, today, limit: ids.length })
  const known = day < today ? await recordedBy(store, ids, day) : null
  return new Map(rows.map((row) => [row.series.id, factOf(known ? asKnown(row, known, day) : row)]))
}

const factOf = (row: SeriesRow): SeriesFact => ({
  slug: row.series.slug,
  name: row.series.name,
  unit: row.series.unit,
  notation: notationOf(row.series),
  outcome: row.points.findLast((p) => p.value !== null) ?? null,
  judged: { light: row.judged.light, words: row.judged.words },
  target: row.target && { rule: row.target.rule, period: row.target.period, value: row.target.value },
})

type Known = ReadonlyMap<string, number | null>

/** The value of each series, node and period, in the latest version recorded by the day. */
const recordedBy = async (store: Store | Tx, ids: readonly string[], day: Day): Promise<Known> => {
  const { rows } = await sql<{ series_id: string; node_id: string; period: string; value: number | null }>`
    select distinct on (series_id, node_id, period) series_id, node_id, period, value from figure
     where series_id = any(${ids}::uuid[]) and recorded_on <= ${day} order by series_id, node_id, period, version desc`.execute(store)
  return new Map(rows.map((r) => [`${r.series_id} ${r.node_id} ${r.period}`, r.value]))
}

/** The row with the figures of an earlier day. Where its values are counted from others, those of periods that had ended are kept. */
const asKnown = (row: SeriesRow, known: Known, day: Day): SeriesRow => {
  const key = (p: Period): string => `${row.series.id} ${row.nodeId} ${p}`
  const recorded = row.figure !== null
  const points = row.points.flatMap((p): readonly Outcome[] => {
    if (recorded) return known.has(key(p.period)) ? [{ period: p.period, value: known.get(key(p.period)) ?? null }] : []
    return lastDay(p.period) < day ? [p] : []
  })
  const latest = points.at(-1) ?? null
  const judged = latest ? judgedAt(row.series, points, latest.period, row.target ? [row.target] : [], []) : { ...row.judged, light: 'unknown' as const }
  return { ...row, points, latest, judged }
}
