import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { daysHinder, daysRemarks } from './deciding.ts'
import { defaultVariants } from './variants.ts'

describe('the days of a decision', () => {
  const today = day('2022-05-17')
  const days = { day: day('2022-05-10'), adjusted: null, announced: null, bodyFrom: day('2019-01-01'), bodyEnded: false }
  const codes = (d: object) => daysHinder({ ...days, ...d }, today).map((r) => r.code)
  it.each([
    [{}, []],
    [{ day: today }, []],
    [{ day: day('2022-05-18') }, ['decision.future']],
    [{ day: day('2018-12-31') }, ['decision.no_body']],
    [{ day: day('2019-01-01') }, []],
    [{ bodyEnded: true }, ['decision.body_ended']],
    [{ bodyFrom: null }, ['decision.no_body']],
    [{ adjusted: day('2022-05-09') }, ['decision.adjusted']],
    [{ adjusted: day('2022-05-18') }, ['decision.adjusted_future']],
    [{ announced: day('2022-05-12') }, ['decision.announced']],
    [{ adjusted: day('2022-05-12'), announced: day('2022-05-11') }, ['decision.announced']],
    [{ adjusted: day('2022-05-12'), announced: day('2022-05-18') }, ['decision.announced_future']],
  ])('%j: %j', (d, wanted) => expect(codes(d)).toEqual(wanted))
  it('lets the second day roll over Easter where the municipality says so', () => {
    const days = { day: day('2022-04-13'), adjusted: day('2022-04-14'), announced: day('2022-04-19') }
    expect(daysRemarks(days, defaultVariants).map((r) => r.code)).toEqual(['decision.announced_late'])
    expect(daysRemarks(days, { announcementRolls: true })).toEqual([])
    expect(daysRemarks({ ...days, announced: day('2022-04-20') }, { announcementRolls: true }).map((r) => r.code)).toEqual(['decision.announced_late'])
  })
  it('points out lateness at the boundary without hindering', () => {
    expect(daysRemarks({ day: day('2022-04-01'), adjusted: day('2022-04-15'), announced: day('2022-04-17') }, defaultVariants)).toEqual([])
    expect(daysRemarks({ day: day('2022-04-01'), adjusted: day('2022-04-16'), announced: day('2022-04-19') }, defaultVariants).map((r) => r.code)).toEqual([
      'decision.adjusted_late',
      'decision.announced_late',
    ])
  })
})
