import { loadAnswering } from '../access/answering.ts'
import { may } from '../access/policy.ts'
import type { Store } from '../database/connection.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Own, ToDo } from './to-do.ts'
import { words } from './words.ts'

/** What somebody answers for: the nodes whose days are theirs to keep, and those whose mail they handle. Goes by the rule that reminders go by. */
export const ownOf = async (store: Store, who: Who, tree: Tree): Promise<Own> => {
  const posts = new Set(who.posts.map((post) => post.postId))
  const answering = await loadAnswering(store, tree)
  const near = [...new Set(who.posts.flatMap((post) => tree.below(post.nodeId)))]
  const handles = who.posts.some((post) => post.role === 'secretary' || post.role === 'registrar')
  return {
    personId: who.personId ?? '',
    nodeIds: near.filter((id) => answering.for(id).some((holder) => posts.has(holder.postId))),
    mailOf: handles ? near.filter((id) => may(who, 'dispatch.handle', { belongsTo: tree.chain(id), secrecy: null }, tree.at).length === 0) : [],
  }
}

/** Why a thing to do is the reader's: named for it, author of the report, answering for the unit or body; or that their unit owes it and somebody else answers. */
export const whyMine = (row: Pick<ToDo, 'kind' | 'nodeId' | 'postId' | 'writtenBy'>, who: Who, own: Own, tree: Tree): Text => {
  const node = tree.get(row.nodeId)?.name ?? { sv: '', en: '' }
  const named = row.postId === null ? undefined : who.posts.find((post) => post.postId === row.postId)
  if (named) return words.mineNamed({ sv: say(named.title, 'sv'), en: say(named.title, 'en') })
  if (row.kind === 'sent_back' && row.writtenBy === own.personId) return words.mineWritten
  const answers = row.kind === 'dispatch' ? own.mailOf.includes(row.nodeId) : row.postId === null && own.nodeIds.includes(row.nodeId)
  return answers ? words.mineAnswers(node) : words.unitOwes(node)
}
