import type { NodeKind } from '../../organisation/tree.ts'
import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import type { Variants } from '../../rulebook/variants.ts'
import type { Listed, Proposal } from '../agenda/proposal.ts'
import type { Round } from '../election/round.ts'
import type { Choice, CorrectionTold, Fact, FactData, MotionKind, Stage, VoteWay } from './fact.ts'

/** The states of a meeting, in their order. */
export const meetingStates = ['planned', 'summoned', 'open', 'closed', 'adjusted', 'announced'] as const
export type MeetingState = (typeof meetingStates)[number]
/** How people take part. */
export const meetingForms = ['physical', 'digital', 'hybrid'] as const
export type MeetingForm = (typeof meetingForms)[number]
/** The kinds of item that an agenda may have. */
export const itemKinds = ['decision', 'election', 'information', 'notified', 'delegated', 'urgent', 'question'] as const
export type ItemKind = (typeof itemKinds)[number]
/** The states of an item; the last three are how it may end. */
export const itemStates = ['waiting', 'open', 'closed', 'tabled', 'referred'] as const
export type ItemState = (typeof itemStates)[number]
export type Office = 'chair' | 'vice_chair' | 'second_vice_chair'

/** When something happened: its place in the journal, its instant (ISO 8601, UTC), and the item that was at hand. */
export interface Moment {
  readonly no: number
  readonly at: string
  readonly itemId: string | null
}

/** A seat of the body as the meeting knows it; substitutes stand in the order they are called in (`order`). */
export interface Seat {
  readonly personId: string
  readonly name: string
  readonly party: string | null
  readonly place: 'member' | 'substitute'
  readonly office: Office | null
  readonly constituency: string | null
  /** The list that gave the place in a proportional election, and its place among the lists by ballots (lag 2022:629 22 §). */
  readonly list?: { readonly label: string; readonly rank: number } | null
  readonly postId: string | null
  readonly order: number
}

/** Somebody there, from a moment to a moment (null: still). `lost` are the times a remote member had no picture or sound. */
export interface Presence {
  readonly personId: string
  readonly mode: 'room' | 'remote'
  readonly from: Moment
  readonly to: Moment | null
  readonly leftFor: { readonly reason: 'conflict' | 'other'; readonly why: string | null } | null
  readonly lost: readonly { readonly from: Moment; readonly to: Moment | null }[]
}

/** A substitute serving, for whom and why. `itemId` where it is for one item only (conflict of interest). */
export interface Serving {
  readonly factId: string
  readonly personId: string
  /** Null for a vacant seat. */
  readonly forId: string | null
  readonly why: Text
  readonly law: string | null
  readonly itemId: string | null
  readonly from: Moment
  readonly to: Moment | null
  readonly endedFor: string | null
}

/** A person in an office of the meeting from a moment on. */
export interface OfficeHeld {
  readonly personId: string
  readonly from: Moment
}

/** One who takes part in an item: member or serving substitute, neither away for conflict nor without picture. */
export interface Participant {
  readonly personId: string
  /** For whom, where it is a substitute; null for members, and `vacant` for a seat that nobody holds. */
  readonly forId: string | 'vacant' | null
  readonly mode: 'room' | 'remote'
}

export interface Conflict {
  readonly factId: string
  readonly personId: string
  readonly ground: string
  readonly by: 'self' | 'other'
  /** What was decided; null where the declared conflict was not questioned, and so stands. */
  readonly outcome: 'conflict' | 'none' | null
  readonly from: Moment
}

/** What may be found or voted for: the prepared proposal, a motion by its id, or what stands against one without counter-motion. */
export type Alternative = string

export interface Motion extends FactData<'motion'> {
  readonly id: string
  readonly kind: MotionKind
  readonly from: Moment
  readonly withdrawn: Moment | null
  /** Those behind it who are kept from the item by conflict of interest. */
  readonly conflicted: readonly string[]
  /** When it fell, as nobody else upholds it (KL 5:47, 6:30); null while it stands. */
  readonly fallen: Moment | null
  readonly ruling: FactData<'ruling'> | null
}

