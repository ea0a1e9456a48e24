import { z } from 'zod'
import { compare, type Rational, rational, written } from '../rational.ts'
import { because, contradiction, type Reason, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, dayShape, fractionShape, nameShape, type Of, seatsShape } from '../shapes.ts'

const factsShape = z.strictObject({
  seats: seatsShape.meta({ description: 'all seats of the council' }),
  constituencies: z
    .array(z.strictObject({ name: nameShape, voters: countShape }))
    .min(1)
    .max(100)
    .meta({ description: 'people with the right to vote on 1 March of the election year' }),
  specialReasons: z
    .boolean()
    .optional()
    .meta({ description: 'are there special reasons to divide a municipality with fewer than 36 000 voters? default false' }),
  electionYear: z.int().min(1914).max(2185).optional().meta({ description: 'the year the division is to hold from' }),
  decided: dayShape.optional().meta({ description: 'when the council decided the division; with electionYear the time is checked' }),
  lots: z.array(nameShape).optional().meta({ description: 'the constituencies that the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn' }),
  mayDivide: z.boolean().meta({ description: 'enough voters, or special reasons' }),
  fixed: z.int().meta({ description: 'fixed seats: nine tenths, rounded down' }),
  levelling: z.int().meta({ description: 'the rest' }),
  quota: fractionShape.nullable().meta({ description: 'voters for one fixed seat; null without voters' }),
  constituencies: z.array(
    z.strictObject({
      name: z.string(),
      voters: z.int(),
      seats: z.int().meta({ description: 'fixed seats' }),
      remainder: fractionShape.meta({ description: 'what is over after its whole seats, as parts of the quota' }),
      byRemainder: z.boolean().meta({ description: 'was one of its seats given for the remainder?' }),
    }),
  ),
  latest: z.string().nullable().meta({ description: 'with electionYear: the last day to decide the division' }),
  lot: z.strictObject({ among: z.array(z.string()), places: z.int().meta({ description: 'how many of them get a seat' }) }).nullable(),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>

const enoughVoters = 36_000

/** The seats left after whole quotas go to the largest remainders, equal ones that do not all fit by lot. Vallag 4:15. */
const byRemainders = (remainders: readonly { readonly name: string; readonly over: Rational }[], left: number, lots: readonly string[]) => {
  const order = remainders.toSorted((a, b) => compare(b.over, a.over))
  const border = order[left - 1]
  const beyond = order[left]
  if (border === undefined || beyond === undefined || compare(border.over, beyond.over) !== 0)
    return { given: new Set(order.slice(0, left).map(({ name }) => name)), lot: null, drawn: 0 }
  const given = new Set(order.filter(({ over }) => compare(over, border.over) > 0).map(({ name }) => name))
  const tied = order.filter(({ over }) => compare(over, border.over) === 0).map(({ name }) => name)
  let drawn = 0
  for (const name of lots) {
    if (given.size === left || !tied.includes(name) || given.has(name)) break
    given.add(name)
    drawn++
  }
  return { given, lot: given.size < left ? { among: tied.filter((name) => !given.has(name)), places: left - given.size } : null, drawn }
}

/**
 * The constituencies of a municipality: may it be divided (36 000 voters, or special reasons, vallag 4:12), when is that decided (31 October the
 * year before, 4:13), how many seats are fixed and how many levelling (nine tenths rounded down, 4:14), and how the fixed ones fall on the
 * constituencies by voters and largest remainders (4:15). For checking only: the county administrative board decides.
 */
export const constituencies = ({ seats, constituencies: asked, specialReasons = false, electionYear, decided, lots = [] }: Facts): Ruling<Value> => {
  if (new Set(asked.map(({ name }) => name)).size < asked.length)
    return contradiction([
      refusal('constituencies.twice', 'Vallag 4:12', 'Samma valkrets står två gånger.', 'The same constituency stands twice.', 'constituencies'),
    ])
  const voters = asked.reduce((sum, one) => sum + one.voters, 0)
  const fixed = Math.floor((9 * seats) / 10)
  // voters_k / (voters / fixed), kept exact: whole seats and what is over in parts of `voters`.
  const shares = asked.map((one) => ({ ...one, whole: voters === 0 ? 0 : Number((BigInt(one.voters) * BigInt(fixed)) / BigInt(voters)) }))
  const remainders = shares.map(({ name, voters: own, whole }) => ({
    name,
    over: voters === 0 ? rational(0) : rational(BigInt(own) * BigInt(fixed) - BigInt(whole) * BigInt(voters), voters),
  }))
  const left = voters === 0 ? 0 : fixed - shares.reduce((sum, { whole }) => sum + whole, 0)
  const { given, lot, drawn } = byRemainders(remainders, left, lots)
  const mayDivide = voters >= enoughVoters || specialReasons
  const latest = electionYear === undefined ? null : `${electionYear - 1}-10-31`
  const value: Value = {
    status: lot === null ? 'done' : 'lot',
    mayDivide,
    fixed,
    levelling: seats - fixed,
    quota: voters === 0 || fixed === 0 ? null : written(rational(voters, fixed)),
    constituencies: shares.map(({ name, voters: own, whole }, i) => ({
      name,
      voters: own,
      seats: whole + (given.has(name) ? 1 : 0),
      remainder: written(remainders[i]?.over ?? rational(0)),
      byRemainder: given.has(name),
    })),
    latest,
    lot,
  }
  return ruling(
    value,
    [
      ...when(!mayDivide, () =>
        refusal(
          'constituencies.few_voters',
          'Vallag 4:12',
          `Med ${voters} röstberättigade får kommunen delas bara om det finns särskilda skäl.`,
          `With ${voters} voters the municipality may be divided for special reasons only.`,
          'specialReasons',
        ),
      ),
      ...when(asked.length < 2, () =>
        refusal(
          'constituencies.one',
          'Vallag 4:12',
          'En indelning har två eller flera valkretsar.',
          'A division has two or more constituencies.',
          'constituencies',
        ),
      ),
      ...when(latest !== null && decided !== undefined && decided > latest, () =>
        refusal('constituencies.late', 'Vallag 4:13', `Indelningen ska beslutas senast ${latest}.`, `The division is decided by ${latest}.`, 'decided'),
      ),
      ...when(lot !== null && lots[drawn] !== undefined, () =>
        refusal(
          'constituencies.lot',
          'Vallag 4:15',
          `Lotten ska dras bland ${lot?.among.join(', ')}.`,
          `The lot is drawn among ${lot?.among.join(', ')}.`,
          `lots[${drawn}]`,
        ),
      ),
    ],
    reasonsOf(value, seats, voters),
  )
}

const reasonsOf = ({ fixed, levelling, constituencies: all }: Value, seats: number, voters: number): readonly Reason[] => [
  because(
    'Vallag 4:14',
    `Nio tiondelar av ${seats} är ${fixed} fasta platser, ${levelling} är utjämningsplatser.`,
    `Nine tenths of ${seats} are ${fixed} fixed seats, ${levelling} are levelling seats.`,
  ),
  ...all.map(({ name, voters: own, seats: got, byRemainder }) =>
    because(
      'Vallag 4:15',
      `${name}: ${own} av ${voters} röstberättigade, ${got} fasta platser${byRemainder ? ', en för överskottet' : ''}.`,
      `${name}: ${own} of ${voters} voters, ${got} fixed seats${byRemainder ? ', one for the remainder' : ''}.`,
    ),
  ),
]

/** `constituencies`: how many seats are fixed (`fixed`) and levelling, and how the fixed ones fall on the constituencies. Vallag 4:12–15. */
export const constituenciesRule = rule({
  name: 'constituencies',
  law: 'Vallag 4:12–15',
  words: {
    sv: 'får kommunen delas i valkretsar, och hur många fasta platser får var och en?',
    en: 'may the municipality be divided into constituencies, and how many fixed seats has each?',
  },
  okMeans: 'the municipality may be divided so, decided in time; the seats are told either way',
  facts: factsShape,
  value: valueShape,
  example: {
    seats: 61,
    constituencies: [
      { name: 'Norr', voters: 30_000 },
      { name: 'Söder', voters: 20_000 },
    ],
  },
  judge: constituencies,
})
