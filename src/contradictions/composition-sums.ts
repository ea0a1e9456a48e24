import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { isPeriod, type Period } from '../kernel/period.ts'
import { findContradictions } from '../rulebook/contradictions/find-contradictions.ts'
import { spineMaterial } from '../rulebook/contradictions/spine.ts'
import type { Found } from './found.ts'
import { type SpineSeries, seriesOf, unitOf } from './spine-series.ts'

/** One node and period of the spine; all of them where none is given. */
export interface At {
  readonly nodeId: string
  readonly period: Period
}

interface Row {
  readonly series_id: string
  readonly node_id: string
  readonly period: string
  readonly basis: string | null
  readonly value: number | null
}

/** The latest version of each figure for each basis it was printed on: a budget's first version can contradict itself though a second came. */
const figuresOf = async (tx: Tx, seriesIds: readonly string[], at: At | null): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select distinct on (series_id, node_id, period, coalesce(substring(basis from '\\d{4}.*'), '')) series_id, node_id, period, basis, value::float8 as value
    from figure
    where series_id = any(${seriesIds}::uuid[]) and (${at?.nodeId ?? null}::uuid is null or (node_id = ${at?.nodeId ?? null}::uuid and period = ${at?.period ?? null}))
    order by series_id, node_id, period, coalesce(substring(basis from '\\d{4}.*'), ''), version desc`.execute(tx)
  return rows
}

/** Figures on one footing are set against each other: 'budget 2022:1' is not 'budget 2022:2'. */
const footing = (basis: string | null): string => /\d{4}.*/.exec(basis ?? '')?.[0] ?? ''

/** The wholes that a series belongs to: itself where it is made of others, and those that it is a part of. */
export const wholesWith = async (tx: Tx, seriesId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('series_part')
    .select('whole_id')
    .distinct()
    .where((eb) => eb.or([eb('whole_id', '=', seriesId), eb('part_id', '=', seriesId)]))
    .execute()
  return rows.map((row) => row.whole_id)
}

/** Finds where a series is not the sum of the series it is made of. Secret series are only checked among themselves, by one who may. */
export const compositionSums = async (tx: Tx, wholeId: string, at: At | null): Promise<readonly Found[]> => {
  const parts = await tx.selectFrom('series_part').select(['part_id', 'sign']).where('whole_id', '=', wholeId).orderBy('id').execute()
  const ids = [wholeId, ...parts.map((part) => part.part_id)]
  const series = await seriesOf(tx, ids)
  const whole = series.get(wholeId)
  if (parts.length === 0 || !whole || [...series.values()].some((s) => s.secrecy !== whole.secrecy || s.money !== whole.money)) return []
  const rows = await figuresOf(tx, ids, at)
  const values = new Map(rows.map((row) => [[row.series_id, row.node_id, row.period, footing(row.basis)].join(' '), row.value]))
  const columns = rows.filter((row) => row.series_id === wholeId && isPeriod(row.period))
  return columns.flatMap((column) => {
    const of = (seriesId: string): number | null => values.get([seriesId, column.node_id, column.period, footing(column.basis)].join(' ')) ?? null
    const { scale, unit, decimals } = unitOf(whole)
    const sum = spineMaterial({
      title: whole.name,
      source: whole.source,
      unit,
      decimals,
      columns: [{ period: column.period as Period, basis: column.basis }],
      parts: parts.map((part) => ({ name: nameIn(series, part.part_id), values: [signed(of(part.part_id), part.sign / scale)] })),
      whole: { name: whole.name, values: [signed(column.value, 1 / scale)] },
    })
    return findContradictions(sum).findings.map(
      (finding): Found => ({
        scope: `composition/${wholeId}/${column.node_id}/${column.period}/`,
        concerns: ids,
        nodeId: column.node_id,
        secrecy: whole.secrecy,
        finding,
      }),
    )
  })
}

const nameIn = (series: ReadonlyMap<string, SpineSeries>, id: string): string => series.get(id)?.name ?? '?'
const signed = (value: number | null, factor: number): number | null => (value === null ? null : value * factor)
