import type { AnyDefinition } from '../../registers/define.ts'
import { type Problem, problemAt } from '../import/problem.ts'
import { besideHeads, readHeads } from '../import/read-heads.ts'
import { cellName, cellText, emptyCell, type ReadCell, type ReadTable } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import { columnsOf, type RegisterColumn } from './columns.ts'
import { changeOf, type RowConflict, type RowWrite } from './change-row.ts'
import { createFromRow, type RowMade } from './create-row.ts'
import type { Standing } from './load-rows.ts'
import type { Reading, Row, RowDone } from './row.ts'

/** A register's file as its rows; with any problem about heads or the file as a whole, no rows. */
export interface ReadRows {
  readonly columns: readonly RegisterColumn[]
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

/** Reads a table as a list of this register: which column is which, and rows whose cells are asked for by column. Asks no store. */
export const readRows = (definition: AnyDefinition, table: ReadTable): ReadRows => {
  const columns = columnsOf(definition, { restated: true })
  const { places, problems: heads } = readHeads(columns, table)
  const missing = columns.filter((c) => ['key', 'seen'].includes(c.kind) && !places.has(c.id))
  const problems: Problem[] = [
    ...(table.holds !== null && table.holds !== `register/${definition.path}`
      ? [problemAt('', undefined, { code: 'import.other', text: words.holdsOther(table.holds.slice(0, 80)) })]
      : []),
    ...heads,
    ...missing.map((c) => problemAt('', undefined, { code: 'import.column_missing', text: words.columnMissing(c.head) })),
    ...besideHeads(table),
  ]
  if (problems.length > 0) return { columns, rows: [], problems }
  const at = (id: string): number => places.get(id)?.at ?? -1
  const rows = table.rows.map(({ no, cells }): Row => {
    const cell = (id: string): ReadCell => cells[at(id)] ?? emptyCell
    return {
      no,
      id: cellText(cell('_id')).toLowerCase(),
      cell,
      name: (id) => cellName(Math.max(0, at(id)), no),
      has: (id) => places.has(id),
      unit: (id) => places.get(id)?.unit ?? null,
    }
  })
  return { columns, rows, problems }
}

/**
 * Reads a row against what stands: what it would change or make, that it changes nothing, or what is wrong with it. Asks no store.
 * `firstAt` remembers the rows that were read before it, since one id may stand only once in a file.
 */
export const readRow = (reading: Reading, row: Row, standing: Standing, firstAt: Map<string, number>): RowDone | RowWrite | RowMade | RowConflict => {
  if (row.id === '') return createFromRow(reading, row)
  const twice = firstAt.get(row.id)
  firstAt.set(row.id, row.no)
  if (twice !== undefined) return { row: null, problems: [problemAt(row.name('_id'), row.cell('_id'), { code: 'import.twice', text: words.twiceId(twice) })] }
  return changeOf(reading, row, standing)
}
