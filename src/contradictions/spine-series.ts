import type { Tx } from '../database/transact.ts'

/** What the finder must know of a series. */
export interface SpineSeries {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly money: boolean
  readonly decimals: number
  readonly source: string
  readonly overTree: string
  readonly secrecy: string | null
}

/** The series by id, as the finder reads them; unknown ids are left out. */
export const seriesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SpineSeries>> => {
  const rows = await tx
    .selectFrom('series')
    .innerJoin('thing', 'thing.id', 'series.id')
    .select(['series.id', 'name_sv', 'unit_sv', 'money', 'decimals', 'source', 'over_tree', 'thing.secrecy'])
    .where('series.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name_sv,
        unit: row.unit_sv,
        money: row.money,
        decimals: row.decimals,
        source: row.source,
        overTree: row.over_tree,
        secrecy: row.secrecy,
      },
    ]),
  )
}

const oreIn: Readonly<Record<string, number>> = { kr: 100, tkr: 100_000, mnkr: 100_000_000 }

/** How the series is printed: money is kept in öre and printed in its unit. */
export const unitOf = ({ money, unit, decimals }: SpineSeries): { readonly scale: number; readonly unit: string; readonly decimals: number } => ({
  scale: money ? (oreIn[unit] ?? 100) : 1,
  unit,
  decimals,
})
