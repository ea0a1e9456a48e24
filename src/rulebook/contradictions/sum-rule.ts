import type { Text } from '../../kernel/text.ts'
import { telling } from './breakdowns.ts'
import { dashMeaning, type Reading, type Trial } from './combine.ts'
import type { Draft, Found, Sureness } from './finding.ts'
import { type Axis, axesOf, type Grid, type Line } from './grid.ts'
import { apart, type Interval, sameMid, sumOf, times } from './interval.ts'
import { misprintOf, type Needed, neededIn } from './misprint.ts'
import { axisPlace, differenceIn, gapWords, lineName, rootOf, told, toldPrinted } from './place.ts'
import { isRate } from './label.ts'
import { sentences } from './sentences.ts'
import { ofWhich } from './of-which-rule.ts'
import { type ReadTask, readTasks } from './read-sums.ts'
import type { SumTask } from './sum-candidates.ts'
import { unsaidSums } from './unsaid-sums.ts'

type Judged = Exclude<Trial, { state: 'open' }>

/** Does the total lie among its parts of one sign? */
const isAmong = (axis: Axis, reading: Reading, crossing: Line, trial: Judged): boolean => {
  const parts = reading.terms.flatMap(({ line }) => {
    const cell = axis.at(line, crossing)
    return cell.state === 'value' ? [cell.value.mid] : []
  })
  const total = trial.printed.value.mid
  return parts.length > 1 && Math.min(...extremes(parts)) >= 0 && total >= Math.min(...extremes(parts)) && total <= Math.max(...extremes(parts))
}

/** Does the total lie among its parts, as a mean would, and not beyond them, as a sum of positive parts must? Of money, and of parts of both signs, nobody prints a mean as a total. */
const liesAmong = (axis: Axis, reading: Reading, crossing: Line, trial: Judged): boolean =>
  trial.printed.unit.dimension !== 'kr' && isAmong(axis, reading, crossing, trial)

/** Would the sum fit with one of its numbers a thousand or a million times larger or smaller? Then a unit may be wrong. */
const unitSlip = (axis: Axis, reading: Reading, crossing: Line, { printed, computed }: Judged): number | null => {
  const parts = reading.terms.flatMap(({ line, sign }) => {
    const cell = axis.at(line, crossing)
    return cell.state === 'value' ? [times(cell.value, sign)] : []
  })
  const near = (a: Interval, b: Interval): boolean => Math.abs(b.mid) > 0 && !apart(a, b)
  const fits = (factor: number): boolean =>
    near(times(printed.value, factor), computed) ||
    parts.some(
      (part) =>
        // A part made next to nothing is left out, not written in another unit.
        Math.abs(part.mid * factor) > 2 * (printed.value.high - printed.value.low) &&
        near(printed.value, sumOf([computed, times(part, -1), times(part, factor)])),
    )
  // A number next to nothing fits any factor by its rounding alone.
  const known = (value: Interval): boolean => Math.abs(value.mid) > 20 * (value.high - value.low)
  if (!known(printed.value) || !known(computed)) return null
  const power = [3, 6].find((it) => fits(10 ** it) || fits(10 ** -it))
  // Of two parts one thousand times the other nothing can be told; only a slip that explains a large difference is one.
  return power !== undefined && Math.abs(printed.value.mid - computed.mid) > 0.2 * Math.max(Math.abs(printed.value.mid), Math.abs(computed.mid)) ? power : null
}

/** The rows under a heading may be some of its parts only, where they make far less in every crossing. */
const maybeSome = (task: SumTask, reading: Reading): boolean =>
  task.nested &&
  reading.fits === 0 &&
  reading.trials.every(({ trial }) => trial.state !== 'miss' || Math.abs(trial.computed.mid) < 0.9 * Math.abs(trial.printed.value.mid))

const extremes = (values: readonly number[]): readonly number[] => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]

const needsOf = (axis: Axis, { terms }: Reading, crossing: Line, { printed, computed }: Judged): readonly (Needed | null)[] =>
  neededIn(
    printed,
    computed,
    terms.map(({ line, sign }) => ({ cell: axis.at(line, crossing), sign })),
  )

