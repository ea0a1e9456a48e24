import { z } from 'zod'
import { addMonths, longDay } from '../../kernel/day.ts'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, dayShape, type Of, someShape } from '../shapes.ts'
import { twoThirdsOf } from '../voting/majority.ts'

const proposalFacts = z.strictObject({
  introduced: z.boolean().meta({ description: 'has the council decided that citizen proposals may be made?' }),
  author: z
    .enum(['registered', 'eu_resident', 'other'])
    .meta({ description: 'registered in the municipality, at any age; a resident citizen of the Union; anyone else' }),
  handedToBoard: z.boolean().meta({ description: 'has the council handed the decision to a board?' }),
  councilMatter: z.boolean().meta({ description: 'is it one that the council alone decides (KL 5:1)?' }),
  decider: z.enum(['council', 'board', 'delegate']).nullable().meta({ description: 'who decided it; null while undecided' }),
  boardTellsYearly: z.boolean().optional().meta({ description: 'handed over: does the board tell the council at least once a year? default true' }),
})
const proposalValue = z.strictObject({
  mayMake: z.boolean().meta({ description: 'may the proposal be made?' }),
  decider: z.enum(['council', 'board']).meta({ description: 'who decides it' }),
})

/** A citizen proposal: only where the council has introduced it, from anyone registered in the municipality (KL 8:1). The council may hand the decision to a board, but not in its own matters (5:23); the board may not delegate it (6:38) and tells the council at least once a year (6:34). */
export const citizenProposal = ({
  introduced,
  author,
  handedToBoard,
  councilMatter,
  decider,
  boardTellsYearly = true,
}: Of<typeof proposalFacts>): Ruling<Of<typeof proposalValue>> => {
  const right = handedToBoard && !councilMatter ? 'board' : 'council'
  const making = [
    ...when(!introduced, () =>
      refusal(
        'proposal.not_introduced',
        'KL 8:1',
        'Fullmäktige har inte infört medborgarförslag.',
        'The council has not introduced citizen proposals.',
        'introduced',
      ),
    ),
    ...when(author === 'other', () =>
      refusal(
        'proposal.author',
        'KL 8:1',
        'Den som är folkbokförd i kommunen får lämna medborgarförslag.',
        'One who is registered in the municipality may make a citizen proposal.',
        'author',
      ),
    ),
  ]
  return ruling(
    { mayMake: making.length === 0, decider: right },
    [
      ...making,
      ...when(handedToBoard && councilMatter, () =>
        refusal(
          'proposal.council_matter',
          'KL 5:23, 5:1',
          'Det här beslutar bara fullmäktige om: det kan inte överlåtas.',
          'The council alone decides this: it cannot be handed over.',
          'handedToBoard',
        ),
      ),
      ...when(decider === 'delegate', () =>
        refusal(
          'proposal.delegated',
          'KL 6:38',
          'Ett överlåtet medborgarförslag får inte delegeras.',
          'A citizen proposal that was handed over may not be delegated.',
          'decider',
        ),
      ),
      ...when(decider === 'board' && right === 'council', () =>
        refusal('proposal.not_handed', 'KL 5:23', 'Fullmäktige har inte överlåtit beslutet.', 'The council has not handed the decision over.', 'decider'),
      ),
      ...when(handedToBoard && !boardTellsYearly, () =>
        refusal(
          'proposal.untold',
          'KL 6:34',
          'Nämnden ska minst en gång om året berätta för fullmäktige.',
          'The board tells the council at least once a year.',
          'boardTellsYearly',
        ),
      ),
    ],
    [
      right === 'board'
        ? because('KL 5:23', 'Beslutet är överlåtet till nämnden.', 'The decision is handed over to the board.')
        : because('KL 5:23', 'Fullmäktige beslutar.', 'The council decides.'),
    ],
  )
}

/** The rule `citizen-proposal`: may the citizen proposal be made, and who decides? KL 5:23, 6:34, 6:38, 8:1. Facts: introduced, author, handedToBoard, councilMatter, decider, boardTellsYearly. Value: mayMake, decider. */
export const citizenProposalRule = rule({
  name: 'citizen-proposal',
  law: 'KL 5:23, 6:34, 6:38, 8:1',
  words: { sv: 'får medborgarförslaget lämnas, och vem beslutar?', en: 'may the citizen proposal be made, and who decides?' },
  okMeans: 'it may be made, and is or will be decided by one who may',
  facts: proposalFacts,
  value: proposalValue,
  example: { introduced: true, author: 'registered', handedToBoard: true, councilMatter: false, decider: 'board' },
  judge: citizenProposal,
})

const initiativeFacts = z.strictObject({
  voters: someShape.meta({ description: 'people with the right to vote' }),
  submitted: dayShape,
  signatures: z
    .array(z.strictObject({ signed: dayShape, count: countShape }))
    .max(10_000)
    .meta({ description: 'signatures of people with the right to vote, by day' }),
})
const initiativeValue = z.strictObject({
  required: z.int().meta({ description: 'ten per cent, rounded up' }),
  counted: z.int().meta({ description: 'signed within the six months' }),
  tooOld: z.int().meta({ description: 'signed before' }),
  earliest: z.string().meta({ description: 'the first day that counts: the same day six months before, or the month’s last' }),
  raised: z.boolean().meta({ description: 'are there enough?' }),
})

