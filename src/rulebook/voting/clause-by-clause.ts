import { z } from 'zod'
import { because, refusal, type Ruling, ruling, when } from '../reason.ts'
import { rule } from '../rule.ts'
import type { Of } from '../shapes.ts'

const number = z.int().min(1)
const factsShape = z.strictObject({
  clauses: z.array(number).min(1).meta({ description: 'the numbers of the proposal’s clauses, in their order' }),
  separately: z.array(number).meta({ description: 'those that are put one by one; the rest are put together after them' }),
  motions: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['amend', 'reject']),
        points: z.array(number).meta({ description: 'the numbers it has clauses for; one that the proposal has not is a new clause' }),
        otherwise: z.boolean().meta({ description: 'does it approve the proposal in other respects? if not, it stands instead of all of it' }),
      }),
    )
    .meta({ description: 'the motions that stand, but for additions, which are put after the proposal as always' }),
  carried: z.array(z.string()).optional().meta({ description: 'what has carried in each part, in the order of the parts; left out while they are put' }),
})
const partShape = z.strictObject({
  points: z.array(number),
  alternatives: z.array(z.string()).meta({ description: '`proposal`, `reject`, and motions by their ids' }),
  fresh: z.boolean().meta({ description: 'new clauses of one motion, which the proposal has nothing against' }),
})
const valueShape = z.strictObject({
  parts: z.array(partShape).meta({ description: 'what is put, one after the other, each decided as if it were a proposal of its own' }),
  stands: z
    .array(z.strictObject({ point: number, of: z.string().meta({ description: '`proposal` or the motion whose clause it is' }) }))
    .nullable()
    .meta({ description: 'the clauses of the decision; null until something has carried in each part' }),
})
export type ClauseByClauseFacts = Of<typeof factsShape>
/** Clauses that are put in one proposition, with what stands against each other there. */
export type Part = Of<typeof partShape>
type Stands = NonNullable<Of<typeof valueShape>['stands']>

const partsOf = ({ clauses, separately, motions }: ClauseByClauseFacts): readonly Part[] => {
  const alone = clauses.filter((no) => separately.includes(no))
  const rest = clauses.filter((no) => !separately.includes(no))
  const rejected = motions.some((m) => m.kind === 'reject')
  const amendments = motions.filter((m) => m.kind === 'amend')
  const put = (points: readonly number[]): Part => ({
    points: [...points],
    alternatives: [
      'proposal',
      ...(rejected ? ['reject'] : []),
      ...amendments.filter((m) => !m.otherwise || m.points.some((no) => points.includes(no))).map((m) => m.id),
    ],
    fresh: false,
  })
  const fresh = amendments.flatMap((m): readonly Part[] => {
    const points = [...new Set(m.points.filter((no) => !clauses.includes(no)))]
    return points.length === 0 ? [] : [{ points, alternatives: [m.id, 'reject'], fresh: true }]
  })
  return [...[...alone.map((no) => [no]), ...(rest.length > 0 ? [rest] : [])].map(put), ...fresh]
}

/** The clauses that stand when something has carried in each part: in the proposal's order, new ones after them. */
const standsOf = ({ clauses, motions }: ClauseByClauseFacts, parts: readonly Part[], carried: readonly string[]): Stands => {
  const one = (point: number, of: string): Stands => {
    const motion = motions.find((m) => m.id === of)
    if (of === 'proposal' || motion?.points.includes(point)) return [{ point, of }]
    return motion?.otherwise ? [{ point, of: 'proposal' }] : []
  }
  const won = parts.map((part, i) => ({ part, of: carried[i] ?? '' }))
  return [
    ...clauses.flatMap((point) => won.filter((w) => !w.part.fresh && w.part.points.includes(point)).flatMap((w) => one(point, w.of))),
    ...won.filter((w) => w.part.fresh).flatMap((w) => w.part.points.flatMap((point) => one(point, w.of))),
  ]
}

/**
 * How a proposal of several clauses is put when they are put one by one: in which parts, and what stands against each other in each. The
 * chair puts what is proposed so that it can be answered by yes or no (KL 5:53); that a question may be divided for it is practice. Each
 * part is then decided as `propositions` tells. What carried in the parts makes the decision's clauses.
 */
export const clauseByClause = (facts: ClauseByClauseFacts): Ruling<Of<typeof valueShape>> => {
  const { clauses, separately, carried } = facts
  const parts = partsOf(facts)
  const strangers = separately.filter((no) => !clauses.includes(no))
  const wrong = carried?.findIndex((of, i) => !parts[i]?.alternatives.includes(of)) ?? -1
  const refusals = [
    ...when(clauses.length < 2, () =>
      refusal('points.few', 'KL 5:53', 'Ett förslag med en enda att-sats kan inte delas upp.', 'A proposal of a single clause cannot be divided.', 'clauses'),
    ),
    ...when(separately.length === 0, () =>
      refusal('points.none', 'KL 5:53', 'Välj minst en punkt som ställs för sig.', 'Choose at least one clause that is put by itself.', 'separately'),
    ),
    ...strangers.map((no) => refusal('points.stranger', 'KL 5:53', `Förslaget har ingen punkt ${no}.`, `The proposal has no clause ${no}.`, 'separately')),
    ...when(wrong >= 0, () =>
      refusal('points.carried', 'KL 5:53', 'Det som bifölls ställdes inte i den delen.', 'What carried was not put in that part.', `carried[${wrong}]`),
    ),
  ]
  const stands = carried && carried.length === parts.length && wrong < 0 ? standsOf(facts, parts, carried) : null
  return ruling({ parts: [...parts], stands }, refusals, [
    because('KL 5:53', `Förslaget ställs i ${parts.length} delar.`, `The proposal is put in ${parts.length} parts.`),
  ])
}

/** `clause-by-clause`: in which parts is a proposal put one clause at a time, and what has been decided? KL 5:53 and practice. */
export const clauseByClauseRule = rule({
  name: 'clause-by-clause',
  law: 'KL 5:53',
  words: { sv: 'hur ställs ett förslag punkt för punkt?', en: 'how is a proposal put clause by clause?' },
  okMeans: 'the proposal can be put so; `parts` says how, `stands` what was decided',
  facts: factsShape,
  value: valueShape,
  example: { clauses: [1, 2, 3], separately: [2], motions: [{ id: 'A', kind: 'amend', points: [2], otherwise: true }], carried: ['A', 'proposal'] },
  judge: clauseByClause,
})
