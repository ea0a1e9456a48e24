import type { Draft, Found, Sureness } from './finding.ts'
import { type Axis, axesOf, families, type Grid, type Line } from './grid.ts'
import { apart, exactly, sumOf } from './interval.ts'
import { axisPlace, differenceIn, lineName, told, toldPrinted } from './place.ts'
import type { Printed } from './printed.ts'
import { sentences } from './sentences.ts'
import { meansOf, ratesOf } from './rates-among.ts'
import { shareReadings, sharesInRows } from './share-of-rule.ts'
import { readUnit } from './unit.ts'

type Value = Extract<Printed, { state: 'value' }>

/** The shares of one whole, in order. `off` is how far from 100 rounding cannot reach. */
interface Whole {
  readonly axis: Axis
  readonly crossing: Line
  readonly shares: readonly { readonly line: Line; readonly cell: Value }[]
  readonly sum: number
  readonly miss: boolean
}

const percent = readUnit('%')
const isShare = (cell: Printed): boolean => cell.state === 'value' && (cell.unit.dimension === '%' || cell.unit.dimension === '')
const several = /flera (svar|alternativ|val)|multiple (answers|choices)/i

/** One whole: the lines' shares in a crossing. Null where a share is missing or too few stand there. */
const wholeOf = (axis: Axis, lines: readonly Line[], crossing: Line): Whole | null => {
  const shares = lines.map((line) => ({ line, cell: axis.at(line, crossing) }))
  if (shares.length < 2 || !shares.every(({ cell }) => isShare(cell))) return null
  const values = shares.map(({ line, cell }) => ({ line, cell: cell as Value }))
  const sum = sumOf(values.map(({ cell }) => cell.value))
  if (sum.mid === 0) return null
  // Shares printed as 0,25 rather than 25 %.
  const all = sum.mid < 2 && values.every(({ cell }) => cell.value.mid <= 1) ? 1 : 100
  // Two or three breakdowns of one whole under each other make two or three hundred.
  const times = shares.length >= 4 ? [1, 2, 3] : [1]
  return { axis, crossing, shares: values, sum: (sum.mid * 100) / all, miss: times.every((n) => apart(sum, exactly(n * all))) }
}

const partLines = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => line.hasCells && !['total', 'subtotal', 'of-which', 'text', 'info', 'net', 'change', 'rate'].includes(line.role))

/** Down the column: the rows are shares of the column's whole. */
const down = (grid: Grid, column: Line): readonly (Whole | null)[] => {
  const [rows] = axesOf(grid)
  return families(rows).map((family) => wholeOf(rows, partLines(family), column))
}

/** Along the row: share columns of one group are shares of the row's whole. */
const along = (grid: Grid, columns: readonly Line[]): readonly (Whole | null)[] => {
  const [, axis] = axesOf(grid)
  return axis.crossings.filter((row) => row.role !== 'text' && row.role !== 'info').map((row) => wholeOf(axis, columns, row))
}

/** The share of the total itself is the whole of them, or what they make as they are printed. */
const totalOf = (whole: Whole): readonly Draft[] => {
  const { axis, crossing, shares, sum } = whole
  const [first] = shares
  const total = axis.lines.findLast((line) => line.role === 'total' && line.hasCells && line.family === first?.line.family)
  const cell = total && axis.at(total, crossing)
  if (!total || whole.miss || cell?.state !== 'value' || cell.unit.dimension !== '%' || sum < 50) return []
  const made = sumOf(shares.map(({ cell: share }) => share.value))
  if (!apart(cell.value, exactly(100)) || !apart(cell.value, made)) return []
  const places = [total, ...shares.map(({ line }) => line)].map((line) => axisPlace(axis, line, crossing))
  const [shown, real] = [toldPrinted(cell), told(100, percent, 0)]
  return [
    {
      rule: 'share',
      sureness: 'error',
      cells: places.map(({ place }) => place),
      keys: places.map(({ key }) => key),
      printed: shown,
      computed: real,
      difference: differenceIn(cell.value, exactly(100), percent),
      unit: '%',
      text: sentences.sharesTotal(lineName(total), lineName(crossing), shown.text),
      root: null,
    },
  ]
}

const judged = (wholes: readonly (Whole | null)[]): readonly Whole[] => wholes.filter((it) => it !== null)

const draftOf = ({ axis, crossing, shares, sum }: Whole, stated: boolean, bornOut: boolean): Draft => {
  const far = Math.abs(sum - 100) > 15
  const places = shares.map(({ line }) => axisPlace(axis, line, crossing))
  const sureness: Sureness = far && !bornOut ? 'ask' : stated || bornOut ? 'error' : 'contradiction'
  const decimals = shares.reduce((most, { cell }) => Math.max(most, cell.decimals), 0)
  const computed = told(sum, percent, decimals)
  return {
    rule: 'share',
    sureness,
    cells: places.map(({ place }) => place),
    keys: places.map(({ key }) => key),
    printed: told(100, percent, 0),
    computed,
    difference: Number((100 - sum).toFixed(6)),
    unit: '%',
    text: sentences.shares(shares.length, lineName(crossing), computed.text, sureness === 'ask'),
    root: { dimension: '%', size: 100 - sum, room: shares.length * 0.5 },
  }
}

