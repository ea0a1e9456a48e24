import { type Reading, type Term, tryReading } from './combine.ts'
import type { Axis, Line } from './grid.ts'
import { apart, type Interval, slack } from './interval.ts'

/** Crossings where the sum fits though its rounding is next to nothing beside it, so that it hardly fits by chance. */
export const telling = ({ trials }: Reading): number =>
  trials.filter(({ trial }) => trial.state === 'fit' && Math.abs(trial.printed.value.mid) > 300 * (slack(trial.printed.value) + slack(trial.computed))).length

const sumAt = (reading: Reading, at: number): Interval | null => {
  const trial = reading.trials[at]?.trial
  return trial && trial.state !== 'open' ? trial.computed : null
}

/** Do the runs agree with one another where the printed total agrees with none? Then the total is what is wrong. */
const agree = (runs: readonly Reading[]): boolean =>
  (runs[0] as Reading).trials.every((_, at) => {
    const sums = runs.map((run) => sumAt(run, at))
    return sums.every((sum) => sum !== null && !apart(sum, sums[0] as Interval))
  })

/** The ways to part lines into two or three runs of at least two. */
const partings = (n: number): readonly (readonly number[])[] => {
  const inner = Array.from({ length: Math.max(0, n - 3) }, (_, i) => i + 2)
  const two = inner.map((b) => [0, b, n])
  const three = n <= 24 ? inner.flatMap((a) => inner.filter((b) => b >= a + 2).map((b) => [0, a, b, n])) : []
  return [...two, ...three]
}

const longest = 60

/** May this run, which fits nowhere, be meant to make the total at all? */
const near = ({ trials }: Reading): boolean =>
  trials.some(({ trial }) => trial.state === 'miss' && Math.abs(trial.computed.mid - trial.printed.value.mid) < 0.25 * Math.abs(trial.printed.value.mid))

/** Lines that together make the total two or three times over, since each run of them makes it once: by sex, and by age. */
const inRuns = (axis: Axis, total: Line, terms: readonly Term[], crossings: readonly Line[]): readonly Reading[] | null => {
  if (terms.length < 4 || terms.length > longest || terms.some(({ sign }) => sign < 0)) return null
  const above = terms.filter(({ line }) => line.at < total.at).length
  if (above > 0 && above < terms.length) return null
  let best: { runs: readonly Reading[]; score: number } | null = null
  for (const bounds of partings(terms.length)) {
    const runs = bounds.slice(1).map((end, i) => tryReading(axis, total, terms.slice(bounds[i], end), crossings))
    const count = (of: (run: Reading) => number): number => runs.reduce((sum, run) => sum + of(run), 0)
    const score = count(telling) - count(({ misses }) => misses)
    const borne = count(telling) > 0 && score >= 0
    if ((borne || agree(runs)) && (!best || score > best.score)) best = { runs, score }
  }
  return best && best.runs.filter((run) => run.fits > 0 || near(run))
}

const overlap = (a: Reading, b: Reading): boolean => a.terms.some(({ line }) => b.terms.some((other) => other.line === line))

/**
 * A total broken down twice: into two runs of the lines that were taken for its parts, or into the lines before and the lines after it.
 * Null where one breakdown is all there is.
 */
export const brokenDownTwice = (axis: Axis, total: Line, best: Reading, tried: readonly Reading[], crossings: readonly Line[]): readonly Reading[] | null => {
  const doubled = tried.find(
    ({ trials, fits }) =>
      fits === 0 && trials.some(({ trial }) => trial.state === 'miss' && Math.abs(trial.computed.mid) > 1.4 * Math.abs(trial.printed.value.mid)),
  )
  const runs = doubled && best.fits === 0 ? inRuns(axis, total, doubled.terms, crossings) : null
  if (runs) return runs
  const beside = tried.filter((other) => other !== best && other.misses > 0 && telling(other) >= other.misses && !overlap(other, best))
  return best.fits > 0 && beside[0] ? [best, beside[0]] : null
}
