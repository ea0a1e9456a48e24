import type { Draft } from './finding.ts'
import { type Axis, axesOf, families, type Grid, type Line } from './grid.ts'
import { apart, type Interval, sumOf } from './interval.ts'
import { isMean, isRate } from './label.ts'
import { axisPlace, differenceIn, lineName, told, toldPrinted } from './place.ts'
import type { Printed } from './printed.ts'
import { sentences } from './sentences.ts'

type Value = Extract<Printed, { state: 'value' }>

/** A printed mean laid beside the lines it is of, in one crossing. */
interface Beside {
  readonly mean: Line
  readonly crossing: Line
  readonly printed: Value
  readonly range: Interval
  readonly lowest: { readonly line: Line; readonly cell: Value }
  readonly highest: { readonly line: Line; readonly cell: Value }
  readonly beyond: boolean
}

/** Null where a number is missing, or they are in several units. */
const beside = (axis: Axis, mean: Line, parts: readonly Line[], crossing: Line): Beside | null => {
  const printed = axis.at(mean, crossing)
  const cells = parts.flatMap((line) => {
    const cell = axis.at(line, crossing)
    return cell.state === 'value' ? [{ line, cell }] : []
  })
  if (printed.state !== 'value' || parts.length < 2 || cells.length < parts.length) return null
  if (cells.some(({ cell }) => cell.unit.dimension !== printed.unit.dimension)) return null
  const sorted = cells.toSorted((a, b) => a.cell.value.mid - b.cell.value.mid)
  const [lowest, highest] = [sorted[0] as (typeof sorted)[0], sorted.at(-1) as (typeof sorted)[0]]
  const range = {
    low: lowest.cell.value.low,
    high: highest.cell.value.high,
    mid: printed.value.mid > highest.cell.value.mid ? highest.cell.value.mid : lowest.cell.value.mid,
  }
  // Amounts per head of one population add up to the whole's.
  const beyond = apart(printed.value, range) && apart(printed.value, sumOf(sorted.map(({ cell }) => cell.value)))
  return { mean, crossing, printed, range, lowest, highest, beyond }
}

const draftOf = (axis: Axis, { mean, crossing, printed, range, lowest, highest }: Beside): Draft => {
  const places = [mean, lowest.line, highest.line].map((line) => axisPlace(axis, line, crossing))
  const shown = toldPrinted(printed)
  return {
    rule: 'rate',
    sureness: 'ask',
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    printed: shown,
    computed: told(range.mid, printed.unit, printed.decimals),
    difference: differenceIn(printed.value, range, printed.unit),
    unit: printed.unit.text,
    text: sentences.rate(lineName(mean), lineName(crossing), shown.text, toldPrinted(lowest.cell).text, toldPrinted(highest.cell).text),
    root: null,
  }
}

/** Rows that are parts, and have rates of their own. */
const rateLines = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => line.hasCells && !['total', 'subtotal', 'of-which', 'text', 'info', 'net', 'change', 'rate'].includes(line.role))

/** Means and rates have no sum, but the total of a column of stated rates lies between its rows. */
export const ratesOf = (grid: Grid, ofRows: ReadonlySet<Line>): readonly Draft[] => {
  const [rows] = axesOf(grid)
  return families(rows).flatMap((family) => {
    const total = family.findLast((line) => line.role === 'total' && line.hasCells)
    if (!total) return []
    return grid.columns
      .filter((column) => column.role === 'rate' && !ofRows.has(column))
      .flatMap((column) => beside(rows, total, rateLines(family), column) ?? [])
      .filter(({ beyond }) => beyond)
      .map((it) => draftOf(rows, it))
  })
}

const ofLines = /^(i )?(genomsnitt(et)?|snitt(et)?|medel(värde|talet|tal)?|average|mean)$/i
/** What may stand below a mean of the same lines. */
const besideMean = /^(median(en)?|medianvärde|min(imum)?|max(imum)?|högsta?( värde)?|lägsta?( värde)?|riket|länet)$/i
const women = /^(kvinnor|flickor|tjejer|women|girls)$/i
const men = /^(män|pojkar|killar|men|boys)$/i

/** A mean that no role states, by its words, and the lines it must lie among: the rows above 'Genomsnitt', women and men beside all. */
const unsaid = (axis: Axis, family: readonly Line[]): { readonly mean: Line; readonly parts: readonly Line[]; readonly rates: boolean } | null => {
  const last = family.findLast((line) => line.hasCells && !besideMean.test(line.label.trim()))
  if (axis.way === 'rows' && last && last.role !== 'rate' && ofLines.test(last.label.trim())) {
    const parts = rateLines(family.slice(0, family.indexOf(last)))
    return parts.length > 2 ? { mean: last, parts, rates: false } : null
  }
  const sexes = [women, men].flatMap((word) => family.find((line) => word.test(line.label.trim())) ?? [])
  const total = family.find((line) => line.role === 'total' && line.hasCells)
  return sexes.length === 2 && total ? { mean: total, parts: sexes, rates: true } : null
}

/** Means that are only read from words: asked about where they lie beyond their lines, and others of the table lie among theirs. */
export const meansOf = (grid: Grid): readonly Draft[] =>
  axesOf(grid).flatMap((axis) =>
    families(axis).flatMap((family) => {
      const read = unsaid(axis, family)
      if (!read) return []
      const { mean, parts, rates } = read
      const isRated = ({ crossing, printed }: Beside): boolean => !printed.unit.additive || isMean(grid.table.title) || isRate(crossing.label)
      const all = axis.crossings
        .filter(({ role }) => role === 'open')
        .flatMap((crossing) => beside(axis, mean, parts, crossing) ?? [])
        .filter((it) => !rates || isRated(it))
      const beyond = all.filter((it) => it.beyond)
      return beyond.length > 0 && beyond.length < all.length && all.length >= 2 * beyond.length ? beyond.map((it) => draftOf(axis, it)) : []
    }),
  )
