import type { Axis, Line } from './grid.ts'
import { apart, below, type Interval, sameMid, sumOf, times } from './interval.ts'
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
    }

/** The crossings that sums are judged in: those that hold numbers that may be added. */
export const summed = (axis: Axis): readonly Line[] => axis.crossings.filter((crossing) => !crossing.mean)

/** Adds the terms in a crossing and lays the sum beside the printed total. A missing part leaves it open; only of things that cannot be negative the known parts must not exceed the total. */
export const tryTerms = (axis: Axis, total: Line, terms: readonly Term[], crossing: Line): Trial => {
  const printed = axis.at(total, crossing)
  if (printed.state !== 'value' || !printed.unit.additive) return { state: 'open' }
  const values: Interval[] = []
  let lacking = false
  for (const { line, sign } of terms) {
    const cell = axis.at(line, crossing)
    if (cell.state !== 'value') lacking = true
    else if (cell.unit.dimension !== printed.unit.dimension || !cell.unit.additive) return { state: 'open' }
    else values.push(sign === 1 ? cell.value : times(cell.value, -1))
  }
  if (values.length === 0) return { state: 'open' }
  const computed = sumOf(values)
  const empty = values.every((value) => value.mid === 0) && printed.value.mid === 0
  if (lacking) {
    const counted = printed.unit.count !== null && terms.every(({ sign }) => sign === 1) && values.every((value) => value.mid >= 0)
    return counted && below(printed.value, computed) ? { state: 'miss', printed, computed, empty, loose: false, bound: true } : { state: 'open' }
  }
  if (apart(printed.value, computed)) return { state: 'miss', printed, computed, empty, loose: false, bound: false }
  const counted =
    printed.unit.count === 'soft' &&
    printed.decimals === 0 &&
    printed.hedge === null &&
    terms.every(({ line }) => Number.isInteger(midOf(axis.at(line, crossing))))
  return { state: 'fit', printed, computed, empty, loose: counted && !sameMid(printed.value, computed), bound: false }
}

const midOf = (cell: Printed): number => (cell.state === 'value' && cell.hedge === null && cell.decimals === 0 ? cell.value.mid : Number.NaN)

/** A way to read a total, tried in every crossing. */
export interface Reading {
  readonly terms: readonly Term[]
  readonly trials: readonly { readonly crossing: Line; readonly trial: Trial }[]
  readonly fits: number
  readonly misses: number
}

/** Tries a reading of a total. `fits` leaves out crossings of nothing but zeros: they fit every reading and bear none out. */
export const tryReading = (axis: Axis, total: Line, terms: readonly Term[], crossings: readonly Line[]): Reading => {
  const trials = crossings.map((crossing) => ({ crossing, trial: tryTerms(axis, total, terms, crossing) }))
  const count = (state: 'fit' | 'miss'): number => trials.filter(({ trial }) => trial.state === state && !trial.empty).length
  return { terms, trials, fits: count('fit'), misses: count('miss') }
}

/** Crossings that do not speak against the reading: those that fit, zeros too. */
const agreeing = ({ trials }: Reading): number => trials.filter(({ trial }) => trial.state === 'fit').length

/** The reading that most crossings agree with; of equals the one that fewest speak against, then that more bear out, then the first. */
export const bestReading = (readings: readonly Reading[]): Reading | undefined => {
  const better = (a: Reading, b: Reading): boolean => (agreeing(a) - agreeing(b) || b.misses - a.misses || a.fits - b.fits) > 0
  return readings.reduce<Reading | undefined>((best, it) => (!best || better(it, best) ? it : best), undefined)
}
