import { z } from 'zod'
import type { Refusal } from '../../kernel/refusal.ts'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { bodyShape, countShape, nameShape, type Of } from '../shapes.ts'
import type { Variants } from '../variants.ts'

const ballotShape = z.strictObject({
  form: z.enum(['open', 'closed']),
  yes: countShape,
  no: countShape,
  abstain: countShape,
  named: z
    .array(z.strictObject({ who: nameShape, vote: z.enum(['yes', 'no', 'abstain']) }))
    .nullable()
    .meta({ description: 'how each voted; null when not told' }),
})
const itemShape = z.strictObject({
  item: nameShape,
  proposals: z.array(nameShape).nullable().meta({ description: 'proposals that were not withdrawn; null when not told' }),
  order: nameShape.nullable().meta({ description: 'in what order propositions were put' }),
  ballots: z.array(ballotShape),
  decision: nameShape.nullable().meta({ description: 'what was decided; null when not told' }),
  participants: z.array(nameShape).nullable().meta({ description: 'who took part in deciding; null when not told' }),
  reservations: z.array(nameShape).nullable().meta({ description: 'empty when there are none; null when not told' }),
})
/** The facts of the rule `minutes-complete`: the minutes of a meeting, null where they do not tell. KL 5:65–68. */
export const minutesFacts = z.strictObject({
  body: bodyShape,
  chair: nameShape.nullable().meta({ description: 'who is responsible for the minutes' }),
  served: z.array(nameShape).nullable().meta({ description: 'members and substitutes who served' }),
  items: z.array(itemShape),
  interpellations: z
    .array(nameShape)
    .nullable()
    .optional()
    .meta({ description: 'council: interpellations and questions put; empty when there are none; null when not told' }),
})
/** As `minutesFacts` tells. */
export type MinutesFacts = Of<typeof minutesFacts>
type Item = MinutesFacts['items'][number]
type Ballot = Item['ballots'][number]
const valueShape = z.strictObject({
  complete: z.boolean().meta({ description: 'is nothing missing?' }),
  items: z.int().meta({ description: 'items examined' }),
  missing: z.int().meta({ description: 'faults: as many as there are refusals' }),
})

const blank = (text: string | null): boolean => text === null || text.trim() === ''

const ballotLacks = (
  { form, yes, no, abstain, named }: Ballot,
  law: string,
  at: string,
  { namesInClosedBallot }: Pick<Variants, 'namesInClosedBallot'>,
): readonly Refusal[] => {
  if (form === 'closed')
    return when(named !== null && named.length > 0 && !namesInClosedBallot, () =>
      refusal(
        'minutes.named_in_closed',
        law,
        'Hur var och en röstade får inte stå vid en sluten omröstning.',
        'How each voted may not stand for a closed ballot.',
        `${at}.named`,
      ),
    )
  if (named === null)
    return [
      refusal('minutes.named', law, 'Hur var och en röstade ska stå vid en öppen omröstning.', 'How each voted must stand for an open ballot.', `${at}.named`),
    ]
  const count = (vote: string): number => named.filter((n) => n.vote === vote).length
  const agrees = count('yes') === yes && count('no') === no && count('abstain') === abstain
  return [
    ...when(!agrees, () =>
      refusal(
        'minutes.named_sum',
        law,
        `Namnen ger ja ${count('yes')}, nej ${count('no')}, avstår ${count('abstain')}; siffrorna ${yes}, ${no} och ${abstain}.`,
        `The names give yes ${count('yes')}, no ${count('no')}, abstaining ${count('abstain')}; the numbers ${yes}, ${no} and ${abstain}.`,
        `${at}.named`,
      ),
    ),
    ...when(new Set(named.map(({ who }) => who)).size < named.length, () =>
      refusal('minutes.named_twice', 'KL 4:24', 'Någon står två gånger i omröstningen.', 'Someone stands twice in the ballot.', `${at}.named`),
    ),
  ]
}

