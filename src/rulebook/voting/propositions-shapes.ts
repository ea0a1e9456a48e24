import { z } from 'zod'
import { bodyShape, countShape, nameShape, type Of, seatsShape } from '../shapes.ts'
import { sides, tallyShape } from './vote.ts'

const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), order: z.array(nameShape).meta({ description: 'the order of propositions that the meeting approved' }) }),
  z.strictObject({
    kind: z.literal('finding'),
    finding: nameShape.meta({ description: 'the alternative that the chair finds carried' }),
    vote: z.boolean().meta({ description: 'did anyone request a vote before the gavel?' }),
  }),
  z.strictObject({ kind: z.literal('ballot'), ...tallyShape }),
  z.strictObject({ kind: z.literal('casting'), chair: z.enum(sides) }),
  z.strictObject({ kind: z.literal('lot'), drawn: z.enum(sides) }),
])
export type Answer = Of<typeof answerShape>

/** The proposals of an item, and the meeting's answers so far to what the chair has put. */
export const propositionsFacts = z.strictObject({
  body: bodyShape,
  subject: z.enum(['ordinary', 'employment']).optional().meta({ description: 'employment: closed ballots, lots at ties; default ordinary' }),
  seats: seatsShape.optional().meta({ description: 'with it every ballot is held against the quorum and the sum' }),
  present: countShape.optional().meta({ description: 'those who serve; default those counted in each ballot' }),
  usedMinority: z.boolean().optional().meta({ description: 'has a minority postponed this item before? default false' }),
  formal: z
    .array(z.strictObject({ id: nameShape, kind: z.enum(['tabling', 'referral']) }))
    .max(20)
    .meta({ description: 'in the order the chair puts them' }),
  main: z.array(nameShape).max(100).meta({ description: 'proposals that exclude each other' }),
  addOns: z
    .array(
      z.strictObject({ id: nameShape, compatibleWith: z.array(nameShape).optional().meta({ description: 'main proposals it can stand beside; default all' }) }),
    )
    .max(100),
  answers: z.array(answerShape).max(1000),
})
export type PropositionsFacts = Of<typeof propositionsFacts>

export const purposes = ['order', 'formal', 'main', 'counter', 'add_on'] as const
const textShape = z.strictObject({ sv: z.string(), en: z.string() })

const questionShape = z.strictObject({
  kind: z.enum(['order', 'finding', 'ballot', 'casting', 'lot']),
  purpose: z.enum(purposes),
  /** The formal motion or add-on it is about. */
  motion: z.string().nullable(),
  /** What can be answered: proposals, postpone/decide_today, accept/reject; for a ballot what Yes and No stand for, in that order. */
  alternatives: z.array(z.string()),
  text: textShape,
})
export type Question = Of<typeof questionShape>

const stepShape = z.strictObject({
  kind: z.enum(['order', 'finding', 'ballot', 'skipped']),
  purpose: z.enum(purposes),
  motion: z.string().nullable(),
  alternatives: z.array(z.string()),
  result: z.string(),
  by: z.enum(['acclamation', 'majority', 'minority', 'chair', 'lot', 'approval', 'incompatible']),
  tally: z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int() }).nullable(),
})
export type Step = Of<typeof stepShape>

/** Where the item stands: what the chair puts next, or what was decided and how. */
export const propositionsValue = z.strictObject({
  status: z.enum(['asking', 'decided', 'postponed']),
  question: questionShape.nullable(),
  main: z.string().nullable().meta({ description: 'the proposal that carried' }),
  overturned: z.boolean().meta({ description: 'did the ballots give another proposal than the chair found?' }),
  addOns: z.array(z.strictObject({ id: z.string(), result: z.enum(['accepted', 'rejected', 'skipped']) })),
  postponed: z
    .strictObject({ motion: z.string(), kind: z.enum(['tabling', 'referral']), by: z.enum(['minority', 'majority', 'chair', 'acclamation']) })
    .nullable(),
  steps: z.array(stepShape),
})
export type PropositionsValue = Of<typeof propositionsValue>
