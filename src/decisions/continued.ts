import type { Deps, Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Entry } from '../registers/entry.ts'
import { keepDate } from '../reports/hand-in-report.ts'
import type { Continued } from './clause.ts'
import { words } from './words.ts'

/** What is wrong in what a clause says continues: half an owner, or both owned and dropped. Nothing at all is a gap, and no problem. */
export const continuedProblems = ({ no, nodeId, postId, due, dropped }: Continued): readonly Refusal[] => {
  const owned = nodeId !== undefined || postId !== undefined
  if (dropped?.trim() && (owned || due)) return [{ code: 'continued.both', field: `continued.${no}`, text: words.continuationBoth }]
  return owned !== (due !== undefined) ? [{ code: 'continued.half', field: `continued.${no}`, text: words.continuationHalf }] : []
}

/**
 * Settles items of the entry's latest final report, as the clause that declares it fulfilled says: each gets an owner and a
 * date, which is put on the owner's list, or is dropped. Items that the clause is silent about stay open and show as gaps.
 */
export const settleContinued = async (tx: Tx, deps: Deps, entry: Entry, tree: Tree, continued: readonly Continued[]): Promise<Verdict<null>> => {
  const report = await tx
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .select(['report.id'])
    .where('report.subject_id', '=', entry.id)
    .where('report.kind', '=', 'final')
    .where('report.state', '<>', 'sent_back')
    .orderBy('thing.day', 'desc')
    .orderBy('report.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const items = report ? await tx.selectFrom('continuation').selectAll().where('report_id', '=', report.id).forUpdate().execute() : []
  const refusals: Refusal[] = continued.flatMap((c) => [
    ...continuedProblems(c),
    ...(items.some((i) => i.no === c.no) ? [] : [{ code: 'continued.unknown', field: `continued.${c.no}`, text: words.continuationUnknown(c.no) }]),
    ...(c.nodeId && !tree.get(c.nodeId) ? [{ code: 'continued.node', field: `continued.${c.no}`, text: words.unknownNode }] : []),
  ])
  if (refusals.length > 0 || !report) return refusals.length > 0 ? refused(...refusals) : granted(null)
  for (const { no, nodeId, postId, due, dropped } of continued) {
    const item = items.find((i) => i.no === no)
    if (!item) continue
    await tx
      .updateTable('continuation')
      .set({ node_id: nodeId ?? null, post_id: postId ?? null, due: due ?? null, dropped: dropped?.trim() || null })
      .where('id', '=', item.id)
      .execute()
    if (due)
      await keepDate(tx, deps, {
        reportId: report.id,
        no,
        what: item.what,
        due,
        nodeId: nodeId ?? entry.ownerId ?? entry.nodeId,
        postId: postId ?? null,
        askedBy: entry.nodeId,
      })
  }
  return granted(null)
}
