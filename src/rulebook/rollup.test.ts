import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Period, period, split } from '../kernel/period.ts'
import { type RollRule, rollOverTime, rollOverTree, type Spine } from './rollup.ts'

const key = (node: string, p: string) => `${node} ${p}`
const spine = (values: Readonly<Record<string, number>>, over: Partial<Spine> = {}): Spine => ({
  overTime: 'sum',
  overTree: 'sum',
  kind: 'month',
  accumulated: false,
  money: false,
  factor: 1,
  at: (node, p) => values[key(node, p)] ?? null,
  reports: (node) => Object.keys(values).some((k) => k.startsWith(`${node} `)),
  ...over,
})
const months = (of: string): readonly Period[] => split(period(of), 'month')
const filled = (of: string, values: readonly number[]) => Object.fromEntries(months(of).map((m, i) => [key('n', m), values[i] as number]))

describe('roll-up over time', () => {
  const year = filled('2022', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])

  it.each([
    ['2022', 'sum', 78],
    ['2022', 'mean', 6.5],
    ['2022', 'last', 12],
    ['2022T2', 'sum', 26],
    ['2022Q1', 'mean', 2],
    ['2022Q4', 'last', 12],
    ['2022M08A', 'sum', 36],
    ['2022T2A', 'sum', 36],
  ] as const)('%s by %s is %d', (of, overTime, expected) => {
    expect(rollOverTime(spine(year, { overTime }), 'n', period(of))).toMatchObject({ value: expected, why: null, missing: [] })
  })

  it('tells which parts are missing, and counts nothing as zero', () => {
    const { [key('n', '2022M02')]: _, [key('n', '2022M12')]: __, ...rest } = year
    expect(rollOverTime(spine(rest), 'n', period('2022'))).toMatchObject({ value: null, why: 'missing', missing: ['2022M02', '2022M12'] })
    expect(rollOverTime(spine(rest, { overTime: 'last' }), 'n', period('2022T2'))).toMatchObject({ value: 8, missing: [] })
    expect(rollOverTime(spine(rest, { overTime: 'last' }), 'n', period('2022T1'))).toMatchObject({ value: 4, missing: ['2022M02'] })
  })

  it('refuses a rule of none, and periods that the parts do not fill', () => {
    expect(rollOverTime(spine(year, { overTime: 'none' }), 'n', period('2022')).why).toBe('refused')
    expect(rollOverTime(spine({}, { kind: 'tertial' }), 'n', period('2022Q1')).why).toBe('does_not_fit')
  })

  it('counts ratios anew from numerator and denominator', () => {
    const ratio = spine(
      {},
      {
        overTime: 'ratio',
        factor: 100,
        numerator: spine({ [key('n', '2022Q1')]: 1, [key('n', '2022Q2')]: 9, [key('n', '2022Q3')]: 0, [key('n', '2022Q4')]: 0 }, { kind: 'quarter' }),
        denominator: spine(
          { [key('n', '2022Q1')]: 10, [key('n', '2022Q2')]: 10, [key('n', '2022Q3')]: 10, [key('n', '2022Q4')]: 10 },
          { kind: 'quarter', overTime: 'last' },
        ),
        kind: 'quarter',
      },
    )
    expect(rollOverTime(ratio, 'n', period('2022')).value).toBe(100)
    expect(rollOverTime({ ...ratio, denominator: spine({ [key('n', '2022Q4')]: 0 }, { kind: 'quarter', overTime: 'last' }) }, 'n', period('2022')).why).toBe(
      'zero_denominator',
    )
    expect(rollOverTime(spine({}, { overTime: 'ratio' }), 'n', period('2022')).why).toBe('refused')
  })

  it('takes accumulated figures apart', () => {
    const accumulated = spine({ [key('n', '2022M03A')]: 10, [key('n', '2022M06A')]: 25, [key('n', '2022M12A')]: 60 }, { accumulated: true })
    expect(rollOverTime(accumulated, 'n', period('2022')).value).toBe(60)
    expect(rollOverTime(accumulated, 'n', period('2022Q2')).value).toBe(15)
    expect(rollOverTime(accumulated, 'n', period('2022Q3'))).toMatchObject({ value: null, missing: ['2022M09A'] })
    expect(rollOverTime({ ...accumulated, overTime: 'mean' }, 'n', period('2022Q2')).why).toBe('does_not_fit')
  })

  it('quarters of months sum to the year, and a mean lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 12, maxLength: 12 }), (values) => {
        const s = spine(filled('2022', values))
        const quarters = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'].map((q) => rollOverTime(s, 'n', period(q)).value as number)
        expect(quarters.reduce((a, b) => a + b, 0)).toBe(rollOverTime(s, 'n', period('2022')).value)
        const mean = rollOverTime({ ...s, overTime: 'mean' }, 'n', period('2022')).value as number
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      }),
    )
  })

  it('names exactly the missing parts, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray([...months('2022')]), fc.constantFrom<RollRule>('sum', 'mean'), (present, overTime) => {
        const rolled = rollOverTime(spine(Object.fromEntries(present.map((m) => [key('n', m), 1])), { overTime }), 'n', period('2022'))
        expect(rolled.missing).toEqual(months('2022').filter((m) => !present.includes(m)))
        expect(rolled.value === null).toBe(present.length < 12)
      }),
    )
  })
})

const children = (id: string): readonly string[] => ({ board: ['a', 'b', 'quiet'], a: ['a1', 'a2'] })[id] ?? []
const at = (values: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(values).map(([n, v]) => [key(n, '2022'), v]))
const yearly = (values: Readonly<Record<string, number>>, over: Partial<Spine> = {}) => spine(at(values), { kind: 'year', ...over })

describe('roll-up over the tree', () => {
  const p = period('2022')

  it('adds the topmost recorded figures, and passes by units that never report', () => {
    expect(rollOverTree(yearly({ a1: 3, a2: 4, b: 5 }), 'board', p, children)).toMatchObject({ value: 12, parts: 3 })
    expect(rollOverTree(yearly({ a: 10, a1: 3, b: 5 }), 'board', p, children)).toMatchObject({ value: 15, parts: 2 })
    expect(rollOverTree(yearly({ a1: 3, a2: 4, b: 5 }, { overTree: 'mean' }), 'board', p, children).value).toBe(4)
  })

  it('names the units that are missing', () => {
    const some = yearly({ a1: 3, b: 5 }, { reports: (n) => ['a1', 'a2', 'b'].includes(n) })
    expect(rollOverTree(some, 'board', p, children)).toMatchObject({ value: null, why: 'missing', missing: ['a2'] })
  })

  it('refuses last and none, and says when nobody reports', () => {
    expect(rollOverTree(yearly({ b: 1 }, { overTree: 'last' }), 'board', p, children).why).toBe('refused')
    expect(rollOverTree(yearly({ b: 1 }, { overTree: 'none' }), 'board', p, children).why).toBe('refused')
    expect(rollOverTree(yearly({}), 'board', p, children).why).toBe('nobody_reports')
  })

  it('a ratio of the whole is never the mean of the ratios', () => {
    const share = yearly({}, { overTree: 'ratio', factor: 100, numerator: yearly({ a1: 1, a2: 0, b: 90 }), denominator: yearly({ a1: 10, a2: 10, b: 100 }) })
    expect(rollOverTree(share, 'board', p, children).value).toBeCloseTo((91 / 120) * 100, 6)
  })
})
