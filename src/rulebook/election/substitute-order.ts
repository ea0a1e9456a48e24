import { z } from 'zod'
import { because, type Reason, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, nameShape, type Of } from '../shapes.ts'

const factsShape = z.strictObject({
  labels: z.array(nameShape).meta({
    description:
      'the label of the group that elected the member to be replaced; where several gave the seat, in the order they gave it: the first counts (22 § second paragraph)',
  }),
  groups: z
    .array(
      z.strictObject({
        label: nameShape,
        votes: countShape.meta({ description: 'its ballots' }),
        substitutes: z
          .array(nameShape)
          .meta({ description: 'substitutes elected from the group, in the order of its list; one whom several groups elected may stand in each' }),
      }),
    )
    .max(1000),
  firstFrom: z.record(nameShape, z.int().min(1)).optional().meta({
    description:
      'substitutes elected from several groups: the number of the group that gave the seat first, the only one that counts; default the first called',
  }),
  lots: z.array(z.int().min(1)).optional().meta({ description: 'numbers of the groups (from 1, as given) that the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn; the order told is as far as it goes' }),
  order: z.array(z.strictObject({ name: z.string(), group: z.int(), own: z.boolean().meta({ description: 'has the group the member’s label?' }) })),
  lot: z.strictObject({ among: z.array(z.int()).meta({ description: 'the groups to draw among, by number' }) }).nullable(),
})
type Facts = Of<typeof factsShape>
type Value = Of<typeof valueShape>
const law = 'Lag 2022:629 22 §'

/** In which order substitutes are called for a member, when they were elected proportionally: the groups with the member's label first, then the others by votes, within each the order of the list; the lot between equal votes (lag 2022:629 22 §). One whom several groups elected counts as elected by the first that gave the seat, and nobody is called twice. */
export const substituteOrder = ({ labels, groups, firstFrom = {}, lots = [] }: Facts): Ruling<Value> => {
  const belongs = (name: string, group: number): boolean => !Object.hasOwn(firstFrom, name) || firstFrom[name] === group
  const numbered = groups
    .map(({ label, votes, substitutes }, i) => ({
      label,
      votes,
      group: i + 1,
      own: label === labels[0],
      substitutes: substitutes.filter((s) => belongs(s, i + 1)),
    }))
    .filter(({ substitutes }) => substitutes.length > 0)
  const left = new Set(numbered)
  const order: Value['order'][number][] = []
  const called = new Set<string>()
  const reasons: Reason[] = []
  let drawn = 0
  while (left.size > 0) {
    const own = [...left].filter((g) => g.own)
    const tier = own.length > 0 ? own : [...left]
    const most = Math.max(...tier.map(({ votes }) => votes))
    const tied = tier.filter(({ votes }) => votes === most)
    const first = tied.length === 1 ? tied[0] : tied.find(({ group }) => group === lots[drawn])
    if (first === undefined) {
      const among = tied.map(({ group }) => group)
      return ruling(
        { status: 'lot', order, lot: { among } },
        when(lots[drawn] !== undefined, () =>
          refusal(
            'order.lot',
            law,
            `Lotten ska dras bland grupperna ${among.join(', ')}.`,
            `The lot is drawn among the groups ${among.join(', ')}.`,
            `lots[${drawn}]`,
          ),
        ),
        [
          ...reasons,
          because(
            law,
            `Lika röstetal ${most}: dra lott mellan grupperna ${among.join(', ')}.`,
            `Equal votes ${most}: draw a lot among the groups ${among.join(', ')}.`,
          ),
        ],
      )
    }
    if (tied.length > 1) drawn++
    left.delete(first)
    for (const name of first.substitutes) {
      if (called.has(name)) continue
      called.add(name)
      order.push({ name, group: first.group, own: first.own })
    }
    reasons.push(
      because(
        law,
        `${first.label}, ${first.votes} röster: ${first.own ? 'samma beteckning' : 'efter röstetal'}.`,
        `${first.label}, ${first.votes} votes: ${first.own ? 'the same label' : 'by votes'}.`,
      ),
    )
  }
  return ruling(
    { status: 'done', order, lot: null },
    [],
    reasons.length > 0 ? reasons : [because(law, 'Det finns inga ersättare.', 'There are no substitutes.')],
  )
}

/** The rule `substitute-order`: in which order are proportionally elected substitutes called? Lag 2022:629 22 §. Facts: labels, groups, firstFrom, lots. Value: status, order, lot. */
export const substituteOrderRule = rule({
  name: 'substitute-order',
  law,
  words: { sv: 'i vilken ordning kallas proportionellt valda ersättare?', en: 'in which order are proportionally elected substitutes called?' },
  okMeans: 'the lots given can stand: there is an order, or a lot is called for',
  note: 'Groups of the member’s label first, then the others by votes; equal votes by lot, drawn only among groups with somebody to call.',
  facts: factsShape,
  value: valueShape,
  example: {
    labels: ['X'],
    groups: [
      { label: 'Y', votes: 17, substitutes: ['y1'] },
      { label: 'X', votes: 11, substitutes: ['x1', 'x2'] },
    ],
  },
  judge: substituteOrder,
})
