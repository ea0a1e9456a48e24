import { describe, expect, test } from 'vitest'
import { isoWeek, weeksIn, day } from './calendar.ts'
import { normalLabel } from './label.ts'
import { readPrinted } from './printed.ts'
import { readPrintedDay } from './printed-day.ts'
import { impossiblePeriod, samePeriod } from './printed-period.ts'

const span = (text: string | number, unit?: string): readonly number[] | string => {
  const printed = readPrinted(text, unit)
  return printed.state === 'value' ? [printed.value.low, printed.value.high].map((v) => Number(v.toFixed(6))) : printed.state
}

describe('printed numbers', () => {
  test.each<[string | number, string | undefined, readonly number[] | string]>([
    ['−15 779', 'tkr', [-15_779_500, -15_778_500]],
    ['-15\u202f779', undefined, [-15_779.5, -15_778.5]],
    ['252,9', undefined, [252.85, 252.95]],
    [252.9, undefined, [252.85, 252.95]],
    ['252.9', undefined, [252.85, 252.95]],
    ['+5 784', undefined, [5783.5, 5784.5]],
    ['1.234.567', undefined, [1_234_566.5, 1_234_567.5]],
    ['1.234', undefined, 'unread'],
    ['(2.089.700)', undefined, [-2_089_700.5, -2_089_699.5]],
    ['2.089.700-', undefined, [-2_089_700.5, -2_089_699.5]],
    ['ett tjugotal', 'elever', [15, 25]],
    ['ett par', 'elever', 'unread'],
    ['600', 'kr/år', [599.5, 600.5]],
    ['99 %', undefined, [98.5, 99.5]],
    ['1,6 mnkr', 'tkr', [1_550_000, 1_650_000]],
    ['ca 500', undefined, [450, 550]],
    ['drygt 500', 'mnkr', [499_500_000, 600_000_000]],
    ['knappt 10', undefined, [0, 10.5]],
    ['över 80', '%', [80, Number.POSITIVE_INFINITY]],
    ['högst 700', 'hushåll', [Number.NEGATIVE_INFINITY, 700]],
    ['5–10', undefined, [5, 10]],
    ['drygt hälften', '%', [49.5, 60]],
    ['elva', 'st', [10.5, 11.5]],
    ['55', 'röster', [55, 55]],
    ['1 234*', undefined, [1233.5, 1234.5]],
    ['±0', undefined, [-0.5, 0.5]],
    ['–', 'tkr', 'missing'],
    ['..', 'tkr', 'missing'],
    ['', 'tkr', 'missing'],
    ['se not 3', 'tkr', 'unread'],
    ['2021-2022 (plan)', 'tkr', 'unread'],
  ])('%s %s', (text, unit, expected) => expect(span(text, unit)).toEqual(expected))
})

describe('printed days and periods', () => {
  test('days that exist, and days that do not', () => {
    expect(readPrintedDay('tisdag 25 januari 2022')).toMatchObject({ state: 'span', from: '2022-01-25', weekday: 2 })
    expect(readPrintedDay('25/1 2022')).toMatchObject({ from: '2022-01-25' })
    expect(readPrintedDay('2021-11')).toMatchObject({ from: '2021-11-01', to: '2021-11-30' })
    expect(readPrintedDay('31 juni').state).toBe('impossible')
    expect(readPrintedDay('29 februari 2023').state).toBe('impossible')
    expect(readPrintedDay('29 februari').state).toBe('partial')
    expect(readPrintedDay('2021-22').state).toBe('unread')
    expect(readPrintedDay('när det passar').state).toBe('unread')
  })
  test('weeks by ISO 8601', () => {
    expect(weeksIn(2020)).toBe(53)
    expect(weeksIn(2022)).toBe(52)
    expect(isoWeek(day('2022-01-01'))).toEqual({ year: 2021, week: 52 })
    expect(isoWeek(day('2022-01-25'))).toEqual({ year: 2022, week: 4 })
  })
  test('periods that no year has', () => {
    expect(['2022T4', '2022 Q5', '2022M13', 'vecka 53 2022', '2022W53', 'v. 54'].map(impossiblePeriod)).toEqual([
      'tertial',
      'quarter',
      'month',
      'week',
      'week',
      'week',
    ])
    expect(['2022T3', 'läsåret 2021/22', '2020W53', '2022', 'vecka 53'].map(impossiblePeriod)).toEqual([null, null, null, null, null])
    expect(samePeriod('2022 T1')).toBe(samePeriod('2022T1'))
  })
})

test('labels agree over case, number and definite form, and no further', () => {
  expect(normalLabel('Antal HUSHÅLL med försörjningsstöd')).toBe(normalLabel('Hushållen med försörjningsstöd'))
  expect(normalLabel('Kostnader')).toBe(normalLabel('Kostnaden'))
  expect(normalLabel('Grundskola')).not.toBe(normalLabel('Förskola'))
})
