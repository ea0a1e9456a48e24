import { z } from 'zod'
import { because, contradiction, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import { countShape, nameShape, type Of, seatsShape } from '../shapes.ts'

const factsShape = z.strictObject({
  places: seatsShape.meta({ description: 'how many are to be elected' }),
  candidates: z.array(z.strictObject({ name: nameShape, votes: countShape.meta({ description: 'one with none is not elected' }) })).max(1001),
  lots: z.array(nameShape).optional().meta({ description: 'those the lots gave, in the order drawn' }),
})
const valueShape = z.strictObject({
  status: z.enum(['done', 'lot']).meta({ description: 'lot: one must be drawn' }),
  elected: z.array(z.string()).meta({ description: 'most votes first' }),
  vacant: z.int().meta({ description: 'places that nobody with votes fills' }),
  lot: z.strictObject({ among: z.array(z.string()), places: z.int().meta({ description: 'how many of them the lot is about' }) }).nullable(),
})
const law = 'KL 5:55–56'

/** Who is elected by closed ballots that are not proportional: those with most votes; where equal votes do not fit in the places left, the lot (KL 5:56), never the chair. One without votes is not elected. */
export const drawLots = ({ places, candidates, lots = [] }: Of<typeof factsShape>): Ruling<Of<typeof valueShape>> => {
  if (new Set(candidates.map(({ name }) => name)).size < candidates.length)
    return contradiction([refusal('lot.twice', law, 'Samma namn står två gånger.', 'The same name stands twice.', 'candidates')])
  const order = candidates.filter(({ votes }) => votes > 0).toSorted((a, b) => b.votes - a.votes)
  const border = order[places]?.votes
  const sure = order.filter(({ votes }) => border === undefined || votes > border).slice(0, places)
  const tied = order.filter(({ votes }) => votes === border)
  const open = border === undefined || order[places - 1]?.votes !== border ? 0 : places - sure.length
  const inPlace = open === 0 ? order.slice(0, places) : sure
  const drawn: string[] = []
  for (const name of lots.slice(0, open)) {
    if (!tied.some((t) => t.name === name) || drawn.includes(name)) break
    drawn.push(name)
  }
  const left = open - drawn.length
  const among = tied.map(({ name }) => name).filter((name) => !drawn.includes(name))
  const elected = [...inPlace.map(({ name }) => name), ...drawn]
  const lot = left > 0 ? { among, places: left } : null
  return ruling(
    { status: lot === null ? 'done' : 'lot', elected, vacant: Math.max(0, places - elected.length - left), lot },
    when(left > 0 && lots.length > drawn.length, () =>
      refusal('lot.stranger', law, `Lotten ska dras bland ${among.join(', ')}.`, `The lot is drawn among ${among.join(', ')}.`, `lots[${drawn.length}]`),
    ),
    [
      because(
        law,
        `Flest röster: ${inPlace.map(({ name, votes }) => `${name} ${votes}`).join(', ') || 'ingen'}.`,
        `Most votes: ${inPlace.map(({ name, votes }) => `${name} ${votes}`).join(', ') || 'nobody'}.`,
      ),
      ...when(open > 0, () =>
        because(
          'KL 5:56',
          `Lika röstetal ${border}: lott om ${open} av ${tied.map(({ name }) => name).join(', ')}.`,
          `Equal votes ${border}: the lot for ${open} of ${tied.map(({ name }) => name).join(', ')}.`,
        ),
      ),
    ],
  )
}

/** The rule `lot`: who are elected in a plain election, and when is a lot drawn? KL 5:54–56. Facts: places, candidates, lots. Value: status, elected, vacant, lot. */
export const lotRule = rule({
  name: 'lot',
  law: 'KL 5:54–56',
  words: { sv: 'vilka är valda i ett vanligt val, och när dras lott?', en: 'who are elected in a plain election, and when is a lot drawn?' },
  okMeans: 'the lots given can stand: there is a result, or a lot is called for',
  facts: factsShape,
  value: valueShape,
  example: {
    places: 1,
    candidates: [
      { name: 'A', votes: 28 },
      { name: 'B', votes: 28 },
    ],
  },
  judge: drawLots,
})
