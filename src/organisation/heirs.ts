import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'

/** The node and every node that has taken over from it by the day, over however many reorganisations. */
export const heirsOf = async (store: Store | Tx, nodeId: string, day: Day): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    with recursive heir(id) as (
      select ${nodeId}::uuid
      union select s.to_id from succession s join heir on s.from_id = heir.id and s.on_day <= ${day}::date
    ) select id from heir`.execute(store)
  return new Set(rows.map(({ id }) => id))
}
