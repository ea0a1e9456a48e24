import type { Store } from '../database/connection.ts'
import type { Who } from '../kernel/who.ts'
import type { Day } from '../kernel/day.ts'
import { heirsOf } from '../organisation/heirs.ts'
import type { Tree } from '../organisation/tree.ts'
import { may } from './policy.ts'

/** Does the reader register decisions of any body at all? Then a draft may be begun. */
export const mayDraft = (who: Who, today: Day): boolean =>
  who.posts.some((post) => may(who, 'decision.register', { belongsTo: post.chain, secrecy: null }, today).length === 0)

/**
 * May the reader draft a decision about what a body has given? Registering it is refused to all others (law 3): it is for those who
 * register decisions of that body, of one that has taken over from it, or of the council above them all (KL 5:1).
 */
export const mayPropose = async (store: Store, who: Who, nodeId: string, tree: Tree): Promise<boolean> => {
  if (!mayDraft(who, tree.at)) return false
  const heirs = await heirsOf(store, nodeId, tree.at)
  const deciders = tree.nodes.filter((node) => node.kind === 'council' || heirs.has(node.id))
  return deciders.some((node) => may(who, 'decision.register', { belongsTo: tree.chain(node.id), secrecy: null }, tree.at).length === 0)
}
