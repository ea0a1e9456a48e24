import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { type Succession, sharesToday, sumToOne } from './succession.ts'

const on = (fromId: string, toId: string, onDay: string, kind: Succession['kind'], share = 1): Succession => ({ fromId, toId, onDay: day(onDay), kind, share })
const history = [
  on('A', 'A1', '2017-01-01', 'split', 0.6),
  on('A', 'A2', '2017-01-01', 'split', 0.4),
  on('A2', 'B', '2019-01-01', 'merge'),
  on('C', 'B', '2019-01-01', 'merge'),
  on('B', 'D', '2021-07-01', 'move', 0.25),
]
const after = (node: string, from: string, to: string) => Object.fromEntries(sharesToday(history, node, day(from), day(to)))

describe('shares of successors', () => {
  it('follows a split, a merge and a move of a part', () => {
    expect(after('A', '2016-12-31', '2022-05-17')).toEqual({ A1: 0.6, B: 0.3, D: 0.1 })
    expect(after('A', '2016-06-01', '2018-12-31')).toEqual({ A1: 0.6, A2: 0.4 })
    expect(after('C', '2018-01-01', '2020-01-01')).toEqual({ B: 1 })
  })

  it('counts the day itself as after the change', () => {
    expect(after('A', '2016-12-31', '2016-12-31')).toEqual({ A: 1 })
    expect(after('A', '2016-12-31', '2017-01-01')).toEqual({ A1: 0.6, A2: 0.4 })
    expect(after('A2', '2017-01-01', '2018-01-01')).toEqual({ A2: 1 })
    expect(after('B', '2021-07-01', '2022-01-01')).toEqual({ B: 1 })
  })

  it('looks forwards only', () => {
    expect(after('B', '2022-01-01', '2016-01-01')).toEqual({ B: 1 })
  })

  it('lets two nodes exchange parts on one day', () => {
    const exchange = [on('A', 'B', '2020-01-01', 'move', 0.2), on('B', 'A', '2020-01-01', 'move', 0.5)]
    expect(Object.fromEntries(sharesToday(exchange, 'A', day('2019-01-01'), day('2020-01-01')))).toEqual({ B: 0.2, A: 0.8 })
  })

  it('keeps an unknown share unknown, with all that follows on it, and known ones beside it known', () => {
    const unknown = (from: string, to: string, onDay: string): Succession => ({ fromId: from, toId: to, onDay: day(onDay), kind: 'split', share: null })
    const some = [
      on('A', 'B', '2020-01-01', 'split', 0.3),
      unknown('A', 'C', '2020-01-01'),
      unknown('A', 'D', '2020-01-01'),
      on('C', 'E', '2021-01-01', 'merge', 1),
    ]
    expect(Object.fromEntries(sharesToday(some, 'A', day('2019-01-01'), day('2022-01-01')))).toEqual({ B: 0.3, E: null, D: null })
    expect(Object.fromEntries(sharesToday([...some, on('B', 'E', '2021-01-01', 'merge', 1)], 'A', day('2019-01-01'), day('2022-01-01')))).toEqual({
      E: null,
      D: null,
    })
  })

  it('loses nothing, whatever happens', () => {
    const node = fc.constantFrom('A', 'B', 'C', 'D')
    const change = fc
      .record({ fromId: node, toId: node, days: fc.integer({ min: 1, max: 9 }), share: fc.integer({ min: 1, max: 4 }) })
      .filter((c) => c.fromId !== c.toId)
      .map((c): Succession => ({ fromId: c.fromId, toId: c.toId, onDay: addDays(day('2020-01-01'), c.days), kind: 'move', share: c.share / 16 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), node, fc.integer({ min: 0, max: 9 }), (changes, start, days) => {
        const unique = [...new Map(changes.map((c) => [`${c.fromId}${c.toId}${c.onDay}`, c])).values()]
        const shares = sharesToday(unique, start, day('2020-01-01'), addDays(day('2020-01-01'), days))
        expect(sumToOne([...shares.values()].flatMap((s) => s ?? []))).toBe(true)
      }),
    )
  })

  it.each([
    [[0.6, 0.4], true],
    [[0.333333, 0.333333, 0.333334], true],
    [[0.33, 0.33, 0.33], false],
    [[0.1, 0.2, 0.7], true],
    [[], false],
  ])('%j is one whole: %s', (shares, whole) => {
    expect(sumToOne(shares)).toBe(whole)
  })
})
