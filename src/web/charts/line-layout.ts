import { formatNumber } from '../../kernel/number.ts'
import type { Locale } from '../../kernel/text.ts'
import { textWidth } from '../thread/measure.ts'
import { type Axis, axisOf, spread, stepFor } from './scale.ts'

/** One period of a series, in the unit that is shown. null is missing, and leaves a hole. */
export interface Point {
  /** Short name of the period: '2021', 'T2 2022'. */
  readonly label: string
  readonly value: number | null
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
  /** Drawn as a ring: may still change. */
  readonly preliminary?: boolean | undefined
}

export interface Other {
  readonly label: string
  readonly values: readonly (number | null)[]
}

export interface LineNeeds {
  readonly points: readonly Point[]
  readonly others: readonly Other[]
  readonly target: { readonly value: number; readonly label: string } | null
  readonly rangeLabel: string | null
  readonly decimals: number
  readonly locale: Locale
}

/** Measures of a drawing: outer size and where the field of the lines lies. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Names of lines stand right of the field, or (on phones) in it. */
  readonly namesBeside: boolean
}
export const wideFrame: Frame = { width: 944, height: 340, left: 58, right: 800, top: 26, bottom: 300, namesBeside: true }
export const narrowFrame: Frame = { width: 358, height: 300, left: 44, right: 340, top: 26, bottom: 260, namesBeside: false }

const small = { size: 13, bold: false, leading: 17 }
const strong = { size: 14, bold: true, leading: 17 }

interface Written {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly kind: 'value' | 'target' | 'other' | 'range'
  readonly anchor: 'start' | 'mid' | 'end'
}

/** Everything of a line chart, placed. */
export interface LineLayout {
  readonly axis: Axis
  readonly x: readonly number[]
  readonly range: readonly string[]
  readonly line: readonly string[]
  readonly others: readonly { readonly label: string; readonly paths: readonly string[] }[]
  readonly dots: readonly { readonly key: string; readonly x: number; readonly y: number; readonly last: boolean; readonly preliminary: boolean }[]
  readonly xLabels: readonly { readonly x: number; readonly text: string }[]
  readonly written: readonly Written[]
}

/** Runs of neighbours that have a value: a missing one breaks the line. */
const runs = <T>(items: readonly (T | null)[]): readonly (readonly { readonly item: T; readonly i: number }[])[] => {
  const result: { item: T; i: number }[][] = []
  for (const [i, item] of items.entries()) {
    if (item === null) continue
    if (i > 0 && items[i - 1] !== null) result.at(-1)?.push({ item, i })
    else result.push([{ item, i }])
  }
  return result
}

/** Places a line chart in its frame: labels never meet each other, and a missing period leaves a hole. */
export const lineLayout = ({ points, others, target, rangeLabel, decimals, locale }: LineNeeds, frame: Frame): LineLayout => {
  const values = [...points.flatMap((p) => [p.value, p.low ?? null, p.high ?? null]), ...others.flatMap((o) => o.values), target?.value ?? null].filter(
    (v) => v !== null,
  )
  const axis = axisOf({ values, range: [frame.bottom, frame.top], count: 5, mayBreak: true })
  const room = frame.right - frame.left
  const pad = Math.min(28, room / points.length / 2)
  const x = points.map((_, i) =>
    points.length === 1 ? (frame.left + frame.right) / 2 : Math.round((frame.left + pad + ((room - 2 * pad) * i) / (points.length - 1)) * 10) / 10,
  )
  const path = (run: readonly { item: number; i: number }[]): string => run.map(({ item, i }, k) => `${k === 0 ? 'M' : 'L'}${x[i]} ${axis.at(item)}`).join('')
  const paths = (own: readonly (number | null)[]): readonly string[] =>
    runs(own)
      .filter((run) => run.length > 1)
      .map(path)
  const lastIndex = points.findLastIndex((p) => p.value !== null)
  const dots = points.flatMap((p, i) =>
    p.value === null ? [] : [{ key: p.label, x: x[i] as number, y: axis.at(p.value), last: i === lastIndex, preliminary: p.preliminary === true }],
  )
  const ranges = runs(
    points.map((p) => (p.low !== null && p.low !== undefined && p.high !== null && p.high !== undefined ? { low: p.low, high: p.high } : null)),
  )
  const range = ranges
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        `${run.map(({ item, i }, k) => `${k === 0 ? 'M' : 'L'}${x[i]} ${axis.at(item.high)}`).join('')}${run
          .toReversed()
          .map(({ item, i }) => `L${x[i]} ${axis.at(item.low)}`)
          .join('')}Z`,
    )
  const step = stepFor(points.length, Math.max(...points.map((p) => textWidth(p.label, small))) + 14, room)
  const xLabels = points.map((p, i) => ({ x: x[i] as number, text: (points.length - 1 - i) % step === 0 ? p.label : '' })).filter((l) => l.text !== '')
  return {
    axis,
    x,
    range,
    line: paths(points.map((p) => p.value)),
    others: others.map((o) => ({ label: o.label, paths: paths(o.values) })),
    dots,
    xLabels,
    written: [...valueLabels(points, x, axis, frame, decimals, locale), ...names(points, others, target, rangeLabel, axis, x, frame)],
  }
}