const itemLacks = (
  item: Item,
  i: number,
  served: readonly string[] | null,
  law: string,
  variants: Pick<Variants, 'namesInClosedBallot'>,
): readonly Refusal[] => {
  const at = `items[${i}]`
  const lack = (code: string, sv: string, en: string, field: string): Refusal =>
    refusal(`minutes.${code}`, law, `${item.item}: ${sv}`, `${item.item}: ${en}`, `${at}.${field}`)
  const strangers =
    served === null
      ? []
      : [...(item.participants ?? []), ...item.ballots.flatMap(({ named }) => (named ?? []).map(({ who }) => who))].filter((who) => !served.includes(who))
  return [
    ...when(item.proposals === null, () =>
      lack('proposals', 'vilka förslag som lades fram och inte återkallades saknas.', 'the proposals made and not withdrawn are missing.', 'proposals'),
    ),
    ...when(((item.proposals?.length ?? 0) > 1 || item.ballots.length > 0) && blank(item.order), () =>
      lack('order', 'i vilken ordning propositionerna ställdes saknas.', 'the order in which propositions were put is missing.', 'order'),
    ),
    ...when(blank(item.decision), () => lack('decision', 'beslutet saknas.', 'the decision is missing.', 'decision')),
    ...when(item.participants === null || item.participants.length === 0, () =>
      lack('participants', 'vilka som deltog i beslutet saknas.', 'who took part in the decision is missing.', 'participants'),
    ),
    ...when(item.reservations === null, () =>
      lack(
        'reservations',
        'reservationer saknas: skriv dem, eller att inga anmäldes.',
        'reservations are missing: tell them, or that there were none.',
        'reservations',
      ),
    ),
    ...[...new Set(strangers)].map((who) => lack('not_served', `${who} tjänstgjorde inte.`, `${who} did not serve.`, 'participants')),
    ...item.ballots.flatMap((ballot, k) => ballotLacks(ballot, law, `${at}.ballots[${k}]`, variants)),
  ]
}

/**
 * Everything the minutes lack: kept under the chair's responsibility (KL 5:65), who served and which items (5:66); for each item the
 * proposals not withdrawn, the order of propositions, ballots with result and, in open ones, how each voted, the decision, who took part,
 * reservations (5:67); in the council interpellations and questions (5:68). Boards alike (6:35). How each voted in a closed ballot must not stand.
 */
export const minutesComplete = (facts: MinutesFacts, variants: Pick<Variants, 'namesInClosedBallot'>): Ruling<Of<typeof valueShape>> => {
  const { body, chair, served, items, interpellations = [] } = facts
  const council = body === 'council'
  const law = council ? 'KL 5:67' : 'KL 6:35, 5:67'
  const refusals = [
    ...when(blank(chair), () =>
      refusal(
        'minutes.chair',
        'KL 5:65',
        'Vem som är ordförande och ansvarar för protokollet saknas.',
        'Who chairs and is responsible for the minutes is missing.',
        'chair',
      ),
    ),
    ...when(served === null || served.length === 0, () =>
      refusal(
        'minutes.served',
        'KL 5:66',
        'Vilka ledamöter och ersättare som har tjänstgjort saknas.',
        'The members and substitutes who served are missing.',
        'served',
      ),
    ),
    ...when(items.length === 0, () =>
      refusal('minutes.items', 'KL 5:66', 'Vilka ärenden som har handlagts saknas.', 'The items handled are missing.', 'items'),
    ),
    ...when(council && interpellations === null, () =>
      refusal(
        'minutes.interpellations',
        'KL 5:68',
        'Vilka interpellationer och frågor som har framställts saknas.',
        'The interpellations and questions put are missing.',
        'interpellations',
      ),
    ),
    ...items.flatMap((item, i) => itemLacks(item, i, served, law, variants)),
  ]
  return ruling({ complete: refusals.length === 0, items: items.length, missing: refusals.length }, refusals, [
    because(law, `${items.length} ärenden prövade, ${refusals.length} brister.`, `${items.length} items examined, ${refusals.length} faults.`),
  ])
}

/** The rule `minutes-complete`: what do the minutes lack? KL 5:65–68, 6:35. Facts: body, chair, served, items, interpellations. Value: complete, items, missing. */
export const minutesCompleteRule = rule({
  name: 'minutes-complete',
  law: 'KL 5:65–68, 6:35',
  words: { sv: 'vad saknas i protokollet?', en: 'what do the minutes lack?' },
  okMeans: 'nothing is missing',
  note: 'A list that is told but empty is no fault, but for `items`, `served` and `participants`: some item was handled, somebody served and took part (KL 5:66–67).',
  facts: minutesFacts,
  value: valueShape,
  variants: ['namesInClosedBallot'],
  example: {
    body: 'board',
    chair: 'a',
    served: ['a', 'b', 'c'],
    items: [
      {
        item: '§ 7',
        proposals: ['A', 'B'],
        order: 'A, B',
        ballots: [
          {
            form: 'open',
            yes: 2,
            no: 1,
            abstain: 0,
            named: [
              { who: 'a', vote: 'yes' },
              { who: 'b', vote: 'yes' },
              { who: 'c', vote: 'no' },
            ],
          },
        ],
        decision: 'A',
        participants: ['a', 'b', 'c'],
        reservations: [],
      },
    ],
  },
  judge: minutesComplete,
})
