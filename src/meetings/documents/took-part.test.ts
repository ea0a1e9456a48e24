import { expect, test } from 'vitest'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { paragraphsOf, paragraphsTold, presidedAt, servedPairs } from './took-part.ts'

const serves = (personId: string, forId: string | null = null) => ({ personId, forId, mode: 'room' as const })
const item = (no: number, participants: readonly ReturnType<typeof serves>[], state = 'closed') =>
  ({ paragraph: String(no), order: no, state, participants, closed: { no: no * 10, at: '' } }) as unknown as ItemRecord
const record = {
  items: [
    item(1, [serves('a')]),
    item(2, [serves('a'), serves('late'), serves('sub', 'gone')]),
    item(3, []), // secret to the reader
    item(4, [serves('a'), serves('late'), serves('sub', 'gone')]),
    item(5, [serves('a'), serves('sub', 'other')]),
    item(6, [serves('a'), serves('late')]),
    item(7, [serves('a'), serves('never')], 'waiting'),
  ],
  presiding: [
    { personId: 'vice', from: { no: 2, at: '' } },
    { personId: 'chair', from: { no: 15, at: '' } },
  ],
} as unknown as MeetingRecord

const of = (id: string) => paragraphsOf(record, (i) => i.participants.some((p) => p.personId === id))

test('in which paragraphs somebody took part: all, some in runs, or none; what is secret or waits is told of nobody', () => {
  expect(of('a')).toBeNull()
  expect(of('late')).toBe('§\u00a02–4, 6')
  expect(of('never')).toBe('')
  expect(paragraphsTold(record, () => true)).toBe('§\u00a01–6')
  expect(paragraphsTold({ items: [] }, () => true)).toBe('')
})

test('for whom a substitute served, each pair once', () => {
  expect(servedPairs(record)).toEqual([
    { personId: 'sub', forId: 'gone' },
    { personId: 'sub', forId: 'other' },
  ])
})

test('who presided when an item was settled', () => {
  const chairs = record.items.map((i) => presidedAt(record, i))
  expect(chairs.slice(0, 3)).toEqual(['vice', 'chair', 'chair'])
})