/** Is a citizens' initiative raised? At least ten per cent of those with the right to vote, signed within the six months before it was submitted (KL 8:2). */
export const initiative = ({ voters, submitted, signatures }: Of<typeof initiativeFacts>): Ruling<Of<typeof initiativeValue>> => {
  const required = Math.ceil(voters / 10)
  const earliest = addMonths(submitted, -6)
  const sum = (list: typeof signatures): number => list.reduce((total, { count }) => total + count, 0)
  const counted = sum(signatures.filter(({ signed }) => signed >= earliest && signed <= submitted))
  const later = signatures.flatMap(({ signed }, i) => (signed > submitted ? [i] : []))
  const raised = counted >= required
  return ruling(
    { required, counted, tooOld: sum(signatures.filter(({ signed }) => signed < earliest)), earliest, raised },
    [
      ...when(!raised, () =>
        refusal(
          'initiative.few',
          'KL 8:2',
          `${counted} namn räcker inte: ${required} krävs.`,
          `${counted} signatures are not enough: ${required} are required.`,
          'signatures',
        ),
      ),
      ...later.map((i) =>
        refusal(
          'initiative.later',
          'KL 8:2',
          'Namnet är skrivet efter att initiativet lämnades in.',
          'It was signed after the initiative was submitted.',
          `signatures[${i}].signed`,
        ),
      ),
    ],
    [
      because(
        'KL 8:2',
        `Tio procent av ${voters} är ${required}. ${counted} namn från ${longDay(earliest, 'sv')} räknas.`,
        `Ten per cent of ${voters} are ${required}. ${counted} signatures from ${longDay(earliest, 'en')} count.`,
      ),
    ],
  )
}

/** The rule `initiative`: has the citizens’ initiative enough signatures? KL 8:2. Facts: voters, submitted, signatures. Value: required, counted, tooOld, earliest, raised. */
export const initiativeRule = rule({
  name: 'initiative',
  law: 'KL 8:2',
  words: { sv: 'har folkinitiativet nog med namn?', en: 'has the citizens’ initiative enough signatures?' },
  okMeans: 'enough signatures in time',
  facts: initiativeFacts,
  value: initiativeValue,
  example: { voters: 24_300, submitted: '2026-11-24', signatures: [{ signed: '2026-06-01', count: 2430 }] },
  judge: initiative,
})

const referendumFacts = z.strictObject({
  raised: z.boolean().meta({ description: 'is the initiative raised by enough signatures?' }),
  withinCompetence: z.boolean().meta({ description: 'is the question one the council may decide?' }),
  present: countShape.meta({ description: 'members present, also those who abstain' }),
  against: countShape.meta({ description: 'those who vote against holding it' }),
})
const referendumValue = z.strictObject({
  requiredAgainst: z.int().meta({ description: 'two thirds of the present, rounded up' }),
  mustHold: z.boolean().meta({ description: 'must it be held?' }),
})

/** Must a referendum be held? If enough people have asked for it on a matter the council may decide, unless at least two thirds of those present vote against (KL 5:37, 8:2). */
export const referendum = ({ raised, withinCompetence, present, against }: Of<typeof referendumFacts>): Ruling<Of<typeof referendumValue>> => {
  const law = 'KL 5:37'
  if (against > present)
    return contradiction([
      refusal('referendum.sum', law, `${against} emot är fler än ${present} närvarande.`, `${against} against are more than ${present} present.`, 'against'),
    ])
  const requiredAgainst = twoThirdsOf(present)
  const stopped = present > 0 && against >= requiredAgainst
  const refusals = [
    ...when(!raised, () => refusal('referendum.not_raised', 'KL 8:2', 'För få har begärt den.', 'Too few have asked for it.', 'raised')),
    ...when(!withinCompetence, () =>
      refusal(
        'referendum.competence',
        law,
        'Frågan är inte en som fullmäktige får besluta om.',
        'The question is not one the council may decide.',
        'withinCompetence',
      ),
    ),
    ...when(stopped, () =>
      refusal(
        'referendum.refused',
        law,
        `${against} av ${present} röstade emot: två tredjedelar är nådda.`,
        `${against} of ${present} voted against: two thirds are reached.`,
        'against',
      ),
    ),
  ]
  return ruling({ requiredAgainst, mustHold: refusals.length === 0 }, refusals, [
    because(
      law,
      `${against} av ${present} emot; ${requiredAgainst} krävs för att avslå.`,
      `${against} of ${present} against; ${requiredAgainst} are required to refuse.`,
    ),
  ])
}

/** The rule `referendum`: must the referendum be held? KL 5:37, 8:2. Facts: raised, withinCompetence, present, against. Value: requiredAgainst, mustHold. */
export const referendumRule = rule({
  name: 'referendum',
  law: 'KL 5:37, 8:2',
  words: { sv: 'måste folkomröstningen hållas?', en: 'must the referendum be held?' },
  okMeans: 'the referendum must be held',
  facts: referendumFacts,
  value: referendumValue,
  example: { raised: true, withinCompetence: true, present: 57, against: 37 },
  judge: referendum,
})
