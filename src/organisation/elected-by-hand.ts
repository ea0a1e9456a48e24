import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { electedBodies, electorOf } from '../rulebook/election/eligible.ts'
import { electWords } from './elect-words.ts'
import { isElected, type Post } from './post.ts'
import { treeRoot } from './tree.ts'
import { lastVersion, type NodeLife, type Timeline, treeOn } from './timeline.ts'

/**
 * The day from which an elected post is given by a clause alone (law 1): that of the first decision kept here of the body that elects to
 * it. What began before is loaded as it was. Null where nothing of that body is kept yet, the voters elect, or the post is no elected one.
 */
export const electedHereSince = async (
  store: Store | Tx,
  { post, node, timeline }: { readonly post: Pick<Post, 'role'>; readonly node: NodeLife; readonly timeline: Timeline },
): Promise<Day | null> => {
  if (!isElected(post.role)) return null
  const { kind } = node
  const elector = electorOf(electedBodies.find((k) => k === kind) ?? 'board', post.role)
  if (elector === 'voters') return null
  const body = lastVersion(node)
  const tree = treeOn(timeline, body.from)
  const root = treeRoot(tree, node.id)
  const electors =
    elector === 'board' ? [body.parentId ?? node.id] : tree.nodes.flatMap((n) => (n.kind === 'council' && treeRoot(tree, n.id) === root ? [n.id] : []))
  if (electors.length === 0) return null
  const first = await store
    .selectFrom('decision')
    .select((eb) => eb.fn.min('day').as('day'))
    .where('body_id', 'in', electors)
    .executeTakeFirst()
  return (first?.day as Day | null | undefined) ?? null
}

/** Why an elected post is not given by hand from a day: an election makes it (KL 5:1, 6:16). */
export const byHandHinders = (since: Day | null, from: Day): readonly Refusal[] => (since === null || from < since ? [] : [electWords.needsElection(since)])
