import type { Subject } from '../access/policy.ts'
import type { Tree } from '../organisation/tree.ts'

/** A thing as the policy sees it, in the organisation of the tree's day. */
export const subjectOf = (thing: { readonly nodeId: string; readonly ownerId?: string | null; readonly secrecy: string | null }, tree: Tree): Subject => ({
  belongsTo: tree.chain(thing.nodeId),
  ...(thing.ownerId ? { carriedOutBy: tree.chain(thing.ownerId) } : {}),
  secrecy: thing.secrecy,
})
