import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { compare, type Rational, rational, written } from '../rational.ts'
import { rule } from '../rule.ts'
import { countShape, fractionShape, nameShape, type Of, someShape } from '../shapes.ts'
import { largest } from './odd-numbers.ts'

const factsShape = z.strictObject({
  won: z
    .array(
      z.strictObject({
        seat: nameShape.meta({ description: 'the constituency or party the seat was won in' }),
        personal: countShape.nullable().meta({ description: 'the personal votes that gave the place there; null where the ballots gave it' }),
        partyVotes: someShape.meta({ description: 'the party’s votes there' }),
        number: z
          .string()
          .regex(/^\d{1,9}(\.\d{1,2})?$/, 'a number with at most two decimals, such as 233.50')
          .nullable()
          .optional()
          .meta({ description: 'the comparative number that gave the place, where the ballots gave it, as the rule `ballot-order` tells' }),
      }),
    )
    .min(1)
    .max(200),
  lot: nameShape.optional().meta({ description: 'the seat that the lot gave' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn' }),
  takes: z.string().nullable().meta({ description: 'the seat that is taken; null while a lot is called for' }),
  leaves: z.array(z.string()).meta({ description: 'the seats that go to others' }),
  by: z.enum(['personal', 'ballots']).meta({ description: 'personal votes in relation to the party’s, or comparative numbers' }),
  lot: z
    .strictObject({ among: z.array(z.string()), share: fractionShape })
    .nullable()
    .meta({ description: 'equal shares or numbers' }),
})

const numberOf = (number: string | null | undefined): Rational => {
  const [whole = '0', cents = ''] = (number ?? '0').split('.')
  return rational(Number(whole) * 100 + Number(cents.padEnd(2, '0')), 100)
}

/**
 * Which seat is taken by one who has won several, in different constituencies or for different parties: where the personal votes are the largest
 * share of the party's; where no place came by personal votes, where the comparative number is largest. Vallag 14:11, 14:13.
 */
export const wonTwice = ({ won, lot }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  const seats = won.map(({ seat }) => seat)
  const wrong = [
    ...when(new Set(seats).size < seats.length, () =>
      refusal('won.twice', 'Vallag 14:11', 'Samma plats står två gånger.', 'The same seat stands twice.', 'won'),
    ),
    ...won.flatMap(({ personal, partyVotes }, i) =>
      when(personal !== null && personal > partyVotes, () =>
        refusal('won.sum', 'Vallag 14:9', 'Personrösterna är fler än partiets röster.', 'The personal votes are more than the party’s.', `won[${i}].personal`),
      ),
    ),
  ]
  if (wrong.length > 0) return contradiction(wrong)
  const personally = won.filter(({ personal }) => personal !== null)
  const by = personally.length > 0 ? 'personal' : 'ballots'
  const weighed = (by === 'personal' ? personally : won).map(({ seat, personal, partyVotes, number }) => ({
    seat,
    quotient: personal === null ? numberOf(number) : rational(personal, partyVotes),
  }))
  const best = largest(weighed)
  const [first] = best
  const drawn = best.find(({ seat }) => seat === lot)?.seat ?? null
  const takes = best.length === 1 ? (first?.seat ?? null) : drawn
  const share = written(first?.quotient ?? rational(0))
  return ruling(
    {
      status: takes === null ? 'lot' : 'done',
      takes,
      leaves: takes === null ? [] : seats.filter((seat) => seat !== takes),
      by,
      lot: takes === null ? { among: best.map(({ seat }) => seat), share } : null,
    },
    when(takes === null && lot !== undefined, () =>
      refusal('won.lot', 'Vallag 14:2', 'Lotten ska dras bland de lika.', 'The lot is drawn among those that are equal.', 'lot'),
    ),
    weighed
      .toSorted((a, b) => compare(b.quotient, a.quotient))
      .map(({ seat, quotient }) => because('Vallag 14:11', `${seat}: ${written(quotient).decimal}.`, `${seat}: ${written(quotient).decimal}.`)),
  )
}

/** The rule `won-twice`: which seat is taken by one who has won several? Vallag 14:11, 14:13. Facts: won, lot. Value: status, takes, leaves, by, lot. */
export const wonTwiceRule = rule({
  name: 'won-twice',
  law: 'Vallag 14:2, 14:11, 14:13',
  words: { sv: 'vilken plats tar den som har fått flera?', en: 'which seat is taken by one who has won several?' },
  okMeans: 'the votes and the lot given can stand: there is a result, or a lot is called for',
  facts: factsShape,
  value: valueShape,
  example: {
    won: [
      { seat: 'Norr', personal: 90, partyVotes: 1200 },
      { seat: 'Söder', personal: 110, partyVotes: 2000 },
      { seat: 'Väster', personal: null, partyVotes: 900, number: '233.50' },
    ],
  },
  judge: wonTwice,
})
