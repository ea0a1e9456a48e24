import type { Day } from '../kernel/day.ts'
import { isPeriod, type Period } from '../kernel/period.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { words } from './words.ts'

/** How it goes, in the words of the one who reports. */
export const stances = ['on_track', 'at_risk', 'late', 'done'] as const
export type Stance = (typeof stances)[number]
/** A report on the way, or the one that ends the assignment. */
export const reportKinds = ['interim', 'final'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What goes on after a final report: somebody owns it with a date, or it is expressly dropped. With neither it is a gap. */
export interface Continuation {
  readonly id: string
  readonly no: number
  readonly what: string
  readonly nodeId: string | null
  readonly postId: string | null
  /** What the owning post is called; null where a unit owns it, or nobody. */
  readonly postTitle: Text | null
  readonly due: Day | null
  readonly dropped: string | null
  readonly doneOn: Day | null
}

/** Something reported back on a thing. */
export interface Report {
  readonly id: string
  readonly subjectId: string
  readonly title: string
  readonly number: string | null
  readonly nodeId: string
  readonly secrecy: string | null
  readonly kind: ReportKind
  readonly stance: Stance
  readonly period: Period | null
  readonly text: string
  readonly day: Day
  readonly postId: string | null
  readonly personId: string | null
  readonly state: 'handed_in' | 'approved' | 'sent_back'
  readonly clauseId: string | null
  readonly comment: string | null
}

/** A line of what continues, as it was typed or loaded. */
export interface ContinuationInput {
  readonly what: string
  readonly nodeId?: string
  readonly postId?: string
  readonly due?: Day
  readonly dropped?: string
}

export interface ReportInput {
  readonly kind: ReportKind
  readonly stance: string
  readonly period?: string
  readonly text: string
  readonly continuation: readonly ContinuationInput[]
}

/**
 * Everything that is wrong with a report that is about to be handed in. `strict` asks that whatever continues has an owner and a
 * date or is expressly dropped; historic documents are taken as they were written, and their gaps are shown.
 */
export const reportProblems = (input: ReportInput, today: Day, { strict }: { readonly strict: boolean }): readonly Refusal[] => {
  const problems: Refusal[] = []
  if (!(stances as readonly string[]).includes(input.stance)) problems.push({ code: 'report.stance', field: 'stance', text: words.chooseStance })
  if (input.text.trim().length < 10) problems.push({ code: 'report.text', field: 'text', text: words.writeText })
  if (input.period && !isPeriod(input.period)) problems.push({ code: 'report.period', field: 'period', text: words.badPeriod(input.period) })
  if (input.kind === 'interim' && input.stance === 'done') problems.push({ code: 'report.done', field: 'stance', text: words.doneIsFinal })
  input.continuation.forEach((item, i) => problems.push(...continuationProblems(item, i, today, strict)))
  return problems
}

const continuationProblems = (item: ContinuationInput, i: number, today: Day, strict: boolean): readonly Refusal[] => {
  const field = `continuation-${i + 1}`
  if (item.what.trim() === '') return [{ code: 'continuation.what', field, text: words.continuationWhat(i + 1) }]
  const owned = item.nodeId !== undefined || item.postId !== undefined
  if (item.dropped?.trim()) return owned || item.due ? [{ code: 'continuation.both', field, text: words.continuationBoth(i + 1) }] : []
  if (owned !== (item.due !== undefined) || (strict && !owned)) return [{ code: 'continuation.owner', field, text: words.continuationOwner(i + 1) }]
  return strict && item.due !== undefined && item.due < today ? [{ code: 'continuation.past', field, text: words.continuationPast(i + 1) }] : []
}

/** Is the item left without owner though it was not dropped? */
export const isGap = (item: Pick<Continuation, 'nodeId' | 'postId' | 'dropped'>): boolean =>
  item.nodeId === null && item.postId === null && item.dropped === null
