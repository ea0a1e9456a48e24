import { bestReading, type Reading, summed, type Trial, tryReading } from './combine.ts'
import type { Draft, Found, Sureness } from './finding.ts'
import { type Axis, axesOf, families, type Grid, type Line } from './grid.ts'
import { below } from './interval.ts'
import { axisPlace, differenceIn, gapWords, lineName, rootOf, told, toldPrinted } from './place.ts'
import { sentences } from './sentences.ts'
import { type SumTask, sumTasks } from './sum-candidates.ts'

type Judged = Exclude<Trial, { state: 'open' }>

/** Does the total lie among its parts, as a mean would, and not beyond them, as a sum of positive parts must? */
const liesAmong = (axis: Axis, reading: Reading, crossing: Line, trial: Judged): boolean => {
  const parts = reading.terms.flatMap(({ line }) => {
    const cell = axis.at(line, crossing)
    return cell.state === 'value' ? [cell.value.mid] : []
  })
  const total = trial.printed.value.mid
  return parts.length > 1 && total >= Math.min(...extremes(parts)) && total <= Math.max(...extremes(parts))
}
const extremes = (values: readonly number[]): readonly number[] => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]

/** Sure where the roles leave one reading or other crossings bear the reading out; else a question. */
const surenessOf = (task: SumTask, reading: Reading, mean: boolean): Sureness => {
  if (reading.fits === 0 && mean && task.total.input.of === undefined) return 'ask'
  if (!task.stated) return reading.fits > reading.misses ? 'contradiction' : 'ask'
  return reading.fits > 0 || task.candidates.length === 1 ? 'error' : 'contradiction'
}

const draftOf = (axis: Axis, task: SumTask, reading: Reading, crossing: Line, trial: Judged, sureness: Sureness, mean: boolean): Draft => {
  const { printed, computed } = trial
  const places = [task.total, ...reading.terms.map(({ line }) => line)].map((line) => axisPlace(axis, line, crossing))
  const shown = toldPrinted(printed)
  const sum = told(computed.mid, printed.unit, printed.decimals)
  const difference = differenceIn(printed.value, computed, printed.unit)
  const [name, where] = [lineName(task.total), lineName(crossing)]
  const text = trial.bound
    ? sentences.sumBound(name, where, shown.text, sum.text)
    : trial.state === 'fit'
      ? sentences.sumLoose(name, where, shown.text, sum.text)
      : sureness === 'ask' && mean
        ? sentences.sumMaybeMean(name, where, shown.text, sum.text)
        : sentences.sum(reading.terms.length, name, where, shown.text, sum.text, gapWords(difference, printed.unit, printed.decimals))
  return {
    rule: 'sum',
    sureness,
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    printed: shown,
    computed: sum,
    difference,
    unit: printed.unit.text,
    text,
    root: rootOf(printed.value, computed, printed.unit),
  }
}

const judge = (axis: Axis, task: SumTask): readonly Draft[] => {
  const crossings = summed(axis)
  if (task.total.mean) return []
  const reading = bestReading(task.candidates.map((terms) => tryReading(axis, task.total, terms, crossings)))
  if (!reading) return []
  const drafts = reading.trials.flatMap(({ crossing, trial }): readonly Draft[] => {
    if (trial.state === 'open' || (trial.state === 'fit' && !trial.loose)) return []
    const mean = trial.state === 'miss' && liesAmong(axis, reading, crossing, trial)
    const sureness = trial.state === 'fit' ? 'ask' : surenessOf(task, reading, mean)
    return [draftOf(axis, task, reading, crossing, trial, sureness, mean)]
  })
  // A reading that hardly fits anywhere is doubtful as a whole: one finding, the rest its consequences.
  const misses = drafts.filter(({ sureness }) => sureness !== 'ask')
  if (task.candidates.length === 1 || reading.misses < 3 || reading.fits >= reading.misses || misses.length < 2) return drafts
  const [first, ...rest] = misses as [Draft, ...Draft[]]
  return [{ ...first, sureness: 'contradiction', consequences: rest.map(({ rule, cells, difference, text }) => ({ rule, cells, difference, text })) }]
}

/** 'Varav' lines are at most what they are part of, where nothing can be negative. */
const ofWhich = (axis: Axis): readonly Draft[] =>
  families(axis).flatMap((family) =>
    family.flatMap((line, i) => {
      if (line.role !== 'of-which') return []
      const whole = family.slice(0, i).findLast((other) => other.role !== 'of-which') ?? axis.lines.find((other) => other.children.includes(line))
      if (!whole) return []
      return summed(axis).flatMap((crossing): readonly Draft[] => {
        const [part, all] = [axis.at(line, crossing), axis.at(whole, crossing)]
        if (part.state !== 'value' || all.state !== 'value' || part.unit.dimension !== all.unit.dimension || part.unit.count === null) return []
        if (!below(all.value, part.value)) return []
        const places = [axisPlace(axis, line, crossing), axisPlace(axis, whole, crossing)]
        const [printed, computed] = [toldPrinted(part), toldPrinted(all)]
        return [
          {
            rule: 'sum',
            sureness: line.guessed ? 'contradiction' : 'error',
            cells: places.map(({ place }) => place),
            keys: places.map(({ key }) => key),
            printed,
            computed,
            difference: differenceIn(part.value, all.value, part.unit),
            unit: part.unit.text,
            text: sentences.ofWhich(lineName(line), lineName(whole), lineName(crossing), printed.text, computed.text),
            root: null,
          },
        ]
      })
    }),
  )

/** Parts that do not make their total: along rows and along columns, subtotals, headings over their rows, 'varav'. */
export const sumRule = (grid: Grid): Found => ({
  findings: axesOf(grid).flatMap((axis) => [...sumTasks(axis).flatMap((task) => judge(axis, task)), ...ofWhich(axis)]),
  notes: [],
})