/** Would all agree if two digits of one of the numbers changed places? Parts that were left out hardly ever make such a gap. */
const swapped = (axis: Axis, reading: Reading, crossing: Line, trial: Trial): boolean =>
  trial.state === 'miss' &&
  !trial.bound &&
  reading.terms.length > 2 &&
  needsOf(axis, reading, crossing, trial).some((it) => it !== null && misprintOf(it, ['transposed']) !== null)

/** Would all agree but for one slip of the hand, of any kind? */
const explained = (axis: Axis, reading: Reading, crossing: Line, trial: Trial): boolean =>
  trial.state === 'miss' && !trial.bound && needsOf(axis, reading, crossing, trial).some((it) => it !== null && misprintOf(it) !== null)

/** Sure where the roles leave one reading or other crossings bear the reading out, or a slip of the hand under a plain word does; else a question. */
const surenessOf = ({ task, reading, sole, others }: ReadTask, mean: boolean, dash: boolean, slip: boolean): Sureness => {
  if (reading.fits === 0 && mean && task.total.input.of === undefined) return 'ask'
  if (task.unsaid) return telling(reading) > 2 ? 'contradiction' : 'ask'
  if (!task.stated && (telling(reading) >= reading.misses || (slip && sole && !task.total.loose))) return 'contradiction'
  if (!task.stated) return reading.fits > reading.misses || (reading.fits > 0 && others > 0) || (others > 1 && reading.misses === 1) ? 'contradiction' : 'ask'
  if (dash) return reading.fits > 0 ? 'contradiction' : 'ask'
  return reading.fits > 0 || sole ? 'error' : 'contradiction'
}

/** A guess that no crossing bears out is the reader's mistake, not the table's, unless it is one number under a plain word and all else agrees. */
const doubted = (axis: Axis, { task, reading, others }: ReadTask): boolean => {
  if (task.onlyBorne) return reading.fits === 0 || reading.fits < reading.misses
  if (task.stated || reading.fits > reading.misses || (reading.fits > 0 && reading.fits === reading.misses)) return false
  if (reading.misses > 1) return true
  if (!task.total.loose) return false
  return !reading.trials.some(({ crossing, trial }) => (others === 0 ? swapped(axis, reading, crossing, trial) : explained(axis, reading, crossing, trial)))
}

/** Under a title of means ('Medelålder', 'Medellön') a total that lies among its lines is their mean, and no sum was meant. */
const meanTitle = (axis: Axis, { task, reading }: ReadTask): boolean =>
  isRate(axis.grid.table.title) &&
  task.total.input.of === undefined &&
  reading.fits === 0 &&
  reading.trials.every(({ crossing, trial }) => trial.state !== 'miss' || isAmong(axis, reading, crossing, trial))

type Doubt = 'mean' | 'some' | null

const wordsFor = (task: SumTask, reading: Reading, crossing: Line, trial: Judged, doubt: Doubt, power: number | null): Text => {
  const { printed, computed } = trial
  const [name, where, n] = [lineName(task.total), lineName(crossing), reading.terms.length]
  const [shown, sum] = [toldPrinted(printed).text, told(computed.mid, printed.unit, printed.decimals).text]
  if (trial.bound) return sentences.sumBound(name, where, shown, sum)
  if (trial.state === 'fit') return sentences.sumLoose(name, where, shown, sum)
  if (doubt === 'mean') return sentences.sumMaybeMean(name, where, shown, sum)
  if (doubt === 'some') return sentences.sumIncomplete(n, name, where, shown, sum)
  const text = sentences.sum(n, name, where, shown, sum, gapWords(differenceIn(printed.value, computed, printed.unit), printed.unit, printed.decimals))
  return power === null ? text : sentences.alsoUnit(text, power)
}

