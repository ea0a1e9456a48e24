import { telling } from './breakdowns.ts'
import { bestReading, type Reading, summed, type Term, tryReading } from './combine.ts'
import { type Axis, families, type Line } from './grid.ts'
import { headsAmong } from './heads.ts'
import type { ReadTask } from './read-sums.ts'
import { sameMid, slack } from './interval.ts'
import { isPart, isTotal } from './sum-candidates.ts'

/** How many cells are added, at most, to look for sums that nothing names: printed tables where one would tell are small. */
const mostAdded = 2_000_000
const mostHeaded = 60

/** Runs of two lines or more that end or begin beside a line. */
const runsBeside = (lines: readonly Line[], at: number): readonly (readonly Line[])[] => {
  const above = Array.from({ length: Math.max(0, at - 1) }, (_, i) => lines.slice(i, at))
  const below = Array.from({ length: Math.max(0, lines.length - at - 2) }, (_, i) => lines.slice(at + 1, at + 3 + i))
  return [...above, ...below]
}

const plus = (lines: readonly Line[]): readonly Term[] => lines.map((line) => ({ line, sign: 1 }))

/** Smaller numbers come out to the very digit, three times over, as hardly by chance. */
const exact = ({ trials }: Reading): number =>
  trials.filter(
    ({ trial }) =>
      trial.state === 'fit' &&
      sameMid(trial.printed.value, trial.computed) &&
      Math.abs(trial.printed.value.mid) > 30 * (slack(trial.printed.value) + slack(trial.computed)),
  ).length

/** Enough crossings that hardly fit by chance, and one that does not fit. */
const tells = (reading: Reading): boolean => reading.misses === 1 && (telling(reading) >= 2 || exact(reading) >= 3)

/** Sums above their rows, below which a total agrees with them throughout. */
const headed = (axis: Axis, said: readonly ReadTask[], crossings: readonly Line[]): readonly ReadTask[] =>
  said.flatMap(({ task: { total }, reading }): readonly ReadTask[] => {
    const between = axis.lines.filter(
      (line) => line.family === total.family && line.at < total.at && line.at >= (reading.terms[0]?.line.at ?? total.at) && line.hasCells && isPart(line, axis),
    )
    const borne = telling(reading) > 1 && reading.misses === 0 && between.length > reading.terms.length && between.length <= mostHeaded
    if (!borne) return []
    return headsAmong(axis, between, crossings).heads.flatMap(({ line, reading: own }) =>
      reading.terms.some((term) => term.line === line) && own.misses === 1
        ? [{ task: { total: line, candidates: [], stated: false, nested: false, onlyBorne: true }, reading: own, sole: false, others: 0 }]
        : [],
    )
  })

/**
 * Sums that nothing in the words says are sums ('Gymnasieskola' above its schools, 'Ledamöter' beside women and men): a line that is the sum of
 * those beside it in every crossing but one. `said` are those that have been read already.
 */
export const unsaidSums = (axis: Axis, said: readonly ReadTask[]): readonly ReadTask[] => {
  const totals = new Set(said.map(({ task }) => task.total))
  const crossings = summed(axis)
  if (crossings.length < 3) return headed(axis, said, crossings)
  const more = families(axis).flatMap((family) => {
    const lines = family.filter((line) => line.hasCells && (isPart(line, axis) || (isTotal(line) && !line.mean)))
    if (lines.length < 3 || lines.length ** 3 * crossings.length > 3 * mostAdded) return []
    return lines.flatMap((total, at): readonly ReadTask[] => {
      if (totals.has(total) || isTotal(total)) return []
      const best = bestReading(runsBeside(lines, at).map((run) => tryReading(axis, total, plus(run), crossings)))
      if (!best || !tells(best)) return []
      return [{ task: { total, candidates: [], stated: false, nested: false, onlyBorne: true, unsaid: true }, reading: best, sole: false, others: 0 }]
    })
  })
  return more.length > 0 ? more : headed(axis, said, crossings)
}
