import { type Deps, type Tx, transact } from '../database/transact.ts'
import { type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { may } from '../rulebook/policy.ts'
import { loadTimeline, lockOrganisation } from './node-store.ts'
import { loadPost } from './post-store.ts'
import type { Post } from './post.ts'
import { postWords as words } from './post-words.ts'
import { refusalWords } from './refusal-words.ts'
import { type NodeLife, type Timeline, treeOn } from './timeline.ts'

/** Why somebody may not change the posts of a body or unit, and who holds them. */
export const appointHindrances = (who: Who, timeline: Timeline, nodeId: string, today: Parameters<typeof may>[3]): readonly Refusal[] =>
  may(who, 'organisation.appoint', { belongsTo: treeOn(timeline, today).chain(nodeId), secrecy: null }, today)

/** Whether a part of the system acts that the operator has configured (`who.name` is its name), and not somebody by a post. */
export interface BySystem {
  readonly bySystem?: boolean | undefined
}

interface PostChange<T> extends BySystem {
  /** The act's name in the history. */
  readonly act: string
  readonly of: { readonly nodeId: string } | { readonly postId: string }
  readonly work: (tx: Tx, facts: { readonly node: NodeLife; readonly post: Post | undefined; readonly timeline: Timeline }) => Promise<Verdict<T>>
}

/** The common course of every act on posts and their holders: load, ask the policy, then the act's own work. They wait for each other and for reorganisations. */
export const changePosts = <T>(deps: Deps, who: Who, { act, of, bySystem, work }: PostChange<T>): Promise<Verdict<T>> =>
  transact(deps, { actor: actorFor(who, { bySystem }), act }, async (tx) => {
    await lockOrganisation(tx)
    const timeline = await loadTimeline(tx)
    const post = 'postId' in of ? await loadPost(tx, of.postId) : undefined
    if ('postId' in of && !post) return refused(words.unknownPost)
    const node = timeline.get('nodeId' in of ? of.nodeId : (post?.nodeId ?? ''))
    if (!node) return refused(refusalWords.unknown('nodeId'))
    const barred = bySystem ? [] : appointHindrances(who, timeline, node.id, deps.clock.today())
    return barred.length > 0 ? refused(...barred) : work(tx, { node, post, timeline })
  })
