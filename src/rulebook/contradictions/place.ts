import { formatNumber } from '../../kernel/number.ts'
import type { Text } from '../../kernel/text.ts'
import type { Place, Told } from './finding.ts'
import type { Axis, Grid, Line } from './grid.ts'
import type { Interval } from './interval.ts'
import { slack } from './interval.ts'
import type { Printed } from './printed.ts'
import type { Unit } from './unit.ts'

/** The name of a line with the headings it stands under. */
export const lineName = (line: Line): string => line.path.join(' / ')

/** Where a cell of a table stands. */
export const cellPlace = (grid: Grid, row: Line, column: Line): Place => ({
  document: grid.document.id,
  table: grid.table.id ?? grid.table.title,
  row: lineName(grid.turned ? column : row),
  column: lineName(grid.turned ? row : column),
  ...(grid.table.place ? { place: grid.table.place } : {}),
  printed: grid.cell(row, column).text,
})

/** The one key of a cell. */
export const cellKey = (grid: Grid, row: Line, column: Line): string =>
  grid.turned ? `${grid.key}:${column.at}:${row.at}` : `${grid.key}:${row.at}:${column.at}`

/** Place and key of a cell seen along an axis. */
export const axisPlace = (axis: Axis, line: Line, crossing: Line): { place: Place; key: string } => {
  const [row, column] = axis.way === 'rows' ? [line, crossing] : [crossing, line]
  return { place: cellPlace(axis.grid, row, column), key: cellKey(axis.grid, row, column) }
}

const unitWords = (unit: Unit): string => (unit.text === '' || unit.text.length > 24 ? '' : `\u00a0${unit.text.trim()}`)

/** The decimals that show a value without more than it has: at least `decimals`, at most two more. */
const decimalsFor = (value: number, decimals: number): number => {
  for (const more of [0, 1, 2]) if (Math.abs(Number(value.toFixed(decimals + more)) - value) < 1e-7 * Math.max(1, Math.abs(value))) return decimals + more
  return decimals + 1
}

/** A number of the base shown in a printed unit. */
export const told = (value: number, unit: Unit, decimals: number): Told => {
  const shown = value / unit.factor
  const places = Math.min(decimalsFor(shown, decimals), 6)
  return {
    text: { sv: `${formatNumber(shown, places, 'sv')}${unitWords(unit)}`, en: `${formatNumber(shown, places, 'en')}${unitWords(unit)}` },
    value: Number(shown.toFixed(places)),
  }
}

/** What stands printed, with its unit; as printed in both languages. */
export const toldPrinted = (printed: Extract<Printed, { state: 'value' }>): Told => {
  const bare = printed.text.trim()
  const words = /[a-zåäö%]\.?$/i.test(bare) ? bare : `${bare}${unitWords(printed.unit)}`
  return { text: { sv: words, en: words }, value: Number((printed.value.mid / printed.unit.factor).toFixed(8)) }
}

/** printed − computed, in the printed unit. */
export const differenceIn = (printed: Interval, computed: Interval, unit: Unit): number =>
  Number(((printed.mid - computed.mid) / unit.factor).toFixed(unit.additive ? 6 : 2))

/** The root of a finding: how large the difference is in the base, and how much of it may be rounding. */
export const rootOf = (printed: Interval, computed: Interval, unit: Unit): { dimension: string; size: number; room: number } => ({
  dimension: unit.dimension,
  size: printed.mid - computed.mid,
  room: slack(printed) + slack(computed),
})

/** The absolute difference in words. */
export const gapWords = (difference: number, unit: Unit, decimals: number): Text => told(Math.abs(difference) * unit.factor, unit, decimals).text
