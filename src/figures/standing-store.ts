import { sql } from 'kysely'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import type { Tree } from '../organisation/tree.ts'
import { seriesByIds } from './series-store.ts'
import { homeNodes, loadRows } from './summary.ts'

const batch = 200

/**
 * Counts anew how series stand whose figures, targets or overrides have changed, at most `most` of them, and tells how many it did.
 * Lists call it before they read, so that what they filter and sort by is what the rule says; after a large load call it with Infinity.
 * Series that another process is counting, or that somebody is changing, are passed by.
 */
export const refreshStandings = async (deps: Deps, tree: Tree, most = 500): Promise<number> => {
  let done = 0
  // Each batch goes on after the last one: rows just counted still stand in the index until they are cleaned away.
  for (let after: string | null = firstId; after !== null && done < most; ) {
    const { counted, last } = await refreshSome(deps, tree, after, Math.min(batch, most - done))
    done += counted
    after = last
  }
  return done
}

/** Counts how these series stand, whose rows are held, and keeps it with what it was counted to. */
const count = async (tx: Tx, tree: Tree, ids: readonly string[]): Promise<void> => {
  const series = await seriesByIds(tx, [...ids])
  const rows = await loadRows(tx, tree, await homeNodes(tx, tree, [...series.values()]))
  await sql`
    update series_standing s set stale = false, name = n.name, node_id = n.node_id, period = n.period, light = n.light, points = n.points,
           organisation = ${tree.stands}
      from unnest(${rows.map((r) => r.series.id)}::uuid[], ${rows.map((r) => r.series.name.sv)}::text[], ${rows.map((r) => r.nodeId)}::uuid[],
                  ${rows.map((r) => r.latest?.period ?? null)}::text[], ${rows.map((r) => r.judged.light)}::text[],
                  ${rows.map((r) => JSON.stringify(r.points))}::text[]::jsonb[]) as n (id, name, node_id, period, light, points)
     where s.series_id = n.id`.execute(tx)
}

/** Series held at once while they are counted anew: whoever records figures of one waits for them. */
const few = 5

/**
 * Counts anew those of the series that were counted in another organisation than the tree's: a reorganisation changes what is below a
 * unit, and so what it comes to. Those that another process is counting are passed by.
 */
export const recountMoved = async (deps: Deps, tree: Tree, ids: readonly string[]): Promise<void> => {
  const moved = (store: Deps['store'], some: readonly string[]) =>
    store
      .selectFrom('series_standing')
      .select('series_id')
      .where('series_id', 'in', [...some])
      .where('stale', '=', false)
      .where(sql<boolean>`organisation is distinct from ${tree.stands}`)
  if (ids.length === 0 || tree.stands === null) return
  const due = (await moved(deps.store, ids).execute()).map((s) => s.series_id).toSorted()
  for (let from = 0; from < due.length; from += few) {
    await transact(deps, { actor: 'system:figures', act: 'count standings' }, async (tx) => {
      const held = await moved(tx, due.slice(from, from + few))
        .forUpdate()
        .skipLocked()
        .execute()
      await count(
        tx,
        tree,
        held.map((s) => s.series_id),
      )
    })
  }
}

const firstId = '00000000-0000-0000-0000-000000000000'

const refreshSome = async (deps: Deps, tree: Tree, after: string, limit: number): Promise<{ readonly counted: number; readonly last: string | null }> => {
  const stale = deps.store
    .selectFrom('series_standing')
    .select('series_id')
    .where('stale', '=', true)
    .where('series_id', '>', after)
    .orderBy('series_id')
    .limit(limit)
  if ((await stale.limit(1).execute()).length === 0) return { counted: 0, last: null }
  return transact(deps, { actor: 'system:figures', act: 'count standings' }, async (tx) => {
    const { rows: locked } = await tx.executeQuery(stale.forUpdate().skipLocked().compile())
    await count(
      tx,
      tree,
      locked.map((s) => s.series_id),
    )
    return { counted: locked.length, last: locked.length < limit ? null : (locked.at(-1)?.series_id ?? null) }
  })
}