export interface Question {
  readonly id: string
  readonly stage: Stage
  readonly alternatives: readonly Alternative[]
  /** The clauses that it is about, where they are put one by one; null of the whole. */
  readonly points: readonly number[] | null
  readonly words: string
  readonly found: Alternative | null
  readonly voteRequested: boolean
  readonly requestedBy: readonly string[]
  readonly at: Moment
}

/** An open ballot. */
export interface Ballot {
  readonly personId: string
  readonly choice: Choice
  /** Why it abstained, where that was told. */
  readonly reason?: string | null
}

/** What a vote came to. Absent are the seats that nobody voted for. */
export type VoteResult = FactData<'vote_closed'>

export interface Vote {
  readonly id: string
  readonly questionId: string | null
  readonly yes: Alternative
  readonly no: Alternative
  readonly yesWords: string
  readonly noWords: string
  readonly secret: boolean
  readonly way: VoteWay
  readonly changeable: boolean
  readonly candidates?: readonly string[] | undefined
  readonly state: 'open' | 'closed' | 'void'
  readonly voters: readonly string[]
  /** How each voted, of open votes (KL 5:67); empty of closed ones. */
  readonly ballots: readonly Ballot[]
  /** Who has voted, without how. */
  readonly cast: readonly string[]
  readonly result: VoteResult | null
  readonly at: Moment
}

/** A reservation, note or statement. `motivation` came afterwards, to a reservation made in time (KL 4:27). */
export interface Remark {
  readonly factId: string
  readonly personIds: readonly string[]
  readonly parties: readonly string[]
  readonly motionId: string | null
  /** Against what was decided of some clauses alone; empty: against the decision. */
  readonly points: readonly number[]
  readonly text: string
  readonly motivation: string | null
  /** What a written statement is dated; null where that was not told. */
  readonly dated: Day | null
  readonly at: Moment
}

/** What was decided in an item: the registered decision with its clauses and receivers. */
export interface DecisionMade {
  readonly id: string
  readonly number: string
  readonly paragraph: string
  readonly text: string
  readonly adjusted: Day | null
  readonly announced: Day | null
  readonly clauses: readonly { readonly id: string; readonly no: number; readonly kind: string; readonly text: string }[]
  readonly receivers: readonly { readonly nodeId: string; readonly name: Text; readonly demandsAction: boolean; readonly what: string | null }[]
}

/** What one who was there without vote would have voted for (or `abstain`), in a vote or a question by its id. */
export interface WouldHaveVoted {
  readonly factId: string
  readonly personId: string
  readonly aboutId: string
  readonly alternative: Alternative | 'abstain'
  /** The clauses that it was about, where they were put one by one. */
  readonly points: readonly number[] | null
}