const draftOf = (axis: Axis, read: ReadTask, crossing: Line, trial: Judged, some: boolean): Draft => {
  const { task, reading } = read
  const { printed, computed } = trial
  const power = trial.state === 'miss' && !trial.bound ? unitSlip(axis, reading, crossing, trial) : null
  const mean = power === null && trial.state === 'miss' && liesAmong(axis, reading, crossing, trial)
  const sureness = trial.state === 'fit' || some ? 'ask' : surenessOf(read, mean, trial.assumed, swapped(axis, reading, crossing, trial))
  const places = [task.total, ...reading.terms.map(({ line }) => line)].map((line) => axisPlace(axis, line, crossing))
  return {
    rule: power === null ? 'sum' : 'unit',
    sureness,
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    needs: trial.state === 'miss' && !trial.bound ? needsOf(axis, reading, crossing, trial) : [],
    printed: toldPrinted(printed),
    computed: told(computed.mid, printed.unit, printed.decimals),
    difference: differenceIn(printed.value, computed, printed.unit),
    unit: printed.unit.text,
    text: wordsFor(task, reading, crossing, trial, some && task.nested ? 'some' : mean && sureness === 'ask' ? 'mean' : null, power),
    root: rootOf(printed.value, computed, printed.unit),
  }
}

/** A column of rates that nobody says are rates ('Elever per klass'): its total lies among three lines or more, where no slip of the hand put it. */
const isRates = (axis: Axis, reading: Reading, crossing: Line, trial: Judged): boolean =>
  trial.state === 'miss' &&
  !trial.bound &&
  reading.terms.length > 2 &&
  reading.fits > 0 &&
  liesAmong(axis, reading, crossing, trial) &&
  needsOf(axis, reading, crossing, trial).every((it) => it === null || misprintOf(it, ['transposed', 'power', 'digit']) === null)

/** A total that no role states, and that several times is more than its parts by what no slip of the hand explains, may hold what is not shown: what was spent in earlier years. */
const holdsMore = (axis: Axis, { task, reading }: ReadTask): boolean =>
  !task.stated &&
  reading.misses > 1 &&
  reading.trials.every(
    ({ crossing, trial }) =>
      trial.state !== 'miss' ||
      (!trial.bound &&
        Math.abs(trial.printed.value.mid) > Math.abs(trial.computed.mid) &&
        needsOf(axis, reading, crossing, trial).every((it) => it === null || misprintOf(it) === null)),
  )

const plainSum = /^(summa|delsumma|totalt?)(?![a-zåäö])|[^a-zåäö](summa|totalt?)$/i
const someOnly = /största|minsta|topp|urval|exempel|bland annat|viktigaste|några/i

/** The crossings where a sum misses though all its parts have one sign: amounts, no deviations. */
const oneSided = (axis: Axis, { terms, trials }: Reading): readonly Judged[] =>
  trials.flatMap(({ crossing, trial }) => {
    const signs = new Set(
      terms.flatMap(({ line }) => {
        const cell = axis.at(line, crossing)
        return cell.state === 'value' && cell.value.mid !== 0 ? [Math.sign(cell.value.mid)] : []
      }),
    )
    return trial.state === 'miss' && !trial.bound && crossing.role !== 'change' && signs.size === 1 ? [trial] : []
  })

/** A plain total that stands above its parts throughout: a line may have been left out. 'Totalt' may hold more than is shown, a 'Summa' hardly. */
const lacksLine = (axis: Axis, { task, reading }: ReadTask): boolean =>
  !task.stated &&
  !task.nested &&
  !task.onlyBorne &&
  !task.total.loose &&
  plainSum.test(task.total.label.trim()) &&
  !someOnly.test(axis.grid.table.title) &&
  reading.fits === 0 &&
  reading.misses > 1 &&
  reading.terms.length > 1 &&
  reading.terms.every(({ sign }) => sign === 1) &&
  oneSided(axis, reading).length > 0 &&
  oneSided(axis, reading).every(
    ({ printed, computed }) =>
      printed.value.mid * computed.mid > 0 &&
      Math.abs(printed.value.mid) > Math.abs(computed.mid) &&
      Math.abs(computed.mid) >= (/^(del)?summa/i.test(task.total.label.trim()) ? 0.15 : 0.55) * Math.abs(printed.value.mid),
  )

