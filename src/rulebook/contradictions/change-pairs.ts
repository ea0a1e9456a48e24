import { type Axis, type Line } from './grid.ts'
import { sideIn } from './guess-roles.ts'
import { apart, growth, type Interval, minus, times } from './interval.ts'
import type { Printed } from './printed.ts'

export type Value = Extract<Printed, { state: 'value' }>
export type Measure = 'difference' | 'percent' | 'points'

export interface Compared {
  readonly crossing: Line
  readonly printed: Value
  readonly computed: Interval
}

/** A pair of lines that a change may be taken between, tried in every crossing. */
export interface Pair {
  readonly base: Line
  readonly to: Line
  readonly fits: readonly Compared[]
  readonly misses: readonly Compared[]
}

/** How a line of change counts in a cell: in the unit of its values, in per cent, or in points. */
export const measureOf = (change: Line, cell: Value): Measure => change.input.as ?? (cell.unit.dimension === '%' ? 'percent' : 'difference')

/** What a change between two printed numbers comes to; null where they do not compare. */
export const compute = (measure: Measure, base: Value, to: Value): Interval | null => {
  if (base.unit.dimension !== to.unit.dimension) return null
  return measure === 'percent' ? growth(base.value, to.value) : minus(to.value, base.value)
}

/** In which unit a change may be stated: its values', or points for per cent, or per cent for growth. */
export const comparable = (measure: Measure, printed: Value, of: Value): boolean => {
  if (measure === 'percent') return printed.unit.dimension === '%' || printed.unit.dimension === ''
  // A change whose unit nobody says is in that of its values, where they are no thousands.
  if (printed.unit.text === '' && of.unit.factor === 1 && of.unit.dimension !== '%') return true
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
const withSigns = (compared: readonly Compared[], isAbove: (crossing: Line) => boolean): readonly Compared[] => {
  const flip = ({ crossing, printed, computed }: Compared): Compared => ({ crossing, printed, computed: times(computed, -1) })
  const fit = ({ printed, computed }: Compared): boolean => !apart(printed.value, computed)
  const sideOf = ({ role, label }: Line, above: boolean): string =>
    // A net cost above zero is turned with the costs, not with the results.
    above && /netto(kostnad|utgift)/i.test(label)
      ? 'net cost'
      : role === 'income' || role === 'cost' || role === 'net'
        ? role
        : (sideIn(label) ?? (/netto|resultat/i.test(label) ? 'net' : ''))
  const groups = Map.groupBy(compared, ({ crossing }) => sideOf(crossing, isAbove(crossing)))
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

/** A change laid beside the difference of two lines in every crossing. */
export const pairOf = (axis: Axis, change: Line, base: Line, to: Line): Pair => {
  const isAbove = (crossing: Line): boolean => {
    const cell = axis.at(to, crossing)
    return cell.state === 'value' && cell.value.mid > 0
  }
  const compared = withSigns(compare(axis, change, base, to), isAbove)
  return {
    base,
    to,
    fits: compared.filter((it) => !apart(it.printed.value, it.computed)),
    misses: compared.filter((it) => apart(it.printed.value, it.computed)),
  }
}

/** May a change be taken between lines of this kind? */
export const isValue = (line: Line): boolean =>
  line.role === 'value' ||
  line.role === 'open' ||
  line.role === 'part' ||
  line.role === 'period' ||
  line.role === 'count' ||
  line.role === 'rate' ||
  line.role === 'total'

/** Every pair of values the change may mean: beside each other and later against earlier first. */
export const pairsFor = (axis: Axis, change: Line): readonly Pair[] => {
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
