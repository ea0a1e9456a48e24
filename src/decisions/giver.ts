import type { Tx } from '../database/transact.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { heirsOf } from '../organisation/heirs.ts'
import type { EnactContext } from './enactment.ts'
import { words } from './words.ts'

/**
 * What hinders the deciding body from changing or ending something: it must be the body that gave it, one that has taken over
 * from that body by the day of decision, or the council above them all (KL 5:1). `nodeId` is the giver.
 */
export const mayDecideOn = async (tx: Tx, nodeId: string, { decision, tree }: Pick<EnactContext, 'decision' | 'tree'>): Promise<readonly Refusal[]> => {
  if (decision.body.id === nodeId || decision.body.kind === 'council') return []
  if ((await heirsOf(tx, nodeId, decision.day)).has(decision.body.id)) return []
  const giver = tree.get(nodeId)?.name.sv ?? (await nameOf(tx, nodeId))
  return [{ code: 'clause.not_giver', field: 'entry', law: 'KL 5:1', text: words.notGiver(giver) }]
}

/** The latest name of a body that no longer exists. */
const nameOf = async (tx: Tx, nodeId: string): Promise<string> => {
  const row = await tx.selectFrom('node_version').select('name_sv').where('node_id', '=', nodeId).orderBy('valid', 'desc').limit(1).executeTakeFirst()
  return row?.name_sv ?? '–'
}
