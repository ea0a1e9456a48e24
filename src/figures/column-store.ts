import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Period } from '../kernel/period.ts'

/** Of one series: the standing values of many nodes, period by period, each by the node's place in the list that was asked for. */
export type Columns = ReadonlyMap<Period, readonly (number | null)[]>

/** The series' latest periods, newest first: those that anybody has told of. Steps through the index, one period at a time. */
export const latestPeriods = async (store: Store | Tx, seriesId: string, limit: number): Promise<readonly Period[]> => {
  const { rows } = await sql<{ period: Period }>`
    with recursive step (period, no) as (
      (select period, 1 from figure where series_id = ${seriesId} order by period desc limit 1)
      union all
      select (select f.period from figure f where f.series_id = ${seriesId} and f.period < step.period order by f.period desc limit 1), no + 1
        from step where step.period is not null and no < ${limit})
    select period from step where period is not null`.execute(store)
  return rows.map((row) => row.period)
}

/**
 * The columns of these periods over these nodes. Only the index is read (migration 023a), and each period comes as one row: a year's
 * months over five thousand units are read in some ten milliseconds.
 */
export const loadColumns = async (store: Store | Tx, seriesId: string, nodeIds: readonly string[], periods: readonly Period[]): Promise<Columns> => {
  if (nodeIds.length === 0 || periods.length === 0) return new Map()
  const { rows } = await sql<{ period: Period; told: string }>`
    select f.period, '[' || string_agg(n.place || ',' || coalesce(f.value::float8::text, 'null'), ',') || ']' as told
      from (select distinct on (period, node_id) period, node_id, value from figure
             where series_id = ${seriesId} and period = any(${[...periods]}::text[]) order by period, node_id, version desc) f
      join unnest(${[...nodeIds]}::uuid[]) with ordinality as n (id, place) on n.id = f.node_id
     group by f.period`.execute(store)
  return new Map(
    rows.map(({ period, told }) => {
      const pairs = JSON.parse(told) as readonly (number | null)[]
      const column = nodeIds.map((): number | null => null)
      for (let i = 0; i < pairs.length; i += 2) column[(pairs[i] as number) - 1] = pairs[i + 1] ?? null
      return [period, column]
    }),
  )
}
