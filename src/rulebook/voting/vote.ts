import { z } from 'zod'
import type { Refusal } from '../../kernel/refusal.ts'
import { quorum } from '../meeting/quorum.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, countShape, type Of, seatsShape } from '../shapes.ts'
import { defaultVariants, type Variants } from '../variants.ts'

/** What one votes for in a ballot. */
export const sides = ['yes', 'no'] as const
/** What a ballot is about: election and employment are closed and go to the lot at a tie (KL 5:54, 5:56). */
export const subjects = ['ordinary', 'election', 'employment'] as const

/** The counted votes of one ballot. */
export const tallyShape = {
  yes: countShape.meta({ description: 'votes for yes' }),
  no: countShape.meta({ description: 'votes for no' }),
  abstain: countShape.meta({ description: 'present without voting' }),
  absent: countShape.optional().meta({ description: 'seats that nobody filled; with seats the sum must be right' }),
  chair: z
    .enum([...sides, 'abstain', 'absent'])
    .meta({ description: 'how the one who presides voted, counted in the numbers; absent: not among those counted' }),
}
const factsShape = z.strictObject({
  subject: z.enum(subjects).meta({ description: 'election and employment: closed, ties by lot (KL 5:54, 5:56)' }),
  form: z.enum(['open', 'closed']).optional().meta({ description: 'default as the law wants it' }),
  body: bodyShape.optional(),
  seats: seatsShape.optional().meta({ description: 'with body: the quorum is checked' }),
  awayForConflict: countShape.optional().meta({ description: 'council, with body and seats: members away for conflict of interest; default 0' }),
  ...tallyShape,
  chairVotedLast: z.boolean().optional().meta({ description: 'a roll call: did the one who presides vote last? left out: not asked' }),
  casting: z.enum(sides).optional().meta({ description: 'at a tie where the chair had not voted: how the chair then votes' }),
  lot: z.enum(sides).optional().meta({ description: 'at a tie in an election or employment: what the lot gave' }),
})
/** The facts of the rule `vote`: counted votes, whole numbers, and how the one who presides voted. KL 5:53–56. */
export type VoteFacts = Of<typeof factsShape>

const valueShape = z.strictObject({
  status: z.enum(['decided', 'casting_vote', 'lot']).meta({ description: 'casting_vote: the chair must vote; lot: a lot must be drawn' }),
  winner: z.enum(sides).nullable().meta({ description: 'null while a casting vote or a lot is called for' }),
  by: z.enum(['majority', 'chair', 'lot']).nullable().meta({ description: 'what settled it' }),
  yes: z.int().meta({ description: 'with the casting vote' }),
  no: z.int().meta({ description: 'with the casting vote' }),
  abstain: z.int().meta({ description: 'without one who had to vote' }),
})
/** The value of the rule `vote`: which side won, what settled it, and the numbers with a casting vote. */
export type VoteValue = Of<typeof valueShape>

const impossible = (facts: VoteFacts): readonly Refusal[] => {
  const { yes, no, abstain, absent, seats, awayForConflict = 0, chair } = facts
  const cast = yes + no + abstain
  const all = cast + (absent ?? 0)
  const wrongSum = seats !== undefined && (absent === undefined ? cast > seats : all !== seats)
  return [
    ...when(wrongSum, () =>
      refusal(
        'vote.sum',
        'KL 5:67',
        `Ja ${yes}, nej ${no}, avstår ${abstain} och frånvarande ${absent ?? '–'} stämmer inte med ${seats} platser.`,
        `Yes ${yes}, no ${no}, abstaining ${abstain} and absent ${absent ?? '–'} do not make ${seats} seats.`,
        'seats',
      ),
    ),
    ...when(absent !== undefined && awayForConflict > absent, () =>
      refusal(
        'vote.conflict_sum',
        'KL 5:46',
        `${awayForConflict} jäviga är fler än ${absent} frånvarande.`,
        `${awayForConflict} in conflict are more than ${absent} absent.`,
        'awayForConflict',
      ),
    ),
    ...when(chair !== 'absent' && facts[chair] === 0, () =>
      refusal('vote.chair', 'KL 4:25', 'Ordförandens röst finns inte bland de räknade.', 'The chair’s vote is not among those counted.', 'chair'),
    ),
  ]
}

const formal = (facts: VoteFacts): readonly Refusal[] => {
  const { subject, form, body, seats, yes, no, abstain, casting, chair } = facts
  const closed = subject !== 'ordinary'
  const present = yes + no + abstain
  const counted =
    body !== undefined && seats !== undefined ? quorum({ body, seats, present, awayForConflict: Math.min(facts.awayForConflict ?? 0, seats - present) }) : null
  return [
    ...when(present === 0, () =>
      refusal('vote.nobody', 'KL 5:45, 6:27', 'Ingen är närvarande: ingenting kan avgöras.', 'Nobody is present: nothing can be decided.', 'yes'),
    ),
    ...(counted === null || counted.ok ? [] : counted.refusals),
    ...when(closed && form === 'open', () =>
      refusal('vote.open', 'KL 5:54', 'Omröstning i val och anställningsärenden är sluten.', 'A vote in elections and employment is closed.', 'form'),
    ),
    ...when(!closed && form === 'closed', () =>
      refusal(
        'vote.closed',
        'KL 5:54',
        'Omröstning sker öppet, utom i val och anställningsärenden.',
        'A vote is open, but in elections and employment.',
        'form',
      ),
    ),
    ...when(closed && casting !== undefined, () =>
      refusal(
        'vote.casting_in_election',
        'KL 5:56',
        'I val och anställningsärenden finns ingen utslagsröst: lotten avgör.',
        'In elections and employment there is no casting vote: the lot decides.',
        'casting',
      ),
    ),
    ...when(!closed && facts.lot !== undefined, () =>
      refusal('vote.lot', 'KL 5:56', 'Lotten avgör bara i val och anställningsärenden.', 'The lot decides in elections and employment only.', 'lot'),
    ),
    ...when(!closed && yes === no && (chair === 'yes' || chair === 'no') && casting !== undefined && casting !== chair, () =>
      refusal(
        'vote.casting_turned',
        'KL 5:56',
        'Ordföranden har redan röstat, och den rösten avgör.',
        'The chair has voted already, and that vote decides.',
        'casting',
      ),
    ),
  ]
}

