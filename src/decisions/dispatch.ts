import { receiptDays } from '../rulebook/gaps.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { ClauseInput } from './clause.ts'
import type { Suggestion } from './enactment.ts'
import { type AnyEnactment, enactments } from './enactments.ts'
import { words } from './words.ts'

/** A decision on its way to a receiver, or there. */
export interface Dispatch {
  readonly id: string
  readonly decisionId: string
  readonly receiverId: string
  readonly demandsAction: boolean
  /** What the receiver must do, or null when it is for information. */
  readonly what: string | null
  /** By when, or null where it was not said. */
  readonly due: Day | null
  readonly sent: Day
  readonly received: Day | null
  readonly receivedBy: string | null
  readonly caseId: string | null
  readonly filed: Day | null
}

export type DispatchState = 'sent' | 'received' | 'filed'

/** Where the matter stands, as the sender sees it. */
export const dispatchState = ({ received, filed }: Pick<Dispatch, 'received' | 'filed'>): DispatchState => (filed ? 'filed' : received ? 'received' : 'sent')

/** Was it sent so long ago that the receiver should have received it? */
export const isLate = ({ sent, received }: Pick<Dispatch, 'sent' | 'received'>, today: Day): boolean => received === null && addDays(sent, receiptDays) < today

/** What hinders receiving: it is received already. */
export const receiveHinders = ({ received }: Pick<Dispatch, 'received'>): readonly Refusal[] =>
  received ? [{ code: 'dispatch.received', text: words.alreadyReceived(received) }] : []

/**
 * What hinders that it is laid to rest ("läggs till handlingarna"): it is not received, is filed already, or demands action and
 * nothing has been done: no case is opened or linked, and nothing that the decision gave the receiver has been taken up (`acted`).
 */
export const fileHinders = (dispatch: Pick<Dispatch, 'received' | 'filed' | 'demandsAction' | 'caseId' | 'what'>, acted: boolean): readonly Refusal[] => {
  if (dispatch.filed) return [{ code: 'dispatch.filed', text: words.alreadyFiled(dispatch.filed) }]
  if (!dispatch.received) return [{ code: 'dispatch.not_received', text: words.notReceived }]
  return dispatch.demandsAction && dispatch.caseId === null && !acted
    ? [{ code: 'dispatch.demands_action', text: words.demandsAction(dispatch.what ?? '') }]
    : []
}

/**
 * The bodies that ought to be told since a clause gives them money, duty or ownership (processes C7): each once, with all that is
 * demanded of it, and the first day it is demanded by. `clauses` are read data with the owner of what they change; `sender`, the deciding body, is left out.
 */
export const suggestReceivers = (
  clauses: readonly { readonly kind: ClauseInput['kind']; readonly data: unknown; readonly owner: string | null }[],
  sender: string,
): readonly Suggestion[] => {
  const all = clauses.flatMap(({ kind, data, owner }) => (enactments[kind] as AnyEnactment).receivers(data, owner)).filter((s) => s.nodeId !== sender)
  return [...new Set(all.map((s) => s.nodeId))].map((nodeId) => {
    const demands = all.filter((s) => s.nodeId === nodeId && s.demandsAction)
    const due = demands.flatMap((s) => s.due ?? []).toSorted()[0]
    return { nodeId, demandsAction: demands.length > 0, what: demands.map((s) => s.what).join('; '), ...(due ? { due } : {}) }
  })
}
