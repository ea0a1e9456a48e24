import type { Axis, Line } from './grid.ts'
import { apart, below, type Interval, sameMid, sumOf, times } from './interval.ts'
import { isDash } from './printed-text.ts'
import type { Printed } from './printed.ts'

/** A line that is added to a total or taken from it. */
export interface Term {
  readonly line: Line
  readonly sign: 1 | -1
}

/** Does a printed total fit its terms in one crossing? `open`: cannot be judged. `loose`: fits only as rounded numbers, though counts are rarely rounded. */
export type Trial =
  | { readonly state: 'open' }
  | {
      readonly state: 'fit' | 'miss'
      readonly printed: Extract<Printed, { state: 'value' }>
      readonly computed: Interval
      readonly empty: boolean
      readonly loose: boolean
      readonly bound: boolean
      /** Dashes among the terms were taken for nothing. */
      readonly assumed: boolean
    }

/** The crossings that sums are judged in: those that hold numbers that may be added. */
export const summed = (axis: Axis): readonly Line[] => axis.crossings.filter((crossing) => !crossing.mean)

/** Adds the terms in a crossing and lays the sum beside the printed total. A missing part leaves it open; only of things that cannot be negative the known parts must not exceed the total. */
export const tryTerms = (axis: Axis, total: Line, terms: readonly Term[], crossing: Line): Trial => {
  const printed = axis.at(total, crossing)
  if (printed.state !== 'value' || !printed.unit.additive) return { state: 'open' }
  const values: Interval[] = []
  let [lacking, dashes] = [false, false]
  for (const { line, sign } of terms) {
    const cell = axis.at(line, crossing)
    if (cell.state === 'missing' && isDash(cell.text)) dashes = true
    else if (cell.state !== 'value') lacking = true
    else if (cell.unit.dimension !== printed.unit.dimension || !cell.unit.additive) return { state: 'open' }
    else values.push(sign === 1 ? cell.value : times(cell.value, -1))
  }
  if (values.length === 0) return { state: 'open' }
  const computed = sumOf(values)
  const empty = values.every((value) => value.mid === 0) && printed.value.mid === 0
  if (lacking) {
    const counted = printed.unit.count !== null && terms.every(({ sign }) => sign === 1) && values.every((value) => value.mid >= 0)
    return counted && below(printed.value, computed)
      ? { state: 'miss', printed, computed, empty, loose: false, bound: true, assumed: false }
      : { state: 'open' }
  }
  if (apart(printed.value, computed)) return { state: 'miss', printed, computed, empty, loose: false, bound: false, assumed: dashes }
  const counted =
    printed.unit.count === 'soft' &&
    printed.decimals === 0 &&
    printed.hedge === null &&
    // What the document says is rounded, to hundreds, is off honestly.
    printed.value.high - printed.value.low <= printed.unit.factor * (1 + 1e-9) &&
    !dashes &&
    terms.every(({ line }) => Number.isInteger(midOf(axis.at(line, crossing))))
  return { state: 'fit', printed, computed, empty, loose: counted && !sameMid(printed.value, computed), bound: false, assumed: dashes }
}

const midOf = (cell: Printed): number => (cell.state === 'value' && cell.hedge === null && cell.decimals === 0 ? cell.value.mid : Number.NaN)

/** A way to read a total, tried in every crossing. */
export interface Reading {
  readonly terms: readonly Term[]
  readonly trials: readonly { readonly crossing: Line; readonly trial: Trial }[]
  readonly fits: number
  readonly misses: number
}

/** Tries a reading of a total. `fits` leaves out crossings of nothing but zeros: they fit every reading and bear none out. What misses only if a dash is nothing speaks against none. */
export const tryReading = (axis: Axis, total: Line, terms: readonly Term[], crossings: readonly Line[]): Reading => {
  const trials = crossings.map((crossing) => ({ crossing, trial: tryTerms(axis, total, terms, crossing) }))
  const count = (state: 'fit' | 'miss'): number =>
    trials.filter(({ trial }) => trial.state === state && !trial.empty && !(state === 'miss' && trial.assumed)).length
  return { terms, trials, fits: count('fit'), misses: count('miss') }
}

/** Crossings that do not speak against the reading: those that fit, zeros too. */
const agreeing = ({ trials }: Reading): number => trials.filter(({ trial }) => trial.state === 'fit').length

/** What speaks against the reading: a miss that hangs on what a dash means does so by half. */
const against = ({ trials, misses }: Reading): number =>
  misses + trials.filter(({ trial }) => trial.state === 'miss' && trial.assumed && !trial.empty).length / 2

/** The reading that most crossings agree with; of equals the one that least speaks against, then that more bear out, then the first. */
export const bestReading = (readings: readonly Reading[]): Reading | undefined => {
  const better = (a: Reading, b: Reading): boolean => (agreeing(a) - agreeing(b) || against(b) - against(a) || a.fits - b.fits) > 0
  return readings.reduce<Reading | undefined>((best, it) => (!best || better(it, best) ? it : best), undefined)
}

/** Of readings that nothing bears out, the one whose sums come nearest to the printed totals. */
export const nearestReading = (readings: readonly Reading[]): Reading | undefined => {
  const off = ({ trials }: Reading): number => {
    const missed = trials.flatMap(({ trial }) => (trial.state === 'miss' ? [Math.abs(trial.printed.value.mid - trial.computed.mid)] : []))
    return missed.length === 0 ? Number.POSITIVE_INFINITY : missed.reduce((a, b) => a + b) / missed.length
  }
  return readings.reduce<Reading | undefined>((best, it) => (!best || off(it) < off(best) ? it : best), undefined)
}

/** Whether a dash stands for nothing in this table, in one of its sums: other sums with a dash have come out with it so, or it is a sum of money that other crossings bear out. Else it may as well be unknown. */
export const dashMeaning = (readings: readonly Reading[]): ((reading: Reading, trial: Exclude<Trial, { state: 'open' }>) => boolean) => {
  const assumed = readings.flatMap(({ trials }) =>
    trials.flatMap(({ trial }) => (trial.state !== 'open' && trial.assumed && !trial.empty ? [trial.state] : [])),
  )
  const fits = assumed.filter((state) => state === 'fit').length
  const borne = fits > 0 && fits >= assumed.length - fits
  return (reading, { printed }) => borne || (printed.unit.dimension === 'kr' && reading.fits > 0)
}
