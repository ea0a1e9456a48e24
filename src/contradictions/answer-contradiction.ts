import { may } from '../access/policy.ts'
import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { standingWords as words } from './standing-words.ts'

/**
 * Answers a contradiction: what explains it, or what will be done. It stands until the numbers agree, but is asked no more. Those who
 * record figures for its node or keep its cases may. An answer given meanwhile is told, not written over (`seen`: the day it was read with, or '').
 */
export const answerContradiction = async (
  deps: Deps,
  who: Who,
  { id, answer, seen }: { readonly id: string; readonly answer: string; readonly seen: string },
): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'answer contradiction' }, async (tx) => {
    const today = deps.clock.today()
    const found = await tx.selectFrom('contradiction').selectAll().where('id', '=', id).where('gone', 'is', null).forUpdate().executeTakeFirst()
    if (!found) return refused({ code: 'contradiction.gone', text: words.goneAlready })
    const subject = { belongsTo: (await loadTree(tx, today)).chain(found.node_id), secrecy: found.secrecy }
    const allowed = may(who, 'figure.record', subject, today).length === 0 ? [] : may(who, 'case.write', subject, today)
    const wrong: Refusal[] = [...allowed]
    if (answer.trim().length < 10) wrong.push({ code: 'contradiction.answer', field: 'answer', text: words.answerNeeded })
    if (answer.length > 2000) wrong.push({ code: 'contradiction.answer', field: 'answer', text: words.answerTooLong })
    if ((found.answer ?? '') !== seen) wrong.push({ code: 'contradiction.conflict', field: 'answer', text: words.answeredMeanwhile(found.answer ?? '') })
    if (wrong.length > 0) return refused(...wrong)
    await tx.updateTable('contradiction').set({ answer: answer.trim(), answered_by: who.personId, answered_on: today }).where('id', '=', id).execute()
    return granted(null)
  })