/** Values are written at the last point, the first, the highest and the lowest, as far as they have room. */
const valueLabels = (points: readonly Point[], x: readonly number[], axis: Axis, frame: Frame, decimals: number, locale: Locale): readonly Written[] => {
  const known = points.flatMap((p, i) => (p.value === null ? [] : [{ i, value: p.value }]))
  if (known.length === 0) return []
  const by = known.toSorted((a, b) => a.value - b.value || b.i - a.i)
  const wanted = [known.at(-1), known[0], by.at(-1), by[0]].filter((k) => k !== undefined)
  const placed: { left: number; right: number; written: Written; i: number }[] = []
  for (const { i, value } of wanted) {
    if (placed.some((p) => p.i === i)) continue
    const text = formatNumber(value, decimals, locale)
    const width = textWidth(text, strong)
    const at = Math.min(Math.max(x[i] as number, frame.left + width / 2), frame.width - width / 2 - 2)
    const [left, right] = [at - width / 2 - 5, at + width / 2 + 5]
    if (placed.some((p) => left < p.right && p.left < right)) continue
    // Over the point and its range, or under them where the line comes down from a higher neighbour.
    const high = axis.at(Math.max(value, points[i]?.high ?? value))
    const low = axis.at(Math.min(value, points[i]?.low ?? value))
    const neighbours = [points[i - 1]?.value, points[i + 1]?.value].filter((v) => v !== null && v !== undefined)
    const under = neighbours.length > 0 && neighbours.every((v) => v > value) && low + 22 < frame.bottom
    placed.push({ i, left, right, written: { key: `v${i}`, x: at, y: under ? low + 20 : Math.max(high - 10, 12), text, kind: 'value', anchor: 'mid' } })
  }
  return placed.map((p) => p.written)
}

/** Names of the target, the range and other series: beside their ends, moved apart; on phones the target's name alone, over its line. */
const names = (
  points: readonly Point[],
  others: readonly Other[],
  target: LineNeeds['target'],
  rangeLabel: string | null,
  axis: Axis,
  x: readonly number[],
  frame: Frame,
): readonly Written[] => {
  if (!frame.namesBeside) {
    if (!target) return []
    const y = axis.at(target.value)
    const first = points.find((p) => p.value !== null)?.value ?? target.value
    // On the side of the line where the series does not begin.
    return [
      {
        key: 'target',
        x: frame.left + 4,
        y: first >= target.value && y + 18 < frame.bottom ? y + 17 : y - 7,
        text: target.label,
        kind: 'target',
        anchor: 'start',
      },
    ]
  }
  const last = points.findLast((p) => p.high !== null && p.high !== undefined)
  const marks: { text: string; y: number; kind: Written['kind'] }[] = []
  if (target) marks.push({ text: target.label, y: axis.at(target.value) + 4.5, kind: 'target' })
  if (rangeLabel && last) marks.push({ text: rangeLabel, y: axis.at(((last.high ?? 0) + (last.low ?? 0)) / 2) + 4.5, kind: 'range' })
  for (const o of others) {
    const end = o.values.findLast((v) => v !== null)
    if (end !== undefined && end !== null) marks.push({ text: o.label, y: axis.at(end) + 4.5, kind: 'other' })
  }
  const ys = spread(
    marks.map((m) => m.y),
    17,
    frame.top,
    frame.bottom,
  )
  const at = Math.max(frame.right, ...x) + 10
  return marks.map((m, i) => ({ key: `n${i}`, x: at, y: ys[i] as number, text: m.text, kind: m.kind, anchor: 'start' }))
}
