import { brokenDownTwice } from './breakdowns.ts'
import { bestReading, nearestReading, type Reading, summed, type Term, tryReading } from './combine.ts'
import type { Axis, Line } from './grid.ts'
import { withLeftOver } from './left-over.ts'
import { type SumTask, sumTasks } from './sum-candidates.ts'

/** A printed total with the reading that its numbers bear out best. */
export interface ReadTask {
  readonly task: SumTask
  readonly reading: Reading
  /** Was there one way only to read the total? */
  readonly sole: boolean
  /** How many other sums along the axis agree wherever they can be judged. */
  readonly others: number
}

const agreesThroughout = ({ fits, misses }: Reading): boolean => fits > 0 && misses === 0

/** Whoever stands in several lines is counted once in a total of these. */
const countsOnce = /(^|[^a-zåäö])(unik[at]?|olika individer|minst (en|ett))(?![a-zåäö])/i

interface Tried {
  readonly task: SumTask
  readonly tried: readonly Reading[]
  readonly sole: boolean
}

/** Tries the ways a total may be read, the likeliest first. */
const tryTask = (axis: Axis, task: SumTask, crossings: readonly Line[]): Tried => {
  const tried: Reading[] = []
  const seen = new Set<string>()
  const attempt = (candidate: () => readonly Term[]): Reading | null => {
    const terms = candidate()
    const key = `${terms.length}:${terms[0]?.line.at}:${terms.at(-1)?.line.at}:${terms.reduce((sum, { line, sign }) => sum + sign * (line.at + 1), 0)}`
    if (terms.length < 2 || seen.has(key)) return null
    seen.add(key)
    // A column of deviation may count what is better above zero: what is taken from the other side cannot be judged there.
    const judged = terms.some(({ sign }) => sign < 0) ? crossings.filter(({ role }) => role !== 'change') : crossings
    const reading = tryReading(axis, task.total, terms, judged)
    tried.push(reading)
    return reading
  }
  for (const candidate of task.candidates) {
    const reading = attempt(candidate)
    // The likeliest reading that everything bears out needs no other beside it.
    if (reading && reading.fits > 0 && reading.trials.every(({ trial }) => trial.state === 'fit')) break
  }
  const sole = tried.length === 1
  if (task.beside) attempt(task.beside)
  return { task, tried, sole }
}

/** Of readings that nothing bears out the nearest; where the other sums of the table stand below their parts, of those that have the line above. */
const nearestOf = ({ task, tried }: Tried, below: boolean): Reading | undefined => {
  const adjacent = tried.filter(({ terms }) => terms.some(({ line }) => line.at === task.total.at - 1))
  return nearestReading(below && adjacent.length > 0 ? adjacent : tried)
}

/** Every printed total along an axis, each as it is best read; a total broken down twice is read twice. */
export const readTasks = (axis: Axis): readonly ReadTask[] => {
  const crossings = summed(axis)
  const first = sumTasks(axis)
    .filter(({ total }) => !total.mean && (total.input.of !== undefined || !countsOnce.test(total.label)))
    .map((task) => tryTask(axis, task, crossings))
    .map((it) => ({ ...it, best: bestReading(it.tried) }))
  const leftOver = withLeftOver(axis, first, crossings)
  const all = first.map((it, i) => {
    const tried = [...it.tried, ...(leftOver[i] ?? [])]
    return { ...it, tried, best: bestReading(tried) }
  })
  const sure = all.flatMap(({ task, best }) => (best && best.fits > 0 && best.misses === 0 && !task.nested && !task.onlyBorne ? [{ task, best }] : []))
  const below = sure.length > 0 && sure.every(({ task, best }) => best.terms.every(({ line }) => line.at < task.total.at))
  const read = all.flatMap((it) => {
    const { task, best, tried, sole } = it
    const reading = best && best.fits === 0 && best.misses > 0 ? nearestOf(it, below) : best
    if (!reading) return []
    const twice = task.nested || task.onlyBorne || task.total.input.of ? null : brokenDownTwice(axis, task.total, reading, tried, crossings)
    return (twice ?? [reading]).map((one) => ({ task, reading: one, sole }))
  })
  const agreeing = read.filter(({ reading }) => agreesThroughout(reading)).length
  return read.map((it) => ({ ...it, others: agreeing - (agreesThroughout(it.reading) ? 1 : 0) }))
}
