import { sql } from 'kysely'
import { type Deps, transact } from '../database/transact.ts'
import { type Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type OrgNode, type Tree } from '../organisation/tree.ts'
import { may } from './policy.ts'
import type { Period } from './review-store.ts'
import { words } from './review-words.ts'

export interface ReviewSecrets {
  /** The body whose looks were gone through, or the municipality for all. */
  readonly nodeId: string
  readonly from: Day
  readonly to: Day
  /** How many of the looks need to be followed up. */
  readonly remarks: number | null
  readonly comment: string
}

/** Why somebody may not review the looks at things of a node. */
export const reviewHindrances = (who: Who, tree: Tree, nodeId: string, today: Day): readonly Refusal[] =>
  may(who, 'access.review', { belongsTo: tree.get(nodeId)?.kind === 'municipality' ? [] : tree.chain(nodeId), secrecy: null }, today)

/** The nodes whose things are gone through with a node's: all of them, also those that are no more, for the municipality. */
export const nodesUnder = (tree: Tree, node: OrgNode): Period['nodeIds'] =>
  node.kind === 'municipality' && node.parentId === null ? 'all' : tree.below(node.id)

/** Notes that the looks of a period have been gone through, with what was found. */
export const reviewSecrets = async (deps: Deps, who: Who, { nodeId, from, to, remarks, comment }: ReviewSecrets): Promise<Verdict<null>> => {
  const today = deps.clock.today()
  const tree = await loadTree(deps.store, today)
  const node = tree.get(nodeId)
  const { personId } = who
  if (!node || personId === null) return refused({ code: 'review.node', field: 'body', text: words.noBody })
  const refusals: Refusal[] = [
    ...reviewHindrances(who, tree, nodeId, today),
    ...(from > to ? [{ code: 'review.period', field: 'to', text: words.endsBefore }] : []),
    ...(to > today ? [{ code: 'review.future', field: 'to', text: words.notYet }] : []),
    ...(comment.trim() === '' ? [{ code: 'review.comment', field: 'comment', text: words.noComment }] : []),
    ...(remarks === null ? [{ code: 'review.remarks', field: 'remarks', text: words.badRemarks }] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const nodes = nodesUnder(tree, node)
  await transact(deps, { actor: actorOf(who), act: 'review looks at secrets' }, (tx) =>
    sql`
      insert into access_review (id, node_id, first_day, last_day, looks, remarks, comment, person_id, reviewed)
      select ${deps.ids.next()}, ${nodeId}, ${from}, ${to}, count(*), ${remarks}, ${comment.trim()}, ${personId}, ${today} from access_log l
       where l.at >= ${from}::timestamp at time zone 'Europe/Stockholm' and l.at < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'
         and ${nodes === 'all' ? sql`true` : sql`l.node_id = any(${nodes}::uuid[])`}`.execute(tx),
  )
  return granted(null)
}

/** Settles how often the looks are to be reviewed, for the whole municipality. */
export const setReviewInterval = async (deps: Deps, who: Who, months: number | null): Promise<Verdict<null>> => {
  const barred = may(who, 'access.review', { belongsTo: [], secrecy: null }, deps.clock.today())
  if (barred.length > 0) return refused(...barred)
  if (months === null || months < 1 || months > 24) return refused({ code: 'review.months', field: 'months', text: words.badMonths })
  const value = JSON.stringify({ months })
  await transact(deps, { actor: actorOf(who), act: 'set review interval' }, (tx) =>
    tx
      .insertInto('setting')
      .values({ name: 'access_review', value })
      .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
      .execute(),
  )
  return granted(null)
}
