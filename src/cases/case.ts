import type { Day } from '../kernel/day.ts'
import { longDay, yearOf } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { words } from './words.ts'

/** The states of a case, in their order. */
export const caseStates = ['open', 'decided', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
/** What a party is to a case. */
export const partyRoles = ['applicant', 'counterparty', 'author', 'addressee', 'concerned'] as const
export type PartyRole = (typeof partyRoles)[number]

/** A dossier (ärende): what it is about, which body it belongs to, and where it stands. */
export interface Case {
  readonly id: string
  /** 'ALN 2022-00003': per body and year, without gaps. */
  readonly number: string
  readonly title: string
  readonly nodeId: string
  readonly state: CaseState
  readonly opened: Day
  readonly closed: Day | null
  /** Section of OSL the case falls under, or null when open. */
  readonly secrecy: string | null
}

export interface Party {
  readonly id: string
  readonly name: string
  readonly role: PartyRole
}

export interface CaseEvent {
  readonly id: string
  readonly day: Day
  readonly text: string
}

/** 'ALN 2022-00003' of the body's short name, the year and the running number. */
export const caseNumber = (short: string, opened: Day, no: number): string => `${short} ${yearOf(opened)}-${String(no).padStart(5, '0')}`

/** Does the text name a section as a marking of secrecy must (OSL 5:5): 'OSL 26:1', 'OSL 25:1 st. 2'? */
export const isSection = (text: string): boolean => /^OSL \d{1,2}:\d{1,2}[a-z]?( st\. \d)?$/.test(text)

/** What hinders that a case gets a document, party or event: it is closed. */
export const closedHinders = ({ state, closed }: Pick<Case, 'state' | 'closed'>): readonly Refusal[] =>
  state === 'closed' ? [{ code: 'case.closed', text: words.isClosed(closed as Day), mend: words.reopenFirst }] : []

/** What hinders closing: it is closed already, or nothing was decided and nobody says why it ends. */
export const closeHinders = (found: Pick<Case, 'state' | 'closed'>, reason: string): readonly Refusal[] => {
  if (found.state === 'closed') return closedHinders(found)
  return found.state === 'open' && reason.trim() === '' ? [{ code: 'case.undecided', field: 'reason', text: words.whyUndecided }] : []
}

/** What hinders reopening: it is not closed, or nobody says why. */
export const reopenHinders = ({ state }: Pick<Case, 'state'>, reason: string): readonly Refusal[] => [
  ...(state === 'closed' ? [] : [{ code: 'case.not_closed', text: words.notClosed }]),
  ...(reason.trim() === '' ? [{ code: 'case.reason', field: 'reason', text: words.whyReopen }] : []),
]

/** What is wrong with an event: no words, or a day that has not been. */
export const eventProblems = ({ day, text }: { readonly day: Day | null; readonly text: string }, today: Day): readonly Refusal[] => [
  ...(day === null ? [{ code: 'event.day', field: 'day', text: words.dayNeeded }] : []),
  ...(day !== null && day > today
    ? [
        {
          code: 'event.future',
          field: 'day',
          text: { sv: `Dagen har inte varit. I dag är det ${longDay(today, 'sv')}.`, en: `The day has not been. Today is ${longDay(today, 'en')}.` },
        },
      ]
    : []),
  ...(text.trim() === '' ? [{ code: 'event.text', field: 'text', text: words.eventNeeded }] : []),
]