/** Which way the shares make wholes: the way that is stated, else the way that more wholes bear out. */
const wholesOf = (grid: Grid, ofRows: ReadonlySet<Line>): readonly Draft[] => {
  if (grid.table.exclusive === false || several.test(grid.table.title)) return []
  const columns = grid.columns.filter((line) => line.role === 'share' && !ofRows.has(line))
  const rowWise = grid.rows.filter((line) => line.role === 'share')
  const report = (wholes: readonly Whole[], stated: boolean): readonly Draft[] => {
    const fits = wholes.filter(({ miss }) => !miss).length
    return [...wholes.filter(({ miss }) => miss).map((whole) => draftOf(whole, stated, fits > 0)), ...wholes.flatMap(totalOf)]
  }
  const groups = [...Map.groupBy(columns, (line) => line.family).values()]
  const found = groups.flatMap((group) => {
    const wantDown = group.filter((line) => line.input.whole === 'column')
    const wantAlong = group.filter((line) => line.input.whole === 'row')
    const open = group.filter((line) => line.input.whole === undefined && line.input.of === undefined)
    const bySum = judged(open.flatMap((column) => down(grid, column)))
    const byRow = open.length > 1 ? judged(along(grid, open)) : []
    const fits = (wholes: readonly Whole[]): number => wholes.filter(({ miss }) => !miss).length / Math.max(1, wholes.length)
    const near = (wholes: readonly Whole[]): number => wholes.reduce((all, { sum }) => all + Math.abs(sum - 100), 0) / Math.max(1, wholes.length)
    const chosen =
      byRow.length === 0 ? bySum : bySum.length === 0 || fits(byRow) > fits(bySum) || (fits(byRow) === fits(bySum) && near(byRow) < near(bySum)) ? byRow : bySum
    return [
      ...report(judged(wantDown.flatMap((column) => down(grid, column))), true),
      ...report(judged(along(grid, wantAlong)), true),
      // Hardly any near 100: each line's own share, not shares of one whole.
      ...(fits(chosen) === 0 && near(chosen) > (chosen.length > 1 ? 15 : 40) ? [] : report(chosen, false)),
    ]
  })
  const [axis] = axesOf(grid)
  const rowsMake =
    rowWise.length > 1 ? judged(axis.crossings.filter((column) => !column.mean || column.role === 'share').map((column) => wholeOf(axis, rowWise, column))) : []
  return [
    ...found,
    ...(columns.length === 0
      ? report(
          rowsMake,
          rowWise.every((line) => line.input.whole === 'column'),
        )
      : []),
  ]
}

/** Columns of per cent that nobody calls shares are shares of their row where nearly every row makes 100. */
const unsaid = (grid: Grid): readonly Draft[] => {
  if (grid.columns.some(({ role }) => role === 'share') || grid.table.exclusive === false || several.test(grid.table.title)) return []
  const open = grid.columns.filter((line) => line.role === 'open' && line.input.period === undefined)
  const rows = open.length > 1 ? judged(along(grid, open)).filter(({ shares }) => shares.every(({ cell }) => cell.unit.dimension === '%')) : []
  const misses = rows.filter(({ miss }) => miss)
  return misses.length > 0 && rows.length - misses.length >= 3 * misses.length
    ? misses.map((whole) => ({ ...draftOf(whole, false, true), sureness: 'contradiction' }))
    : []
}

const asked = /^(vet (ej|inte)|ingen uppgift|ej svar|inget svar|annat|övrigt|övriga|varken|inte alls|aldrig|mycket |ganska |nej|ja)(?![a-zåäö])/i
const headed = /(^|[^a-zåäö])(andel(en)?|procent|fördelning)(?![a-zåäö])|^%$/i

/** Shares down a column that nobody calls so: under a printed whole of 100 per cent, or where the other columns make 100 and this one does not. */
const unsaidDown = (grid: Grid): readonly Draft[] => {
  if (grid.columns.some(({ role }) => role === 'share') || grid.table.exclusive === false || several.test(grid.table.title)) return []
  const [rows] = axesOf(grid)
  return families(rows).flatMap((family) => {
    const total = family.findLast((line) => line.role === 'total' && line.hasCells)
    const parts = partLines(family)
    const wholes = judged(grid.columns.filter(({ role }) => role === 'open' || role === 'rate').map((column) => wholeOf(rows, parts, column))).filter(
      ({ shares }) => shares.length > 2 && shares.every(({ cell }) => cell.unit.dimension === '%' && cell.value.mid >= 0),
    )
    const isHundred = (crossing: Line): boolean => {
      const cell = total ? rows.at(total, crossing) : undefined
      return cell?.state === 'value' && cell.unit.dimension === '%' && cell.value.mid === 100
    }
    const isWhole = ({ crossing }: Whole): boolean => headed.test(crossing.label) && isHundred(crossing)
    const misses = wholes.filter(({ miss }) => miss)
    const allWhole = wholes.length > 1 && wholes.every(({ crossing }) => isHundred(crossing))
    if (total)
      return misses.filter((it) => (allWhole || isWhole(it)) && it.shares.every(({ cell }) => cell.value.mid !== 100)).map((it) => draftOf(it, false, false))
    const fits = wholes.length - misses.length
    const borne = misses.length > 0 && fits >= 2 * misses.length
    const hinted = misses.length === 1 && fits > 0 && parts.some(({ label }) => asked.test(label.trim()))
    const sureness = fits >= 3 * misses.length ? 'contradiction' : 'ask'
    return borne || hinted ? misses.map((whole) => ({ ...draftOf(whole, false, sureness !== 'ask'), sureness })) : []
  })
}

/** Shares that are not 100 within honest rounding, shares that are not their part of the whole, and rates beyond their rows. */
export const shareRule = (grid: Grid): Found => {
  const read = shareReadings(grid)
  const ofRows = new Set(read.flatMap(({ share, along }) => (along ? [share] : [])))
  return {
    findings: [
      ...wholesOf(grid, ofRows),
      ...unsaid(grid),
      ...unsaidDown(grid),
      ...read.flatMap(({ drafts }) => drafts),
      ...sharesInRows(grid),
      ...ratesOf(grid, ofRows),
      ...meansOf(grid),
    ],
    notes: [],
  }
}
