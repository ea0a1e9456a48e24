import { describe, expect, test } from 'vitest'
import type { OrderWay } from '../record/fact.ts'
import type { ItemRecord, Question, Vote } from '../record/record.ts'
import { meetingPlan, orderDifferences, rulebookPlan } from './order-plan.ts'
import { nextStep } from './procedure.ts'

const moment = { no: 1, at: '', itemId: null }
const motion = (id: string) => ({
  id,
  kind: 'amend' as const,
  personIds: [],
  parties: ['V'],
  text: '',
  clauses: [],
  otherwiseApprove: true,
  from: moment,
  withdrawn: null,
  ruling: null,
})
const ids = ['b', 'c', 'd']

/** An item with the proposal and three amendments, its order approved. */
const itemOf = (alternatives: readonly string[], way: OrderWay): ItemRecord =>
  ({
    votes: [],
    questions: [],
    rounds: [],
    motions: ids.map(motion),
    debateClosed: true,
    proposal: { from: '', text: '', clauses: [{ no: 1, kind: 'note', text: 'a', data: {} }], receivers: [] },
    oneByOne: null,
    orders: [{ stage: 'main', alternatives: [...alternatives], approved: true, way, factId: '', at: moment }],
  }) as unknown as ItemRecord

/** Runs the item as the meeting ordered: the first of each question is found, a vote is asked for, and yes or no wins as `turns` says. */
const ballotsOf = (start: ItemRecord, turns: readonly boolean[]): readonly (readonly [string, string])[] => {
  let item = start
  const ballots: [string, string][] = []
  for (;;) {
    const step = nextStep(item)
    if (step.do === 'decide') return ballots
    if (step.do === 'ask') {
      const question = {
        id: `q${item.questions.length}`,
        stage: step.stage,
        alternatives: step.alternatives,
        points: step.points,
        words: '',
        found: step.alternatives[0] ?? '',
        voteRequested: true,
        requestedBy: [],
        at: moment,
      }
      item = { ...item, questions: [...item.questions, question as Question] }
    } else if (step.do === 'open_vote') {
      const noWins = turns[ballots.length] ?? false
      ballots.push([step.yes, step.no])
      const vote = { questionId: step.question.id, yes: step.yes, no: step.no, state: 'closed', result: { outcome: noWins ? 'no' : 'yes' } }
      item = { ...item, votes: [...item.votes, vote as unknown as Vote] }
    } else throw new Error(step.do)
  }
}

describe('the order of propositions', () => {
  const main = ['proposal', ...ids]

  test('by the rulebook the last two meet first, and what wins meets the first last', () => {
    expect(rulebookPlan(main)).toEqual([
      { yes: ['c'], no: ['d'] },
      { yes: ['b'], no: ['c', 'd'] },
      { yes: ['proposal'], no: ['b', 'c', 'd'] },
    ])
  })

  test('the meeting is run as it decided, ballot by ballot as its plan tells, and what differs is told', () => {
    const mixed = ['c', 'proposal', 'd', 'b']
    for (const way of ['elimination', 'fixed_main', 'ladder'] as const) {
      const plan = meetingPlan(mixed, way)
      for (let turns = 0; turns < 8; turns++) {
        const ballots = ballotsOf(
          itemOf(mixed, way),
          [0, 1, 2].map((i) => ((turns >> i) & 1) === 1),
        )
        expect(ballots).toHaveLength(plan.length)
        for (const [i, [yes, no]] of ballots.entries()) {
          expect(plan[i]?.yes).toContain(yes)
          expect(plan[i]?.no).toContain(no)
        }
      }
    }
    expect(orderDifferences(main, { alternatives: main })).toEqual([])
    expect(orderDifferences(main, { alternatives: main, way: 'ladder' })).toEqual(['ladder'])
    expect(orderDifferences(main, { alternatives: mixed, way: 'fixed_main' })).toEqual(['sequence', 'fixed_main'])
    expect(orderDifferences(['a', 'b'], { alternatives: ['a', 'b'], way: 'ladder' })).toEqual([])
  })
})
