import type { Draft, Found, Note } from './finding.ts'
import { type Axis, axesOf, type Grid, type Line, namedLine } from './grid.ts'
import { sideIn } from './guess-roles.ts'
import { apart, growth, type Interval, minus, times } from './interval.ts'
import { axisPlace, differenceIn, lineName, rootOf, told, toldPrinted } from './place.ts'
import type { Printed } from './printed.ts'
import { sentences } from './sentences.ts'

type Value = Extract<Printed, { state: 'value' }>
type Measure = 'difference' | 'percent' | 'points'

interface Compared {
  readonly crossing: Line
  readonly printed: Value
  readonly computed: Interval
}

/** A pair of lines that a change may be taken between, tried in every crossing. */
interface Pair {
  readonly base: Line
  readonly to: Line
  readonly fits: readonly Compared[]
  readonly misses: readonly Compared[]
}

const measureOf = (change: Line, cell: Value): Measure => change.input.as ?? (cell.unit.dimension === '%' ? 'percent' : 'difference')

const compute = (measure: Measure, base: Value, to: Value): Interval | null => {
  if (base.unit.dimension !== to.unit.dimension) return null
  return measure === 'percent' ? growth(base.value, to.value) : minus(to.value, base.value)
}

/** In which unit a change may be stated: its values', or points for per cent, or per cent for growth. */
const comparable = (measure: Measure, printed: Value, of: Value): boolean => {
  if (measure === 'percent') return printed.unit.dimension === '%' || printed.unit.dimension === ''
  return printed.unit.dimension === of.unit.dimension || (of.unit.dimension === '%' && (printed.unit.dimension === 'points' || measure === 'points'))
}

const compare = (axis: Axis, change: Line, base: Line, to: Line): readonly Compared[] =>
  axis.crossings.flatMap((crossing) => {
    const [printed, from, until] = [axis.at(change, crossing), axis.at(base, crossing), axis.at(to, crossing)]
    if (printed.state !== 'value' || from.state !== 'value' || until.state !== 'value' || crossing.role === 'text' || crossing.role === 'change') return []
    const measure = measureOf(change, printed)
    // A change of values in per cent, printed as '%', may be either: it is tried as points when it does not fit as growth.
    const computed = compute(measure, from, until)
    if (computed === null || !comparable(measure, printed, until)) return []
    const points = from.unit.dimension === '%' && measure === 'percent' && change.input.as === undefined ? minus(until.value, from.value) : null
    return [{ crossing, printed, computed: points && !apart(printed.value, points) ? points : computed }]
  })

/** Costs may be printed above zero with a change that counts down, or the reverse; within one role the sign is one. */
const withSigns = (compared: readonly Compared[]): readonly Compared[] => {
  const flip = ({ crossing, printed, computed }: Compared): Compared => ({ crossing, printed, computed: times(computed, -1) })
  const fit = ({ printed, computed }: Compared): boolean => !apart(printed.value, computed)
  const sideOf = ({ role, label }: Line): string => (role === 'income' || role === 'cost' || role === 'net' ? role : (sideIn(label) ?? role))
  const groups = Map.groupBy(compared, ({ crossing }) => sideOf(crossing))
  const count = (list: readonly Compared[]): { telling: readonly Compared[]; plain: number; turned: number } => {
    const telling = list.filter(({ printed, computed }) => printed.value.mid !== 0 || computed.mid !== 0)
    return { telling, plain: telling.filter(fit).length, turned: telling.filter((it) => fit(flip(it))).length }
  }
  const whole = count(compared)
  return [...groups.values()].flatMap((group) => {
    const { telling, plain, turned } = count(group)
    // Lines that fit neither way are turned as the rest of the table is.
    if (plain === 0 && turned === 0) return whole.turned > whole.plain ? group.map(flip) : group
    return turned > plain || (turned === plain && telling.length === 1 && turned === 1) ? group.map(flip) : group
  })
}

const pairOf = (axis: Axis, change: Line, base: Line, to: Line): Pair => {
  const compared = withSigns(compare(axis, change, base, to))
  return {
    base,
    to,
    fits: compared.filter((it) => !apart(it.printed.value, it.computed)),
    misses: compared.filter((it) => apart(it.printed.value, it.computed)),
  }
}

const draftOf = (
  axis: Axis,
  change: Line,
  { base, to }: Pair,
  { crossing, printed, computed }: Compared,
  stated: boolean,
  none: boolean,
  ask = false,
): Draft => {
  const places = [change, base, to].map((line) => axisPlace(axis, line, crossing))
  const [shown, real] = [toldPrinted(printed), told(computed.mid, printed.unit, Math.max(printed.decimals, printed.unit.dimension === '%' ? 1 : 0))]
  const [column, line, from, until] = [lineName(change), lineName(crossing), lineName(base), lineName(to)]
  return {
    rule: 'change',
    sureness: stated ? 'error' : ask ? 'ask' : 'contradiction',
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    printed: shown,
    computed: real,
    difference: differenceIn(printed.value, computed, printed.unit),
    unit: printed.unit.text,
    text: none
      ? sentences.changeNoBase(column, line, shown.text, real.text, from, until)
      : sentences.change(line, from, until, column, shown.text, real.text, stated),
    root: rootOf(printed.value, computed, printed.unit),
  }
}

