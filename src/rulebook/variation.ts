import { roundTo } from '../kernel/number.ts'
import type { Period } from '../kernel/period.ts'
import { type Notation, shown } from './notation.ts'

/** One period's value with the lowest and highest of its parts (months of a year), where they are known. */
export interface Point {
  readonly period: Period
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The latest change, and whether it can be told from ordinary variation. Values are as shown, in the unit of the series. */
export interface Change {
  readonly from: { readonly period: Period; readonly value: number }
  readonly to: { readonly period: Period; readonly value: number }
  readonly difference: number
  /** Per cent of `from`; null when it was zero. */
  readonly percent: number | null
  readonly range: { readonly low: number; readonly high: number } | null
  /** noise: smaller than the range within the period. real: larger. unknown: no range is known. */
  readonly verdict: 'none' | 'noise' | 'real' | 'unknown'
}

/** A stretch of at least four periods that only rose or only fell. */
export interface Run {
  readonly from: { readonly period: Period; readonly value: number }
  readonly to: { readonly period: Period; readonly value: number }
  readonly way: 'up' | 'down'
  /** Do the ranges of its two ends lie apart? Null where a range is not known. */
  readonly apart: boolean | null
  /** Has it ended before the last period? */
  readonly ended: boolean
}

/** The change from the last value before to the latest. Null when there are not two values beside each other. */
export const latestChange = (points: readonly Point[], notation: Notation): Change | null => {
  const [before, last] = points.slice(-2)
  if (!before || !last || before.value === null || last.value === null) return null
  const from = shown(before.value, notation)
  const to = shown(last.value, notation)
  const difference = roundTo(to - from, notation.decimals)
  const range = last.low === null || last.high === null ? null : { low: shown(last.low, notation), high: shown(last.high, notation) }
  return {
    from: { period: before.period, value: from },
    to: { period: last.period, value: to },
    difference,
    percent: from === 0 ? null : roundTo((difference / Math.abs(from)) * 100, 1),
    range,
    verdict: difference === 0 ? 'none' : range === null ? 'unknown' : Math.abs(difference) < range.high - range.low ? 'noise' : 'real',
  }
}

/** The longest run of three or more changes the same way; of two as long, the later. Missing values break a run. */
export const longestRun = (points: readonly Point[], notation: Notation): Run | null => {
  let best: { start: number; end: number } | null = null
  let start = 0
  for (let i = 1; i < points.length; i++) {
    if (wayAt(points, i, notation) === 0) start = i
    else if (i - 1 > start && wayAt(points, i, notation) !== wayAt(points, i - 1, notation)) start = i - 1
    if (i - start >= 3 && (!best || i - start >= best.end - best.start)) best = { start, end: i }
  }
  if (!best) return null
  const [first, last] = [points[best.start] as Point, points[best.end] as Point]
  const way = wayAt(points, best.end, notation) > 0 ? 'up' : 'down'
  const [lower, upper] = way === 'up' ? [first, last] : [last, first]
  return {
    from: { period: first.period, value: shown(first.value as number, notation) },
    to: { period: last.period, value: shown(last.value as number, notation) },
    way,
    apart: lower.high === null || upper.low === null ? null : lower.high < upper.low,
    ended: best.end < points.length - 1,
  }
}

/** 1 up, −1 down, 0 unchanged or not known, from the point before. */
const wayAt = (points: readonly Point[], i: number, notation: Notation): number => {
  const [a, b] = [points[i - 1]?.value ?? null, points[i]?.value ?? null]
  return a === null || b === null ? 0 : Math.sign(shown(b, notation) - shown(a, notation))
}
