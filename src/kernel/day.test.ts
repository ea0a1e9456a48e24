import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, addMonths, type Day, day, dayOf, daysBetween, isDay, longDay, readDay, shortDay, weekday } from './day.ts'

const days = fc.integer({ min: 0, max: 70_000 }).map((n) => addDays(day('1950-01-01'), n))

describe('days', () => {
  it.each([
    ['2022-02-29', false],
    ['2024-02-29', true],
    ['2022-13-01', false],
    ['2022-1-1', false],
    ['1899-12-31', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected))

  it.each([
    ['2022-05-17', '2022-05-17'],
    [' 20220517 ', '2022-05-17'],
    ['2022-5-7', '2022-05-07'],
    ['17.5.2022', '2022-05-17'],
    ['17/5 2022', '2022-05-17'],
    ['17 maj 2022', '2022-05-17'],
    ['3 Dec 2022', '2022-12-03'],
    ['1 oktober 2022', '2022-10-01'],
    ['31 juni 2022', null],
    ['i morgon', null],
    ['2022', null],
  ])('reads %j as %s', (typed, expected) => expect(readDay(typed)).toBe(expected))

  it('keeps to the end of a shorter month', () => {
    expect(addMonths(day('2022-01-31'), 1)).toBe('2022-02-28')
    expect(addMonths(day('2024-12-31'), -6)).toBe('2024-06-30')
  })

  it('knows the day in Sweden, also where the date differs from UTC', () => {
    expect(dayOf(new Date('2022-06-30T22:30:00Z'))).toBe('2022-07-01')
    expect(dayOf(new Date('2022-12-31T22:59:00Z'))).toBe('2022-12-31')
  })

  it('writes days for reading', () => {
    expect(longDay(day('2022-05-17'), 'sv')).toBe('17\u00a0maj\u00a02022')
    expect(longDay(day('2022-05-17'), 'en')).toBe('17\u00a0May\u00a02022')
    expect(shortDay(day('2022-01-25'), day('2022-05-17'), 'sv')).toBe('25\u00a0jan')
    expect(shortDay(day('2021-06-23'), day('2022-05-17'), 'sv')).toBe('23\u00a0juni\u00a02021')
  })

  test('adding and counting days are each other’s inverse', () => {
    fc.assert(fc.property(days, fc.integer({ min: -5000, max: 5000 }), (d, n) => daysBetween(d, addDays(d, n)) === n))
  })
  test('days compare as text', () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === daysBetween(a, b) > 0))
  })
  test('the weekday moves on by one', () => {
    fc.assert(fc.property(days, (d) => weekday(addDays(d, 1)) === (weekday(d) % 7) + 1))
  })
  test('a month later is in the next month, on the same day or its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (d, n) => {
        const then: Day = addMonths(d, n)
        const months = (x: Day): number => Number(x.slice(0, 4)) * 12 + Number(x.slice(5, 7))
        return months(then) - months(d) === n && (then.slice(8) === d.slice(8) || addDays(then, 1).slice(8) === '01')
      }),
    )
  })
})
