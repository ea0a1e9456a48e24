import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, countShape, nameShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'
import { sides } from './vote.ts'

const factsShape = z.strictObject({
  body: bodyShape,
  item: z
    .enum(['ordinary', 'election', 'extra_election'])
    .meta({ description: 'election: simple majority only; extra_election: a decision to hold one, in the council always tabled the first time' }),
  usedMinority: z.boolean().meta({ description: 'has this item been tabled or referred by a minority before, whichever of the two?' }),
  first: z.boolean().optional().meta({ description: 'extra_election: is it handled for the first time? default true' }),
  present: countShape.meta({ description: 'members and serving substitutes, also those who abstain: a third of these is what counts' }),
  for: countShape.meta({ description: 'those who want to table or refer' }),
  against: countShape.meta({ description: 'those who want to decide today' }),
  chair: z
    .enum([...sides, 'abstain', 'absent'])
    .optional()
    .meta({ description: 'how the chair voted, yes = for; only used at a tie; default abstain' }),
  motivations: z
    .array(z.strictObject({ id: nameShape, supporters: countShape.meta({ description: 'how many of those present stand behind it' }) }))
    .max(100)
    .optional()
    .meta({ description: 'a referral by a minority with several motivations: how many of those present support each' }),
  casting: z.enum(sides).optional().meta({ description: 'at a tie where the chair had not voted: how the chair then votes' }),
})
const valueShape = z.strictObject({
  status: z.enum(['postponed', 'not_postponed', 'casting_vote']).meta({ description: 'casting_vote: a tie, and the chair must vote' }),
  by: z.enum(['minority', 'majority', 'chair', 'law']).nullable().meta({
    description:
      'what settled it, either way: a third of those present, the larger number, the chair’s side at a tie, or the law; null while the chair must vote',
  }),
  third: z.int().meta({ description: 'how many make at least a third of those present' }),
  reachesThird: z.boolean().meta({ description: 'did at least a third of those present ask for it?' }),
  wins: z.boolean().meta({ description: 'were more for than against?' }),
  usedMinority: z.boolean().meta({ description: 'is the right of the minority used after this?' }),
  motivationBy: z
    .enum(['requesters', 'body'])
    .nullable()
    .meta({ description: 'who sets the motivation of a referral; null when nothing is postponed, or by law' }),
  motivations: z.array(z.string()).meta({ description: 'postponed by a minority: the motivations that at least a third of those present support' }),
})
/** The facts of the rule `postponement`: those present, for and against, whole numbers. KL 5:50. */
export type PostponementFacts = Of<typeof factsShape>
/** The value of the rule `postponement`: whether the item is postponed, and by what right. */
export type PostponementValue = Of<typeof valueShape>

/** The smallest number that is at least a third. */
export const thirdOf = (n: number): number => Math.ceil(n / 3)

/**
 * Is an item tabled or referred back? In the council if at least a third of those present ask for it, once an item and not in
 * elections (KL 5:50); otherwise, and in boards (6:33), by simple majority, at a tie as the chair votes. An extra election is always
 * tabled the first time. A tabled item comes back at the next meeting (5:51).
 */
