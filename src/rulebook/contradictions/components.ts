import { type Axis, axesOf, families, type Grid, type Line } from './grid.ts'
import { type Interval, sumOf } from './interval.ts'
import { beyondPeriod, kindIn, normalLabel } from './label.ts'
import { axisPlace } from './place.ts'
import type { Place } from './finding.ts'
import { firstYear, samePeriod } from './printed-period.ts'
import type { Unit } from './unit.ts'

/** What the columns of two tables have in common: a period, a kind and a version. */
export interface Slot {
  readonly name: string
  readonly change: boolean
  readonly label: string
}

/** A sum that a table has for one of its components in one slot, printed or added up here. */
export interface Amount {
  readonly value: Interval
  readonly unit: Unit
  readonly decimals: number
  readonly cells: readonly { readonly place: Place; readonly key: string }[]
}

export const components = ['income', 'cost', 'net'] as const
export type Component = (typeof components)[number]

/** The slot of a column. The heading it stands under counts, where columns are grouped by income, cost and net. */
export const slotOf = (column: Line): Slot => {
  const heading = column.role === 'income' || column.role === 'cost' || column.role === 'net' ? (column.input.group ?? column.label) : column.label
  const version = /(?:19|20)\d{2}(:\d+)/.exec(heading)?.[1] ?? ''
  const period = column.input.period !== undefined ? samePeriod(column.input.period) : String(firstYear(heading) ?? '')
  const change = column.role === 'change'
  const kind = column.input.kind ?? kindIn(heading)
  return {
    name: change
      ? `change|${normalLabel(column.input.id ?? heading)}`
      : period === '' && kind === ''
        ? `label|${normalLabel(heading)}`
        : `${period}${version}|${kind}|${beyondPeriod(heading)}`,
    change,
    label: heading,
  }
}

const add = (axis: Axis, lines: readonly Line[], column: Line): Amount | null => {
  const cells = lines.map((line) => ({ line, cell: axis.at(line, column) }))
  const values = cells.flatMap(({ cell }) => (cell.state === 'value' ? [cell] : []))
  const [some] = values
  if (!some || values.length < cells.length || values.some((cell) => cell.unit.dimension !== some.unit.dimension)) return null
  return {
    value: sumOf(values.map((cell) => cell.value)),
    unit: some.unit,
    decimals: values.reduce((most, cell) => Math.max(most, cell.decimals), 0),
    cells: lines.map((line) => axisPlace(axis, line, column)),
  }
}

/** Top rows up to and with the first net: what lies beyond (grants, result) is financed, not spent. */
const topRows = (rows: readonly Line[]): readonly Line[] => {
  const net = rows.findIndex((line) => line.role === 'net')
  return net < 0 ? rows : rows.slice(0, net + 1)
}

const ofTop = (axis: Axis, top: readonly Line[], component: Component, column: Line): Amount | null => {
  const flat = topRows(top).filter((line) => line.role === component && line.hasCells)
  if (flat.length > 0) return add(axis, flat, column)
  const total = top.findLast((line) => line.role === 'total')
  const inTotal = total?.children.find((line) => line.role === component)
  if (inTotal) return add(axis, [inTotal], column)
  const inGroups = top.filter((line) => line !== total).flatMap((line) => line.children.filter((child) => child.role === component))
  return inGroups.length > 1 ? add(axis, inGroups, column) : null
}

/** The amount of a component in a column: the printed total, else the sum of the rows. Null where the table has none, or a number is missing. */
export const componentOf = (grid: Grid, component: Component, column: Line): Amount | null => {
  const [axis] = axesOf(grid)
  const top = families(axis).find((family) => family[0]?.family === '') ?? []
  if (column.role !== component && (column.role === 'income' || column.role === 'cost' || column.role === 'net')) return null
  return column.role === component ? totalOf(grid, column) : ofTop(axis, top, component, column)
}

/** The total of a column: the printed one, else the sum of the top rows. */
export const totalOf = (grid: Grid, column: Line): Amount | null => {
  const [axis] = axesOf(grid)
  const top = families(axis).find((family) => family[0]?.family === '') ?? []
  const total = top.findLast((line) => line.role === 'total' && line.hasCells)
  if (total) return add(axis, [total], column)
  const parts = top.filter((line) => line.hasCells && (line.role === 'open' || line.role === 'part' || line.role === 'count'))
  return parts.length > 1 ? add(axis, parts, column) : null
}

/** The amount of one row. */
export const rowAmount = (grid: Grid, row: Line, column: Line): Amount | null => {
  const [axis] = axesOf(grid)
  return row.hasCells ? add(axis, [row], column) : null
}
