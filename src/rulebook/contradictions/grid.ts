import type { DocumentInput, LineInput, Role, RowInput, TableInput } from './material.ts'
import { isMean, isRate } from './label.ts'
import { type Printable, type Printed, readPrinted } from './printed.ts'
import { type GuessedRole, guessRoles } from './guess-roles.ts'
import { ballotUnit, decimalsOf, groupingOf, labelUnit, rawCell, tailUnit, titleRounding, titleUnit } from './how-printed.ts'

/** A row or a column of a table that has been read. */
export interface Line {
  readonly at: number
  readonly id: string
  readonly label: string
  /** Labels from the outermost heading to this line. */
  readonly path: readonly string[]
  readonly input: LineInput
  readonly role: Role | 'open'
  /** Was the role read from the label, since none was stated? */
  readonly guessed: boolean
  /** A guess that tells nothing until the numbers bear it out. */
  readonly loose: boolean
  /** Lines of one family are summed together: rows under one heading, columns of one group. */
  readonly family: string
  readonly children: readonly Line[]
  readonly hasCells: boolean
  /** Numbers whose parts are not added: means, shares, indexes. */
  readonly mean: boolean
}

export interface Grid {
  readonly document: DocumentInput
  readonly table: TableInput
  readonly key: string
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  cell(row: Line, column: Line): Printed
  /** Have its rows and columns changed places? Findings tell of them as they are printed. */
  readonly turned?: boolean
}

/** The table with its columns for rows. */
export const turnedGrid = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.columns,
  columns: grid.rows,
  cell: (row, column) => grid.cell(column, row),
  turned: true,
})

const notSummed: readonly (Role | 'open')[] = ['text', 'share', 'rate', 'period', 'info']
const meanLine = (input: LineInput, role: Role | 'open'): boolean =>
  notSummed.includes(role) ||
  (role === 'change' && (input.as === 'percent' || input.as === 'points')) ||
  isRate(input.label) ||
  isMean(input.definition ?? '') ||
  isMean(input.quantity ?? '')

const lineOf = (
  input: LineInput,
  at: number,
  path: readonly string[],
  family: string,
  guess: GuessedRole,
  children: readonly Line[],
  hasCells: boolean,
): Line => {
  const role = input.role ?? guess?.role ?? 'open'
  return {
    at,
    id: input.id ?? input.label,
    label: input.label,
    path,
    input,
    role,
    guessed: input.role === undefined && guess !== null,
    loose: guess !== null && !guess.firm,
    family,
    children,
    hasCells,
    mean: meanLine(input, role),
  }
}

/** A row with nothing in any cell heads the rows below it. Where the cells are null it may be a row whose numbers are not known. */
const isHeading = ({ cells, label }: RowInput): boolean => {
  if (cells === undefined) return true
  const raw: readonly Printable[] = Object.values(cells)
  const blank = raw.every((cell) => typeof cell === 'string' && cell.trim() === '')
  return blank || (raw.every((cell) => cell === null) && (label.endsWith(':') || label === label.toUpperCase()))
}

const readRows = (rows: readonly RowInput[], title: string): { lines: Line[]; inputs: RowInput[] } => {
  const lines: Line[] = []
  const inputs: RowInput[] = []
  const walk = (siblings: readonly RowInput[], path: readonly string[], family: string): Line[] => {
    const guesses = guessRoles(siblings, false, title, siblings.map(isHeading))
    return siblings.map((input, i) => {
      const at = inputs.push(input) - 1
      const own = [...path, input.label]
      const children = walk(input.rows ?? [], own, String(at))
      const line = lineOf(input, at, own, family, guesses[i] ?? null, children, !isHeading(input))
      lines[at] = line
      return line
    })
  }
  walk(rows, [], '')
  return { lines, inputs }
}

const readColumns = (columns: readonly LineInput[], title: string): Line[] => {
  const guesses = guessRoles(columns, true, title)
  return columns.map((input, at) =>
    lineOf(input, at, input.group ? [input.group, input.label] : [input.label], input.group ?? '', guesses[at] ?? null, [], true),
  )
}

/** Reads a table: its tree of rows, its groups of columns, every cell as the values it may stand for. A unit in the cell wins over the row's, the column's, the table's. */
export const readGrid = (document: DocumentInput, table: TableInput, at: number): Grid => {
  const { lines: rows, inputs } = readRows(table.rows, table.title)
  const columns = readColumns(table.columns, table.title)
  const cells: Printed[] = []
  const grouping = groupingOf(inputs)
  const bare = columns.map((column) => decimalsOf(inputs, column))
  const titled =
    table.unit ??
    titleUnit(
      table.title,
      [...table.columns, ...inputs].map(({ label }) => label),
    )
  const tails = rows.map(({ label }) => (table.unit === undefined || /(%|procent)\)?$/i.test(label) ? tailUnit(label) : undefined))
  for (const row of rows) {
    for (const column of columns) {
      const of = [row.input, column.input, table]
      const unit =
        row.input.unit ??
        (column.input.as === 'percent' ? '%' : (column.input.unit ?? labelUnit(column.label))) ??
        (row.role === 'share' || column.role === 'share' ? '%' : (tails[row.at] ?? titled ?? ballotUnit(table.title)))
      const raw = rawCell(inputs[row.at]?.cells, column)
      const counts = row.role === 'count' || column.role === 'count' || row.input.unit !== undefined
      const reading = {
        decimals: of.find((it) => it.decimals !== undefined)?.decimals ?? (typeof raw === 'number' && !counts ? bare[column.at] : undefined),
        grouping,
        rounding: of.find((it) => it.rounding !== undefined)?.rounding ?? titleRounding(table.title),
        exact: row.role === 'count' || column.role === 'count' || of.some((it) => it.exact === true),
      }
      cells.push(column.role === 'text' || row.role === 'text' ? { state: 'unread', text: '' } : readPrinted(raw, unit, reading))
    }
  }
  const key = `${document.id}/${table.id ?? `#${at}`}`
  return { document, table, key, rows, columns, cell: (row, column) => cells[row.at * columns.length + column.at] as Printed }
}

/** A table seen along its rows or along its columns: every rule of sums is the same both ways. */
export interface Axis {
  readonly grid: Grid
  readonly way: 'rows' | 'columns'
  readonly lines: readonly Line[]
  readonly crossings: readonly Line[]
  at(line: Line, crossing: Line): Printed
}

/** The two ways of seeing a table. */
export const axesOf = (grid: Grid): readonly [Axis, Axis] => [
  { grid, way: 'rows', lines: grid.rows, crossings: grid.columns, at: (line, crossing) => grid.cell(line, crossing) },
  { grid, way: 'columns', lines: grid.columns, crossings: grid.rows.filter((row) => row.hasCells), at: (line, crossing) => grid.cell(crossing, line) },
]

/** The lines of an axis by family, in order. */
export const families = (axis: Axis): readonly (readonly Line[])[] => {
  const by = new Map<string, Line[]>()
  for (const line of axis.lines) {
    const family = by.get(line.family)
    if (family) family.push(line)
    else by.set(line.family, [line])
  }
  return [...by.values()]
}

/** The line of the axis that an id or a label names: within the family first. */
export const namedLine = (axis: Axis, name: string, near?: Line): Line | undefined => {
  const fits = (line: Line): boolean => line.id === name || line.label === name
  return (near && axis.lines.find((line) => line.family === near.family && fits(line))) ?? axis.lines.find(fits)
}
