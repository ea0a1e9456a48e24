import { may } from '../../access/policy.ts'
import { type Deps, transact } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { granted, refused, type Refusal, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { referralProblems } from '../../rulebook/preparation-chain.ts'
import { type ActOptions, actOnCase } from '../act.ts'
import { closedHinders } from '../case.ts'
import { met, owe } from '../../registers/owed.ts'
import { words } from './words.ts'

export interface Refer {
  readonly caseId: string
  readonly nodeIds: readonly string[]
  readonly asks: string
  readonly due: Day | null
}

/** Asks others for their opinion by a day (remiss). Each finds it in their list; who has one open already is not asked twice. */
export const refer = (deps: Deps, who: Who, input: Refer, options: ActOptions = {}): Promise<Verdict<null>> =>
  actOnCase(deps, who, { caseId: input.caseId, act: 'refer', options, rules: closedHinders }, async (tx, found) => {
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const own = tree.chain(found.nodeId).at(-1)
    const secretElsewhere = found.secrecy !== null && input.nodeIds.some((id) => tree.chain(id).at(-1) !== own)
    const wrong: Refusal[] = [...referralProblems({ due: input.due, today, asks: input.asks, secretElsewhere })]
    if (input.nodeIds.length === 0 || input.nodeIds.some((id) => !tree.get(id)))
      wrong.push({ code: 'referral.node', field: 'node', text: words.chooseReceiver })
    if (wrong.length > 0 || input.due === null) return refused(...wrong)
    for (const nodeId of input.nodeIds) {
      const id = deps.ids.next()
      const told = { asks: input.asks.trim(), sent: today, due: input.due, answer_id: null, answer: null, answered_on: null }
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('referral')
        .values({ id, case_id: found.id, node_id: nodeId, ...told })
        .onConflict((oc) => oc.columns(['case_id', 'node_id']).where('answered_on', 'is', null).doNothing())
        .executeTakeFirstOrThrow()
      if (Number(numInsertedOrUpdatedRows) > 0)
        await owe(tx, deps, { thingId: found.id, kind: `referral ${id}`, words: words.owesAnswer, due: input.due, nodeId, askedBy: found.nodeId })
    }
    return granted(null)
  })

export interface AnswerReferral {
  readonly referralId: string
  /** The document of the case that is the answer; null where words are enough ('no objection'). */
  readonly documentId: string | null
  readonly answer: string
}

/** Answers what was asked, by those who keep cases where it was asked or in the case itself. Once. */
export const answerReferral = (deps: Deps, who: Who, input: AnswerReferral, options: ActOptions = {}): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act: 'answer referral' }, async (tx) => {
    const today = deps.clock.today()
    const asked = await tx
      .selectFrom('referral')
      .innerJoin('thing', 'thing.id', 'referral.case_id')
      .select(['referral.id', 'referral.case_id', 'referral.node_id', 'referral.answered_on', 'thing.node_id as keeper', 'thing.secrecy'])
      .where('referral.id', '=', input.referralId)
      .forUpdate(['referral'])
      .executeTakeFirst()
    if (!asked || asked.answered_on !== null) return refused({ code: 'referral.answered', text: words.answeredAlready })
    const tree = await loadTree(tx, today)
    const at = (nodeId: string) => may(who, 'case.write', { belongsTo: tree.chain(nodeId), secrecy: asked.secrecy }, today)
    const wrong: Refusal[] = options.bySystem || at(asked.node_id).length === 0 ? [] : [...at(asked.keeper)]
    const document = input.documentId
      ? await tx.selectFrom('document').select('id').where('id', '=', input.documentId).where('case_id', '=', asked.case_id).executeTakeFirst()
      : undefined
    if (input.documentId && !document) wrong.push({ code: 'referral.document', field: 'document', text: words.noSuchDocument })
    if (!input.documentId && input.answer.trim() === '') wrong.push({ code: 'referral.answer', field: 'answer', text: words.answerNeeded })
    if (wrong.length > 0) return refused(...wrong)
    await tx
      .updateTable('referral')
      .set({ answer_id: document?.id ?? null, answer: input.answer.trim() || null, answered_on: today })
      .where('id', '=', asked.id)
      .execute()
    await met(tx, asked.case_id, `referral ${asked.id}`, today)
    return granted(null)
  })
