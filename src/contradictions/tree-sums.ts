import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { isPeriod, lastDay, type Period } from '../kernel/period.ts'
import { findContradictions } from '../rulebook/contradictions/find-contradictions.ts'
import { spineMaterial } from '../rulebook/contradictions/spine.ts'
import type { At } from './composition-sums.ts'
import type { Found } from './found.ts'
import { seriesOf, unitOf } from './spine-series.ts'

interface Child {
  readonly parent_id: string
  readonly parent: string
  readonly whole: number
  readonly name: string
  readonly value: number
}

/**
 * The units whose own figure is further from the sum of those directly below than rounding can explain, with those below. The
 * tree is that of the period's last day. Only where every unit below has a figure: one that is missing is not zero.
 */
const mismatches = async (tx: Tx, seriesId: string, period: Period, room: number, nodeId: string | null): Promise<readonly Child[]> => {
  const { rows } = await sql<Child>`
    with standing as (
      select distinct on (node_id) node_id, value::float8 as value from figure
      where series_id = ${seriesId}::uuid and period = ${period} order by node_id, version desc
    ), below as (
      select v.parent_id, v.node_id, v.name_sv as name, s.value
      from node_version v left join standing s on s.node_id = v.node_id
      where v.valid @> ${lastDay(period)}::date and v.parent_id in (select node_id from standing where value is not null)
    ), wrong as (
      select b.parent_id, p.value as whole from below b join standing p on p.node_id = b.parent_id
      group by b.parent_id, p.value
      having count(*) = count(b.value) and abs(sum(b.value) - p.value) > ${room}::float8 * (count(*) + 1)
    )
    select w.parent_id, v.name_sv as parent, w.whole, b.name, b.value
    from wrong w join below b using (parent_id) join node_version v on v.node_id = w.parent_id and v.valid @> ${lastDay(period)}::date
    where ${nodeId}::uuid is null or w.parent_id = ${nodeId}::uuid or w.parent_id = (
      select x.parent_id from node_version x where x.node_id = ${nodeId}::uuid and x.valid @> ${lastDay(period)}::date)
    order by w.parent_id, b.name`.execute(tx)
  return rows
}

/** Finds where a unit's own figure is not the sum of the units below it, for series that are added over the tree. */
export const treeSums = async (tx: Tx, seriesId: string, at: At | null): Promise<readonly Found[]> => {
  const series = (await seriesOf(tx, [seriesId])).get(seriesId)
  if (!series || series.overTree !== 'sum') return []
  const periods = at
    ? [at.period]
    : (await tx.selectFrom('figure').select('period').distinct().where('series_id', '=', seriesId).execute()).map((row) => row.period).filter(isPeriod)
  const { scale, unit, decimals } = unitOf(series)
  const found: Found[] = []
  for (const period of periods) {
    const rows = await mismatches(tx, seriesId, period, (scale * 10 ** -decimals) / 2, at?.nodeId ?? null)
    for (const [parentId, children] of Map.groupBy(rows, (row) => row.parent_id)) {
      const [first] = children
      if (!first) continue
      const sum = spineMaterial({
        title: series.name,
        source: series.source,
        unit,
        decimals,
        columns: [{ period, basis: null }],
        parts: children.map(({ name, value }) => ({ name, values: [value / scale] })),
        whole: { name: first.parent, values: [first.whole / scale] },
      })
      for (const finding of findContradictions(sum).findings)
        found.push({ scope: `tree/${seriesId}/${parentId}/${period}/`, concerns: [seriesId], nodeId: parentId, secrecy: series.secrecy, finding })
    }
  }
  return found
}
