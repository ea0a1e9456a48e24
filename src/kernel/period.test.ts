import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from './day.ts'
import { comparePeriods, contains, firstDay, isPeriod, kindOf, lastDay, next, period, periodLabel, periodOf, readPeriod, split, within } from './period.ts'

const kinds = ['year', 'tertial', 'quarter', 'month', 'day'] as const
const days = fc.integer({ min: 0, max: 70_000 }).map((n) => addDays(day('1950-01-01'), n))
const periods = fc.tuple(days, fc.constantFrom(...kinds)).map(([d, kind]) => periodOf(d, kind))

describe('periods', () => {
  it.each(['2022', '2022T2', '2022Q3', '2022M03', '2022M08A', '2022T2A', '2022-05-17'])('%s is a period', (text) => expect(isPeriod(text)).toBe(true))
  it.each(['22', '2022T4', '2022T0', '2022Q5', '2022M3', '2022M13', '2022A', '2022T02', '2022-13-01', '2022m03', ''])('%j is none', (text) =>
    expect(isPeriod(text)).toBe(false),
  )

  it.each([
    ['2022t1', '2022T1'],
    ['2022 T1', '2022T1'],
    ['2022-03', '2022M03'],
    ['2022M3', '2022M03'],
    ['2022m8a', '2022M08A'],
  ])('reads %j as %s', (typed, expected) => expect(readPeriod(typed)).toEqual({ ok: true, value: expected }))
  it('refuses what it cannot read, quoting it', () => {
    const read = readPeriod('våren')
    expect(read.ok ? '' : read.refusals[0]?.text.sv).toContain('”våren”')
  })

  it('has first and last days', () => {
    expect([firstDay(period('2022T2')), lastDay(period('2022T2'))]).toEqual(['2022-05-01', '2022-08-31'])
    expect([firstDay(period('2022M08A')), lastDay(period('2022M08A'))]).toEqual(['2022-01-01', '2022-08-31'])
    expect(lastDay(period('2024M02'))).toBe('2024-02-29')
    expect(lastDay(period('2022Q4'))).toBe('2022-12-31')
  })
  it('names itself', () => {
    expect(periodLabel(period('2022T2'), 'sv')).toBe('tertial 2 2022')
    expect(periodLabel(period('2022M08A'), 'sv')).toBe('januari–augusti 2022')
    expect(periodLabel(period('2022M03'), 'en')).toBe('March 2022')
  })
  it('is split only where the parts tile it', () => {
    expect(split(period('2022'), 'tertial')).toEqual(['2022T1', '2022T2', '2022T3'])
    expect(split(period('2022T1'), 'month')).toEqual(['2022M01', '2022M02', '2022M03', '2022M04'])
    expect(split(period('2022T1'), 'quarter')).toEqual([])
  })

  test('the period of a day holds the day', () => {
    fc.assert(fc.property(days, fc.constantFrom(...kinds), (d, kind) => contains(periodOf(d, kind), d) && kindOf(periodOf(d, kind)) === kind))
  })
  test('the next period begins the day after', () => {
    fc.assert(fc.property(periods, (p) => firstDay(next(p)) === addDays(lastDay(p), 1)))
  })
  test('months tile every longer calendar period without gap or overlap', () => {
    fc.assert(
      fc.property(periods, (p) => {
        if (kindOf(p) === 'day') return true
        const parts = split(p, 'month')
        return (
          parts.length > 0 &&
          firstDay(parts[0] as never) === firstDay(p) &&
          parts.every((m, i) => within(m, p) && (i === 0 || firstDay(m) === addDays(lastDay(parts[i - 1] as never), 1)))
        )
      }),
    )
  })
  test('comparison is a total order', () => {
    fc.assert(
      fc.property(periods, periods, periods, (a, b, c) => {
        const sign = (n: number): number => Math.sign(n)
        return (
          sign(comparePeriods(a, b)) === -sign(comparePeriods(b, a)) &&
          (comparePeriods(a, b) > 0 || comparePeriods(b, c) > 0 || comparePeriods(a, c) <= 0) &&
          (comparePeriods(a, b) === 0) === (a === b)
        )
      }),
    )
  })
})
