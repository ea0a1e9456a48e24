import type { Amount } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import { isDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { NeverDelegated } from '../rulebook/delegation.ts'
import type { GivenClause } from './clause.ts'
import { words } from './words.ts'
import { cited } from '../rulebook/citation.ts'

/**
 * Taken by a post on behalf of the body, within a mandate. `concerns` are the never delegated categories it falls in (KL 6:38);
 * `amount` what it is worth in whole öre, where the mandate has a limit; `urgentBecause` why the board's own decision could not be awaited,
 * where the mandate is for urgent matters (KL 6:39).
 */
export interface Delegation {
  readonly postId: string
  readonly mandateId: string | null
  readonly concerns: readonly NeverDelegated[]
  readonly amount?: Amount | null
  readonly urgentBecause?: string | null
}

/** A receiver of the decision. `what` is what it must do, and is demanded when it must. */
export interface DispatchInput {
  readonly id?: string
  readonly receiverId: string
  readonly demandsAction: boolean
  readonly what: string | null
  /** By when, where that was said. */
  readonly due?: Day | null | undefined
  /** The day it was sent; today when left out. */
  readonly sent?: Day
}

/** A decision to register. Ids are given by those who load historic documents, else made. */
export interface DecisionInput {
  readonly id?: string
  readonly bodyId: string
  readonly day: Day
  /** The number of the paragraph without its sign: '8', '452 a'. For a decision by a post also a number such as 'ALN 2022-00003'. */
  readonly paragraph: string
  readonly title: string
  /** What stands before the clauses; may be empty. */
  readonly text: string
  readonly caseId: string | null
  readonly adjusted: Day | null
  readonly announced: Day | null
  readonly delegation: Delegation | null
  /** Section of OSL; the case's when left out. */
  readonly secrecy?: string | null
  readonly clauses: readonly GivenClause[]
  readonly dispatch: readonly DispatchInput[]
}

/** What is wrong in the head of a decision as it was typed, before anything is looked up. */
export const headProblems = ({ day, paragraph, title, text }: Pick<DecisionInput, 'day' | 'paragraph' | 'title' | 'text'>): readonly Refusal[] => [
  ...(isDay(day) ? [] : [{ code: 'decision.day', field: 'day', text: words.dayNeeded }]),
  ...(paragraph.trim() === '' ? [{ code: 'decision.paragraph', field: 'paragraph', text: words.paragraphNeeded }] : []),
  ...(paragraph.length > 60 || paragraph.includes('§') ? [{ code: 'decision.paragraph', field: 'paragraph', text: words.paragraphUnreadable(paragraph) }] : []),
  ...(title.trim() === '' ? [{ code: 'decision.title', field: 'title', text: words.titleNeeded }] : []),
  ...(title.length > 300 ? [{ code: 'decision.title', field: 'title', text: words.tooLong(300) }] : []),
  ...(text.length > 100_000 ? [{ code: 'decision.text', field: 'text', text: words.tooLong(100_000) }] : []),
]

/** What is wrong in the list of receivers. `known` tells whether a node existed on the day of decision. */
export const dispatchProblems = (dispatch: readonly DispatchInput[], known: (nodeId: string) => boolean): readonly Refusal[] =>
  dispatch.flatMap((d, i) => {
    const field = `receivers.${i + 1}`
    return [
      ...(known(d.receiverId) ? [] : [{ code: 'dispatch.receiver', field, text: words.receiverUnknown }]),
      ...(dispatch.findIndex((other) => other.receiverId === d.receiverId) < i ? [{ code: 'dispatch.twice', field, text: words.receiverTwice }] : []),
      ...(d.demandsAction && !d.what?.trim() ? [{ code: 'dispatch.what', field, text: words.whatNeeded }] : []),
      ...(d.due && !d.demandsAction ? [{ code: 'dispatch.due', field, text: words.dueForInformation }] : []),
    ]
  })

/** How a decision is called: 'ALN 2022-01-25 § 8', and for a post also who: 'ALN 2022-01-11 § 3, ordförande'. */
export const decisionNumber = (short: string, day: Day, paragraph: string, post: string | null): string => {
  return `${short} ${day} ${cited(paragraph)}${post === null ? '' : `, ${post.charAt(0).toLowerCase()}${post.slice(1)}`}`
}
