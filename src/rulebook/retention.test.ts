import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { destructionDays, destructionHinders, preserved, type RetentionFacts, ruleOfCase, socialFile } from './retention.ts'
import type { FileConcern, FileFacts } from './social-file.ts'

const assistance: FileFacts = { concerns: 'assistance', born: day('1980-03-04'), inCompilation: false }
const file = (last: string, more: Partial<RetentionFacts> = {}): RetentionFacts => ({
  rule: socialFile,
  last: day(last),
  over: true,
  file: assistance,
  municipality: '1490',
  ...more,
})
const codes = (facts: RetentionFacts, today: string) => destructionHinders(facts, day(today)).map((r) => r.code)
const laws = (facts: RetentionFacts, today: string) => destructionHinders(facts, day(today)).map((r) => r.law)

describe('destruction', () => {
  it('of a personal file: from five years after the last entry, done by the end of the next calendar year (SoL 16:1)', () => {
    const today = day('2026-05-17')
    expect(destructionDays(file('2021-05-03'), today)).toEqual({ from: '2026-05-03', by: '2027-12-31' })
    expect(destructionDays(file('2016-12-31'), today)).toEqual({ from: '2021-12-31', by: '2022-12-31' })
    expect(destructionDays(file('2016-02-29'), today)).toEqual({ from: '2021-02-28', by: '2022-12-31' })
  })

  it.each([
    ['2026-05-02', ['destroy.early']],
    ['2026-05-03', []],
    ['2027-12-31', []],
    ['2028-01-01', []],
  ])('on %s', (today, expected) => expect(codes(file('2021-05-03'), today)).toEqual(expected))

  it('never of what goes on or is preserved', () => {
    expect(codes(file('2001-01-01', { over: false }), '2022-05-17')).toEqual(['destroy.open'])
    expect(codes({ rule: preserved, last: day('2001-01-01'), over: true }, '2022-05-17')).toEqual(['destroy.preserved'])
  })

  it('a case is preserved unless it is a personal file', () => {
    expect(ruleOfCase('OSL 26:1')).toBe(socialFile)
    for (const secrecy of [null, 'OSL 25:1', 'OSL 18:13', 'OSL 261:1']) expect(ruleOfCase(secrecy)).toBe(preserved)
  })
})

describe('what the social services must keep', () => {
  const about = (concerns: FileConcern, born = '1980-03-04', more: Partial<RetentionFacts> = {}) =>
    file('2010-01-01', { file: { concerns, born: day(born), inCompilation: false }, ...more })

  it.each<[FileConcern, string[]]>([
    ['assistance', []],
    ['no_inquiry', []],
    ['paternity', ['destroy.excepted']],
    ['adoption', ['destroy.excepted']],
    ['placement', ['destroy.excepted']],
  ])('%s (SoL 16:2)', (concerns, expected) => expect(codes(about(concerns), '2026-05-17')).toEqual(expected))

  it.each([
    ['1996-05-17', '2026-05-17', []],
    ['1996-05-18', '2026-05-17', ['destroy.early']],
    ['1996-02-29', '2026-02-28', []],
    // Before 15 January 2026 there was no such rule.
    ['2001-05-18', '2026-01-14', []],
    ['2001-05-18', '2026-01-15', ['destroy.early']],
  ])('an inquiry about a child born %s, on %s: until thirty (SoL 16:2 a)', (born, today, expected) =>
    expect(codes(about('child_inquiry', born), today)).toEqual(expected),
  )

  it.each([
    ['2008-05-17', []],
    ['2008-05-18', ['destroy.early']],
  ])('an agreement on custody of a child born %s: until eighteen (SoL 16:3)', (born, expected) =>
    expect(codes(about('custody', born), '2026-05-17')).toEqual(expected),
  )

  it('the last day to be done counts from the day that age allows', () => {
    expect(destructionDays(about('custody', '2008-05-18'), day('2026-05-17'))).toEqual({ from: '2026-05-18', by: '2027-12-31' })
  })

  it.each([
    ['1980-03-04', []],
    ['1980-03-05', ['destroy.research']],
    ['1980-03-06', []],
    ['1980-03-14', []],
    ['1980-03-15', ['destroy.research']],
    ['1980-03-16', []],
    ['1980-03-24', []],
    ['1980-03-25', ['destroy.research']],
    ['1980-03-26', []],
  ])('the sample: born %s (SoL 16:4, SoF 13:1)', (born, expected) => expect(codes(about('assistance', born), '2026-05-17')).toEqual(expected))

  it.each([
    ['0580', ['destroy.research']],
    ['0980', ['destroy.research']],
    ['2281', ['destroy.research']],
    ['1480', ['destroy.research']],
    ['1481', []],
    ['1490', []],
    ['0680', []],
  ])('the municipality %s (SoF 13:1)', (municipality, expected) =>
    expect(codes(about('assistance', '1980-03-04', { municipality }), '2026-05-17')).toEqual(expected),
  )

  it('what is in the compilation goes first (SoL 16:1), and what is not known is asked for, never taken for a no', () => {
    expect(codes(file('2010-01-01', { file: { ...assistance, inCompilation: true } }), '2026-05-17')).toEqual(['destroy.compilation'])
    expect(codes(file('2010-01-01', { file: null, municipality: null }), '2026-05-17')).toEqual(['destroy.unknown', 'destroy.municipality'])
    expect(codes(file('2025-01-01', { file: null }), '2026-05-17')).toEqual(['destroy.early', 'destroy.unknown'])
  })

  it('cites the act of the day', () => {
    expect(laws(about('adoption'), '2025-06-30')).toEqual(['SoL (2001:453) 12:2'])
    expect(laws(about('adoption'), '2025-07-01')).toEqual(['SoL 16:2'])
  })
})

describe('what the archive authority has taken over', () => {
  const delivered = (acknowledged: string | null, unchanged = true): RetentionFacts => ({
    rule: preserved,
    last: day('2020-01-01'),
    over: true,
    delivered: { acknowledged: acknowledged === null ? null : day(acknowledged), unchanged },
  })
  it('may be destroyed here, by no last day; not before it is acknowledged, nor when it has changed', () => {
    expect(codes(delivered('2022-05-01'), '2022-05-17')).toEqual([])
    expect(destructionDays(delivered('2022-05-01'), day('2022-05-17'))).toEqual({ from: '2022-05-01', by: null })
    expect(codes(delivered(null), '2022-05-17')).toEqual(['destroy.unacknowledged'])
    expect(codes(delivered('2022-05-01', false), '2022-05-17')).toEqual(['destroy.changed'])
    expect(destructionDays(delivered(null), day('2022-05-17'))).toBeNull()
  })
  it('also where it would otherwise be excepted from destruction: it is not lost', () => {
    const file: FileFacts = { concerns: 'adoption', born: day('1980-03-05'), inCompilation: false }
    expect(codes({ ...delivered('2022-05-01'), rule: socialFile, file, municipality: '1480' }, '2022-05-17')).toEqual([])
  })
})
