import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { Light } from '../rulebook/light.ts'
import type { Pair } from './figure-store.ts'

/** Somebody judged otherwise than the rule, or undid it: the latest wins. */
export interface Override extends Pair {
  readonly id: string
  readonly period: Period
  readonly light: Light
  readonly reason: string
  readonly day: Day
  readonly personId: string | null
  readonly personName: string | null
}

/** Every override of these pairs, the latest first. */
export const overridesOf = async (store: Store | Tx, pairs: readonly Pair[]): Promise<readonly Override[]> => {
  if (pairs.length === 0) return []
  const rows = await store
    .selectFrom('light_override as o')
    .innerJoin(
      sql<{ series_id: string; node_id: string }>`unnest(${pairs.map((p) => p.seriesId)}::uuid[], ${pairs.map((p) => p.nodeId)}::uuid[])`.as<'want'>(
        sql`want (series_id, node_id)`,
      ),
      (join) => join.onRef('want.series_id', '=', 'o.series_id').onRef('want.node_id', '=', 'o.node_id'),
    )
    .leftJoin('person', 'person.id', 'o.person_id')
    .select(['o.id', 'o.series_id', 'o.node_id', 'o.period', 'o.light', 'o.reason', 'o.day', 'o.person_id'])
    .select(sql<string | null>`person.given_name || ' ' || person.family_name`.as('person_name'))
    .orderBy('o.day', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    seriesId: r.series_id,
    nodeId: r.node_id,
    period: r.period as Period,
    light: r.light,
    reason: r.reason,
    day: r.day as Day,
    personId: r.person_id,
    personName: r.person_name,
  }))
}