export interface ItemRecord {
  readonly id: string
  readonly order: number
  readonly paragraph: string | null
  readonly title: string
  readonly kind: ItemKind
  /** The section of OSL, its own or its case's; null when open. */
  readonly secrecy: string | null
  readonly announced: boolean
  readonly prepared: boolean
  readonly exempt: string | null
  /** Has a minority had the matter tabled or referred before? Then it takes a majority (KL 5:50). */
  readonly minorityUsed: boolean
  readonly case: { readonly id: string; readonly number: string; readonly title: string } | null
  readonly proposal: Proposal
  readonly listed: readonly Listed[]
  readonly state: ItemState
  readonly version: number
  readonly outcome: FactData<'item_closed'> | null
  readonly opened: Moment | null
  readonly closed: Moment | null
  readonly urgent: FactData<'urgent_admitted'> | null
  readonly conflicts: readonly Conflict[]
  readonly speakers: readonly string[]
  readonly motions: readonly Motion[]
  readonly debateClosed: boolean
  /** Which clauses of the proposal are put each by itself; null where it is put as a whole. */
  readonly oneByOne: readonly number[] | null
  readonly orders: readonly (FactData<'order'> & { readonly factId: string; readonly at: Moment })[]
  readonly questions: readonly Question[]
  readonly votes: readonly Vote[]
  /** Its proportional elections: of members, and of their substitutes. */
  readonly rounds: readonly Round[]
  readonly lots: readonly (FactData<'lot'> & { readonly factId: string })[]
  readonly elected: FactData<'elected'>['persons']
  readonly reservations: readonly Remark[]
  readonly notes: readonly Remark[]
  readonly statements: readonly Remark[]
  /** How those without vote would have voted; none of it is among the votes. */
  readonly wouldHaveVoted: readonly WouldHaveVoted[]
  /** Who take part: now while the item is open, as it was closed when it is. */
  readonly participants: readonly Participant[]
  readonly decision: DecisionMade | null
  /** Its text by itself, where it is adjusted before the rest: frozen, and adjusted by the last signature. */
  readonly immediate: { readonly digest: string; readonly frozenOn: Day; readonly adjusted: Day | null } | null
  /** The meeting's. */
  readonly variants: Variants
}

/** When the text of an item was adjusted: at once by itself, or with the minutes; null while it is not. */
export const adjustedOn = (record: Pick<MeetingHead, 'adjusted'>, item: Pick<ItemRecord, 'immediate'> | null): Day | null =>
  item?.immediate?.adjusted ?? record.adjusted

/** A correction made of what was noted: what stood before, and what stands. */
export interface Correction {
  readonly factId: string
  readonly aboutId: string
  readonly itemId: string | null
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  /** The same in words; empty of corrections that were made before they were told so. */
  readonly told: readonly CorrectionTold[]
  /** The section it rests on, where the text was adjusted already. */
  readonly law: string | null
  readonly why: string
  readonly byId: string | null
  readonly at: Moment
}

/** The meeting itself, before anything has happened at it. */
export interface MeetingHead {
  readonly id: string
  readonly body: { readonly id: string; readonly name: Text; readonly short: string; readonly kind: NodeKind; readonly slug: string }
  /** What the municipality is called that the body belongs to, as it was on the day. */
  readonly municipality: Text
  readonly day: Day
  readonly starts: string
  readonly place: string
  readonly form: MeetingForm
  readonly public: boolean
  readonly closedReason: string | null
  /** The decision that closed it, and its last day where that is told. */
  readonly closedBy: { readonly id: string; readonly number: string; readonly until: Day | null } | null
  /** How many seats the body has, filled or not. */
  readonly seats: number
  readonly paragraph: number
  readonly state: MeetingState
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly adjusted: Day | null
  readonly announced: Day | null
  /** The number of the last fact: what a screen that follows the meeting has seen. */
  readonly seq: number
  readonly version: number
  /** How the law is read in the body on the day of the meeting, where it leaves room. */
  readonly variants: Variants
}

/** Everything that the minutes need (KL 5:65–68), and everything that the meeting's own pages show. */
export interface MeetingRecord extends MeetingHead {
  readonly roster: readonly Seat[]
  /** The names of everybody that the record speaks of, by id. */
  readonly names: Readonly<Record<string, string>>
  readonly presence: readonly Presence[]
  readonly serving: readonly Serving[]
  readonly presiding: readonly OfficeHeld[]
  readonly secretaries: readonly OfficeHeld[]
  readonly adjusters: readonly (FactData<'adjuster'> & { readonly personId: string })[]
  /** Others who are there: officials, staff of parties, the public's guides. */
  readonly others: readonly { readonly personId: string; readonly as: string; readonly from: Moment }[]
  readonly pauses: readonly { readonly from: Moment; readonly to: Moment | null; readonly why: string | null }[]
  readonly items: readonly ItemRecord[]
  readonly corrections: readonly Correction[]
  /** The journal as it counts: without what was undone, with corrections applied. */
  readonly journal: readonly Fact[]
}
