import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restate, type SharesOf } from './restate.ts'

const becomes =
  (table: Readonly<Record<string, Readonly<Record<string, number | null>>>>): SharesOf =>
  (id) =>
    new Map(Object.entries(table[id] ?? { [id]: 1 }))
const sum = { rule: 'sum', decimals: 0 } as const
const ratio = { rule: 'ratio', decimals: 1 } as const

describe('earlier figures told for the units of today', () => {
  it('merges and splits sums, and leaves alone what was not moved', () => {
    const values = new Map([
      ['a', 10],
      ['b', 5],
      ['c', 7],
      ['d', 1],
    ])
    const told = restate(values, becomes({ a: { x: 1 }, b: { x: 1 }, c: { y: 0.5, z: 0.5 } }), sum)
    expect(Object.fromEntries(told.values)).toEqual({ x: 15, y: 4, z: 3, d: 1 })
  })

  it('tells what an unknown share makes unknown, never as zero, and the rest by its known share', () => {
    const told = restate(
      new Map([
        ['a', 10],
        ['b', 5],
      ]),
      becomes({ a: { x: 0.4, y: null }, b: { y: 1 } }),
      sum,
    )
    expect(Object.fromEntries(told.values)).toEqual({ x: 4, y: null })
  })

  it('keeps missing missing, also in a merger', () => {
    const values = new Map([
      ['a', null],
      ['b', 5],
    ])
    expect(restate(values, becomes({ a: { x: 1 }, b: { x: 1 } }), sum).values.get('x')).toBeNull()
  })

  it('does not guess a ratio of parts', () => {
    expect(restate(new Map([['a', 10]]), becomes({ a: { x: 1 } }), ratio)).toMatchObject({ blurred: [] })
    const two = new Map([
      ['a', 10],
      ['b', 20],
    ])
    expect(restate(two, becomes({ a: { x: 1 }, b: { x: 1 } }), ratio)).toMatchObject({ blurred: ['x'] })
    expect(restate(new Map([['a', 10]]), becomes({ a: { x: 0.5, y: 0.5 } }), ratio).values.get('y')).toBeNull()
  })

  it('loses no öre', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 5 })
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(amounts, weights, (given, parts) => {
        const whole = parts.reduce((a, b) => a + b, 0)
        const shares: SharesOf = () => new Map(parts.map((w, i) => [`v${i}`, w / whole]))
        const { values } = restate(new Map(given.map((a, i) => [`u${i}`, a])), shares, { rule: 'sum', decimals: 0 })
        expect([...values.values()].reduce((a: number, b) => a + (b ?? Number.NaN), 0)).toBe(given.reduce((a, b) => a + b, 0))
        for (const v of values.values()) expect(Number.isInteger(v)).toBe(true)
      }),
    )
  })

  it('makes no half persons, but splits as finely as a value is recorded', () => {
    const halves = becomes({ a: { x: 0.5, y: 0.5 } })
    expect([...restate(new Map([['a', 7]]), halves, sum).values.values()]).toEqual([4, 3])
    expect([...restate(new Map([['a', 7.5]]), halves, sum).values.values()]).toEqual([3.8, 3.7])
    expect([...restate(new Map([['a', 0.3]]), halves, { rule: 'sum', decimals: 1 }).values.values()]).toEqual([0.2, 0.1])
  })
})
