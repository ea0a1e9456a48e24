import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, nameShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  partyVotes: countShape.meta({ description: 'the party’s votes in the constituency, or in the undivided municipality' }),
  seats: countShape.meta({ description: 'the party’s seats there' }),
  candidates: z.array(z.strictObject({ name: nameShape, votes: countShape.meta({ description: 'personal votes' }) })).max(5000),
  lots: z.array(nameShape).optional().meta({ description: 'those the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn' }),
  required: z.int().meta({ description: 'personal votes needed: 5 per cent of the party’s, rounded up, and 50 at least' }),
  order: z
    .array(z.strictObject({ name: z.string(), votes: z.int() }))
    .meta({ description: 'those who reach it, most votes first, as far as the lots have told' }),
  elected: z.array(z.string()).meta({ description: 'the first of them, as many as there are seats' }),
  left: z.int().meta({ description: 'seats that the order of the ballots fills instead: the rule `ballot-order`' }),
  lot: z
    .strictObject({ among: z.array(z.string()) })
    .nullable()
    .meta({ description: 'equal numbers: who comes first' }),
})
type Value = Of<typeof valueShape>

const share = 20
const leastVotes = 50

/**
 * Who is elected to a council by personal votes: candidates with at least 5 per cent of the party's votes in the constituency, and at least 50
 * (vallag 14:13), in the order of their number (14:9), equal numbers by lot (14:2). The seats left go by the order of the ballots (14:10), which
 * needs every ballot: `ballotOrder`. For checking only: the county administrative board decides.
 */
export const personalVotes = ({ partyVotes, seats, candidates, lots = [] }: Of<typeof factsShape>): Ruling<Value> => {
  const sum = candidates.reduce((total, { votes }) => total + votes, 0)
  const wrong = [
    ...when(sum > partyVotes, () =>
      refusal(
        'personal.sum',
        'Vallag 14:9',
        `${sum} personröster är fler än partiets ${partyVotes} röster.`,
        `${sum} personal votes are more than the party’s ${partyVotes} votes.`,
        'candidates',
      ),
    ),
    ...when(new Set(candidates.map(({ name }) => name)).size < candidates.length, () =>
      refusal('personal.twice', 'Vallag 14:9', 'Samma namn står två gånger.', 'The same name stands twice.', 'candidates'),
    ),
  ]
  if (wrong.length > 0) return contradiction(wrong)
  const required = Math.max(leastVotes, Math.ceil(partyVotes / share))
  const waiting = candidates.filter(({ votes }) => votes >= required).toSorted((a, b) => b.votes - a.votes)
  const reach = waiting.length
  const order: { readonly name: string; readonly votes: number }[] = []
  let [drawn, lot]: [number, Value['lot']] = [0, null]
  while (waiting.length > 0) {
    const tied = waiting.filter(({ votes }) => votes === waiting[0]?.votes)
    const next = tied.length === 1 ? tied[0] : tied.find(({ name }) => name === lots[drawn])
    if (next === undefined) {
      lot = { among: tied.map(({ name }) => name) }
      break
    }
    if (tied.length > 1) drawn++
    order.push(next)
    waiting.splice(waiting.indexOf(next), 1)
  }
  const elected = order.slice(0, seats).map(({ name }) => name)
  return ruling(
    { status: lot === null ? 'done' : 'lot', required, order, elected, left: Math.max(0, seats - reach), lot },
    when(lot !== null && lots[drawn] !== undefined, () =>
      refusal(
        'personal.lot',
        'Vallag 14:2',
        `Lotten ska dras bland ${lot?.among.join(', ')}.`,
        `The lot is drawn among ${lot?.among.join(', ')}.`,
        `lots[${drawn}]`,
      ),
    ),
    [
      because(
        'Vallag 14:13',
        `Minst ${required} personröster krävs: 5 % av ${partyVotes}, dock minst ${leastVotes}.`,
        `At least ${required} personal votes are required: 5 % of ${partyVotes}, and ${leastVotes} at least.`,
      ),
      ...order.map(({ name, votes }, i) => because('Vallag 14:9', `${i + 1}. ${name}: ${votes}.`, `${i + 1}. ${name}: ${votes}.`)),
    ],
  )
}

/** `personal-votes`: who is elected by personal votes (`elected`), in which order, and the number needed. Vallag 14:9, 14:13. */
export const personalVotesRule = rule({
  name: 'personal-votes',
  law: 'Vallag 14:2, 14:9, 14:13',
  words: { sv: 'vilka är personvalda till fullmäktige?', en: 'who are elected to the council by personal votes?' },
  okMeans: 'the votes and lots given can stand: there is a result, or a lot is called for',
  facts: factsShape,
  value: valueShape,
  example: {
    partyVotes: 1500,
    seats: 3,
    candidates: [
      { name: 'A', votes: 74 },
      { name: 'B', votes: 75 },
      { name: 'C', votes: 210 },
    ],
  },
  judge: personalVotes,
})
