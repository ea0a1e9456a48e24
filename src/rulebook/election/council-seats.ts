import { z } from 'zod'
import { because, contradiction, type Reason, refusal, type Ruling, ruling, when } from '../reason.ts'
import { compare, rational, type Rational, written } from '../rational.ts'
import { rule } from '../rule.ts'
import { countShape, fractionShape, nameShape, type Of, seatsShape } from '../shapes.ts'

const factsShape = z.strictObject({
  seats: seatsShape,
  validVotes: countShape.optional().meta({ description: 'all valid votes, also of parties not listed; default the sum' }),
  constituencies: z.boolean().meta({ description: 'is the municipality divided? then the threshold is 3 per cent, else 2' }),
  parties: z.array(z.strictObject({ name: nameShape, votes: countShape })).max(500),
  lots: z.array(nameShape).optional().meta({ description: 'the parties that the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']),
  threshold: z.int().meta({ description: 'votes needed to take part' }),
  seats: z.array(z.strictObject({ name: z.string(), votes: z.int(), below: z.boolean(), seats: z.int(), next: fractionShape.nullable() })),
  lot: z.strictObject({ among: z.array(z.string()), quotient: fractionShape }).nullable(),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>

/** Divisors of the adjusted odd-number method: 1.2, then 3, 5, 7 … Vallag 14:3. */
const quotientOf = (votes: number, seats: number): Rational => (seats === 0 ? rational(votes * 10, 12) : rational(votes, 2 * seats + 1))

/**
 * How the seats of a council fall on the parties in the whole municipality (vallag 14:2–8): parties of at least 2 per cent of the valid votes, 3
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
        'Vallag 14:2',
        `Partiernas röster ${sum} är fler än ${total} giltiga.`,
        `The parties’ votes ${sum} are more than ${total} valid ones.`,
        'validVotes',
      ),
    ),
    ...when(new Set(parties.map(({ name }) => name)).size < parties.length, () =>
      refusal('allotment.twice', 'Vallag 14:2', 'Samma parti står två gånger.', 'The same party stands twice.', 'parties'),
    ),
  ]
  if (wrong.length > 0) return contradiction(wrong)
  const percent = constituencies ? 3 : 2
  const threshold = Math.ceil((total * percent) / 100)
  const running = parties.map(({ name, votes }) => ({ name, votes, seats: 0, quotient: quotientOf(votes, 0), below: votes === 0 || votes < threshold }))
  const taking = running.filter(({ below }) => !below)
  let [drawn, lot]: [number, Value['lot']] = [0, null]
  for (let left = taking.length === 0 ? 0 : seats; left > 0; left--) {
    let tied: typeof taking = []
    for (const party of taking) {
      const than = tied[0] === undefined ? 1 : compare(party.quotient, tied[0].quotient)
      if (than > 0) tied = [party]
      else if (than === 0) tied.push(party)
    }
    // Where all that are equal fit in the seats left, they get one each whatever the lot would say.
    const winner = tied.length <= left ? tied[0] : tied.find(({ name }) => name === lots[drawn])
    if (winner === undefined) {
      lot = { among: tied.map(({ name }) => name), quotient: written((tied[0] as (typeof tied)[number]).quotient) }
      break
    }
    if (tied.length > left) drawn++
    winner.seats++
    winner.quotient = quotientOf(winner.votes, winner.seats)
  }
  const value: Value = {
    status: lot === null ? 'done' : 'lot',
    threshold,
    seats: running.map(({ name, votes, below, seats: got, quotient }) => ({ name, votes, below, seats: got, next: below ? null : written(quotient) })),
    lot,
  }
  return ruling(value, lotRefusal(lot, lots[drawn], drawn), reasonsOf(value, percent, total))
}

const lotRefusal = (lot: Value['lot'], given: string | undefined, at: number) =>
  when(lot !== null && given !== undefined, () =>
    refusal(
      'allotment.lot',
      'Vallag 14:7',
      `Lotten ska dras bland ${lot?.among.join(', ')}.`,
      `The lot is drawn among ${lot?.among.join(', ')}.`,
      `lots[${at}]`,
    ),
  )

const reasonsOf = ({ threshold, seats, lot }: Value, percent: number, total: number): readonly Reason[] => [
  because(
    'Vallag 14:2',
    `Spärren är ${percent} % av ${total} giltiga röster: ${threshold}.`,
    `The threshold is ${percent} % of ${total} valid votes: ${threshold}.`,
  ),
  ...seats.map(({ name, votes, below, seats: got }) =>
    below
      ? because('Vallag 14:2', `${name} ${votes}: under spärren.`, `${name} ${votes}: below the threshold.`)
      : because('Vallag 14:3', `${name} ${votes}: ${got} platser.`, `${name} ${votes}: ${got} seats.`),
  ),
  ...when(lot !== null, () =>
    because(
      'Vallag 14:7',
      `Lika jämförelsetal ${lot?.quotient.exact}: dra lott mellan ${lot?.among.join(', ')}.`,
      `Equal comparative numbers ${lot?.quotient.exact}: draw a lot among ${lot?.among.join(', ')}.`,
    ),
  ),
]

export const councilSeatsRule = rule({
  name: 'council-seats',
  law: 'Vallag 14:2–8',
  words: { sv: 'hur faller fullmäktiges platser på partierna?', en: 'how do the seats of the council fall on the parties?' },
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
