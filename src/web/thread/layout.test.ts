import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import { marks } from '../components/mark.tsx'
import type { Drawing, Letters } from './drawing.ts'
import { styles, textWidth, wrap } from './measure.ts'
import { questions, type Station, type Thread } from './model.ts'
import { drawNarrow } from './narrow.ts'
import { stopsOf } from './stops.ts'
import { walkOf } from './walk-items.ts'
import { drawWide, type PictureWords } from './wide.ts'

const words: PictureWords = {
  headings: { 1: 'Hur fattades det?', 2: 'Genomförs det?', 3: 'Vad har återrapporterats?', 4: 'Fick det effekt?' },
  gap: 'Lucka',
  today: 'i dag',
  day: '17 maj 2022',
  walkHref: '#walk',
  more: (n) => `+${n} till`,
  moreGaps: (n) => (n === 0 ? '' : `varav ${n} luckor`),
  moreLanes: (n) => `${n} grenar till finns i listan under bilden`,
}
const today = day('2022-05-17')

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const boxOf = (l: Letters): Box => {
  const { size } = styles[l.style]
  // The letters themselves, without the margin that the layout adds for a slow face.
  const width = textWidth(l.text, styles[l.style]) / 1.03
  const left = l.anchor === 'end' ? l.x - width : l.anchor === 'mid' ? l.x - width / 2 : l.x
  return { text: l.text, left, right: left + width, top: l.y - size * 0.74, bottom: l.y + size * 0.2 }
}
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Points along a path of the commands M H V h v C, close together. */
const pointsOf = (d: string): readonly (readonly [number, number])[] => {
  const points: [number, number][] = []
  let [x, y] = [0, 0]
  const to = (nx: number, ny: number): void => {
    const steps = Math.ceil(Math.hypot(nx - x, ny - y) / 3)
    for (let i = 0; i <= steps; i++) points.push([x + ((nx - x) * i) / Math.max(1, steps), y + ((ny - y) * i) / Math.max(1, steps)])
    ;[x, y] = [nx, ny]
  }
  for (const [, command, rest] of d.matchAll(/([MHVhvC])([^MHVhvC]*)/g)) {
    const n = (rest as string).trim().split(/\s+/).map(Number)
    if (command === 'M') [x, y] = [n[0] as number, n[1] as number]
    else if (command === 'H') to(n[0] as number, y)
    else if (command === 'V') to(x, n[0] as number)
    else if (command === 'h') to(x + (n[0] as number), y)
    else if (command === 'v') to(x, y + (n[0] as number))
    else {
      const [x0, y0] = [x, y]
      for (let i = 1; i <= 20; i++) {
        const t = i / 20
        const at = (a: number, b: number, c: number, e: number): number => (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * e
        to(at(x0, n[0] as number, n[2] as number, n[4] as number), at(y0, n[1] as number, n[3] as number, n[5] as number))
      }
    }
  }
  return points
}

/** Everything that is wrong with a drawing, in words. */
const faultsOf = (drawing: Drawing): readonly string[] => {
  const faults: string[] = []
  const boxes = drawing.letters.map(boxOf)
  for (const [i, a] of boxes.entries()) {
    if (a.left < -0.5 || a.right > drawing.width + 0.5 || a.top < -0.5 || a.bottom > drawing.height) faults.push(`outside: ${JSON.stringify(a)}`)
    for (const b of boxes.slice(i + 1)) if (meet(a, b)) faults.push(`${a.text} meets ${b.text}`)
  }
  for (const { key, d, kind } of drawing.strokes) {
    if (/NaN|Infinity|undefined/.test(d)) faults.push(`${key}: ${d}`)
    for (const [x, y] of pointsOf(d)) {
      if (x < -4 || x > drawing.width + 1 || y > drawing.height + 1) faults.push(`${key} leaves the picture at ${x} ${y}`)
      if (kind === 'zone' || kind === 'rule') continue
      const hit = boxes.find((b) => b.left < x && x < b.right && b.top < y && y < b.bottom)
      if (hit) faults.push(`${key} runs through ${hit.text}`)
    }
  }
  for (const { key, x, y, size } of drawing.signs) {
    if (x + size / 2 > drawing.width + 4 || y + size / 2 > drawing.height) faults.push(`${key} is outside`)
    if (boxes.some((b) => b.left < x && x < b.right && b.top < y && y < b.bottom)) faults.push(`${key} stands on words`)
  }
  return faults
}
const expectClean = (drawing: Drawing): void => {
  expect(faultsOf(drawing)).toEqual([])
}

const word = fc.constantFrom(
  'Nämnden',
  'uppföljning',
  'Arbetsmarknadsinsatser',
  'Sysselsättningsfrämjandeåtgärdsprogramsutvärdering',
  'KS',
  'i',
  '2 500 tkr',
  'återrapporterats',
  '100 %',
  'ä',
)
const text = fc.array(word, { minLength: 0, maxLength: 14 }).map((w) => w.join(' '))
const station = (lanes: number): fc.Arbitrary<Omit<Station, 'id'>> =>
  fc.record(
    {
      question: fc.constantFrom(...questions),
      mark: fc.constantFrom(...marks),
      title: fc.array(word, { minLength: 1, maxLength: 5 }).map((w) => w.join(' ')),
      when: fc.constantFrom('', '23 juni 2021', 'skulle lämnats 13 maj', 'hösten'),
      day: fc.option(fc.integer({ min: -900, max: 900 }).map((n) => addDays(today, n))),
      text,
      lane: fc.integer({ min: 0, max: lanes }).map((n) => (n === 0 ? '' : `gren ${n}`)),
      gap: fc.option(text, { nil: undefined }),
      from: fc.option(
        fc.array(
          fc.integer({ min: 0, max: 39 }).map((n) => `s${n}`),
          { maxLength: 3 },
        ),
        { nil: undefined },
      ),
    },
    { requiredKeys: ['question', 'mark', 'title'] },
  )
const threads = fc
  .record({ lanes: fc.constantFrom(0, 1, 3, 12, 20), count: fc.integer({ min: 1, max: 60 }) })
  .chain(({ lanes, count }) => fc.array(station(lanes), { minLength: 1, maxLength: count }))
  .map((stations): Thread => ({ title: 'Tråd', today, stations: stations.map((s, i) => ({ id: `s${i}`, ...s })) }))

describe('a drawn thread', () => {
  test('wide: no label meets another, a line or the edge, whatever the thread', () => {
    fc.assert(
      fc.property(threads, (thread) => expectClean(drawWide(stopsOf(thread), words))),
      { numRuns: 150 },
    )
  })

  test('narrow: no label meets another, a line or the edge, whatever the thread', () => {
    fc.assert(
      fc.property(threads, (thread) => expectClean(drawNarrow(stopsOf(thread), words))),
      { numRuns: 150 },
    )
  })

  test('every station is drawn, or counted in a group', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const { letters, signs } = drawWide(stopsOf(thread), words)
        const grouped = letters.map((l) => /^\+(\d+) till$/.exec(l.text)?.[1]).reduce((sum, n) => sum + (n ? Number(n) - 1 : 0), 0)
        if (!letters.some((l) => l.key === 'more-lanes')) expect(signs.length + grouped).toBe(thread.stations.length)
      }),
      { numRuns: 100 },
    )
  })

  test('a thousand stations are drawn without overlap', () => {
    const stations = Array.from(
      { length: 1000 },
      (_, i): Station => ({ id: `s${i}`, question: questions[i % 4] as 1, mark: 'done', title: `Station ${i}`, lane: i % 7 === 0 ? '' : `gren ${i % 7}` }),
    )
    const drawing = drawWide(stopsOf({ title: '', today, stations }), words)
    expectClean(drawing)
  })
})

