import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'

/** The last (or first coming) names of bodies and units that are not in the tree: an old thread still says who did it. */
export const loadFormerNames = async (store: Store | Tx, tree: Tree): Promise<ReadonlyMap<string, Text>> => {
  const { rows } = await sql<{ node_id: string; name_sv: string; name_en: string }>`
    select distinct on (node_id) node_id, name_sv, name_en from node_version gone
     where not exists (select from node_version here where here.node_id = gone.node_id and here.valid @> ${tree.at}::date)
     order by node_id, lower(valid) desc`.execute(store)
  return new Map(rows.map((r) => [r.node_id, { sv: r.name_sv, en: r.name_en }]))
}
