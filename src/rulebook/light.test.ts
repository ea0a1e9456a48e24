import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { type Aim, directions, judge, type LightFacts, lightRule } from './light.ts'
import type { Notation } from './notation.ts'

const plain: Notation = { scale: 1, decimals: 0, unit: null }
const y = period
const facts = (over: Partial<Omit<LightFacts, 'outcome' | 'previous'>> & { value?: number | null; before?: number | null }): LightFacts => ({
  outcome: { period: y('2021'), value: over.value === undefined ? 736 : over.value },
  previous: { period: y('2020'), value: over.before === undefined ? 728 : over.before },
  direction: over.direction ?? null,
  aim: over.aim ?? null,
  notation: over.notation ?? plain,
})
const aim = (rule: Aim['rule'], value: number | null = null, at = '2021'): Aim => ({ rule, value, period: y(at) })

describe('the light of an outcome', () => {
  it.each([
    ['36 over an at-most target', facts({ aim: aim('at_most', 700) }), 'red', '36 över målet'],
    ['at most, kept', facts({ value: 690, aim: aim('at_most', 700) }), 'green', '10 under målet'],
    ['exactly on the target', facts({ value: 700, aim: aim('at_most', 700) }), 'green', 'På målet'],
    ['2 % over is still close', facts({ value: 714, aim: aim('at_most', 700) }), 'yellow', '14 över målet, inom marginalen'],
    ['one more is not', facts({ value: 715, aim: aim('at_most', 700) }), 'red', '15 över målet'],
    ['one unit is close where the target is small', facts({ value: 4, aim: aim('at_least', 5) }), 'yellow', '1 under målet, inom marginalen'],
    [
      'a coming target is named',
      facts({ value: 98, aim: aim('at_least', 99, '2022'), notation: { ...plain, unit: '%' } }),
      'yellow',
      '1\u00a0procentenhet under målet för 2022, inom marginalen',
    ],
    [
      'money in its unit',
      facts({ value: 250_000_000, aim: aim('at_most', 100_000_000), notation: { scale: 100_000, decimals: 0, unit: 'tkr' } }),
      'red',
      '1\u00a0500\u00a0tkr över målet',
    ],
    ['wrong way', facts({ value: 436, before: 407, direction: 'down' }), 'red', 'Går åt fel håll, +29'],
    [
      'right way',
      facts({ value: 3.3, before: 7.9, direction: 'down', notation: { scale: 1, decimals: 1, unit: '%' } }),
      'green',
      'Minskar som avsett, \u22124,6\u00a0procentenheter',
    ],
    ['unchanged', facts({ value: 99, before: 99, direction: 'up' }), 'yellow', 'Oförändrat'],
    [
      'a target without value goes before the direction',
      facts({ value: 5, before: 4, direction: 'down', aim: aim('increase') }),
      'green',
      'Ökar som avsett, +1',
    ],
    ['hold, within', facts({ value: 101, before: 100, direction: 'hold' }), 'green', 'Ligger still, +1'],
    ['hold, near', facts({ value: 104, before: 100, direction: 'hold' }), 'yellow', 'Ska ligga still, +4'],
    ['hold, far', facts({ value: 95, before: 100, direction: 'hold' }), 'red', 'Ska ligga still, \u22125'],
    ['no outcome', facts({ value: null, aim: aim('at_most', 700) }), 'unknown', 'Utfall 2021 saknas'],
    ['nothing to compare with', facts({ before: null, direction: 'down' }), 'unknown', 'Utfall 2020 saknas'],
    ['no direction', facts({}), 'unknown', 'Saknar riktning'],
    ['zero is a value', facts({ value: 0, aim: aim('at_most', 0) }), 'green', 'På målet'],
    ['zero before is a value', facts({ value: 1, before: 0, direction: 'up' }), 'green', 'Ökar som avsett, +1'],
  ])('%s', (_, given, light, words) => {
    const judged = judge(given)
    expect([judged.light, judged.words.sv]).toEqual([light, words])
    expect(judged.words.en).not.toBe('')
  })

  it('judges what is shown, not what is hidden behind the rounding', () => {
    const tenths: Notation = { scale: 1, decimals: 1, unit: null }
    expect(judge(facts({ value: 7.04, before: 7.0, direction: 'up', notation: tenths })).words.sv).toBe('Oförändrat')
  })

  it('tells its rule in both languages', () => {
    expect(lightRule.length).toBeGreaterThan(3)
    for (const sentence of lightRule) expect(sentence.sv && sentence.en).toBeTruthy()
  })
})

const value = fc.integer({ min: -100_000, max: 100_000 })
const order = { green: 0, yellow: 1, red: 2, unknown: 3 } as const

describe('the light, always', () => {
  it('is unknown exactly when something to judge by is missing', () => {
    fc.assert(
      fc.property(fc.option(value), fc.option(value), fc.option(fc.constantFrom(...directions)), (v, before, direction) => {
        const judged = judge(facts({ value: v, before, ...(direction ? { direction } : {}) }))
        expect(judged.light === 'unknown').toBe(v === null || before === null || direction === null)
      }),
    )
  })

  it('never improves when the outcome moves further from the target', () => {
    fc.assert(
      fc.property(value, value, fc.nat(1000), fc.constantFrom('at_least' as const, 'at_most' as const), (v, target, further, rule) => {
        const worse = rule === 'at_most' ? v + further : v - further
        const at = (x: number) => order[judge(facts({ value: x, aim: aim(rule, target) })).light]
        expect(at(worse)).toBeGreaterThanOrEqual(at(v))
      }),
    )
  })

  it('mirrors: at least x is at most minus x', () => {
    fc.assert(
      fc.property(value, value, (v, target) => {
        expect(judge(facts({ value: v, aim: aim('at_least', target) })).light).toBe(judge(facts({ value: -v, aim: aim('at_most', -target) })).light)
      }),
    )
  })

  it('does not depend on the unit that is shown', () => {
    fc.assert(
      fc.property(value, value, (v, target) => {
        const inTkr = judge(facts({ value: v * 100_000, aim: aim('at_most', target * 100_000), notation: { scale: 100_000, decimals: 0, unit: null } }))
        expect(inTkr).toEqual(judge(facts({ value: v, aim: aim('at_most', target) })))
      }),
    )
  })
})
