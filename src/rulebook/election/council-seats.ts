import { z } from 'zod'
import { because, contradiction, type Reason, refusal, type Ruling, rulingToldLater, when } from '../reason.ts'
import { written } from '../rational.ts'
import { rule } from '../rule.ts'
import { countShape, fractionShape, nameShape, type Of, seatsShape } from '../shapes.ts'
import { largest, oddQuotient } from './odd-numbers.ts'

const factsShape = z.strictObject({
  seats: seatsShape.meta({ description: 'of the whole council' }),
  validVotes: countShape.optional().meta({ description: 'all valid votes, also of parties not listed; default the sum' }),
  constituencies: z.boolean().meta({ description: 'is the municipality divided? then the threshold is 3 per cent, else 2' }),
  parties: z.array(z.strictObject({ name: nameShape, votes: countShape })).max(500),
  lots: z.array(nameShape).optional().meta({ description: 'the parties that the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn; the seats told are as far as it goes' }),
  threshold: z.int().meta({ description: 'votes needed to take part' }),
  seats: z
    .array(
      z.strictObject({
        name: z.string(),
        votes: z.int(),
        below: z.boolean().meta({ description: 'below the threshold, or without votes' }),
        seats: z.int(),
        next: fractionShape.nullable().meta({ description: 'the comparative number it would take part with for one more seat' }),
      }),
    )
    .meta({ description: 'in the order of `parties`' }),
  lot: z
    .strictObject({ among: z.array(z.string()), quotient: fractionShape })
    .nullable()
    .meta({ description: 'the lot to draw: more parties are equal than there are seats left' }),
  ties: z.array(z.strictObject({ seat: z.int(), among: z.array(z.string()), quotient: fractionShape, decides: z.boolean() })).meta({
    description: 'every tie met, at which seat from 1; decides: false where all that are equal get a seat whatever the lot says, so that none is called for',
  }),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>

/** Is the seat one of those that the tie is about? Then it is the same tie, with one or more of the equal already served. */
const within = (tie: Value['ties'][number] | undefined, seat: number): boolean => tie !== undefined && seat < tie.seat + tie.among.length

/**
 * How the seats of a council fall on the parties in the whole municipality (vallag 14:2–7): parties of at least 2 per cent of the valid votes, 3
 * where it is divided, by the adjusted odd-number method, ties by lot. For checking only: the county administrative board decides, and where
 * there are constituencies this is the total that levelling aims at, not who gets a seat where.
 */
export const councilSeats = ({ seats, validVotes, constituencies, parties, lots = [] }: Facts): Ruling<Value> => {
  const sum = parties.reduce((total, { votes }) => total + votes, 0)
  const total = validVotes ?? sum
  const wrong = [
    ...when(sum > total, () =>
      refusal(
        'allotment.sum',
        'Vallag 14:6',
        `Partiernas röster ${sum} är fler än ${total} giltiga.`,
        `The parties’ votes ${sum} are more than ${total} valid ones.`,
        'validVotes',
      ),
    ),
    ...when(new Set(parties.map(({ name }) => name)).size < parties.length, () =>
      refusal('allotment.twice', 'Vallag 14:6', 'Samma parti står två gånger.', 'The same party stands twice.', 'parties'),
    ),
  ]
  if (wrong.length > 0) return contradiction(wrong)
  const percent = constituencies ? 3 : 2
  const threshold = Math.ceil((total * percent) / 100)
  const running = parties.map(({ name, votes }) => ({ name, votes, seats: 0, quotient: oddQuotient(votes, 0), below: votes === 0 || votes < threshold }))
  const taking = running.filter(({ below }) => !below)
  const ties: Value['ties'][number][] = []
  let [drawn, lot]: [number, Value['lot']] = [0, null]
  for (let left = taking.length === 0 ? 0 : seats; left > 0; left--) {
    const tied = largest(taking)
    if (tied.length > 1 && !within(ties.at(-1), seats - left + 1))
      ties.push({
        seat: seats - left + 1,
        among: tied.map(({ name }) => name),
        quotient: written((tied[0] as (typeof tied)[number]).quotient),
        decides: tied.length > left,
      })
    // Where all that are equal fit in the seats left, they get one each whatever the lot would say.
    const winner = tied.length <= left ? tied[0] : tied.find(({ name }) => name === lots[drawn])
    if (winner === undefined) {
      lot = { among: tied.map(({ name }) => name), quotient: written((tied[0] as (typeof tied)[number]).quotient) }
      break
    }
    if (tied.length > left) drawn++
    winner.seats++
    winner.quotient = oddQuotient(winner.votes, winner.seats)
  }
  const value: Value = {
    status: lot === null ? 'done' : 'lot',
    threshold,
    seats: running.map(({ name, votes, below, seats: got, quotient }) => ({ name, votes, below, seats: got, next: below ? null : written(quotient) })),
    lot,
    ties,
  }
  return rulingToldLater(value, lotRefusal(lot, lots[drawn], drawn), () => reasonsOf(value, percent, total))
}

const lotRefusal = (lot: Value['lot'], given: string | undefined, at: number) =>
  when(lot !== null && given !== undefined, () =>
    refusal(
      'allotment.lot',
      'Vallag 14:2',
      `Lotten ska dras bland ${lot?.among.join(', ')}.`,
      `The lot is drawn among ${lot?.among.join(', ')}.`,
      `lots[${at}]`,
    ),
  )

const reasonsOf = ({ threshold, seats, lot }: Value, percent: number, total: number): readonly Reason[] => [
  because(
    'Vallag 14:6',
    `Spärren är ${percent} % av ${total} giltiga röster: ${threshold}.`,
    `The threshold is ${percent} % of ${total} valid votes: ${threshold}.`,
  ),
  ...seats.map(({ name, votes, below, seats: got }) =>
    below
      ? because('Vallag 14:6', `${name} ${votes}: under spärren.`, `${name} ${votes}: below the threshold.`)
      : because('Vallag 14:3, 14:7', `${name} ${votes}: ${got} platser.`, `${name} ${votes}: ${got} seats.`),
  ),
  ...when(lot !== null, () =>
    because(
      'Vallag 14:2',
      `Lika jämförelsetal ${lot?.quotient.exact}: dra lott mellan ${lot?.among.join(', ')}.`,
      `Equal comparative numbers ${lot?.quotient.exact}: draw a lot among ${lot?.among.join(', ')}.`,
    ),
  ),
]

/** The rule `council-seats`: how do the seats of the council fall on the parties? Vallag 14:2–3, 14:6–7. Facts: seats, validVotes, constituencies, parties, lots. Value: status, threshold, seats, lot, ties. */
export const councilSeatsRule = rule({
  name: 'council-seats',
  law: 'Vallag 14:2–3, 14:6–7',
  words: { sv: 'hur faller fullmäktiges platser på partierna?', en: 'how do the seats of the council fall on the parties?' },
  okMeans: 'the votes and lots given can stand: there is a result, or a lot is called for',
  facts: factsShape,
  value: valueShape,
  example: {
    seats: 41,
    validVotes: 18_700,
    constituencies: false,
    parties: [
      { name: 'S', votes: 6200 },
      { name: 'M', votes: 4100 },
      { name: 'SD', votes: 3900 },
      { name: 'C', votes: 1500 },
      { name: 'V', votes: 1300 },
      { name: 'L', votes: 700 },
      { name: 'KD', votes: 650 },
      { name: 'Lokal', votes: 350 },
    ],
  },
  judge: councilSeats,
})
