import { type Selectable, sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { FigureTable } from '../database/schema.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { Figure } from './figure.ts'

/** A series at a node. */
export interface Pair {
  readonly seriesId: string
  readonly nodeId: string
}

type Row = Selectable<FigureTable>

const toFigure = (row: Row): Figure => ({
  id: row.id,
  seriesId: row.series_id,
  nodeId: row.node_id,
  period: row.period as Period,
  version: row.version,
  value: row.value,
  missing: row.missing,
  status: row.status,
  basis: row.basis,
  source: row.source,
  note: row.note,
  reason: row.reason,
  recordedBy: row.recorded_by,
  recordedOn: row.recorded_on as Day,
})

const columns = sql`f.id, f.series_id, f.node_id, f.period, f.version, f.value, f.missing, f.status, f.basis, f.source, f.note, f.reason, f.recorded_by, f.recorded_on`

/**
 * The standing (latest) versions of the `limit` latest periods of each pair, oldest first. Walks the unique index backwards and stops,
 * so that neither many versions nor many periods cost.
 */
export const newestFigures = async (store: Store | Tx, pairs: readonly Pair[], limit: number): Promise<readonly Figure[]> => {
  if (pairs.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns}
    from unnest(${pairs.map((p) => p.seriesId)}::uuid[], ${pairs.map((p) => p.nodeId)}::uuid[]) as want (series_id, node_id)
    cross join lateral (
      select distinct on (g.period) g.* from figure g
      where g.series_id = want.series_id and g.node_id = want.node_id
      order by g.period desc, g.version desc
      limit ${limit}
    ) f
    order by f.series_id, f.node_id, f.period`.execute(store)
  return rows.map(toFigure)
}

/** The standing versions of these periods, whoever told them. */
export const figuresAt = async (store: Store | Tx, seriesIds: readonly string[], periods: readonly Period[]): Promise<readonly Figure[]> => {
  const { rows } = await sql<Row>`
    select distinct on (f.series_id, f.period, f.node_id) ${columns} from figure f
     where f.series_id = any(${[...seriesIds]}::uuid[]) and f.period = any(${[...periods]}::text[])
     order by f.series_id, f.period, f.node_id, f.version desc`.execute(store)
  return rows.map(toFigure)
}

/** The standing version of one figure, or null. */
export const standingFigure = async (store: Store | Tx, { seriesId, nodeId }: Pair, period: Period): Promise<Figure | null> => {
  const [row] = await store
    .selectFrom('figure')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('node_id', '=', nodeId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .execute()
  return row ? toFigure(row) : null
}

/** What a figure of a series is known by: its unit and period. */
interface Place {
  readonly nodeId: string
  readonly period: Period
}
export const placeOf = ({ nodeId, period }: Place): string => `${nodeId} ${period}`

/** The standing versions of the figures of a series at these units and periods, by `placeOf`. */
export const standingFigures = async (store: Store | Tx, seriesId: string, places: readonly Place[]): Promise<ReadonlyMap<string, Figure>> => {
  const { rows } = await sql<Row>`
    select ${columns} from unnest(${places.map((p) => p.nodeId)}::uuid[], ${places.map((p) => p.period)}::text[]) want (node_id, period)
     cross join lateral (select * from figure g where g.series_id = ${seriesId}::uuid and g.node_id = want.node_id and g.period = want.period
                          order by g.version desc limit 1) f`.execute(store)
  return new Map(rows.map(toFigure).map((figure) => [placeOf(figure), figure]))
}

/** Every version of one figure, the latest first. */
export const versionsOf = async (store: Store | Tx, { seriesId, nodeId }: Pair, period: Period): Promise<readonly Figure[]> => {
  const rows = await store
    .selectFrom('figure')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('node_id', '=', nodeId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toFigure)
}

/** The figure with this id, any version. */
export const figureById = async (store: Store | Tx, id: string): Promise<Figure | null> => {
  const row = await store.selectFrom('figure').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toFigure(row) : null
}

/** Which nodes have figures of which series. Steps through the index from node to node, however many figures each has. */
export const reportingPairs = async (store: Store | Tx, seriesIds: readonly string[]): Promise<readonly Pair[]> => {
  if (seriesIds.length === 0) return []
  const { rows } = await sql<{ series_id: string; node_id: string }>`
    select s.id as series_id, r.node_id from unnest(${[...new Set(seriesIds)]}::uuid[]) as s (id)
    cross join lateral (
      with recursive step (node_id) as (
        (select node_id from figure where series_id = s.id order by node_id limit 1)
        union all
        select (select f.node_id from figure f where f.series_id = s.id and f.node_id > step.node_id order by f.node_id limit 1) from step where step.node_id is not null)
      select node_id from step where node_id is not null) r`.execute(store)
  return rows.map((r) => ({ seriesId: r.series_id, nodeId: r.node_id }))
}

/** Writes versions as they are, in chunks; the database refuses a version that is already there. */
export const insertFigures = async (tx: Tx, figures: readonly Figure[]): Promise<void> => {
  for (let i = 0; i < figures.length; i += 1000) {
    await tx
      .insertInto('figure')
      .values(
        figures.slice(i, i + 1000).map((f) => ({
          id: f.id,
          series_id: f.seriesId,
          node_id: f.nodeId,
          period: f.period,
          version: f.version,
          value: f.value,
          missing: f.missing,
          status: f.status,
          basis: f.basis,
          source: f.source,
          note: f.note,
          reason: f.reason,
          recorded_by: f.recordedBy,
          recorded_on: f.recordedOn,
        })),
      )
      .execute()
  }
}
