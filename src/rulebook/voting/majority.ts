import { z } from 'zod'
import { addMonths, longDay } from '../../kernel/day.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, dayShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  question: z.enum(['extra_election', 'non_party_board', 'refuse_referendum']).meta({ description: 'refuse_referendum: votes are those against holding it' }),
  present: countShape.meta({ description: 'those present, also those who abstain' }),
  votes: countShape.meta({ description: 'those that must reach two thirds of the present' }),
  firstMeeting: dayShape.optional().meta({ description: 'extra_election: the first meeting of the newly elected council' }),
  decided: dayShape.optional().meta({ description: 'extra_election: the day of the decision, with firstMeeting held against `earliest`' }),
  electionDay: dayShape.optional().meta({ description: 'extra_election: the day it would be held, held against `earliest` where `decided` is not told' }),
})
const valueShape = z.strictObject({
  required: z.int().meta({ description: 'two thirds of the present, rounded up' }),
  votes: z.int().meta({ description: 'as given' }),
  carried: z.boolean().meta({ description: 'are two thirds reached?' }),
  earliest: z.string().nullable().meta({ description: 'extra_election with firstMeeting: the first day it may be decided' }),
})
type Facts = Of<typeof factsShape>

const laws = { extra_election: 'KL 5:10', non_party_board: 'KL 5:58', refuse_referendum: 'KL 8:2, 5:37' } as const

/** The smallest number that is at least two thirds. */
export const twoThirdsOf = (n: number): number => Math.ceil((2 * n) / 3)

/**
 * Decisions that need two thirds of those present: an extra election (KL 5:10, not decided within six months of the new council's first
 * meeting), a board on another ground than party (5:58), and refusing a referendum that the people asked for (8:2, 5:37). Those who
 * abstain count as present.
 */
export const qualifiedMajority = ({ question, present, votes, firstMeeting, decided, electionDay }: Facts): Ruling<Of<typeof valueShape>> => {
  const law = laws[question]
  if (votes > present)
    return contradiction([
      refusal('majority.sum', law, `${votes} röster är fler än ${present} närvarande.`, `${votes} votes are more than ${present} present.`, 'votes'),
    ])
  const required = twoThirdsOf(present)
  const carried = present > 0 && votes >= required
  const earliest = question === 'extra_election' && firstMeeting !== undefined ? addMonths(firstMeeting, 6) : null
  const refusals = [
    ...when(!carried, () =>
      refusal(
        'majority.short',
        law,
        `${votes} röster räcker inte: två tredjedelar av ${present} är ${required}.`,
        `${votes} votes are not enough: two thirds of ${present} are ${required}.`,
        'votes',
      ),
    ),
    ...(earliest !== null && (decided ?? electionDay ?? earliest) < earliest
      ? [
          refusal(
            'majority.early',
            law,
            `Extra val får beslutas tidigast ${longDay(earliest, 'sv')}.`,
            `An extra election may be decided on ${longDay(earliest, 'en')} at the earliest.`,
            decided === undefined ? 'electionDay' : 'decided',
          ),
        ]
      : []),
  ]
  return ruling({ required, votes, carried, earliest }, refusals, [
    because(
      law,
      `${votes} av ${present} närvarande. Minst två tredjedelar krävs: ${required}.`,
      `${votes} of ${present} present. At least two thirds are required: ${required}.`,
    ),
  ])
}

/** The rule `majority`: are two thirds of those present reached? KL 5:10, 5:37, 5:58, 8:2. Facts: question, present, votes, firstMeeting, decided, electionDay. Value: required, votes, carried, earliest. */
export const majorityRule = rule({
  name: 'majority',
  law: 'KL 5:10, 5:37, 5:58, 8:2',
  words: { sv: 'nås två tredjedelar av de närvarande?', en: 'are two thirds of those present reached?' },
  okMeans: 'two thirds are reached, and not too early',
  facts: factsShape,
  value: valueShape,
  example: { question: 'extra_election', present: 57, votes: 38 },
  judge: qualifiedMajority,
})
