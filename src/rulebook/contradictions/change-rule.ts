import { type Compared, type Pair, pairOf, pairsFor } from './change-pairs.ts'
import type { Draft, Found, Note } from './finding.ts'
import { type Axis, axesOf, type Grid, type Line, namedLine } from './grid.ts'
import { minus, sameMid, sumOf } from './interval.ts'
import { isYearOnYear } from './label.ts'
import type { Needed } from './misprint.ts'
import { axisPlace, differenceIn, lineName, rootOf, told, toldPrinted } from './place.ts'
import { sentences } from './sentences.ts'
import { yearOnYear } from './year-on-year.ts'

/** What the change would have to be; and, where it is a plain difference the way it is printed, what either side of it would. */
const neededOf = (axis: Axis, { base, to }: Pick<Pair, 'base' | 'to'>, { crossing, printed, computed }: Compared): readonly (Needed | null)[] => {
  const [from, until] = [axis.at(base, crossing), axis.at(to, crossing)]
  const plain =
    from.state === 'value' && until.state === 'value' && printed.unit.dimension === until.unit.dimension && sameMid(computed, minus(until.value, from.value))
  if (!plain) return [{ printed, needed: computed }, null, null]
  return [
    { printed, needed: computed },
    { printed: from, needed: minus(until.value, printed.value) },
    { printed: until, needed: sumOf([from.value, printed.value]) },
  ]
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
    needs: neededOf(axis, { base, to }, { crossing, printed, computed }),
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

const unstated = (axis: Axis, change: Line, given: { base: Line | undefined; to: Line | undefined }): Found => {
  const pairs = pairsFor(axis, change).filter(
    (pair) =>
      (given.base === undefined || pair.base === given.base) && (given.to === undefined || pair.to === given.to) && pair.fits.length + pair.misses.length > 0,
  )
  // Of equals the later line against the earlier, as tables are read.
  const rank = ({ base, to, fits, misses }: Pair): number =>
    fits.length * 1000 - misses.length * 100 + (to.at > base.at ? 50 : 0) + (change.at - to.at > 0 ? to.at / 1000 : 0)
  const best = pairs.reduce<Pair | undefined>((a, b) => (!a || rank(b) > rank(a) ? b : a), undefined)
  if (!best) return { findings: yearOnYear(axis, change)?.drafts ?? [], notes: [] }
  const place = axisPlace(axis, change, best.misses[0]?.crossing ?? (best.fits[0] as Compared).crossing).place
  const stated = given.base !== undefined
  const along = stated ? null : yearOnYear(axis, change)
  if (along && along.fits.length > best.fits.length) return { findings: along.drafts, notes: [] }
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
  const [first, ...rest] = near.misses
    .slice(0, 100)
    .map((miss) => draftOf(axis, change, near, miss, false, true, pairs.length > 2 || /(19|20)\d{2}/.test(change.label))) as [Draft, ...Draft[]]
  return { findings: [{ ...first, consequences: rest.map(({ rule, cells, difference, text }) => ({ rule, cells, difference, text })) }], notes: [] }
}

const offOf = ({ misses, fits }: Pair): number =>
  misses.length + fits.length === 0
    ? Number.POSITIVE_INFINITY
    : misses.reduce((sum, it) => sum + Math.abs(it.printed.value.mid - it.computed.mid), 0) / (misses.length + fits.length)

const inPercent = (axis: Axis, line: Line): boolean => {
  const cells = axis.crossings.map((crossing) => axis.at(line, crossing)).filter((cell) => cell.state === 'value')
  return cells.length >= 2 && cells.every((cell) => cell.state === 'value' && cell.unit.dimension === '%')
}

/** A column of per cent that nobody calls a change may be one: where two others bear it out in most rows, it is. */
const unsaid = (axis: Axis, line: Line): readonly Draft[] => {
  if (axis.way === 'rows') return isYearOnYear(line.label) ? (yearOnYear(axis, line)?.drafts ?? []) : []
  if (!inPercent(axis, line)) return []
  if (/andel|share/i.test(line.label)) return []
  // What a part lacks of its total is no change.
  const plain = (other: Line): boolean => !other.mean && other.role !== 'total' && other.role !== 'subtotal' && !inPercent(axis, other)
  const pairs = pairsFor(axis, line).filter(({ base, to }) => plain(base) && plain(to))
  const telling = ({ fits }: Pair): number => fits.filter(({ printed }) => printed.value.mid !== 0).length
  const best = pairs.reduce<Pair | undefined>((a, b) => (!a || telling(b) - b.misses.length > telling(a) - a.misses.length ? b : a), undefined)
  return best && telling(best) >= 2 * Math.max(1, best.misses.length) ? best.misses.map((miss) => draftOf(axis, line, best, miss, false, false)) : []
}

/** A column (or row) of change that is not the difference, with the base it states; where it states none, the bases it may mean. */
export const changeRule = (grid: Grid): Found => {
  const found = axesOf(grid).flatMap((axis) =>
    axis.lines
      .filter((line) => line.hasCells && (line.role === 'change' || line.role === 'open' || line.role === 'rate'))
      .map((change): Found => {
        if (change.role !== 'change') return { findings: unsaid(axis, change), notes: [] }
        const line = (name: string | undefined): Line | undefined => (name === undefined ? undefined : namedLine(axis, name, change))
        const [base, to] = [line(change.input.base), line(change.input.to)]
        if (!base || !to) return unstated(axis, change, { base, to })
        const pair = pairOf(axis, change, base, to)
        return { findings: pair.misses.map((miss) => draftOf(axis, change, pair, miss, true, false)), notes: [] }
      }),
  )
  return { findings: found.flatMap(({ findings }) => findings), notes: found.flatMap(({ notes }) => notes) }
}
