import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, nameShape, type Of, someShape } from '../shapes.ts'

const factsShape = z.strictObject({
  seats: countShape.meta({ description: 'the party’s seats in the constituency, or in the undivided municipality' }),
  personal: z
    .array(nameShape)
    .max(1001)
    .optional()
    .meta({ description: 'those who have their place by personal votes, in order, as the rule `personal-votes` gives them; default none' }),
  ballots: z
    .array(z.strictObject({ names: z.array(nameShape).max(1001).meta({ description: 'as they stand, from the top' }), count: someShape }))
    .max(10_000)
    .meta({ description: 'the party’s ballots with names on them, by list' }),
  lots: z.array(nameShape).optional().meta({ description: 'those the lots gave, in the order drawn' }),
})
const placeShape = z.strictObject({
  name: z.string(),
  by: z.enum(['personal', 'ballots']),
  votes: z.int().nullable().meta({ description: 'ballots that counted for the name; null by personal votes' }),
  number: z.string().nullable().meta({ description: 'the comparative number, to two decimals: "233.50"; null by personal votes' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot', 'exhausted']).meta({ description: 'lot: one must be drawn; exhausted: no names are left on the ballots' }),
  order: z.array(placeShape).meta({ description: 'those elected, in the order of their places' }),
  vacant: z.int().meta({ description: 'seats without anybody yet' }),
  lot: z
    .strictObject({ among: z.array(z.string()), number: z.string() })
    .nullable()
    .meta({ description: 'equal comparative numbers: who has the place' }),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>

/** Ballots that count for one name. `part` is their share in places given before, in hundredths (the law’s platstal). */
interface Group {
  readonly ballots: Facts['ballots']
  readonly votes: number
  readonly part: number
}

/** '233.50': hundredths as they are written. Divisions are cut at two decimals, never raised (14:10). */
const hundredths = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

/** The ballots grouped by the first name that has no place yet; those without such a name are out. */
const regroup = (ballots: Facts['ballots'], placed: ReadonlySet<string>, before: number | null): ReadonlyMap<string, Group> => {
  const by = new Map<string, Facts['ballots'][number][]>()
  for (const ballot of ballots) {
    const first = ballot.names.find((name) => !placed.has(name))
    if (first === undefined) continue
    const known = by.get(first)
    if (known) known.push(ballot)
    else by.set(first, [ballot])
  }
  return new Map(
    [...by].map(([name, own]) => {
      const votes = own.reduce((sum, { count }) => sum + count, 0)
      return [name, { ballots: own, votes, part: before === null || before === 0 ? 0 : Math.floor((votes * 10_000) / before) }]
    }),
  )
}

/**
 * Who takes the party's seats that personal votes do not fill (vallag 14:10): a ballot counts for its first name that has no place; the name with
 * the largest comparative number has the next one, and its ballots go on to their next names. A comparative number is the votes, divided by one
 * more than the ballots' share in the places they have helped to give. For checking only: the county administrative board decides.
 */
export const ballotOrder = ({ seats, personal = [], ballots, lots = [] }: Facts): Ruling<Value> => {
  if (new Set(personal).size < personal.length)
    return contradiction([refusal('order.twice', 'Vallag 14:9', 'Samma namn står två gånger.', 'The same name stands twice.', 'personal')])
  const order: Value['order'][number][] = personal.slice(0, seats).map((name) => ({ name, by: 'personal', votes: null, number: null }))
  const placed = new Set(order.map(({ name }) => name))
  const standing = new Map([...regroup(ballots, placed, null)].map(([name, group]) => [name, [group]]))
  const numberOf = (groups: readonly Group[]): number => {
    const [votes, part] = groups.reduce(([v, p], group) => [v + group.votes, p + group.part], [0, 0])
    return Math.floor((votes * 10_000) / (100 + part))
  }
  let [drawn, lot]: [number, Value['lot']] = [0, null]
  while (order.length < seats && standing.size > 0) {
    const numbers = [...standing].map(([name, groups]) => ({ name, groups, number: numberOf(groups) }))
    const best = Math.max(...numbers.map(({ number }) => number))
    const tied = numbers.filter(({ number }) => number === best)
    const next = tied.length === 1 ? tied[0] : tied.find(({ name }) => name === lots[drawn])
    if (next === undefined) {
      lot = { among: tied.map(({ name }) => name), number: hundredths(best) }
      break
    }
    if (tied.length > 1) drawn++
    placed.add(next.name)
    order.push({ name: next.name, by: 'ballots', votes: next.groups.reduce((sum, { votes }) => sum + votes, 0), number: hundredths(best) })
    standing.delete(next.name)
    for (const [name, group] of regroup(
      next.groups.flatMap((group) => group.ballots),
      placed,
      best,
    ))
      standing.set(name, [...(standing.get(name) ?? []), group])
  }
  const status = lot === null ? (order.length < seats ? 'exhausted' : 'done') : 'lot'
  return ruling(
    { status, order, vacant: seats - order.length, lot },
    when(lot !== null && lots[drawn] !== undefined, () =>
      refusal(
        'order.lot',
        'Vallag 14:2',
        `Lotten ska dras bland ${lot?.among.join(', ')}.`,
        `The lot is drawn among ${lot?.among.join(', ')}.`,
        `lots[${drawn}]`,
      ),
    ),
    order.length === 0
      ? [because('Vallag 14:10', 'Ingen har fått plats.', 'Nobody has a place.')]
      : order.map(({ name, number }, i) =>
          number === null
            ? because('Vallag 14:9', `${i + 1}. ${name}: personröster.`, `${i + 1}. ${name}: personal votes.`)
            : because('Vallag 14:10', `${i + 1}. ${name}: ${number}.`, `${i + 1}. ${name}: ${number}.`),
        ),
  )
}

/** The rule `ballot-order`: who takes the seats that personal votes leave? Vallag 14:10, 14:13. Facts: seats, personal, ballots, lots. Value: status, order, vacant, lot. */
export const ballotOrderRule = rule({
  name: 'ballot-order',
  law: 'Vallag 14:2, 14:10, 14:13',
  words: { sv: 'vilka tar de platser som personröster inte fyller?', en: 'who take the seats that personal votes do not fill?' },
  okMeans: 'the ballots and lots given can stand: there is a result, or a lot is called for',
  note: 'A ballot counts for its first name without a place. When a name takes a place its ballots are regrouped by their next names; each new group’s share is its votes divided by the comparative number that took the place. A name’s comparative number is all its votes divided by 1 + the shares of its groups. Every division is cut at two decimals.',
  facts: factsShape,
  value: valueShape,
  example: {
    seats: 4,
    personal: ['C'],
    ballots: [
      { names: ['A', 'B', 'C'], count: 700 },
      { names: ['C', 'D', 'A'], count: 520 },
      { names: ['B', 'D'], count: 300 },
    ],
  },
  judge: ballotOrder,
})
