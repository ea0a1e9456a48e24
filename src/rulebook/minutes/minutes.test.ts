import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { defaultVariants } from '../variants.ts'
import { adjustment, announcement } from './adjustment.ts'
import { appeal, legalForceState } from './appeal.ts'
import { type MinutesFacts, minutesComplete } from './complete.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)

describe('what minutes must tell (A-30)', () => {
  const served = Array.from({ length: 57 }, (_, i) => `m${i}`)
  const named = served.map((who, i) => ({ who, vote: i < 29 ? ('yes' as const) : i < 55 ? ('no' as const) : ('abstain' as const) }))
  const ballot = { form: 'open', yes: 29, no: 26, abstain: 2, named } as const
  const item: MinutesFacts['items'][number] = {
    item: '§ 7',
    proposals: ['A', 'B'],
    order: 'A, B',
    ballots: [ballot],
    decision: 'A',
    participants: served,
    reservations: [],
  }
  const whole: MinutesFacts = { body: 'council', chair: 'm0', served, items: [item], interpellations: [] }
  const check = (more: Partial<MinutesFacts>, one: object = {}) => codes(minutesComplete({ ...whole, items: [{ ...item, ...one }], ...more }, defaultVariants))

  it('57 present, 57 named', () => expect(check({})).toEqual([]))
  it.each([
    [{ chair: null }, {}, ['minutes.chair']],
    [{ chair: ' ' }, {}, ['minutes.chair']],
    [{ items: [] }, {}, ['minutes.items']],
    [{ interpellations: null }, {}, ['minutes.interpellations']],
    [{ body: 'board', interpellations: null }, {}, []],
    [{}, { proposals: null }, ['minutes.proposals']],
    [{}, { order: null }, ['minutes.order']],
    [{}, { order: null, proposals: ['A'], ballots: [] }, []],
    [{}, { decision: null }, ['minutes.decision']],
    [{}, { participants: null }, ['minutes.participants']],
    [{}, { reservations: null }, ['minutes.reservations']],
    [{}, { participants: [...served, 'x'] }, ['minutes.not_served']],
    [{}, { ballots: [{ ...ballot, named: null }] }, ['minutes.named']],
    [{}, { ballots: [{ ...ballot, yes: 30 }] }, ['minutes.named_sum']],
    [{}, { ballots: [{ ...ballot, named: named.slice(1) }] }, ['minutes.named_sum']],
    [{}, { ballots: [{ ...ballot, form: 'closed' }] }, ['minutes.named_in_closed']],
    [{}, { ballots: [{ ...ballot, form: 'closed', named: null }] }, []],
    [{}, { ballots: [{ ...ballot, yes: 2, no: 0, abstain: 0, named: [named[0], named[0]] }] }, ['minutes.named_twice']],
  ] as const)('%j %j: %j', (more, one, wanted) => expect(check(more as Partial<MinutesFacts>, one)).toEqual(wanted))
  it('tells everything at once', () =>
    expect(check({ served: null, chair: null }, { decision: null, order: null })).toEqual([
      'minutes.chair',
      'minutes.served',
      'minutes.order',
      'minutes.decision',
    ]))
})

describe('adjustment (A-31)', () => {
  it.each([
    ['2026-11-30', '2026-12-14', []],
    ['2026-11-30', '2026-12-15', ['adjustment.late']],
    ['2026-11-30', '2026-11-29', ['adjustment.early']],
    ['2024-02-15', '2024-02-29', []],
    ['2021-04-22', '2021-05-05', []],
  ])('a meeting on %s adjusted %s: %j', (meeting, adjusted, wanted) =>
    expect(codes(adjustment({ meeting: day(meeting), adjusted: day(adjusted) }))).toEqual(wanted),
  )
  it('late also when nothing has been adjusted', () => {
    expect(adjustment({ meeting: day('2026-11-30'), adjusted: null, today: day('2026-12-14') })).toMatchObject({ ok: true, value: { inTime: null } })
    expect(adjustment({ meeting: day('2026-11-30'), adjusted: null, today: day('2026-12-15') })).toMatchObject({ ok: false, value: { inTime: false } })
  })
})