export const postponement = (facts: PostponementFacts, { postponementClass }: Pick<Variants, 'postponementClass'>): Ruling<PostponementValue> => {
  const { body, item, present, against, usedMinority } = facts
  const wanted = facts.for
  if (wanted + against > present)
    return contradiction([
      refusal(
        'postponement.sum',
        'KL 5:50',
        `${wanted} för och ${against} emot är fler än ${present} närvarande.`,
        `${wanted} for and ${against} against are more than ${present} present.`,
        'present',
      ),
    ])
  const third = thirdOf(present)
  const reachesThird = present > 0 && wanted >= third
  const wins = wanted > against
  const common = { third, reachesThird, wins, motivations: [] }
  if (body === 'council' && item === 'extra_election' && (facts.first ?? true))
    return ruling(
      { ...common, status: 'postponed', by: 'law', usedMinority, motivationBy: null },
      [],
      [because('KL 5:50', 'Ett extra val bordläggs alltid första gången.', 'An extra election is always tabled the first time.')],
    )
  const nobody = when(present === 0, () =>
    refusal('postponement.nobody', 'KL 5:45', 'Ingen är närvarande: ingenting kan avgöras.', 'Nobody is present: nothing can be decided.', 'present'),
  )
  const hasRight = body === 'council' && item === 'ordinary' && !usedMinority
  const why = hasRight
    ? because(
        'KL 5:50',
        `${wanted} av ${present} närvarande begär det. En tredjedel är ${third}.`,
        `${wanted} of ${present} present ask for it. A third is ${third}.`,
      )
    : because(body === 'council' ? 'KL 5:50' : 'KL 6:33', noRight(facts).sv, noRight(facts).en)
  if (hasRight && reachesThird && !(wins && postponementClass === 'majority_first'))
    return ruling(
      { ...common, status: 'postponed', by: 'minority', usedMinority: true, motivationBy: 'requesters', motivations: supported(facts, third) },
      nobody,
      [
        why,
        because(
          'KL 5:50',
          'Ärendet skjuts upp på begäran av en minoritet, som också anger motiveringen till en återremiss.',
          'The item is postponed by a minority, which also sets the motivation of a referral.',
        ),
      ],
    )
  const { status, by } = bySimpleMajority(facts)
  const outcome = because(
    wanted === against ? 'KL 5:56' : 'KL 5:55',
    `För ${wanted}, emot ${against}: ${outcomeWords[status].sv}.`,
    `For ${wanted}, against ${against}: ${outcomeWords[status].en}.`,
  )
  return ruling({ ...common, status, by, usedMinority, motivationBy: status === 'postponed' ? 'body' : null }, nobody, [why, outcome])
}

/** The motivations that a third of those present stand behind: the chair tests them when there are several (KL 5:50 third paragraph). */
const supported = ({ motivations = [] }: PostponementFacts, third: number): readonly string[] =>
  motivations.filter(({ supporters }) => supporters >= third).map(({ id }) => id)

const outcomeWords = {
  postponed: { sv: 'ärendet skjuts upp', en: 'the item is postponed' },
  not_postponed: { sv: 'ärendet avgörs i dag', en: 'the item is decided today' },
  casting_vote: { sv: 'lika, och ordföranden måste rösta', en: 'a tie, and the chair must vote' },
}

const noRight = ({ body, item }: PostponementFacts): { readonly sv: string; readonly en: string } => {
  if (body !== 'council') return { sv: 'I nämnder krävs enkel majoritet.', en: 'In boards a simple majority is required.' }
  return item === 'ordinary'
    ? {
        sv: 'Minoritetens rätt är redan använd i ärendet: enkel majoritet krävs.',
        en: 'The right of the minority is already used for the item: a simple majority is required.',
      }
    : { sv: 'I val krävs enkel majoritet.', en: 'In elections a simple majority is required.' }
}

const bySimpleMajority = ({ for: wanted, against, chair = 'abstain', casting }: PostponementFacts): Pick<PostponementValue, 'status' | 'by'> => {
  if (wanted !== against) return wanted > against ? { status: 'postponed', by: 'majority' } : { status: 'not_postponed', by: 'majority' }
  const side = chair === 'yes' || chair === 'no' ? chair : casting
  if (side === undefined) return { status: 'casting_vote', by: null }
  return { status: side === 'yes' ? 'postponed' : 'not_postponed', by: 'chair' }
}

/** The rule `postponement`: is the item tabled or referred back? KL 5:50–51, 6:33. Facts: body, item, usedMinority, first, present, for, against, chair, motivations, casting. Value: status, by, third, reachesThird, wins, usedMinority, motivationBy, motivations. */
export const postponementRule = rule({
  name: 'postponement',
  law: 'KL 5:50–51, 6:33',
  words: { sv: 'bordläggs eller återremitteras ärendet?', en: 'is the item tabled or referred back?' },
  okMeans: 'the numbers can stand: there is a result, whichever it is',
  note: 'In the council, an ordinary item that no minority has postponed before: postponed by the minority when at least a third of `present` is for. Else postponed when more are for than against; at a tie by the chair’s side. Elections, extra elections taken up again, and boards: the larger number only.',
  facts: factsShape,
  value: valueShape,
  variants: ['postponementClass'],
  example: { body: 'council', item: 'ordinary', usedMinority: false, present: 57, for: 19, against: 36 },
  judge: postponement,
})
