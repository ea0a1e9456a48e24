import { may } from '../rulebook/policy.ts'
import { type Deps, transact } from '../database/transact.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { keepDate } from './hand-in-report.ts'
import { loadReport } from './report-store.ts'
import { words } from './words.ts'

/** What is done with an item that continues: somebody takes it on, it is dropped with a reason, or it is done. */
export type Settlement =
  | { readonly as: 'owned'; readonly nodeId: string; readonly due: string }
  | { readonly as: 'dropped'; readonly reason: string }
  | { readonly as: 'done' }

const problemsOf = (settlement: Settlement, today: Day, known: (nodeId: string) => boolean): readonly Refusal[] => {
  if (settlement.as === 'owned') {
    const good = known(settlement.nodeId) && isDay(settlement.due) && settlement.due >= today
    return good ? [] : [{ code: 'continuation.owner', text: words.ownerNeeded }]
  }
  if (settlement.as === 'dropped' && settlement.reason.trim().length < 10) return [{ code: 'continuation.reason', text: words.reasonNeeded }]
  return []
}

/** Settles an item that continues after a final report. Those who follow or carry out the entry may; an item with an owner is not given away again here. */
export const settleContinuation = async (deps: Deps, who: Who, reportId: string, no: number, settlement: Settlement): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: `continuation ${settlement.as}` }, async (tx) => {
    const today = deps.clock.today()
    const report = await loadReport(tx, reportId)
    const item = await tx.selectFrom('continuation').selectAll().where('report_id', '=', reportId).where('no', '=', no).forUpdate().executeTakeFirst()
    const entry = report && (await loadEntry(tx, report.subjectId))
    if (!report || !item || !entry) return refused({ code: 'continuation.unknown', text: words.alreadyOwned })
    const tree = await loadTree(tx, today)
    const forbidden = may(who, 'entry.write', subjectOf(entry, tree), today)
    const problems = [...forbidden, ...problemsOf(settlement, today, (id) => tree.get(id) !== undefined)]
    const free = item.node_id === null && item.post_id === null && item.dropped === null
    if (settlement.as === 'done' ? item.done_on !== null || item.due === null : !free) problems.push({ code: 'continuation.settled', text: words.alreadyOwned })
    if (problems.length > 0) return refused(...problems)
    const row = tx.updateTable('continuation').where('id', '=', item.id)
    if (settlement.as === 'owned') {
      await row.set({ node_id: settlement.nodeId, due: settlement.due }).execute()
      await keepDate(tx, deps, { reportId, no, what: item.what, due: settlement.due, nodeId: settlement.nodeId, postId: null, askedBy: report.nodeId })
    } else if (settlement.as === 'dropped') await row.set({ dropped: settlement.reason.trim() }).execute()
    else {
      await row.set({ done_on: today }).execute()
      await tx
        .updateTable('deadline')
        .set({ done_on: today })
        .where('thing_id', '=', reportId)
        .where('kind', '=', `continuation:${no}`)
        .where('done_on', 'is', null)
        .execute()
    }
    return granted(null)
  })
