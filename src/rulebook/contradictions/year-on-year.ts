import { comparable, compute, isValue, measureOf, type Value } from './change-pairs.ts'
import type { Draft } from './finding.ts'
import type { Axis, Line } from './grid.ts'
import { apart, type Interval } from './interval.ts'
import { isYearOnYear } from './label.ts'
import { axisPlace, differenceIn, lineName, rootOf, told, toldPrinted } from './place.ts'
import { sentences } from './sentences.ts'

/** One printed change beside what the value it is about did since the crossing before. */
interface Step {
  readonly value: Line
  readonly crossing: Line
  readonly before: Line
  readonly printed: Value
  readonly computed: Interval
}

interface Along {
  readonly fits: readonly Step[]
  readonly misses: readonly Step[]
}

const steps = (axis: Axis, change: Line, value: Line, crossings: readonly Line[]): Along => {
  const all = crossings.slice(1).flatMap((crossing, i): readonly Step[] => {
    const before = crossings[i] as Line
    const [printed, base, to] = [axis.at(change, crossing), axis.at(value, before), axis.at(value, crossing)]
    if (printed.state !== 'value' || base.state !== 'value' || to.state !== 'value') return []
    const measure = measureOf(change, printed)
    const computed = compute(measure, base, to)
    return computed && comparable(measure, printed, to) ? [{ value, crossing, before, printed, computed }] : []
  })
  return { fits: all.filter((it) => !apart(it.printed.value, it.computed)), misses: all.filter((it) => apart(it.printed.value, it.computed)) }
}

/** Is the change more than its own rounding, so that it hardly fits by chance? */
const telling = ({ printed: { value } }: Step): boolean => Math.abs(value.mid) > 5 * (value.high - value.low)

const draftOf = (axis: Axis, change: Line, { value, crossing, before, printed, computed }: Step): Draft => {
  const places = [axisPlace(axis, change, crossing), axisPlace(axis, value, before), axisPlace(axis, value, crossing)]
  const [shown, real] = [toldPrinted(printed), told(computed.mid, printed.unit, Math.max(printed.decimals, printed.unit.dimension === '%' ? 1 : 0))]
  return {
    rule: 'change',
    sureness: 'contradiction',
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    needs: [{ printed, needed: computed }],
    printed: shown,
    computed: real,
    difference: differenceIn(printed.value, computed, printed.unit),
    unit: printed.unit.text,
    text: sentences.change(lineName(value), lineName(before), lineName(crossing), lineName(change), shown.text, real.text, false),
    root: rootOf(printed.value, computed, printed.unit),
  }
}

/** A table of more periods than this is no table of periods. */
const mostPeriods = 60

/**
 * A line of change that compares each period with the one before, along the line: which other line it is about, the numbers show.
 * Null where none bears it out.
 */
export const yearOnYear = (axis: Axis, change: Line): { readonly fits: readonly Step[]; readonly drafts: readonly Draft[] } | null => {
  const crossings = axis.crossings.filter(({ role, hasCells }) => hasCells && role !== 'change' && role !== 'text' && role !== 'share' && role !== 'info')
  const values = axis.lines.filter((line) => line !== change && isValue(line) && line.hasCells && !isYearOnYear(line.label))
  if (crossings.length > mostPeriods) return null
  // The nearest above is the likeliest.
  const near = values
    .toSorted((a, b) => Number(a.at > change.at) - Number(b.at > change.at) || Math.abs(a.at - change.at) - Math.abs(b.at - change.at))
    .slice(0, 12)
  const ways = near.flatMap((value) => [steps(axis, change, value, crossings), steps(axis, change, value, crossings.toReversed())])
  const best = ways.reduce<Along | null>((a, b) => (!a || b.fits.length - b.misses.length > a.fits.length - a.misses.length ? b : a), null)
  if (!best) return null
  const borne = best.fits.filter(telling).length
  // One number that is wrong spoils the change to it and the change from it.
  if (borne === 0 || best.misses.length > Math.max(2, borne)) return null
  return { fits: best.fits, drafts: best.misses.map((step) => draftOf(axis, change, step)) }
}