const isValue = (line: Line): boolean =>
  line.role === 'value' ||
  line.role === 'open' ||
  line.role === 'part' ||
  line.role === 'period' ||
  line.role === 'count' ||
  line.role === 'rate' ||
  line.role === 'total'

/** Every pair of values the change may mean: beside each other and later against earlier first. */
const pairsFor = (axis: Axis, change: Line): readonly Pair[] => {
  const values = axis.lines.filter((line) => line !== change && isValue(line) && line.family === change.family && line.hasCells)
  const usable = (values.length >= 2 ? values : axis.lines.filter((line) => line !== change && isValue(line) && line.hasCells)).slice(0, 12)
  const pairs = usable.flatMap((to) => usable.filter((base) => base !== to).map((base) => ({ base, to })))
  const read = ({ base, to }: { base: Line; to: Line }): Pair => pairOf(axis, change, base, to)
  if (axis.crossings.length <= sample) return pairs.map(read)
  // In a long table a few hundred crossings tell which pairs are worth trying in all of them.
  const few = { ...axis, crossings: axis.crossings.slice(0, sample) }
  return pairs
    .map(({ base, to }) => pairOf(few, change, base, to))
    .toSorted((a, b) => b.fits.length - a.fits.length || a.misses.length - b.misses.length)
    .slice(0, 3)
    .map(read)
}
const sample = 300

const unstated = (axis: Axis, change: Line, given: { base: Line | undefined; to: Line | undefined }): Found => {
  const pairs = pairsFor(axis, change).filter(
    (pair) =>
      (given.base === undefined || pair.base === given.base) && (given.to === undefined || pair.to === given.to) && pair.fits.length + pair.misses.length > 0,
  )
  // Of equals the later line against the earlier, as tables are read.
  const rank = ({ base, to, fits, misses }: Pair): number =>
    fits.length * 1000 - misses.length * 100 + (to.at > base.at ? 50 : 0) + (change.at - to.at > 0 ? to.at / 1000 : 0)
  const best = pairs.reduce<Pair | undefined>((a, b) => (!a || rank(b) > rank(a) ? b : a), undefined)
  if (!best) return { findings: [], notes: [] }
  const place = axisPlace(axis, change, best.misses[0]?.crossing ?? (best.fits[0] as Compared).crossing).place
  const stated = given.base !== undefined
  const readAs: Note = { place, text: sentences.changeReadAs(lineName(change), lineName(best.base), lineName(best.to)) }
  if (best.misses.length === 0) return { findings: [], notes: stated ? [] : [readAs] }
  if (best.fits.filter(({ printed }) => printed.value.mid !== 0).length >= Math.max(stated ? 1 : 2, best.misses.length)) {
    const weak = change.guessed && best.fits.length < 2 * best.misses.length
    return { findings: best.misses.map((miss) => draftOf(axis, change, best, miss, stated, false, weak)), notes: stated ? [] : [readAs] }
  }
  if (stated) return { findings: best.misses.map((miss) => draftOf(axis, change, best, miss, true, false)), notes: [] }
  // What is only read from a label, and fits nothing, may be another kind of number.
  if (change.guessed) return { findings: [], notes: [] }
  const near = pairs.reduce((a, b) => (offOf(b) < offOf(a) ? b : a))
  const [first, ...rest] = near.misses.map((miss) => draftOf(axis, change, near, miss, false, true, pairs.length > 2 || /(19|20)\d{2}/.test(change.label))) as [
    Draft,
    ...Draft[],
  ]
  return { findings: [{ ...first, consequences: rest.map(({ rule, cells, difference, text }) => ({ rule, cells, difference, text })) }], notes: [] }
}

const offOf = ({ misses, fits }: Pair): number =>
  misses.length + fits.length === 0
    ? Number.POSITIVE_INFINITY
    : misses.reduce((sum, it) => sum + Math.abs(it.printed.value.mid - it.computed.mid), 0) / (misses.length + fits.length)

/** A column (or row) of change that is not the difference, with the base it states; where it states none, the bases it may mean. */
export const changeRule = (grid: Grid): Found => {
  const found = axesOf(grid).flatMap((axis) =>
    axis.lines
      .filter((line) => line.role === 'change')
      .map((change): Found => {
        const line = (name: string | undefined): Line | undefined => (name === undefined ? undefined : namedLine(axis, name, change))
        const [base, to] = [line(change.input.base), line(change.input.to)]
        if (!base || !to) return unstated(axis, change, { base, to })
        const pair = pairOf(axis, change, base, to)
        return { findings: pair.misses.map((miss) => draftOf(axis, change, pair, miss, true, false)), notes: [] }
      }),
  )
  return { findings: found.flatMap(({ findings }) => findings), notes: found.flatMap(({ notes }) => notes) }
}