/**
 * The result of a ballot between Yes and No: the larger number of votes cast, whoever abstains (KL 5:55). At a tie the chair's side
 * (5:56); a chair who abstained must then vote (4:25). In elections and employment the ballot is closed (5:54) and a tie goes to the lot,
 * never to the chair. Boards: KL 6:33.
 */
export const vote = (facts: VoteFacts, { chairVotesLast }: Pick<Variants, 'chairVotesLast'> = defaultVariants): Ruling<VoteValue> => {
  const wrong = impossible(facts)
  if (wrong.length > 0) return contradiction(wrong)
  const { subject, yes, no, abstain } = facts
  const refusals = [
    ...formal(facts),
    ...when(chairVotesLast && facts.chairVotedLast === false, () =>
      refusal(
        'vote.chair_last',
        'KL 5:53–54',
        'Den som leder mötet röstar sist i ett upprop.',
        'The one who presides votes last in a roll call.',
        'chairVotedLast',
      ),
    ),
  ]
  const counted = because(
    'KL 5:55',
    `Ja ${yes}, nej ${no}, avstår ${abstain}. Enkel majoritet av avgivna röster avgör; den som avstår räknas inte.`,
    `Yes ${yes}, no ${no}, abstaining ${abstain}. A simple majority of votes cast decides; those who abstain are not counted.`,
  )
  if (yes !== no) return ruling({ status: 'decided', winner: yes > no ? 'yes' : 'no', by: 'majority', yes, no, abstain }, refusals, [counted])
  const { value, reason } = subject === 'ordinary' ? byChair(facts) : byLot(facts)
  return ruling(value, refusals, [counted, reason])
}

const sideWords = { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } }

const byChair = ({ yes, no, abstain, chair, casting }: VoteFacts) => {
  if (chair === 'yes' || chair === 'no')
    return {
      value: { status: 'decided', winner: chair, by: 'chair', yes, no, abstain } as const,
      reason: because(
        'KL 5:56',
        `Lika röstetal ${yes}–${no}: ordföranden röstade ${sideWords[chair].sv}, och det avgör.`,
        `A tie ${yes}–${no}: the chair voted ${sideWords[chair].en}, and that decides.`,
      ),
    }
  if (casting === undefined)
    return {
      value: { status: 'casting_vote', winner: null, by: null, yes, no, abstain } as const,
      reason: because(
        'KL 4:25, 5:56',
        `Lika röstetal ${yes}–${no}: den som leder mötet har inte röstat och måste göra det.`,
        `A tie ${yes}–${no}: the one who presides has not voted and must.`,
      ),
    }
  const after = { yes: yes + (casting === 'yes' ? 1 : 0), no: no + (casting === 'no' ? 1 : 0), abstain: abstain - (chair === 'abstain' ? 1 : 0) }
  return {
    value: { status: 'decided', winner: casting, by: 'chair', ...after } as const,
    reason: because(
      'KL 4:25, 5:56',
      `Ordföranden måste rösta, röstar ${sideWords[casting].sv}: ${after.yes}–${after.no}.`,
      `The chair must vote, and votes ${sideWords[casting].en}: ${after.yes}–${after.no}.`,
    ),
  }
}

const byLot = ({ yes, no, abstain, lot }: VoteFacts) => ({
  value: (lot === undefined
    ? { status: 'lot', winner: null, by: null, yes, no, abstain }
    : { status: 'decided', winner: lot, by: 'lot', yes, no, abstain }) as VoteValue,
  reason:
    lot === undefined
      ? because('KL 5:56', `Lika röstetal ${yes}–${no}: lott ska dras.`, `A tie ${yes}–${no}: a lot is drawn.`)
      : because('KL 5:56', `Lika röstetal ${yes}–${no}: lotten gav ${sideWords[lot].sv}.`, `A tie ${yes}–${no}: the lot gave ${sideWords[lot].en}.`),
})

/** The rule `vote`: how did the ballot between yes and no go? KL 4:24–26, 5:53–56, 6:33. Facts: subject, form, body, seats, awayForConflict, yes, no, abstain, absent, chair, chairVotedLast, casting, lot. Value: status, winner, by, yes, no, abstain. */
export const voteRule = rule({
  name: 'vote',
  law: 'KL 4:24–26, 5:53–56, 6:33',
  words: { sv: 'hur gick omröstningen mellan ja och nej?', en: 'how did the ballot between yes and no go?' },
  okMeans: 'the ballot is held in the right form and with quorum: there is a result, or a casting vote or a lot is called for',
  facts: factsShape,
  value: valueShape,
  example: { subject: 'ordinary', yes: 28, no: 28, abstain: 1, chair: 'no' },
  variants: ['chairVotesLast'],
  judge: vote,
})
