import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type OrgNode, treeOf } from '../../organisation/tree.ts'
import { rulingOf } from './preparation-of-cases.ts'
import { type Dealings, preparedBy } from './prepared-by.ts'

const node = (id: string, kind: OrgNode['kind'], parentId: string | null): OrgNode => ({
  id,
  slug: id,
  kind,
  name: { sv: id, en: id },
  short: id,
  parentId,
  seats: null,
})
const now = [
  node('town', 'municipality', null),
  node('council', 'council', 'town'),
  node('executive', 'executive_board', 'council'),
  node('schools', 'board', 'council'),
  node('parks', 'board', 'council'),
  node('drafting', 'committee', 'council'),
  node('office', 'committee', 'schools'),
  node('unit', 'unit', 'schools'),
  node('company', 'company', 'town'),
  node('neighbour', 'municipality', null),
  node('their-executive', 'executive_board', 'neighbour'),
]
// A board that was abolished at the turn of the year.
const before = [...now, node('culture', 'board', 'council')]
const treeOn = (on: string) => treeOf(day(on), on < '2022-01-01' ? before : now)
const meeting = { councilId: 'council', day: day('2022-06-16'), treeOn }

const step = (no: number, nodeId: string, state: 'done' | 'open' | 'waiting' | 'returned', doneOn = '2022-05-10', kind: 'decide' | 'review' = 'decide') => ({
  no,
  kind,
  nodeId,
  state,
  doneOn: state === 'done' || state === 'returned' ? day(doneOn) : null,
})
const asked = (nodeId: string, due: string, answeredOn: string | null = null) => ({
  nodeId,
  sent: day('2022-05-01'),
  due: day(due),
  answeredOn: answeredOn ? day(answeredOn) : null,
})
const made = (nodeId: string, on: string) => ({ nodeId, day: day(on) })
const lacks = (dealings: Partial<Dealings>) => {
  const ruled = rulingOf(preparedBy({ steps: [], referrals: [], decisions: [], ...dealings }, meeting))
  return ruled.ok ? [] : ruled.refusals.map((r) => `${r.code.replace('preparation.', '')} ${r.law}`)
}

