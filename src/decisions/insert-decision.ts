import type { Deps, Tx } from '../database/transact.ts'
import { announce } from '../jobs/happening.ts'
import type { Day } from '../kernel/day.ts'
import { type DecisionInput, decisionNumber } from './decision.ts'
import type { DecisionHead } from './enactment.ts'

/** A decision that has its identity. */
export type Identified = DecisionInput & { readonly id: string }

/** What is worked out beside what was typed: `mandateId` may still name a mandate that does not exist. */
interface Insert {
  readonly head: DecisionHead
  readonly post: string | null
  readonly caseId: string | null
  readonly mandateId: string | null
}

/** Writes the decision itself, and its place after its case on the thread. */
export const insertDecision = async (tx: Tx, deps: Deps, input: Identified, { head, post, caseId, mandateId }: Insert): Promise<void> => {
  const paragraph = head.paragraph.trim()
  const number = decisionNumber(head.body.short, head.day, paragraph, post)
  await tx
    .insertInto('thing')
    .values({
      id: head.id,
      kind: 'decision',
      register: null,
      number,
      title: input.title.trim() || '–',
      node_id: head.body.id,
      day: head.day,
      secrecy: head.secrecy,
    })
    .execute()
  // A post without a mandate is refused already; the row must still hold while the clauses are judged.
  const delegated =
    post !== null && mandateId !== null && (await tx.selectFrom('mandate').select('id').where('id', '=', mandateId).executeTakeFirst()) !== undefined
  await tx
    .insertInto('decision')
    .values({
      id: head.id,
      case_id: caseId,
      body_id: head.body.id,
      post_id: delegated ? head.postId : null,
      mandate_id: delegated ? mandateId : null,
      day: head.day,
      paragraph: paragraph || '–',
      text: input.text.trim(),
      adjusted: input.adjusted,
      announced: input.announced,
      amount: delegated ? (input.delegation?.amount ?? null) : null,
      urgent_because: delegated ? input.delegation?.urgentBecause?.trim() || null : null,
    })
    .execute()
  if (caseId) await tx.insertInto('link').values({ id: deps.ids.next(), from_id: caseId, to_id: head.id, kind: 'gives_rise_to' }).execute()
}

/** Writes whom the decision is sent to. */
export const insertDispatch = async (tx: Tx, deps: Deps, { id, dispatch }: Identified, today: Day): Promise<void> => {
  for (const d of dispatch) {
    const dispatchId = d.id ?? deps.ids.next()
    await tx
      .insertInto('dispatch')
      .values({
        id: dispatchId,
        decision_id: id,
        receiver_id: d.receiverId,
        demands_action: d.demandsAction,
        what: d.what?.trim() || null,
        due: d.due ?? null,
        sent: d.sent ?? today,
        received: null,
        received_by: null,
        case_id: null,
        filed: null,
      })
      .execute()
    await announce(tx, deps, null, { what: 'dispatched', dispatchId })
  }
}