describe('the walk', () => {
  test('tells every station once, whatever the thread', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const told = walkOf(thread).flatMap((s) => s.items.map((i) => i.station.id))
        expect(told.toSorted()).toEqual(thread.stations.map((s) => s.id).toSorted())
      }),
      { numRuns: 200 },
    )
  })
  test('the line runs on into the next question, and stops at a gap', () => {
    const at = (id: string, question: 1 | 2 | 3, more: Partial<Station>): Station => ({ id, question, mark: 'done', title: id, ...more })
    const stations = [
      at('a', 1, { mark: 'decision' }),
      at('b', 2, { gap: 'ingen rapport' }),
      at('c', 3, { mark: 'gap' }),
      at('money', 2, { lane: 'pengarna', from: ['a'] }),
    ]
    const sections = walkOf({ title: '', today, stations })
    expect(sections.map((s) => s.on)).toEqual([null, 'solid', null, null])
    expect(sections[1]?.items.map((i) => [i.station.id, i.below, i.branch?.curve ?? null])).toEqual([
      ['money', 'none', 'solid'],
      ['b', 'cut', null],
    ])
  })
})

describe('wrapping', () => {
  test('no line is wider than the room', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 64, max: 300 }), fc.constantFrom(...Object.values(styles)), (t, width, style) => {
        for (const line of wrap(t, width, style, 3)) expect(textWidth(line, style)).toBeLessThanOrEqual(width)
      }),
    )
  })
  test('a long word is broken at a syllable', () => {
    expect(wrap('Verksamhetsuppföljningsrapport', 150, styles.title)).toEqual(['Verksamhetsuppfölj-', 'ningsrapport'])
  })
  test('what does not fit ends with an ellipsis', () => {
    expect(wrap('ett två tre fyra fem sex sju åtta nio', 60, styles.quiet, 2).at(-1)).toMatch(/…$/)
  })
})
