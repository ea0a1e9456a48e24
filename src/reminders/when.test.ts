import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, weekday } from '../kernel/day.ts'
import { mondayOf, offeredDays, reminderNow, usualDays } from './when.ts'

const due = day('2022-05-31')

describe('when somebody is reminded of a day to keep', () => {
  it.each([
    ['2022-05-23', null],
    ['2022-05-24', -7],
    ['2022-05-28', -7],
    ['2022-05-29', null],
    ['2022-05-31', 0],
    ['2022-06-01', 1],
    ['2022-06-05', 1],
    ['2022-06-07', 7],
    ['2022-06-12', null],
  ])('on %s: %s', (today, told) => expect(reminderNow(due, usualDays, day(today))).toBe(told))

  it('each chosen day is told within five days, and never before it has come', () => {
    fc.assert(
      fc.property(fc.subarray([...offeredDays], { minLength: 1 }), fc.integer({ min: -60, max: 60 }), (days, n) => {
        const today = addDays(due, n)
        const told = reminderNow(due, days, today)
        if (told !== null) expect(days.some((d) => d === told) && told <= n && told > n - 5).toBe(true)
        else expect(days.some((d) => d <= n && d > n - 5)).toBe(false)
      }),
    )
  })

  it('weeks begin on Monday', () => {
    for (let n = 0; n < 14; n++) expect(weekday(mondayOf(addDays(due, n)))).toBe(1)
    expect(mondayOf(day('2022-05-22'))).toBe('2022-05-16')
  })
})
