import { describe, expect, test } from 'vitest'
import { assignmentData } from '../../test/register-world.ts'
import { type Day, day } from '../kernel/day.ts'
import { deadlineChanges } from './deadlines.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { agreement } from './definitions/agreement.ts'
import { assignment } from './definitions/assignment.ts'

const today = day('2022-05-17')
const row = (kind: string, due: string, doneOn: string | null = null) => ({
  id: `${kind} ${due}`,
  kind,
  due: day(due),
  done_on: doneOn,
  node_id: 'n',
  post_id: null,
})
const changes = (
  definition: AnyDefinition,
  state: string,
  data: EntryData,
  rows: ReturnType<typeof row>[],
  act: string | null,
  { before, on = today }: { before?: EntryData; on?: Day } = {},
) => deadlineChanges(definition, { id: 'e', nodeId: 'n', ownerId: null, state, data, ...(before ? { before } : {}) }, rows, act, on)
const data = assignmentData({ interimReport: '2022-06-01' })

describe('the days of an assignment', () => {
  test('are added when it is given', () => {
    expect(changes(assignment, 'given', data, [], null)).toMatchObject({
      add: [
        { kind: 'interim', due: '2022-06-01' },
        { kind: 'final', due: '2022-09-14' },
      ],
      due: '2022-06-01',
    })
  })

  const rows = [row('interim', '2022-06-01'), row('final', '2022-09-14')]
  test('a report meets the interim one, not the final one', () => {
    expect(changes(assignment, 'accepted', data, rows, 'report')).toMatchObject({
      close: [{ id: 'interim 2022-06-01', on: today }],
      withdraw: [],
      due: '2022-09-14',
    })
  })
  test('the final report meets both', () => {
    expect(changes(assignment, 'reported', data, rows, 'finalReport').close.map((c) => c.id)).toEqual(['interim 2022-06-01', 'final 2022-09-14'])
  })
  test('what is sent back is not handed in: its day is open again', () => {
    const done = [row('interim', '2022-06-01', '2022-05-10'), row('final', '2022-09-14', '2022-05-16')]
    expect(changes(assignment, 'accepted', data, done, 'sendBack')).toMatchObject({ reopen: ['final 2022-09-14'], due: '2022-09-14' })
  })
  test('a day that a decision moves is withdrawn, also when it has passed', () => {
    const before = assignmentData({ finalReport: '2022-05-01' })
    expect(changes(assignment, 'accepted', assignmentData(), [row('final', '2022-05-01')], 'change', { before })).toMatchObject({
      withdraw: ['final 2022-05-01'],
      add: [{ kind: 'final', due: '2022-09-14' }],
      due: '2022-09-14',
    })
  })
  test('nothing is left to keep when it is over', () => {
    expect(changes(assignment, 'ended', data, rows, 'end')).toMatchObject({ withdraw: ['interim 2022-06-01', 'final 2022-09-14'], add: [], due: null })
  })
  test('an unkept day stays the next one', () => {
    expect(changes(assignment, 'accepted', assignmentData({ finalReport: '2022-05-13' }), [row('final', '2022-05-13')], null)).toMatchObject({
      withdraw: [],
      close: [],
      due: '2022-05-13',
    })
  })
})

describe('the days of an agreement', () => {
  const fields = {
    partner: 'Kvinnojouren',
    purpose: 'Skydd.',
    yearly: 70_000_000,
    from: '2022-01-01',
    to: '2024-12-31',
    noticeMonths: 6,
    paymentDays: ['2022-04-30', '2023-01-31'],
    placesNotice: 3,
    steeringGroup: 'En från var part',
    meetings: 2,
  }
  const kinds = (changed: ReturnType<typeof changes>): string[] => changed.add.map((w) => `${w.kind} ${w.due}`)

  test('last day of notice, payments to come, meetings of this year and the next, last day', () => {
    expect(kinds(changes(agreement as unknown as AnyDefinition, 'active', fields, [], null))).toEqual([
      'notice 2024-06-30',
      'payment 2023-01-31',
      'places 2022-09-30',
      'meeting 2022-06-30',
      'meeting 2022-12-31',
      'meeting 2023-06-30',
      'meeting 2023-12-31',
      'to 2024-12-31',
    ])
  })
  test('a payment passes by itself on its day', () => {
    const passed = changes(agreement as unknown as AnyDefinition, 'active', fields, [row('payment', '2022-04-30')], null)
    expect(passed.close).toEqual([{ id: 'payment 2022-04-30', on: '2022-04-30' }])
  })
  test('a meeting that was not held last year stays unkept this year', () => {
    const late = changes(agreement as unknown as AnyDefinition, 'active', fields, [row('meeting', '2022-12-31')], null, { on: day('2024-02-01') })
    expect(late).toMatchObject({ withdraw: [], due: '2022-12-31' })
  })
  test('without an end there is no last day of notice', () => {
    const { to: _, ...open } = fields
    expect(kinds(changes(agreement as unknown as AnyDefinition, 'active', open, [], null)).filter((k) => /^(notice|to) /.test(k))).toEqual([])
  })
})
