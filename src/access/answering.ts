import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Role } from '../kernel/who.ts'
import { isBody, type Tree } from '../organisation/tree.ts'
import { answeringFor, answeringRoles, type Holder } from '../rulebook/answering.ts'

/** Who answers for what: the same for the list of what somebody owes, and for the mails that remind of it. */
export interface Answering {
  /** Those who answer for what the node owes. */
  for(nodeId: string): readonly Holder[]
  /** Those of the named post; of the node where the post is none or held by nobody. */
  of(owed: { readonly nodeId: string; readonly postId: string | null }): readonly Holder[]
}

/** Loads who holds the posts that answer for something, on the tree's day; and of the posts named beside, who holds them. */
export const loadAnswering = async (store: Store | Tx, tree: Tree, postIds: readonly string[] = []): Promise<Answering> => {
  const rows = await store
    .selectFrom('appointment')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .select(['post.id', 'appointment.person_id', 'post.node_id', 'post.role'])
    .where(sql<boolean>`appointment.valid @> ${tree.at}::date`)
    .where((eb) => eb.or([eb('post.role', 'in', [...answeringRoles]), eb('post.id', '=', sql<string>`any(${[...postIds]}::uuid[])`)]))
    .orderBy('post.id')
    .execute()
  const holders = rows.map((r): Holder => ({ postId: r.id, personId: r.person_id, nodeId: r.node_id, role: r.role as Role }))
  const byNode = Map.groupBy(holders, (h) => h.nodeId)
  const byPost = Map.groupBy(holders, (h) => h.postId)
  const known = new Map<string, readonly Holder[]>()
  const of = (nodeId: string): readonly Holder[] => {
    const found = known.get(nodeId)
    if (found) return found
    const chain = tree.chain(nodeId).map((id) => ({ nodeId: id, body: isBody(tree.get(id)?.kind ?? 'unit') }))
    const holding = answeringFor(chain, (id) => byNode.get(id) ?? [])
    known.set(nodeId, holding)
    return holding
  }
  return { for: of, of: ({ nodeId, postId }) => (postId === null ? undefined : byPost.get(postId)) ?? of(nodeId) }
}
