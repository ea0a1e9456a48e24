import { type Selectable, sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { SeriesTable } from '../database/schema.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Series } from './series.ts'

/** The query that every reading of series starts from. Add conditions, then map rows by `toSeries`. */
export const selectSeries = (store: Store | Tx) =>
  store.selectFrom('series').innerJoin('thing', 'thing.id', 'series.id').selectAll('series').select(['thing.node_id', 'thing.secrecy', 'thing.day'])

/** The lowest and highest of a period belong to the series whose range they tell, and are not listed beside it. */
export const standsAlone = sql<boolean>`not exists (select from series w where w.low_id = series.id) and not exists (select from series w where w.high_id = series.id)`

type Row = Selectable<SeriesTable> & { readonly node_id: string; readonly secrecy: string | null; readonly day: string }
const textOf = (sv: string | null, en: string | null): Text | null => (sv === null ? null : { sv, en: en ?? sv })

/** A row of `selectSeries` as a series. */
export const toSeries = (row: Row): Series => ({
  id: row.id,
  slug: row.slug,
  nodeId: row.node_id,
  name: { sv: row.name_sv, en: row.name_en },
  unit: { sv: row.unit_sv, en: row.unit_en },
  money: row.money,
  decimals: row.decimals,
  direction: row.direction,
  overTime: row.over_time,
  overTree: row.over_tree,
  kind: row.period_kind,
  accumulated: row.accumulated,
  numeratorId: row.numerator_id,
  denominatorId: row.denominator_id,
  lowId: row.low_id,
  highId: row.high_id,
  askedBy: row.asked_by,
  purpose: textOf(row.purpose_sv, row.purpose_en),
  readers: textOf(row.readers_sv, row.readers_en),
  source: row.source,
  missing: row.missing,
  secrecy: row.secrecy,
  day: row.day as Day,
})

/** The series with this slug, or undefined. */
export const seriesBySlug = async (store: Store | Tx, slug: string): Promise<Series | undefined> => {
  const row = await selectSeries(store).where('series.slug', '=', slug).executeTakeFirst()
  return row && toSeries(row)
}

/** The series with these ids, by id. Unknown ids are left out. */
export const seriesByIds = async (store: Store | Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Series>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await selectSeries(store).where('series.id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, toSeries(row)]))
}

/** Writes a new series with its thing. Rules are checked before. */
export const insertSeries = async (tx: Tx, s: Series): Promise<void> => {
  await tx
    .insertInto('thing')
    .values({ id: s.id, kind: 'series', register: null, number: null, title: s.name.sv, node_id: s.nodeId, day: s.day, secrecy: s.secrecy })
    .execute()
  await tx
    .insertInto('series')
    .values({
      id: s.id,
      slug: s.slug,
      name_sv: s.name.sv,
      name_en: s.name.en,
      unit_sv: s.unit.sv,
      unit_en: s.unit.en,
      money: s.money,
      decimals: s.decimals,
      direction: s.direction,
      over_time: s.overTime,
      over_tree: s.overTree,
      period_kind: s.kind,
      accumulated: s.accumulated,
      numerator_id: s.numeratorId,
      denominator_id: s.denominatorId,
      low_id: s.lowId,
      high_id: s.highId,
      asked_by: s.askedBy,
      purpose_sv: s.purpose?.sv ?? null,
      purpose_en: s.purpose?.en ?? null,
      readers_sv: s.readers?.sv ?? null,
      readers_en: s.readers?.en ?? null,
      source: s.source,
      missing: s.missing,
    })
    .execute()
}
