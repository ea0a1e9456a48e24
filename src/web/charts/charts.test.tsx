import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { styles, textWidth } from '../thread/measure.ts'
import { bridgeSteps } from './bridge-layout.ts'
import { Bridge } from './bridge.tsx'
import { lifecycleLayout, orderStates } from './lifecycle-layout.ts'
import { lineLayout, narrowFrame, wideFrame } from './line-layout.ts'
import { LineChart } from './line-chart.tsx'
import { axisOf, spread } from './scale.ts'
import { runsOf, sparkPoints } from './spark-layout.ts'

const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))

describe('axis', () => {
  test('bars begin at zero, however close the values lie', () => {
    expect(axisOf({ values: [980, 1000], range: [0, 100], count: 5, mayBreak: false })).toMatchObject({ brokenAt: null })
    expect(axisOf({ values: [980, 1000], range: [0, 100], count: 5, mayBreak: false }).at(0)).toBe(0)
  })
  test('a series that lies high may begin above zero, and then says where', () => {
    expect(axisOf({ values: [707, 1144], range: [300, 0], count: 5, mayBreak: true }).brokenAt).toBe(600)
    expect(axisOf({ values: [2, 1144], range: [300, 0], count: 5, mayBreak: true }).brokenAt).toBeNull()
  })
  test('every value lies within the axis', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 1000),
          { minLength: 1 },
        ),
        fc.boolean(),
        (values, mayBreak) => {
          const axis = axisOf({ values, range: [0, 500], count: 5, mayBreak })
          for (const v of values) expect(axis.at(v)).toBeGreaterThanOrEqual(0)
          for (const v of values) expect(axis.at(v)).toBeLessThanOrEqual(500)
        },
      ),
    )
  })
  test('names that stand too close are moved apart, within the field, in their order', () => {
    expect(spread([10, 12, 200], 17, 0, 300)).toEqual([10, 27, 200])
    expect(spread([299, 300], 17, 0, 300)).toEqual([283, 300])
  })
})

describe('line chart', () => {
  test('a missing year leaves a hole: no line crosses it', () => {
    const points = [1, 2, null, 4, 5].map((v, i) => ({ label: String(2018 + i), value: v }))
    const layout = lineLayout({ points, others: [], target: null, rangeLabel: null, decimals: 0, locale: 'sv' }, wideFrame)
    expect(layout.line).toHaveLength(2)
    expect(layout.dots).toHaveLength(4)
  })
  test('written values never meet, and stay in the picture', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), fc.constantFrom(wideFrame, narrowFrame), (values, frame) => {
        const points = values.map((v, i) => ({ label: `T${i}`, value: v }))
        const { written } = lineLayout({ points, others: [], target: null, rangeLabel: null, decimals: 1, locale: 'sv' }, frame)
        const spans = written.map(
          (w) =>
            [w.x - textWidth(w.text, { ...styles.title, size: 14 }) / 2 / 1.03, w.x + textWidth(w.text, { ...styles.title, size: 14 }) / 2 / 1.03] as const,
        )
        for (const [i, a] of spans.entries()) {
          expect(a[0]).toBeGreaterThanOrEqual(0)
          expect(a[1]).toBeLessThanOrEqual(frame.width)
          for (const b of spans.slice(i + 1)) expect(a[0] < b[1] && b[0] < a[1]).toBe(false)
        }
      }),
    )
  })
  test('null is shown as .. in the table, never as 0', () => {
    const html = renderToStaticMarkup(
      <LineChart
        locale="sv"
        title="T"
        unit="Antal."
        points={[
          { label: '2020', value: 3 },
          { label: '2021', value: null },
        ]}
      />,
    )
    expect(html).toContain('<b>..</b>')
    expect(html).toContain('Där linjen är bruten saknas uppgift')
    expect(html).not.toMatch(/style=/)
  })
})

describe('sparkline', () => {
  test('a missing value is a hole', () => {
    expect(runsOf(sparkPoints([1, null, 3, 4], 88, 22)).map((r) => r.length)).toEqual([1, 2])
  })
  test('equal values lie in the middle', () => {
    expect(sparkPoints([4, 4], 88, 22).map((p) => p?.y)).toEqual([11, 11])
  })
})

describe('bridge', () => {
  const words = { unexplained: 'Oförklarad skillnad', others: (n: number) => `${n} mindre` }
  test('always arrives at the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.array(fc.integer({ min: -1e5, max: 1e5 }), { maxLength: 40 }),
        (start, end, changes) => {
          const steps = bridgeSteps({ start, end, steps: changes.map((change, i) => ({ label: `s${i}`, change })), most: 14, words })
          expect(steps.at(-1)?.to ?? start).toBe(end)
          expect(steps.length).toBeLessThanOrEqual(15)
        },
      ),
    )
  })
  test('what the steps do not explain is said, not hidden', () => {
    expect(bridgeSteps({ start: 10, end: 20, steps: [{ label: 'a', change: 7 }], most: 14, words }).at(-1)).toMatchObject({
      label: 'Oförklarad skillnad',
      change: 3,
      made: 'unexplained',
    })
  })
  test('is drawn without inline style', () => {
    expect(
      renderToStaticMarkup(<Bridge locale="en" title="B" unit="SEK k." start={{ label: 'A', value: 1 }} steps={[]} end={{ label: 'B', value: 1 }} />),
    ).not.toMatch(/style=/)
  })
})

describe('lifecycle diagram', () => {
  const states = [
    { id: 'end', label: 'Fullgjort', final: true },
    { id: 'run', label: 'Pågår' },
    { id: 'new', label: 'Givet', initial: true },
    { id: 'lost', label: 'Onåbart' },
  ]
  const acts = [
    { from: 'new', to: 'run', label: 'Ta emot' },
    { from: 'run', to: 'run', label: 'Rapportera' },
    { from: 'run', to: 'new', label: 'Sända tillbaka' },
    { from: 'run', to: 'end', label: 'Förklara fullgjort', needs: 'kräver beslut' },
  ]
  test('states follow the life, ends last', () => {
    expect(orderStates(states, acts).map((s) => s.id)).toEqual(['new', 'run', 'lost', 'end'])
  })
  test.each([944, 358])('every act has a row of its own and its words stay inside, %d wide', (width) => {
    const layout = lifecycleLayout(states, acts, width)
    expect(new Set(layout.acts.map((a) => a.y)).size).toBe(acts.length)
    for (const { lines, y } of layout.acts) for (const l of lines) expect(l.y).toBeLessThan(y)
    for (const l of layout.acts.flatMap((a) => a.lines)) {
      const w = textWidth(l.text, styles.quiet) / 1.03
      expect(l.anchor === 'start' ? l.x + w : l.x).toBeLessThanOrEqual(width)
      expect(l.anchor === 'start' ? l.x : l.x - w).toBeGreaterThanOrEqual(0)
    }
  })
})
