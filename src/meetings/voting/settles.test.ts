import { describe, expect, test } from 'vitest'
import type { ItemRecord, MeetingRecord, Question, Vote } from '../record/record.ts'
import { explainVote, outcomeOf } from './explain-vote.ts'
import { findingOf, settles } from './settles.ts'

const motion = (id: string, kind: string) => ({ id, kind, personIds: [], parties: [id.toUpperCase()], conflicted: [], clauses: [] })
const record = { names: {}, roster: [], state: 'closed' } as unknown as MeetingRecord
const itemOf = (way: string, questions: readonly object[] = []): ItemRecord =>
  ({
    proposal: { from: 'styrelsen', text: '', clauses: [], receivers: [] },
    motions: [motion('v', 'amend'), motion('m', 'amend'), motion('c', 'add')],
    orders: [{ stage: 'main', alternatives: ['proposal', 'v', 'm'], approved: true, way }],
    questions,
  }) as unknown as ItemRecord
const question = (stage: string, ...alternatives: readonly string[]): Question =>
  ({ id: 'q', stage, alternatives, points: null, found: alternatives[0], voteRequested: true }) as unknown as Question
const vote = (yes: string, no: string, result: object = {}): Vote =>
  ({
    questionId: 'q',
    yes,
    no,
    result: { outcome: 'yes', yes: 5, no: 3, abstain: 0, absent: 1, present: 8, settledBy: 'majority', ...result },
  }) as unknown as Vote

describe('what a proposition settles', () => {
  test.each([
    ['elimination', question('main', 'proposal', 'v', 'm'), 'matter'],
    ['elimination', question('counter', 'v', 'm'), 'counter'],
    ['ladder', question('main', 'proposal', 'v'), 'round'],
    ['ladder', question('main', 'v', 'm'), 'matter'],
    ['fixed_main', question('main', 'proposal', 'm'), 'matter'],
    ['ladder', question('postpone', 'v', 'today'), 'matter'],
  ] as const)('by %s', (way, asked, what) => expect(settles(itemOf(way), asked)).toBe(what))

  test.each([
    ['elimination', question('main', 'proposal', 'v', 'm'), vote('proposal', 'v'), 'Beslutet blir förslaget från styrelsen, med 5 ja mot 3 nej.'],
    ['elimination', question('counter', 'v', 'm'), vote('v', 'm'), 'Motförslag till huvudförslaget blir ändringsyrkandet från V, med 5 ja mot 3 nej.'],
    ['ladder', question('main', 'proposal', 'v'), vote('proposal', 'v'), 'Till nästa omröstning går förslaget från styrelsen, med 5 ja mot 3 nej.'],
    [
      'elimination',
      question('addition', 'c', 'reject'),
      vote('c', 'reject', { outcome: 'no', yes: 3, no: 5 }),
      'Beslutet blir avslag på tilläggsyrkandet från C, med 3 ja mot 5 nej.',
    ],
    [
      'elimination',
      question('counter', 'v', 'm'),
      vote('v', 'm', { wouldBe: 'no' }),
      'Motförslag till huvudförslaget blev ändringsyrkandet från V. Rättad räkning: 5 ja mot 3 nej.',
    ],
  ] as const)('the outcome of a vote calls a decision only what is one: %s, %#', (way, asked, taken, told) => {
    expect(outcomeOf(record, itemOf(way, [asked]), taken)?.sv).toBe(told)
  })

  test('and so does the finding, which says what is rejected', () => {
    const found = (asked: Question, what: string) => findingOf(record, itemOf('elimination'), asked, what).sv
    expect(found(question('main', 'proposal', 'reject'), 'proposal')).toBe('bifall till förslaget från styrelsen')
    expect(found(question('main', 'proposal', 'reject'), 'reject')).toBe('avslag på förslaget')
    expect(found(question('addition', 'c', 'reject'), 'reject')).toBe('avslag på tilläggsyrkandet från C')
    expect(found(question('counter', 'v', 'm'), 'v')).toBe('att ändringsyrkandet från V är motförslag')
    const item = itemOf('elimination', [question('counter', 'v', 'm')])
    expect(explainVote(record, item, vote('v', 'm'))[0]?.text.sv).toMatch(/^Ordföranden fann att ändringsyrkandet från V är motförslag\. Omröstning begärdes/)
  })
})
