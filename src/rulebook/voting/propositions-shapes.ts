import { z } from 'zod'
import { bodyShape, countShape, nameShape, type Of, seatsShape } from '../shapes.ts'
import { sides, tallyShape } from './vote.ts'

const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), order: z.array(nameShape).meta({ description: 'the order of propositions that the meeting approved' }) }),
  z.strictObject({
    kind: z.literal('finding'),
    finding: nameShape.meta({ description: 'the alternative that the chair finds carried' }),
    vote: z
      .boolean()
      .meta({ description: 'did anyone request a vote before the gavel? then the finding stands as main proposal, or as yes among the rest, in the ballot' }),
  }),
  z.strictObject({ kind: z.literal('ballot'), ...tallyShape }),
  z.strictObject({ kind: z.literal('casting'), chair: z.enum(sides).meta({ description: 'how the one who presides votes at the tie' }) }),
  z.strictObject({ kind: z.literal('lot'), drawn: z.enum(sides).meta({ description: 'what the lot gave' }) }),
])
/** What the meeting answers to a question of the chair. */
export type Answer = Of<typeof answerShape>

/** The proposals of an item, and the meeting's answers so far to what the chair has put. */
export const propositionsFacts = z.strictObject({
  body: bodyShape,
  subject: z.enum(['ordinary', 'employment']).optional().meta({ description: 'employment: lots at ties, but for postponing; default ordinary' }),
  seats: seatsShape.optional().meta({ description: 'with it every ballot is held against the quorum and the sum' }),
  present: countShape
    .optional()
    .meta({ description: 'those who serve, a third of whom can postpone; default those counted in each ballot: yes, no and abstaining' }),
  usedMinority: z.boolean().optional().meta({ description: 'has a minority postponed this item before? default false' }),
  formal: z
    .array(z.strictObject({ id: nameShape, kind: z.enum(['tabling', 'referral']) }))
    .max(20)
    .meta({ description: 'in the order the chair puts them' }),
  main: z
    .array(nameShape)
    .max(100)
    .meta({ description: 'proposals that exclude each other, bifall and avslag among them; with two or more the order of propositions is asked first' }),
  addOns: z
    .array(
      z.strictObject({ id: nameShape, compatibleWith: z.array(nameShape).optional().meta({ description: 'main proposals it can stand beside; default all' }) }),
    )
    .max(100)
    .meta({ description: 'put after the main decision, each by itself, in this order; in a ballot yes is for the addition' }),
  answers: z
    .array(answerShape)
    .max(1000)
    .meta({ description: 'what the meeting has answered so far, one for each question in the order it was put; [] to hear the first question' }),
})
/** As `propositionsFacts` tells. */
export type PropositionsFacts = Of<typeof propositionsFacts>

/** What a question or step is for. */
export const purposes = ['order', 'formal', 'main', 'counter', 'add_on'] as const
const textShape = z.strictObject({ sv: z.string(), en: z.string() })

const questionShape = z.strictObject({
  kind: z.enum(['order', 'finding', 'ballot', 'casting', 'lot']).meta({ description: 'the kind of the next answer' }),
  purpose: z.enum(purposes).meta({
    description:
      'order: of propositions; formal: tabling or referral; main: the item, or its last ballot; counter: what is set against the main proposal; add_on: an addition',
  }),
  motion: z.string().nullable().meta({ description: 'the formal motion or addition it is about' }),
  alternatives: z.array(z.string()).meta({
    description:
      'what can be answered: proposals, postpone or decide_today, accept or reject; in a ballot, casting vote or lot yes is for the first and no for the second',
  }),
  text: textShape,
})
/** What the chair puts next. KL 5:53. */
export type Question = Of<typeof questionShape>

const stepShape = z.strictObject({
  kind: z.enum(['order', 'finding', 'ballot', 'skipped']),
  purpose: z.enum(purposes),
  motion: z.string().nullable(),
  alternatives: z.array(z.string()),
  result: z.string().meta({ description: 'the alternative that carried' }),
  by: z
    .enum(['acclamation', 'majority', 'minority', 'chair', 'lot', 'approval', 'incompatible'])
    .meta({ description: 'acclamation: the chair’s finding, before any vote' }),
  tally: z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int() }).nullable().meta({ description: 'of a ballot; with the casting vote' }),
})
/** What was done: a question with its result. */
export type Step = Of<typeof stepShape>

/** Where the item stands: what the chair puts next, or what was decided and how. */
export const propositionsValue = z.strictObject({
  status: z.enum(['asking', 'decided', 'postponed']).meta({ description: 'asking: `question` is the next one' }),
  question: questionShape.nullable().meta({ description: 'null when decided or postponed' }),
  main: z.string().nullable().meta({ description: 'the proposal that carried; null while asking, when postponed, or when there was none' }),
  overturned: z.boolean().meta({ description: 'did the ballots give another proposal than the chair found?' }),
  addOns: z.array(
    z.strictObject({ id: z.string(), result: z.enum(['accepted', 'rejected', 'skipped']).meta({ description: 'skipped: does not fit the main decision' }) }),
  ),
  postponed: z
    .strictObject({ motion: z.string(), kind: z.enum(['tabling', 'referral']), by: z.enum(['minority', 'majority', 'chair', 'acclamation']) })
    .nullable(),
  steps: z.array(stepShape).meta({ description: 'what was done, in order' }),
})
/** As `propositionsValue` tells. */
export type PropositionsValue = Of<typeof propositionsValue>
