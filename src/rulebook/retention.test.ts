import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { destructionDays, destructionHinders, preserved, ruleOfCase, socialFile } from './retention.ts'

const file = (last: string, over = true) => ({ rule: socialFile, last: day(last), over })

describe('destruction', () => {
  it('of a personal file: from five years after the last entry, done by the end of the next calendar year (SoL 16:1)', () => {
    expect(destructionDays(file('2021-05-03'))).toEqual({ from: '2026-05-03', by: '2027-12-31' })
    expect(destructionDays(file('2016-12-31'))).toEqual({ from: '2021-12-31', by: '2022-12-31' })
    expect(destructionDays(file('2016-02-29'))).toEqual({ from: '2021-02-28', by: '2022-12-31' })
  })

  it.each([
    ['2026-05-02', ['destroy.early']],
    ['2026-05-03', []],
    ['2027-12-31', []],
    ['2028-01-01', []],
  ])('on %s', (today, codes) => expect(destructionHinders(file('2021-05-03'), day(today)).map((r) => r.code)).toEqual(codes))

  it('never of what goes on or is preserved', () => {
    expect(destructionHinders(file('2001-01-01', false), day('2022-05-17')).map((r) => r.code)).toEqual(['destroy.open'])
    expect(destructionHinders({ rule: preserved, last: day('2001-01-01'), over: true }, day('2022-05-17')).map((r) => r.code)).toEqual(['destroy.preserved'])
  })

  it('a case is preserved unless it is a personal file', () => {
    expect(ruleOfCase('OSL 26:1')).toBe(socialFile)
    for (const secrecy of [null, 'OSL 25:1', 'OSL 18:13', 'OSL 261:1']) expect(ruleOfCase(secrecy)).toBe(preserved)
  })
})
