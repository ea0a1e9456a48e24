import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Period } from '../kernel/period.ts'
import type { Pair } from './figure-store.ts'
import type { Target } from './target.ts'

/** All targets of these series at these nodes. */
export const targetsOf = async (store: Store | Tx, pairs: readonly Pair[]): Promise<readonly Target[]> => {
  if (pairs.length === 0) return []
  const rows = await store
    .selectFrom('target')
    .innerJoin('thing', 'thing.id', 'target.id')
    .innerJoin(
      sql<{ series_id: string; node_id: string }>`unnest(${pairs.map((p) => p.seriesId)}::uuid[], ${pairs.map((p) => p.nodeId)}::uuid[])`.as<'want'>(
        sql`want (series_id, node_id)`,
      ),
      (join) => join.onRef('want.series_id', '=', 'target.series_id').onRef('want.node_id', '=', 'target.node_id'),
    )
    .select(['target.id', 'target.series_id', 'target.node_id', 'target.period', 'target.rule', 'target.value', 'target.goal_id', 'target.clause_id'])
    .select(['thing.title', 'thing.day', 'thing.secrecy'])
    .execute()
  return rows.map((r) => ({
    id: r.id,
    seriesId: r.series_id,
    nodeId: r.node_id,
    period: r.period as Period,
    rule: r.rule,
    value: r.value,
    title: r.title,
    day: r.day,
    goalId: r.goal_id,
    clauseId: r.clause_id,
    secrecy: r.secrecy,
  }))
}