describe('announcement (A-32)', () => {
  const facts = { adjusted: day('2026-12-10'), announced: day('2026-12-12'), removed: null }
  it('the second day, a Saturday, is the target; a municipality may let it roll to Monday', () => {
    expect(announcement(facts, defaultVariants)).toMatchObject({
      ok: true,
      value: { target: '2026-12-12', latest: '2026-12-12', lastAppealDay: '2027-01-04', earliestRemoval: '2027-01-05' },
    })
    const monday = { ...facts, announced: day('2026-12-14') }
    expect(codes(announcement(monday, defaultVariants))).toEqual(['announcement.late'])
    expect(announcement(monday, { announcementRolls: true })).toMatchObject({ ok: true, value: { target: '2026-12-12', latest: '2026-12-14' } })
  })
  it.each([
    [{ announced: day('2026-12-09') }, ['announcement.early']],
    [{ removed: day('2027-01-04') }, ['announcement.removed_early']],
    [{ removed: day('2027-01-05') }, []],
    [{ announced: null, removed: day('2027-01-05') }, ['announcement.never_up']],
    [{ statesPlace: false, statesDay: false }, ['announcement.place', 'announcement.day']],
  ])('%j: %j', (more, wanted) => expect(codes(announcement({ ...facts, ...more }, defaultVariants))).toEqual(wanted))
})

describe('appeal and legal force (A-34–A-36)', () => {
  const facts = { body: 'council', preparatory: false, removed: null } as const
  it.each([
    ['2026-11-24', '2026-12-15', '2026-12-15', []],
    ['2026-11-24', '2026-12-16', '2026-12-15', ['appeal.late']],
    ['2026-12-05', '2026-12-28', '2026-12-28', []],
    ['2026-12-05', '2026-12-29', '2026-12-28', ['appeal.late']],
    ['2026-12-03', '2026-12-28', '2026-12-28', []],
    ['2026-06-05', '2026-06-26', '2026-06-26', []],
    ['2026-05-29', '2026-06-22', '2026-06-22', []],
  ])('announced %s, received %s: last day %s, %j', (announced, received, lastDay, wanted) => {
    const ruled = appeal({ ...facts, announced: day(announced), received: day(received) })
    expect(ruled.value).toMatchObject({ lastDay, appealable: true })
    expect(codes(ruled)).toEqual(wanted)
  })
  it('the time does not run out when the notice was taken down early', () =>
    expect(appeal({ ...facts, announced: day('2026-11-24'), removed: day('2026-12-15'), received: day('2027-02-01') })).toMatchObject({
      ok: true,
      value: { timeRuns: false, inTime: true, lastDay: null },
    }))
  it('a statement to the council cannot be appealed (A-35)', () => {
    const statement = { announced: day('2026-11-24'), removed: null, received: null, preparatory: true }
    expect(codes(appeal({ ...statement, body: 'board' }))).toEqual(['appeal.not_appealable'])
    expect(codes(appeal({ ...statement, body: 'council' }))).toEqual([])
    expect(codes(appeal({ ...statement, body: 'council', otherWay: true }))).toEqual(['appeal.not_appealable'])
  })
  it.each([
    ['2026-12-15', 'appealable', '2026-12-16'],
    ['2026-12-16', 'in_force', '2026-12-16'],
  ])('on %s: %s', (today, state, from) =>
    expect(legalForceState({ announced: day('2026-11-24'), today: day(today) }, defaultVariants).value).toEqual({ state, lastDay: '2026-12-15', from }),
  )
  it('not while appealed, nor before the announcement', () => {
    expect(legalForceState({ announced: day('2026-11-24'), appealed: true, today: day('2027-12-16') }, defaultVariants).value).toEqual({
      state: 'appealed',
      lastDay: '2026-12-15',
      from: null,
    })
    expect(legalForceState({ announced: null, today: day('2026-12-16') }, defaultVariants).value).toEqual({ state: 'not_announced', lastDay: null, from: null })
  })
})
