import { describe, expect, test } from 'vitest'
import { isPeriod } from '../src/kernel/period.ts'
import { agreements, nodeKeys, postKeys, series, seriesKeys, unknown } from './read.ts'

/** A cell of the budget as its last version has it; `operation` is undefined in the summary. */
const budget = (post: string, operation: string | undefined, column: string) =>
  series.flatMap((s) => (s.dimension?.post === post && s.dimension.operation === operation ? s.figures : [])).find((f) => f.basis === column)?.value ??
  Number.NaN
/** The last version of a figure. */
const value = (key: string, period: string, node?: string) =>
  series.find((s) => s.key === key)?.figures.findLast((f) => f.period === period && (!node || f.node === node))?.value

describe('figures', () => {
  test('every figure has a place, a period, and a value or the reason why not', () => {
    for (const s of series) {
      expect(s.money === true).toBe(s.orePerUnit !== undefined)
      expect(nodeKeys.has(s.askedBy), s.key).toBe(true)
      if (s.range) expect(unknown([s.range.low, s.range.high], seriesKeys)).toEqual([])
      for (const f of s.figures) {
        expect(nodeKeys.has(f.node) && isPeriod(f.period), `${s.key} ${f.period}`).toBe(true)
        expect(f.value !== null || !!f.missing, s.key).toBe(true)
        if (f.value !== null) expect(Number(f.value.toFixed(s.decimals))).toBe(f.value)
        expect(['preliminary', 'final', 'derived']).toContain(f.status)
        if (f.recordedBy) expect(postKeys.has(f.recordedBy)).toBe(true)
      }
      const versions = Map.groupBy(s.figures, (f) => `${f.node} ${f.period}`)
      for (const [at, list] of versions)
        expect(
          list.map((f) => f.version ?? 1),
          `${s.key} ${at}`,
        ).toEqual(list.map((_, i) => i + 1))
    }
  })

  const columns = ['budget 2021', 'prognos 2021', 'budget 2022:1', 'budget 2022:2']
  test('operations add up, net is income and cost, and the printed totals stand', () => {
    const operations = [...new Set(series.flatMap((s) => (s.dimension?.operation && s.dimension.operation !== 'Summa' ? [s.dimension.operation] : [])))]
    expect(operations).toHaveLength(11)
    for (const c of columns) {
      for (const o of operations) expect(budget('intakt', o, c) + budget('kostnad', o, c), `${o} ${c}`).toBe(budget('nettokostnad', o, c))
      for (const p of ['intakt', 'kostnad', 'nettokostnad'])
        expect(
          operations.reduce((sum, o) => sum + budget(p, o, c), 0),
          `${p} ${c}`,
        ).toBe(budget(p, 'Summa', c))
      expect(budget('Intäkter', undefined, c) + budget('Kostnader', undefined, c) + budget('Buffert', undefined, c)).toBe(
        budget('Nettokostnader', undefined, c),
      )
    }
    expect(columns.map((c) => budget('nettokostnad', 'Summa', c))).toEqual([-243_250, -245_797, -247_050, -252_900])
    expect(columns.map((c) => budget('intakt', 'Summa', c))).toEqual([174_441, 159_166, 170_473, 164_952])
    // The source's own contradiction is kept, not mended.
    expect(budget('Intäkter', undefined, 'budget 2022:1') - budget('intakt', 'Summa', 'budget 2022:1')).toBe(263)
  })

  test('figures are those of the documents', () => {
    expect(['2015', '2016', '2017', '2018', '2019', '2020', '2021'].map((y) => value('hushall-per-manad', y))).toEqual([1081, 1003, 839, 747, 707, 728, 736])
    expect(['2019', '2020', '2021'].map((y) => value('hushall-over-tio-manader', y))).toEqual([399, 407, 436])
    expect(['2018', '2019', '2020'].map((y) => value('hushall-verksamhetsmatt', y))).toEqual([679, 708, 705])
    expect(['2011', '2015', '2020', '2021'].map((y) => value('ekonomiskt-bistand-netto', y))).toEqual([101_445, 73_393, 55_894, 60_766])
    expect(['2014', '2019', '2021'].map((y) => value('feriearbetare', y))).toEqual([1445, 1258, 1500])
    expect(['boras', 'helsingborg', 'orebro'].map((n) => value('bistand-kr-per-invanare', '2020', n))).toEqual([537, 1721, 1394])
    expect(['2020M10', '2021M10'].map((p) => value('arbetslosa', p))).toEqual([5092, 3922])
    expect(value('friskvardsbidrag', '2021')).toBeNull()
    for (const y of ['2015', '2018', '2021']) expect(value('hushall-per-manad-lag', y)).toBeLessThan(value('hushall-per-manad', y) ?? 0)
    for (const p of ['2019M10', '2020M10', '2021M10']) {
      expect(['under-6', '6-12', '13-24', 'over-24'].reduce((sum, k) => sum + (value(`arbetslosa-${k}`, p) ?? 0), 0)).toBe(value('arbetslosa', p))
    }
  })
  test('the five partnerships cost 4 267 tkr a year', () => {
    const five = agreements.filter((a) => a['yearlyKr'] !== null)
    expect(five.map((a) => a['yearlyKr'] as number).toSorted((a, b) => a - b)).toEqual([700_000, 800_000, 800_000, 967_000, 1_000_000])
  })
})