const judge = (axis: Axis, read: ReadTask, whole: boolean, dash: ReturnType<typeof dashMeaning>): readonly Draft[] => {
  const { task, reading, sole } = read
  const lacking = lacksLine(axis, read)
  if ((doubted(axis, read) && !lacking) || meanTitle(axis, read)) return []
  const some = lacking || (!whole && maybeSome(task, reading)) || holdsMore(axis, read)
  const drafts = reading.trials.flatMap(({ crossing, trial }): readonly Draft[] =>
    trial.state === 'open' || (trial.state === 'fit' && !trial.loose) || (trial.assumed && !dash(reading, trial))
      ? []
      : [draftOf(axis, read, crossing, trial, some)],
  )
  // A reading that hardly fits anywhere is doubtful as a whole: one finding, the rest its consequences.
  const misses = drafts.filter(({ sureness }) => some || sureness !== 'ask')
  const doubtful = some || (!sole && reading.misses >= 3 && reading.fits < reading.misses)
  if (!doubtful || misses.length < 2) return drafts
  const [first, ...rest] = misses as [Draft, ...Draft[]]
  const consequences = rest.map(({ rule, cells, difference, text }) => ({ rule, cells, difference, text }))
  return [{ ...first, sureness: some ? 'ask' : 'contradiction', consequences }]
}

/** What stands at the end of each quarter stands there at the end of the year: its last, or its first, and no sum. */
const isStock = (axis: Axis, { terms }: Reading, crossing: Line, trial: Judged): boolean =>
  axis.way === 'columns' &&
  trial.state === 'miss' &&
  !trial.bound &&
  terms.length > 1 &&
  [terms[0], terms.at(-1)].some((term) => {
    const cell = term && axis.at(term.line, crossing)
    return cell?.state === 'value' && cell.value.mid !== 0 && sameMid(cell.value, trial.printed.value)
  })

/** A total without its crossings of rates and of what stands at a day, which speak neither for the reading nor against it. */
const withoutRates = (axis: Axis, read: ReadTask, adding: ReadonlySet<Line>): ReadTask => {
  const { task, reading } = read
  const other = reading.trials.filter(
    ({ crossing, trial }) =>
      trial.state !== 'open' && (isStock(axis, reading, crossing, trial) || (!task.stated && !adding.has(crossing) && isRates(axis, reading, crossing, trial))),
  )
  if (other.length === 0) return read
  const trials = reading.trials.filter((it) => !other.includes(it))
  return { ...read, reading: { ...reading, trials, misses: reading.misses - other.length } }
}

/** Lines whose numbers are added in the other direction, so that they hold no rates. */
const addingIn = (tasks: readonly ReadTask[]): ReadonlySet<Line> =>
  new Set(
    tasks.flatMap(({ task, reading }) =>
      reading.fits > 2 * reading.misses + (telling(reading) > 0 ? 0 : 1) ? [task.total, ...reading.terms.map(({ line }) => line)] : [],
    ),
  )

const sumsOf = (axis: Axis, read: readonly ReadTask[], adding: ReadonlySet<Line>): readonly Draft[] => {
  const tasks = read.map((it) => withoutRates(axis, it, adding))
  // Where one heading is the whole of its rows, the table breaks its headings down in full.
  const whole = tasks.some(({ task, reading }) => task.nested && reading.fits > 0)
  const dash = dashMeaning(tasks.map(({ reading }) => reading))
  return tasks.flatMap((it) => judge(axis, it, whole, dash))
}

const findingsIn = (grid: Grid): readonly Draft[] => {
  const axes = axesOf(grid).map((axis) => {
    const said = readTasks(axis)
    return { axis, tasks: [...said, ...unsaidSums(axis, said)] }
  })
  return axes.flatMap(({ axis, tasks }) => {
    const across = axes.flatMap((other) => (other.axis === axis ? [] : other.tasks))
    return [...sumsOf(axis, tasks, addingIn(across)), ...ofWhich(axis)]
  })
}

/** Parts that do not make their total: along rows and along columns, subtotals, headings over their rows, 'varav'. */
export const sumRule = (grid: Grid): Found => ({
  findings: findingsIn(grid),
  notes: [],
})
