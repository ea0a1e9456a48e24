import { may } from '../access/policy.ts'
import type { ActOptions } from '../cases/act.ts'
import { loadCase } from '../cases/case-store.ts'
import { openCaseIn } from '../cases/open-case.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { receiveHinders } from './dispatch.ts'
import { type DispatchedDecision, loadDispatch } from './dispatch-store.ts'
import { words } from './words.ts'

/** What the receiver does with it: opens a case of its own for it, puts it in one that exists, or only says that it has come. */
export type Handling =
  | { readonly as: 'open'; readonly title: string; readonly id?: string }
  | { readonly as: 'link'; readonly caseId: string }
  | { readonly as: 'note' }

export interface ReceiveInput {
  readonly dispatchId: string
  readonly handling: Handling
  /** Who confirmed it, where it is told afterwards of what was received long ago; else it is who does it. */
  readonly receivedBy?: string
}

/**
 * Receives a dispatched decision for the receiving body. An opened or linked case is put after the decision on the thread
 * (gives_rise_to). The sender sees at once that it was received, and in which case.
 */
export const receiveDispatch = async (
  deps: Deps,
  who: Who,
  input: ReceiveInput,
  options: ActOptions = {},
): Promise<Verdict<{ readonly caseId: string | null }>> =>
  handle(deps, who, input, options, 'receive dispatch', receiveHinders, (tx, found, caseId) =>
    tx
      .updateTable('dispatch')
      .set({ received: deps.clock.today(), received_by: options.bySystem ? (input.receivedBy ?? null) : who.name || null, case_id: caseId })
      .where('id', '=', found.id)
      .execute(),
  )

/** Opens or links a case for a decision that was received earlier, so that what it demands has a place. */
export const takeUpDispatch = async (
  deps: Deps,
  who: Who,
  input: ReceiveInput,
  options: ActOptions = {},
): Promise<Verdict<{ readonly caseId: string | null }>> =>
  handle(
    deps,
    who,
    input,
    options,
    'take up dispatch',
    (found) => [
      ...(found.received ? [] : [{ code: 'dispatch.not_received', text: words.notReceived }]),
      ...(found.filed ? [{ code: 'dispatch.filed', text: words.alreadyFiled(found.filed) }] : []),
    ],
    (tx, found, caseId) => (caseId ? tx.updateTable('dispatch').set({ case_id: caseId }).where('id', '=', found.id).execute() : Promise.resolve([])),
  )

type Rules = (found: DispatchedDecision) => readonly Refusal[]
type Change = (tx: Tx, found: DispatchedDecision, caseId: string | null) => Promise<unknown>

const handle = async (
  deps: Deps,
  who: Who,
  { dispatchId, handling }: ReceiveInput,
  options: ActOptions,
  act: string,
  rules: Rules,
  change: Change,
): Promise<Verdict<{ readonly caseId: string | null }>> =>
  transact(deps, { actor: actorFor(who, options), act }, async (tx) => {
    const found = await loadDispatch(tx, dispatchId, { lock: true })
    if (!found) return refused({ code: 'dispatch.unknown', text: words.unknownDispatch })
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const refusals = [
      ...(options.bySystem ? [] : may(who, 'dispatch.handle', { belongsTo: tree.chain(found.receiverId), secrecy: null }, today)),
      ...rules(found),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const home = await caseFor(tx, deps, who, found, handling, options)
    if (!home.ok) return home
    const { caseId } = home.value
    await change(tx, found, caseId)
    if (caseId) {
      await tx
        .insertInto('link')
        .values({ id: deps.ids.next(), from_id: found.decisionId, to_id: caseId, kind: 'gives_rise_to' })
        .onConflict((oc) => oc.doNothing())
        .execute()
    }
    return granted({ caseId })
  })

const caseFor = async (
  tx: Tx,
  deps: Deps,
  who: Who,
  found: DispatchedDecision,
  handling: Handling,
  options: ActOptions,
): Promise<Verdict<{ readonly caseId: string | null }>> => {
  if (handling.as === 'note') return granted({ caseId: null })
  const tree = await loadTree(tx, deps.clock.today())
  const body = tree.chain(found.receiverId).at(-1) as string
  if (handling.as === 'link') {
    const home = await loadCase(tx, handling.caseId)
    if (!home) return refused({ code: 'dispatch.case', field: 'case', text: words.unknownCase })
    return home.nodeId === body ? granted({ caseId: home.id }) : refused({ code: 'dispatch.case', field: 'case', text: words.caseOfOther })
  }
  const sender = tree.get(found.decision.nodeId)?.name.sv ?? found.decision.number
  // Whoever may handle the mail of a body may open the case that it is put in.
  const opened = await openCaseIn(
    tx,
    deps,
    who,
    {
      ...(handling.id ? { id: handling.id } : {}),
      nodeId: body,
      title: handling.title,
      opened: deps.clock.today(),
      party: { name: sender, role: 'author' },
      secrecy: found.decision.secrecy,
    },
    { ...options, bySystem: true },
  )
  return opened.ok ? granted({ caseId: opened.value.id }) : opened
}
