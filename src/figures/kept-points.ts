import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Outcome } from '../rulebook/light.ts'
import type { Pair } from './figure-store.ts'

/** A series at a node, as one text. */
export const pairKey = ({ seriesId, nodeId }: Pair): string => `${seriesId} ${nodeId}`

/**
 * The outcomes kept of these series at these nodes (migration 054), by `pairKey`: those counted in the organisation as it stands in the tree,
 * of series that nothing has changed since. Adding a measure of thousands of units is then done once a change, not once a reader.
 */
export const keptPoints = async (store: Store | Tx, tree: Tree, pairs: readonly Pair[]): Promise<ReadonlyMap<string, readonly Outcome[]>> => {
  if (pairs.length === 0 || tree.stands === null) return new Map()
  const { rows } = await sql<{ series_id: string; node_id: string; points: readonly Outcome[] }>`
    select s.series_id, s.node_id, s.points
      from series_standing s
      join unnest(${pairs.map((p) => p.seriesId)}::uuid[], ${pairs.map((p) => p.nodeId)}::uuid[]) as want (series_id, node_id) using (series_id, node_id)
     where not s.stale and s.points is not null and s.organisation = ${tree.stands}`.execute(store)
  return new Map(rows.map((row) => [pairKey({ seriesId: row.series_id, nodeId: row.node_id }), row.points]))
}
