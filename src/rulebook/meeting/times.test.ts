import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { defaultVariants } from '../variants.ts'
import { convening } from './convening.ts'
import { noticeTime, summonsTime } from './notice-time.ts'
import { openness } from './openness.ts'
import { preparation, unannouncedItem } from './preparation.ts'
import { remote } from './remote.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)

describe('notice and summons (A-05, A-06)', () => {
  it.each([
    ['2026-11-30', false, '2026-11-23'],
    ['2026-11-30', true, '2026-11-27'],
    ['2024-03-07', false, '2024-02-29'],
    ['2026-12-01', true, '2026-11-30'],
    ['2026-04-07', true, '2026-04-02'],
    ['2026-12-28', true, '2026-12-23'],
    ['2026-06-22', true, '2026-06-18'],
    ['2027-01-04', true, '2026-12-30'],
    ['2026-05-04', true, '2026-04-30'],
  ])('a meeting on %s, urgent %s: %s at the latest', (meeting, urgent, latest) => {
    const facts = { meeting: day(meeting), urgent }
    expect(noticeTime({ ...facts, announced: null }, defaultVariants).value).toEqual({ latest, inTime: null })
    expect(noticeTime({ ...facts, announced: day(latest) }, defaultVariants).ok).toBe(true)
    expect(summonsTime({ ...facts, sent: day(meeting) }, defaultVariants).ok).toBe(false)
  })
  it('reads the week and Saturday as the municipality does', () => {
    const meeting = day('2026-11-30')
    expect(noticeTime({ meeting, urgent: false, announced: null }, { ...defaultVariants, weekBefore: 'seven_clear_days' }).value?.latest).toBe('2026-11-22')
    expect(noticeTime({ meeting, urgent: true, announced: null }, { ...defaultVariants, saturdayIsWeekday: true }).value?.latest).toBe('2026-11-28')
    expect(noticeTime({ meeting: day('2026-12-27'), urgent: true, announced: null }, { ...defaultVariants, saturdayIsWeekday: true }).value?.latest).toBe(
      '2026-12-23',
    )
  })
  it('tells everyone who was not summoned', () =>
    expect(
      codes(summonsTime({ meeting: day('2026-11-30'), urgent: false, sent: day('2026-11-24'), withItems: false, missing: ['a', 'b'] }, defaultVariants)),
    ).toEqual(['summons.late', 'summons.items', 'summons.missing', 'summons.missing']))
})

describe('extra meetings (A-05, A-41)', () => {
  it.each([
    ['board', 13, 5, false, false, true],
    ['board', 13, 4, false, false, false],
    ['board', 13, 0, true, false, true],
    ['board', 13, 0, false, true, false],
    ['council', 61, 21, false, false, true],
    ['council', 61, 20, false, false, false],
    ['council', 61, 0, false, true, true],
  ] as const)('%s of %i, %i ask, chair %s, executive board %s: %s', (body, seats, members, chair, executiveBoard, must) =>
    expect(convening({ body, seats, members, chair, executiveBoard })).toMatchObject({ ok: true, value: { mustConvene: must } }),
  )
})

const item = { item: 'ordinary', preparedBy: [], executiveBoardHeard: false, urgent: false, present: 57, agree: 0 } as const
describe('preparation (A-12) and unannounced items (A-13)', () => {
  it.each([
    [{}, ['preparation.none', 'preparation.unheard']],
    [{ preparedBy: ['board'] }, ['preparation.unheard']],
    [{ preparedBy: ['board'], executiveBoardHeard: true }, []],
    [{ preparedBy: ['executive_board'] }, []],
    [{ executiveBoardHeard: true }, ['preparation.none']],
    [{ urgent: true, agree: 56 }, ['preparation.none', 'preparation.unheard', 'preparation.not_all']],
    [{ urgent: true, agree: 57 }, []],
    [{ urgent: true, present: 0 }, ['preparation.none', 'preparation.unheard', 'preparation.not_all']],
    [{ urgent: false, agree: 57 }, ['preparation.none', 'preparation.unheard']],
    [{ item: 'election' }, []],
    [{ item: 'audit_report', explanations: false }, ['preparation.explanations']],
  ] as const)('%j: %j', (more, wanted) => expect(codes(preparation({ ...item, ...more }))).toEqual(wanted))
  it.each([
    [true, false, 57, 0, []],
    [false, true, 57, 57, []],
    [false, true, 57, 56, ['unannounced.not_all']],
    [false, false, 57, 57, ['unannounced.not_urgent']],
    [false, true, 0, 0, ['unannounced.not_all']],
  ])('announced %s, urgent %s, %i present, %i agree: %j', (announced, urgent, present, agree, wanted) =>
    expect(codes(unannouncedItem({ announced, urgent, present, agree }))).toEqual(wanted),
  )
})

describe('open and remote (A-08, A-09)', () => {
  const shut = { authorityExercise: false, secrecy: false }
  it.each([
    [{ body: 'board', open: true, councilPermitsOpen: true, authorityExercise: true, secrecy: true }, ['openness.authority', 'openness.secrecy']],
    [{ body: 'board', open: true, ...shut }, ['openness.not_permitted']],
    [{ body: 'board', open: true, councilPermitsOpen: true, ...shut }, []],
    [{ body: 'board', open: false, ...shut }, []],
    [{ body: 'council', open: true, ...shut }, []],
    [{ body: 'council', open: false, ...shut }, ['openness.closed']],
    [{ body: 'council', open: false, closedByDecision: true, ...shut }, []],
    [{ body: 'council', open: true, closedByDecision: true, ...shut }, ['openness.opened']],
  ] as const)('%j: %j', (facts, wanted) => expect(codes(openness(facts))).toEqual(wanted))
  const link = { councilPermits: true, sound: true, picture: true, allSeeAndHear: true, equalTerms: true }
  it.each([
    [{}, true],
    [{ picture: false }, false],
    [{ sound: false }, false],
    [{ councilPermits: false }, false],
    [{ allSeeAndHear: false }, false],
    [{ equalTerms: false }, false],
  ])('a remote member with %j counts: %s', (more, counts) => expect(remote({ ...link, ...more }, defaultVariants).value).toEqual({ countsAsPresent: counts }))
  it('a municipality may let a lost picture pass', () => expect(remote({ ...link, picture: false }, { lostPictureIsAbsent: false }).ok).toBe(true))
})
