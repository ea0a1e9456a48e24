import { z } from 'zod'
import { isId } from '../../kernel/identity.ts'
import { clauseShape } from '../agenda/proposal.ts'

const id = z.string().refine(isId)
const ids = z.array(id)
const text = z.string().trim().min(1)
const none = z.object({})
const howMany = z.number().int().min(1)
/** Numbers of the prepared proposal's clauses, and of new ones that amendments add. */
const points = z.array(howMany)
/**
 * An alternative of a question or a vote: a motion by its id, the prepared proposal, its rejection (also of an addition), or that
 * the item is decided today, against tabling and referral.
 */
const alternative = z.union([id, z.enum(['proposal', 'reject', 'today'])])

/** The kinds of motion in a debate, and the prepared proposal itself, which nobody need move. */
export const motionKinds = ['approve', 'reject', 'amend', 'add', 'refer', 'table', 'other'] as const
export type MotionKind = (typeof motionKinds)[number]

/** On what kinds of questions a proposition is put; in the order they are taken (law.md D). */
export const stages = ['postpone', 'main', 'counter', 'addition', 'admit'] as const
export type Stage = (typeof stages)[number]

/** On what grounds the chair refuses to put a proposal (KL 5:57). */
export const rulingGrounds = ['new_matter', 'unlawful'] as const
export type RulingGround = (typeof rulingGrounds)[number]

/**
 * How the main alternatives are put: what is found stands against what wins among the others (elimination); the first stands as main
 * proposal whatever is found; or they meet one after the other, the winner going on.
 */
export const orderWays = ['elimination', 'fixed_main', 'ladder'] as const
export type OrderWay = (typeof orderWays)[number]

/** How a vote is taken: open ones by name, closed ones from devices or on slips in an urn in the room. */
export const voteWays = ['device', 'roll_call', 'hands', 'slips'] as const
export type VoteWay = (typeof voteWays)[number]

/** What an open ballot says. */
export const choices = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** Why a slip in an urn does not count: its name is of nobody eligible, it has several names, it does not show clearly who is meant, or else. */
export const slipFaults = ['ineligible', 'several', 'unclear', 'other'] as const

const toldShape = z.object({ what: z.object({ sv: z.string(), en: z.string() }), before: z.string(), after: z.string() })
export type CorrectionTold = z.infer<typeof toldShape>

const tally = z.object({ yes: z.number().int(), no: z.number().int(), abstain: z.number().int(), absent: z.number().int() })

/**
 * What the journal of a meeting knows, and the data of each kind. Whom a fact is about is the fact's person; which motion, question
 * or earlier fact it is about is its `about`. Times are the fact's own.
 */
