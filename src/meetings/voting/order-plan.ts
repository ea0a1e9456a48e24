import { propositions } from '../../rulebook/voting/propositions.ts'
import type { PropositionsFacts, Question } from '../../rulebook/voting/propositions-shapes.ts'
import { defaultVariants } from '../../rulebook/variants.ts'
import type { OrderWay } from '../record/fact.ts'
import type { Alternative } from '../record/record.ts'

/** A ballot that an order can lead to: which alternatives may stand on each side of it. */
export interface PlannedBallot {
  readonly yes: readonly Alternative[]
  readonly no: readonly Alternative[]
}

/** How an order of propositions is carried out when a vote is asked for every time, ballot by ballot. */
export type OrderPlan = readonly PlannedBallot[]

const answersTo = (question: Question, noWins: boolean): PropositionsFacts['answers'][number] => {
  if (question.kind === 'order') return { kind: 'order', order: [...question.alternatives] }
  if (question.kind === 'finding') return { kind: 'finding', finding: question.alternatives[0] ?? '', vote: true }
  return { kind: 'ballot', yes: noWins ? 1 : 2, no: noWins ? 2 : 1, abstain: 0, chair: 'yes' }
}

/** One course of the rulebook's elimination: `turns` tells in which ballots no wins. */
const courseOf = (alternatives: readonly Alternative[], turns: number): readonly (readonly Alternative[])[] => {
  const answers: PropositionsFacts['answers'][number][] = []
  let ballots = 0
  for (;;) {
    const { value } = propositions({ body: 'board', formal: [], main: [...alternatives], addOns: [], answers: [...answers] }, defaultVariants)
    if (!value?.question) return (value?.steps ?? []).filter((s) => s.kind === 'ballot').map((s) => s.alternatives)
    const noWins = value.question.kind === 'ballot' && ((turns >> ballots++) & 1) === 1
    answers.push(answersTo(value.question, noWins))
  }
}

/**
 * The rulebook's elimination of the alternatives, the first found each time (KL 5:53–56 and practice): asked of the rule itself, for every
 * way the ballots can go. Of so many alternatives as meetings have; more than eight are told as eight.
 */
export const rulebookPlan = (alternatives: readonly Alternative[]): OrderPlan => {
  const few = alternatives.slice(0, 8)
  const courses = Array.from({ length: 2 ** Math.max(0, few.length - 1) }, (_, turns) => courseOf(few, turns))
  return (courses[0] ?? []).map((_, i) => ({ yes: onSide(courses, i, 0), no: onSide(courses, i, 1) }))
}

const onSide = (courses: readonly (readonly (readonly Alternative[])[])[], ballot: number, side: 0 | 1): readonly Alternative[] => [
  ...new Set(courses.flatMap((course) => course[ballot]?.[side] ?? [])),
]

/** The plan of the order that the meeting has approved. */
export const meetingPlan = (alternatives: readonly Alternative[], way: OrderWay): OrderPlan =>
  way === 'ladder' ? alternatives.slice(1).map((next, i) => ({ yes: alternatives.slice(0, i + 1), no: [next] })) : rulebookPlan(alternatives)

/**
 * In what the meeting's order differs from the rulebook's elimination of what the system proposed: in which order they are put, in that
 * the main proposal is settled beforehand instead of found, or in that they meet one after the other.
 */
export const orderDifferences = (
  proposed: readonly Alternative[],
  approved: { readonly alternatives: readonly Alternative[]; readonly way?: OrderWay | undefined },
): readonly ('sequence' | 'fixed_main' | 'ladder')[] => [
  ...(approved.alternatives.some((a, i) => a !== proposed[i]) ? (['sequence'] as const) : []),
  // Between two there is one ballot, whatever it is called.
  ...(approved.way && approved.way !== 'elimination' && approved.alternatives.length > 2 ? [approved.way] : []),
]