describe('who has prepared a case for the council is read from its chain, its referrals and what was decided in it (KL 5:26–28)', () => {
  test.each<[string, Partial<Dealings>, readonly string[]]>([
    ['nothing is done', {}, ['none KL 5:26', 'unheard KL 5:28']],
    ['the executive board alone', { steps: [step(1, 'executive', 'done')] }, []],
    ['a board, the executive board unheard', { steps: [step(1, 'schools', 'done')] }, ['unheard KL 5:28']],
    ['a board and the executive board', { steps: [step(1, 'schools', 'done'), step(2, 'executive', 'done'), step(3, 'council', 'open')] }, []],
    ['the step is open still', { steps: [step(1, 'schools', 'done'), step(2, 'executive', 'open')] }, ['unheard KL 5:28']],
    ['an official’s review is no decision', { steps: [step(1, 'schools', 'done', '2022-05-10', 'review')] }, ['none KL 5:26', 'unheard KL 5:28']],
    ['a unit and a company are no boards', { steps: [step(1, 'unit', 'done'), step(2, 'company', 'done')] }, ['none KL 5:26', 'unheard KL 5:28']],
    ['a board’s committee does not act towards the council', { steps: [step(1, 'office', 'done')], decisions: [made('executive', '2022-05-20')] }, []],
    ['a board’s committee alone', { steps: [step(1, 'office', 'done')] }, ['none KL 5:26', 'unheard KL 5:28']],
    [
      'the council’s committee, the executive board heard, no board asked',
      { steps: [step(1, 'drafting', 'done')], referrals: [asked('executive', '2022-05-20')] },
      ['board_unheard KL 5:27'],
    ],
    [
      'the council’s committee, the executive board and a board asked',
      { steps: [step(1, 'drafting', 'done')], referrals: [asked('executive', '2022-05-20'), asked('schools', '2022-05-20')] },
      [],
    ],
    [
      'a board that is asked has not prepared',
      { referrals: [asked('schools', '2022-05-20', '2022-05-18'), asked('executive', '2022-05-20')] },
      ['none KL 5:26'],
    ],
    [
      'another municipality’s executive board is none of ours',
      { decisions: [made('schools', '2022-05-10'), made('their-executive', '2022-05-11')] },
      ['unheard KL 5:28'],
    ],
    ['a board decided in the case though its chain was never planned', { decisions: [made('executive', '2022-05-20')] }, []],
    ['on the meeting’s own day', { decisions: [made('executive', '2022-06-16')] }, []],
    ['after the meeting’s day', { decisions: [made('executive', '2022-06-17')] }, ['none KL 5:26', 'unheard KL 5:28']],
    ['by a board that is abolished since', { decisions: [made('culture', '2021-12-31'), made('executive', '2022-05-20')] }, []],
    ['by a board that was abolished before', { decisions: [made('culture', '2022-01-01')] }, ['none KL 5:26', 'unheard KL 5:28']],
  ])('%s', (_, dealings, expected) => expect(lacks(dealings)).toEqual(expected))

  test.each<[string, string, string | null, readonly string[]]>([
    ['answered in time', '2022-06-20', '2022-06-10', []],
    ['answered on the meeting’s day', '2022-06-20', '2022-06-16', []],
    ['its time is out the day before', '2022-06-15', null, []],
    ['it may answer the meeting’s day out', '2022-06-16', null, ['unheard KL 5:28']],
    ['it may answer afterwards', '2022-06-17', null, ['unheard KL 5:28']],
  ])('the executive board is asked: %s', (_, due, answeredOn, expected) => {
    const dealings = { decisions: [made('schools', '2022-05-10')], referrals: [asked('executive', due, answeredOn)], steps: [] }
    expect(lacks(dealings)).toEqual(expected)
    expect(preparedBy(dealings, meeting).executiveBoardUntil).toBe(expected.length > 0 ? due : null)
  })

  test('a body that the chain still waits for has not prepared it, whatever it decided on the way', () => {
    const decisions = [made('schools', '2022-04-10'), made('executive', '2022-05-20')]
    expect(lacks({ steps: [step(1, 'schools', 'waiting')], decisions })).toEqual([])
    expect(lacks({ steps: [step(1, 'schools', 'open'), step(2, 'executive', 'waiting')], decisions })).toEqual(['none KL 5:26', 'unheard KL 5:28'])
    expect(lacks({ steps: [step(1, 'schools', 'done'), step(2, 'executive', 'waiting')], decisions })).toEqual(['unheard KL 5:28'])
  })

  test('what is sent back is to be done again', () => {
    const sent = [step(1, 'schools', 'done', '2022-04-10'), step(2, 'executive', 'returned', '2022-05-02')]
    const decisions = [made('schools', '2022-04-10')]
    expect(lacks({ steps: [...sent, step(3, 'schools', 'open'), step(4, 'executive', 'waiting')], decisions })).toEqual(['none KL 5:26', 'unheard KL 5:28'])
    expect(lacks({ steps: [...sent, step(3, 'schools', 'done'), step(4, 'executive', 'open')], decisions })).toEqual(['unheard KL 5:28'])
    expect(lacks({ steps: [...sent, step(3, 'schools', 'done'), step(4, 'executive', 'done')] })).toEqual([])
  })

  test('it tells who, each once', () => {
    const prepared = preparedBy(
      {
        steps: [step(1, 'schools', 'done'), step(2, 'executive', 'done')],
        decisions: [made('schools', '2022-05-10')],
        referrals: [asked('schools', '2022-05-20'), asked('culture', '2022-05-20'), asked('parks', '2022-05-20'), asked('executive', '2022-06-20')],
      },
      meeting,
    )
    expect(prepared.by).toEqual([
      { nodeId: 'schools', as: 'board', name: { sv: 'schools', en: 'schools' } },
      { nodeId: 'executive', as: 'executive_board', name: { sv: 'executive', en: 'executive' } },
    ])
    expect(prepared.heard.map((body) => body.nodeId)).toEqual(['parks'])
    expect(prepared.executiveBoardUntil).toBeNull()
  })
})
