import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { comparePeriods, type Period } from '../kernel/period.ts'
import type { FigureFact, SeriesFact } from './facts.ts'

interface FigureRow {
  series_id: string
  period: string
  value: number | null
}

/**
 * Series with the figures that had been recorded by `day`, for one node each: the series' own, or else the first of `nodeIds`
 * (the nodes of the thread's targets and frames) that has any. The latest version of each period counts.
 */
export const loadSeriesFacts = async (
  store: Store | Tx,
  ids: readonly string[],
  nodeIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, SeriesFact>> => {
  if (ids.length === 0) return new Map()
  const [series, { rows: figures }] = await Promise.all([
    store.selectFrom('series').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute(),
    sql<FigureRow>`
      with chosen as (
        select s.id as series_id,
               (select f.node_id from figure f
                 where f.series_id = s.id and f.recorded_on <= ${day} and (f.node_id = t.node_id or f.node_id = any(${nodeIds}::uuid[]))
                 order by (f.node_id = any(${nodeIds}::uuid[])) desc, f.node_id limit 1) as node_id
          from series s join thing t on t.id = s.id where s.id = any(${ids}::uuid[])
      )
      select distinct on (f.series_id, f.period) f.series_id, f.period, f.value
        from chosen c join figure f on f.series_id = c.series_id and f.node_id = c.node_id
       where f.recorded_on <= ${day}
       order by f.series_id, f.period, f.version desc`.execute(store),
  ])
  const bySeries = Map.groupBy(figures, (f) => f.series_id)
  return new Map(
    series.map((s): [string, SeriesFact] => [
      s.id,
      {
        slug: s.slug,
        name: { sv: s.name_sv, en: s.name_en },
        unit: { sv: s.unit_sv, en: s.unit_en },
        money: s.money,
        decimals: s.decimals,
        direction: s.direction,
        figures: (bySeries.get(s.id) ?? [])
          .map((f): FigureFact => ({ period: f.period as Period, value: f.value }))
          .sort((a, b) => comparePeriods(a.period, b.period)),
      },
    ]),
  )
}
