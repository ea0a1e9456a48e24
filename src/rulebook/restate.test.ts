import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { restate, type Succession } from './restate.ts'

const at = { rule: 'sum' as const, money: false, periodEnd: day('2021-12-31'), today: day('2022-05-17') }
const to = (fromId: string, toId: string, share = 1, onDay = '2022-01-01'): Succession => ({ fromId, toId, share, onDay: day(onDay) })

describe('earlier figures told for the units of today', () => {
  it('merges and splits sums', () => {
    const { values } = restate(
      new Map([
        ['a', 10],
        ['b', 5],
        ['c', 7],
      ]),
      [to('a', 'x'), to('b', 'x'), to('c', 'y', 0.5), to('c', 'z', 0.5)],
      at,
    )
    expect(Object.fromEntries(values)).toEqual({ x: 15, y: 3.5, z: 3.5 })
  })
  it('follows several reorganisations, but none that is yet to come or was before', () => {
    const { values } = restate(
      new Map([['a', 10]]),
      [to('a', 'b', 1, '2022-01-01'), to('b', 'c', 1, '2022-03-01'), to('c', 'd', 1, '2023-01-01'), to('a', 'old', 1, '2020-01-01')],
      at,
    )
    expect(Object.fromEntries(values)).toEqual({ c: 10 })
  })
  it('keeps missing missing, also in a merger', () => {
    expect(
      restate(
        new Map([
          ['a', null],
          ['b', 5],
        ]),
        [to('a', 'x'), to('b', 'x')],
        at,
      ).values.get('x'),
    ).toBeNull()
  })
  it('does not guess a ratio of parts', () => {
    const ratio = { ...at, rule: 'ratio' as const }
    expect(restate(new Map([['a', 10]]), [to('a', 'x')], ratio)).toMatchObject({ blurred: [] })
    expect(
      restate(
        new Map([
          ['a', 10],
          ['b', 20],
        ]),
        [to('a', 'x'), to('b', 'x')],
        ratio,
      ),
    ).toMatchObject({ blurred: ['x'] })
    expect(restate(new Map([['a', 10]]), [to('a', 'x', 0.5), to('a', 'y', 0.5)], ratio).values.get('y')).toBeNull()
  })
  it('loses no öre', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        (amounts, weights) => {
          const total = weights.reduce((a, b) => a + b, 0)
          const successions = amounts.flatMap((_, i) => weights.map((w, k) => to(`u${i}`, `v${k}`, w / total)))
          const { values } = restate(new Map(amounts.map((a, i) => [`u${i}`, a])), successions, { ...at, money: true })
          expect([...values.values()].reduce((a: number, b) => a + (b ?? Number.NaN), 0)).toBe(amounts.reduce((a, b) => a + b, 0))
          for (const v of values.values()) expect(Number.isInteger(v)).toBe(true)
        },
      ),
    )
  })
})
