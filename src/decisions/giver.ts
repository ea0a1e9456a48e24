import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { EnactContext } from './enactment.ts'
import { words } from './words.ts'

/**
 * What hinders the deciding body from changing or ending something: it must be the body that gave it, one that has taken over
 * from that body by the day of decision, or the council above them all (KL 5:1). `nodeId` is the giver.
 */
export const mayDecideOn = async (tx: Tx, nodeId: string, { decision, tree }: Pick<EnactContext, 'decision' | 'tree'>): Promise<readonly Refusal[]> => {
  if (decision.body.id === nodeId || decision.body.kind === 'council') return []
  const { rows } = await sql<{ to_id: string }>`
    with recursive heir(id) as (
      select ${nodeId}::uuid
      union select s.to_id from succession s join heir on s.from_id = heir.id and s.on_day <= ${decision.day}::date
    ) select id as to_id from heir where id = ${decision.body.id}::uuid`.execute(tx)
  if (rows.length > 0) return []
  const giver = tree.get(nodeId)?.name.sv ?? (await nameOf(tx, nodeId))
  return [{ code: 'clause.not_giver', field: 'entry', law: 'KL 5:1', text: words.notGiver(giver) }]
}

/** The latest name of a body that no longer exists. */
const nameOf = async (tx: Tx, nodeId: string): Promise<string> => {
  const row = await tx.selectFrom('node_version').select('name_sv').where('node_id', '=', nodeId).orderBy('valid', 'desc').limit(1).executeTakeFirst()
  return row?.name_sv ?? '–'
}
