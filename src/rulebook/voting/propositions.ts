import type { Refusal } from '../../kernel/refusal.ts'
import { contradiction, type Reason, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Variants } from '../variants.ts'
import { meetingOf, type Outcome } from './eliminate.ts'
import {
  type Answer,
  type PropositionsFacts,
  propositionsFacts,
  type PropositionsValue,
  propositionsValue,
  type Question,
  type Step,
} from './propositions-shapes.ts'

const doubles = (facts: PropositionsFacts): readonly Refusal[] => {
  const ids = [...facts.formal.map(({ id }) => id), ...facts.main, ...facts.addOns.map(({ id }) => id)]
  const strangers = facts.addOns.flatMap(({ compatibleWith = [] }, i) =>
    compatibleWith.filter((id) => !facts.main.includes(id)).map((id) => ({ id, field: `addOns[${i}].compatibleWith` })),
  )
  return [
    ...when(new Set(ids).size < ids.length, () =>
      refusal('propositions.twice', 'KL 5:53', 'Två förslag har samma namn.', 'Two proposals have the same name.', 'main'),
    ),
    ...when(ids.length === 0, () => refusal('propositions.none', 'KL 5:53', 'Det finns inget förslag att ställa.', 'There is no proposal to put.', 'main')),
    ...strangers.map(({ id, field }) =>
      refusal('propositions.stranger', 'KL 5:53', `${id} är inget av huvudförslagen.`, `${id} is none of the main proposals.`, field),
    ),
  ]
}

/**
 * How an item is decided, one question at a time: formal motions first, each by itself (KL 5:50); then the proposals that exclude
 * each other, by the chair's finding and, where a vote is requested, by elimination: a main proposal against the winner of the rest
 * (KL 5:53–56 and practice); last the additions that fit what was decided. Given the answers so far it tells the next question the chair
 * must put, or the result. The finding is overturned where the counter-proposal wins the last ballot.
 */
export const propositions = (facts: PropositionsFacts, variants: Pick<Variants, 'postponementClass' | 'postponementYes'>): Ruling<PropositionsValue> => {
  const wrong = doubles(facts)
  if (wrong.length > 0) return contradiction(wrong)
  const steps: Step[] = []
  const reasons: Reason[] = []
  const course = meetingOf(facts, variants, { steps, reasons })
  let next = course.next()
  let at = 0
  for (; !next.done && at < facts.answers.length; at++) {
    const answer = facts.answers[at] as Answer
    const misfit = unfit(next.value, answer, `answers[${at}]`)
    const refusals: Refusal[] = misfit ? [misfit] : []
    if (!misfit) next = course.next({ answer, field: `answers[${at}]`, refusals })
    // An answer that cannot stand is as if it had not been given: the same question is still open.
    if (refusals.length > 0) return { ...propositions({ ...facts, answers: facts.answers.slice(0, at) }, variants), ok: false, refusals }
  }
  const surplus = when(next.done === true && at < facts.answers.length, () =>
    refusal(
      'propositions.surplus',
      'KL 5:53',
      'Ärendet var redan avgjort: svaret hör inte till någon fråga.',
      'The item was decided already: the answer belongs to no question.',
      `answers[${at}]`,
    ),
  )
  return ruling(next.done ? decided(next.value, steps) : asking(next.value, steps), surplus, reasons)
}

const empty = { question: null, main: null, overturned: false, addOns: [], postponed: null }
const asking = (question: Question, steps: readonly Step[]): PropositionsValue => ({ ...empty, status: 'asking', question, steps })
const decided = (outcome: Outcome, steps: readonly Step[]): PropositionsValue => ({
  ...empty,
  ...outcome,
  status: outcome.postponed === undefined ? 'decided' : 'postponed',
  steps,
})

/** Does the answer belong to the question? */
const unfit = (question: Question, answer: Answer, field: string): Refusal | null => {
  if (answer.kind !== question.kind)
    return refusal(
      'propositions.other_question',
      'KL 5:53',
      `Frågan var en annan (${question.kind}): ${question.text.sv}`,
      `The question was another (${question.kind}): ${question.text.en}`,
      `${field}.kind`,
    )
  const { alternatives } = question
  if (answer.kind === 'order' && (answer.order.length !== alternatives.length || alternatives.some((id) => !answer.order.includes(id))))
    return refusal(
      'propositions.order',
      'KL 5:53',
      `Ordningen ska ha varje förslag en gång: ${alternatives.join(', ')}.`,
      `The order has every proposal once: ${alternatives.join(', ')}.`,
      `${field}.order`,
    )
  if (answer.kind === 'finding' && !alternatives.includes(answer.finding))
    return refusal(
      'propositions.finding',
      'KL 5:53',
      `${answer.finding} ställs inte här. Välj bland ${alternatives.join(', ')}.`,
      `${answer.finding} is not put here. Choose among ${alternatives.join(', ')}.`,
      `${field}.finding`,
    )
  if (answer.kind === 'finding' && answer.vote && alternatives.length < 2)
    return refusal(
      'propositions.alone',
      'KL 5:54',
      'Det finns bara ett förslag: det finns inget att rösta om.',
      'There is one proposal only: there is nothing to vote between.',
      `${field}.vote`,
    )
  return null
}

/** The rule `propositions`: what does the chair put next, or what was decided? KL 5:50–57. Facts: body, subject, seats, present, usedMinority, formal, main, addOns, answers. Value: status, question, main, overturned, addOns, postponed, steps. */
export const propositionsRule = rule({
  name: 'propositions',
  law: 'KL 5:50–57',
  words: { sv: 'vad ställer ordföranden härnäst, eller vad blev beslutet?', en: 'what does the chair put next, or what was decided?' },
  okMeans: 'every answer given can stand: there is a next question or a result',
  note: 'Asked in this order. Each formal motion: a finding, and where a vote was requested a ballot as `postponement` tells; once postponed, all ends. With two or more main proposals their order. The finding among them, its alternatives in the approved order; where a vote was requested the finding is yes, and what is set against it is found among the rest in the same way, over and over, so that the last two meet first and ballots come from the innermost out. Then each addition that fits what carried.',
  facts: propositionsFacts,
  value: propositionsValue,
  variants: ['postponementClass', 'postponementYes'],
  example: {
    body: 'council',
    formal: [],
    main: ['A', 'B', 'C'],
    addOns: [],
    answers: [
      { kind: 'order', order: ['A', 'B', 'C'] },
      { kind: 'finding', finding: 'A', vote: true },
      { kind: 'finding', finding: 'B', vote: true },
      { kind: 'ballot', yes: 13, no: 10, abstain: 18, chair: 'abstain' },
      { kind: 'ballot', yes: 18, no: 13, abstain: 10, chair: 'yes' },
    ],
  },
  judge: propositions,
})
