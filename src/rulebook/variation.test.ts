import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import type { Notation } from './notation.ts'
import { latestChange, longestRun, type Point } from './variation.ts'
import { changeSentence, finding, runSentence } from './variation-words.ts'

const plain: Notation = { scale: 1, decimals: 0, unit: null }
const years = (rows: readonly (readonly [number, number | null, number | null, number | null])[]): Point[] =>
  rows.map(([y, low, value, high]) => ({ period: period(String(y)), low, value, high }))
const households = years([
  [2015, 1017, 1081, 1144],
  [2016, 896, 1003, 1077],
  [2017, 764, 839, 911],
  [2018, 672, 747, 819],
  [2019, 678, 707, 732],
  [2020, 705, 728, 747],
  [2021, 712, 736, 767],
])

const sentenceOf = (...rows: Parameters<typeof years>[0]) => {
  const change = latestChange(years(rows), plain)
  return change && changeSentence(change, plain).sv
}

describe('the honest sentence', () => {
  it('says that a small change cannot be told from variation', () => {
    const change = latestChange(households, plain)
    expect(change).toMatchObject({ difference: 8, verdict: 'noise', percent: 1.1 })
    expect(change && changeSentence(change, plain).sv).toBe(
      'Ökningen från 728 till 736 är mindre än skillnaden mellan månaderna (712–767). Den går inte att skilja från vanlig variation.',
    )
  })
  it('says that the long fall was real, and that it has stopped', () => {
    const run = longestRun(households, plain)
    expect(run).toMatchObject({ way: 'down', apart: true, ended: true })
    expect(run && runSentence(run, latestChange(households, plain), plain)?.sv).toBe(
      'Den långa nedgången från 1\u00a0081 till 707 åren 2015–2019 var däremot en verklig förändring, och den har stannat.',
    )
  })
  it('says larger where it is larger, same where it is the same, and not known where it is not', () => {
    expect(sentenceOf([2020, 9, 10, 11], [2021, 19, 20, 21])).toBe(
      'Ökningen från 10 till 20 (100,0\u00a0procent) är större än skillnaden mellan månaderna (19–21).',
    )
    expect(sentenceOf([2020, null, 10, null], [2021, 5, 10, 15])).toBe('Siffran är densamma 2021 som 2020: 10.')
    expect(sentenceOf([2020, null, 407, null], [2021, null, 436, null])).toContain('det går inte att säga om ändringen är mer än slump')
    expect(sentenceOf([2020, null, 0, null], [2021, null, 4, null])).toContain('Siffran har ökat från 0 till 4.')
    expect(sentenceOf([2020, null, null, null], [2021, null, 4, null])).toBeNull()
  })
  it('titles a picture by what it shows', () => {
    const titleOf = (...rows: Parameters<typeof years>[0]) => {
      const points = years(rows)
      return finding(longestRun(points, plain), latestChange(points, plain))?.sv
    }
    expect(finding(longestRun(households, plain), latestChange(households, plain))?.sv).toBe('Nedgången 2015–2019 har stannat')
    expect(titleOf([2020, null, 1, null], [2021, null, 2, null])).toBe('Högre 2021 än 2020')
    expect(titleOf([2020, 1, 5, 9], [2021, 1, 6, 9])).toBe('Ingen säker förändring 2021')
    expect(titleOf([2020, null, 1, null], [2021, null, 1, null])).toBe('Oförändrat 2021')
    expect(titleOf([2021, null, 1, null])).toBeUndefined()
  })
  it('finds no run in short or broken stretches', () => {
    expect(
      longestRun(
        years([
          [2019, null, 1, null],
          [2020, null, 2, null],
          [2021, null, 3, null],
        ]),
        plain,
      ),
    ).toBeNull()
    expect(
      longestRun(
        years([
          [2018, null, 1, null],
          [2019, null, 2, null],
          [2020, null, null, null],
          [2021, null, 3, null],
          [2022, null, 4, null],
        ]),
        plain,
      ),
    ).toBeNull()
  })
})

const point = fc.option(fc.integer({ min: -50, max: 50 }))
describe('runs, always', () => {
  it('go one way only, and no longer one exists', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 20 }), (values) => {
        const points = years(values.map((v, i) => [2000 + i, null, v, null] as const))
        const run = longestRun(points, plain)
        const lengths: number[] = []
        for (let a = 0; a < values.length; a++)
          for (let b = a + 3; b < values.length; b++) {
            const part = values.slice(a, b + 1)
            const goes = (sign: number) =>
              part.every((v, i) => i === 0 || (v !== null && part[i - 1] !== null && Math.sign(v - (part[i - 1] as number)) === sign))
            if (goes(1) || goes(-1)) lengths.push(b - a)
          }
        expect(run === null ? undefined : Number(run.to.period) - Number(run.from.period)).toBe(lengths.length === 0 ? undefined : Math.max(...lengths))
      }),
    )
  })
})
