import { sql } from 'kysely'
import { type Deps, transact } from '../database/transact.ts'
import type { Tree } from '../organisation/tree.ts'
import { seriesByIds } from './series-store.ts'
import { homeNodes, loadRows } from './summary.ts'

const batch = 200

/**
 * Counts anew how series stand whose figures, targets or overrides have changed, at most `most` of them, and tells how many it did.
 * Lists call it before they read, so that what they filter and sort by is what the rule says; after a large load call it with Infinity.
 * Series that another process is counting, or that somebody is changing, are passed by.
 */
export const refreshStandings = async (deps: Deps, tree: Tree, most = 2000): Promise<number> => {
  for (let done = 0; ; ) {
    const counted = await refreshSome(deps, tree, Math.min(batch, most - done))
    done += counted
    if (counted < batch || done >= most) return done
  }
}

const refreshSome = async (deps: Deps, tree: Tree, limit: number): Promise<number> => {
  const waiting = await deps.store.selectFrom('series_standing').select('series_id').where('stale', '=', true).limit(1).execute()
  if (waiting.length === 0) return 0
  return transact(deps, { actor: 'system:figures', act: 'count standings' }, async (tx) => {
    const stale = await tx
      .selectFrom('series_standing')
      .select('series_id')
      .where('stale', '=', true)
      .orderBy('series_id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    const series = await seriesByIds(
      tx,
      stale.map((s) => s.series_id),
    )
    const rows = await loadRows(tx, tree, await homeNodes(tx, tree, [...series.values()]))
    await sql`
      update series_standing s set stale = false, name = n.name, node_id = n.node_id, period = n.period, light = n.light
      from unnest(${rows.map((r) => r.series.id)}::uuid[], ${rows.map((r) => r.series.name.sv)}::text[], ${rows.map((r) => r.nodeId)}::uuid[],
                  ${rows.map((r) => r.latest?.period ?? null)}::text[], ${rows.map((r) => r.judged.light)}::text[]) as n (id, name, node_id, period, light)
      where s.series_id = n.id`.execute(tx)
    return stale.length
  })
}
