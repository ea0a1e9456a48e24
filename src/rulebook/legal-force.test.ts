import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { easterSunday, holidaysOf, isWorkingDay, nextWorkingDay } from './holidays.ts'
import { lastAppealDay, legalForce } from './legal-force.ts'

describe('holidays', () => {
  it.each([
    [2021, '2021-04-04'],
    [2022, '2022-04-17'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
  ])('Easter of %i is %s', (year, wanted) => {
    expect(easterSunday(year)).toBe(wanted)
  })

  it.each([
    ['2021-06-26', 'Midsummer day 2021'],
    ['2022-06-25', 'Midsummer day 2022'],
    ['2023-06-23', 'Midsummer eve 2023'],
    ['2024-05-09', 'Ascension 2024'],
    ['2025-11-01', 'All saints 2025'],
    ['2026-05-24', 'Whit Sunday 2026'],
    ['2027-03-26', 'Good Friday 2027'],
    ['2022-11-05', 'All saints 2022'],
  ])('%s is %s', (d) => {
    expect(holidaysOf(Number(d.slice(0, 4)))).toContain(d)
    expect(isWorkingDay(day(d))).toBe(false)
  })

  it('rolls over the whole of Easter and Christmas', () => {
    expect(nextWorkingDay(day('2022-04-15'))).toBe('2022-04-19')
    expect(nextWorkingDay(day('2021-12-24'))).toBe('2021-12-27')
    expect(nextWorkingDay(day('2022-05-17'))).toBe('2022-05-17')
  })
})

describe('legal force', () => {
  it.each([
    ['2026-11-24', '2026-12-15', '2026-12-16'],
    ['2026-12-05', '2026-12-28', '2026-12-29'],
    ['2022-06-03', '2022-06-27', '2022-06-28'],
    ['2022-05-16', '2022-06-07', '2022-06-08'],
    ['2021-12-10', '2022-01-03', '2022-01-04'],
  ])('announced %s: last day to appeal %s, legal force %s', (announced, lastDay, from) => {
    expect(lastAppealDay(day(announced))).toBe(lastDay)
    expect(legalForce(day(announced), day(lastDay))).toEqual({ state: 'appealable', lastDay, from })
    expect(legalForce(day(announced), day(from))).toEqual({ state: 'in_force', lastDay, from })
  })

  it('does not run before the announcement', () => {
    expect(legalForce(null, day('2022-05-17'))).toEqual({ state: 'not_announced' })
  })
})