export const factShapes = {
  // The meeting
  meeting_opened: none,
  meeting_closed: none,
  paused: z.object({ why: text.optional() }),
  resumed: none,
  presides: none,
  secretary: none,
  adjuster: z.object({ place: z.enum(['regular', 'substitute']), day: z.string().optional(), where: z.string().optional() }),
  // Who is there
  arrived: z.object({ mode: z.enum(['room', 'remote']) }),
  left: z.object({ reason: z.enum(['conflict', 'other']), why: text.optional() }),
  picture_lost: none,
  picture_back: none,
  serves: z.object({ forId: id.nullable(), why: z.object({ sv: z.string(), en: z.string() }), law: z.string().optional() }),
  serving_ended: z.object({ why: text.optional() }),
  attends: z.object({ as: text }),
  // Conflict of interest
  conflict: z.object({ ground: text, by: z.enum(['self', 'other']) }),
  conflict_decided: z.object({ outcome: z.enum(['conflict', 'none']), why: text.optional() }),
  // The item
  /** Taken up though not announced or not prepared; `admitted` left out in what was noted before it was told: then as `unanimous`. */
  urgent_admitted: z.object({
    unanimous: z.boolean(),
    admitted: z.boolean().optional(),
    why: text.optional(),
    present: howMany.optional(),
    agree: z.number().int().min(0).optional(),
  }),
  item_opened: none,
  item_closed: z.object({ outcome: z.enum(['decided', 'tabled', 'referred', 'noted']), decisionId: id.optional(), why: text.optional() }),
  spoke: none,
  motion: z.object({
    kind: z.enum(motionKinds),
    personIds: ids,
    parties: z.array(z.string()),
    text: z.string(),
    clauses: z.array(clauseShape),
    /** Asks for approval of the prepared proposal in all other respects. */
    otherwiseApprove: z.boolean(),
  }),
  /** What a clause does when it is decided, of the prepared proposal or of a motion by its id; `typed` is its form. */
  clause_shaped: z.object({ of: z.union([id, z.literal('proposal')]), clause: clauseShape, typed: z.record(z.string(), z.array(z.string())) }),
  joined: z.object({ personIds: ids, parties: z.array(z.string()) }),
  motion_withdrawn: none,
  /** `ground` of a refusal (KL 5:57); admitted is what the body decides over the chair's refusal. */
  ruling: z.object({ ruling: z.enum(['refused', 'admitted']), ground: z.enum(rulingGrounds).optional(), why: text, law: z.string().optional() }),
  debate_closed: none,
  /** The proposal's clauses are put one by one: these each by itself, the rest together after them. */
  one_by_one: z.object({ points }),
  /** `way` left out: elimination, as the system proposes. `points`: of some clauses, where they are put one by one. */
  order: z.object({
    stage: z.enum(stages),
    alternatives: z.array(alternative),
    approved: z.boolean(),
    way: z.enum(orderWays).optional(),
    points: points.optional(),
  }),
  question: z.object({ stage: z.enum(stages), alternatives: z.array(alternative), words: z.string(), points: points.optional() }),
  finding: z.object({ found: alternative }),
  vote_requested: none,
  vote_opened: z.object({
    yes: alternative,
    no: alternative,
    yesWords: z.string(),
    noWords: z.string(),
    secret: z.boolean(),
    way: z.enum(voteWays),
    changeable: z.boolean(),
    /** Of a closed vote in an election: whom one chooses between. Then yes and no mean nothing. */
    candidates: z.array(text).optional(),
  }),
  vote_closed: tally.extend({
    outcome: z.enum(['yes', 'no', 'tie', 'minority']),
    settledBy: z.enum(['majority', 'chair', 'lot', 'minority', 'none']),
    /** Those who could have voted: the members and serving substitutes there when the vote was opened. */
    present: z.number().int(),
    /** What a closed vote's urn held, in alphabetical order; none of an open one, whose ballots are the voters'. */
    urn: z.array(z.string()).optional(),
    /** Slips that do not count. */
    invalid: z.array(z.object({ why: z.enum(slipFaults), count: howMany })).optional(),
    /** How some in fact voted, where it was noted wrong; `wouldBe` what the vote would then have come to, where that is not what was pronounced. */
    corrected: z.array(z.object({ personId: id, choice: z.enum([...choices, 'absent']) })).optional(),
    wouldBe: z.enum(['yes', 'no', 'tie', 'minority']).nullable().optional(),
    /** In an election: who got most votes, by majority or by lot. */
    chosen: z.string().optional(),
  }),
  vote_void: z.object({ why: text }),
  lot: z.object({ among: z.array(text).min(2), drawn: text, why: text }),
  /** Enough of those taking part demand that the election be proportional (lag 2022:629). What comes after is about this fact. */
  proportional_demanded: z.object({ of: z.enum(['members', 'substitutes']), seats: howMany, personIds: ids, present: howMany, required: howMany }),
  lists_handed_in: z.object({ lists: z.array(z.object({ label: text, names: z.array(text).min(1) })).min(1) }),
  ballots_counted: z.object({
    present: howMany,
    ballots: z.array(
      z.object({
        label: text,
        names: z.array(z.union([text, z.object({ name: text, struck: z.boolean().optional(), unclear: z.boolean().optional() })])),
        count: howMany,
      }),
    ),
    invalid: z.array(z.object({ why: z.enum(['not_closed', 'form', 'no_label']), count: howMany })),
    ineligible: z.array(text),
  }),
  elected: z.object({ persons: z.array(z.object({ name: text, party: z.string().optional(), post: text, until: z.string().optional() })) }),
  // Said to the minutes
  /** `points`: against what was decided of these clauses alone. */
  reservation: z.object({ personIds: ids, parties: z.array(z.string()), motionId: id.optional(), points: points.optional(), text: z.string() }),
  note: z.object({ personIds: ids, parties: z.array(z.string()), text: z.string() }),
  /** `day`: what a written statement is dated. */
  statement: z.object({ personIds: ids, parties: z.array(z.string()), text: z.string(), day: z.string().optional() }),
  motivation: z.object({ text }),
  /** What somebody without vote would have voted for in a vote or a question, which it is about. Never counted. */
  would_have_voted: z.object({ alternative: z.union([alternative, z.literal('abstain')]) }),
  // Of the journal itself
  undone: z.object({ why: text.optional() }),
  /** `told`: what stood and what stands, in words. `law` where the text was adjusted already. */
  correction: z.object({
    data: z.record(z.string(), z.unknown()),
    personId: id.optional(),
    at: z.iso.datetime().optional(),
    told: z.array(toldShape).optional(),
    law: z.string().optional(),
    why: text,
  }),
} as const

export type FactKind = keyof typeof factShapes
export type FactData<K extends FactKind> = z.infer<(typeof factShapes)[K]>

interface FactOf<K extends FactKind> {
  readonly id: string
  /** Its place in the meeting's journal, from 1. */
  readonly no: number
  /** The instant, ISO 8601 in UTC. */
  readonly at: string
  readonly itemId: string | null
  readonly personId: string | null
  readonly aboutId: string | null
  /** Who noted it; null for the system. */
  readonly byId: string | null
  readonly kind: K
  readonly data: FactData<K>
}
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind]

/** Is the text the name of a kind of fact? */
export const isFactKind = (text: string): text is FactKind => Object.hasOwn(factShapes, text)
