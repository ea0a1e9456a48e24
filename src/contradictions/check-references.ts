import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { DocumentInput, LineInput, Material, Pointer, PointerOne, RowInput, TableInput } from '../rulebook/contradictions/material.ts'
import { words } from './words.ts'

const refusal = (field: string, why: Text): Refusal => ({
  code: 'check.reference',
  field,
  text: { sv: words.badShape(field, why.sv).sv, en: words.badShape(field, why.en).en },
})

const flatRows = (rows: readonly RowInput[], at: string): readonly { readonly row: RowInput; readonly at: string }[] =>
  rows.flatMap((row, i) => [{ row, at: `${at}[${i}]` }, ...flatRows(row.rows ?? [], `${at}[${i}].rows`)])

const cellsOf = ({ columns }: TableInput, row: RowInput, at: string): readonly Refusal[] => {
  if (row.cells === undefined) return []
  if (Array.isArray(row.cells)) return row.cells.length === columns.length ? [] : [refusal(`${at}.cells`, words.cells(row.cells.length, columns.length))]
  const known = new Set(columns.flatMap(({ id, label }) => [id, label]))
  return Object.keys(row.cells).flatMap((name) => (known.has(name) ? [] : [refusal(`${at}.cells`, words.noColumn(name))]))
}

const namesOf = (line: LineInput): readonly { readonly field: string; readonly name: string }[] => [
  ...(line.of ?? []).map((name, i) => ({ field: `of[${i}]`, name })),
  ...(line.base === undefined ? [] : [{ field: 'base', name: line.base }]),
  ...(line.to === undefined ? [] : [{ field: 'to', name: line.to }]),
]

const ofTable = (table: TableInput, at: string): readonly Refusal[] => {
  const rows = flatRows(table.rows, `${at}.rows`)
  const lines = [
    ...table.columns.map((column, i) => ({ line: column, at: `${at}.columns[${i}]` })),
    ...rows.map((it) => ({ line: it.row as LineInput, at: it.at })),
  ]
  const known = new Set(lines.flatMap(({ line }) => [line.id, line.label]))
  return [
    ...rows.flatMap((it) => cellsOf(table, it.row, it.at)),
    ...lines.flatMap((it) => namesOf(it.line).flatMap(({ field, name }) => (known.has(name) ? [] : [refusal(`${it.at}.${field}`, words.noLine(name))]))),
  ]
}

const pointersIn = (pointer: Pointer | undefined, at: string): readonly { readonly one: PointerOne; readonly at: string }[] =>
  pointer === undefined
    ? []
    : Array.isArray(pointer)
      ? (pointer as readonly PointerOne[]).map((one, i) => ({ one, at: `${at}[${i}]` }))
      : [{ one: pointer as PointerOne, at }]

const ofDocument = (document: DocumentInput, at: string, tables: ReadonlyMap<string, TableInput>, documents: ReadonlySet<string>): readonly Refusal[] => {
  const table = (id: string, field: string): readonly Refusal[] => (tables.has(id) ? [] : [refusal(field, words.noTable(id))])
  const linked = [
    ...(document.encloses ?? []).map((it, i) => ({ id: typeof it === 'string' ? it : it.document, field: `${at}.encloses[${i}]` })),
    ...(document.answers ?? []).map((id, i) => ({ id, field: `${at}.answers[${i}]` })),
  ]
  const pointers = (document.statements ?? []).flatMap((statement, i) =>
    (['from', 'to', 'part', 'whole', 'a', 'b', 'of'] as const).flatMap((name) => pointersIn(statement[name], `${at}.statements[${i}].${name}`)),
  )
  return [
    ...linked.flatMap(({ id, field }) => (documents.has(id) ? [] : [refusal(field, words.noDocument(id))])),
    ...(document.tables ?? []).flatMap((it, i) => {
      const here = `${at}.tables[${i}]`
      const details = [it.summarises ?? []].flat().map((id) => ({ id, field: `${here}.summarises` }))
      const rows = flatRows(it.rows, `${here}.rows`).flatMap(({ row, at: field }) =>
        row.detail === undefined ? [] : [{ id: row.detail, field: `${field}.detail` }],
      )
      return [...ofTable(it, here), ...[...details, ...rows].flatMap(({ id, field }) => table(id, field))]
    }),
    ...pointers.flatMap(({ one, at: field }) => (typeof one === 'object' && 'table' in one ? ofCell(one, field, tables) : [])),
  ]
}

interface Known {
  readonly rows: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
}

/** The ids and labels of a table's lines, gathered once however many statements point into it. */
const knownIn = new WeakMap<TableInput, Known>()
const namesIn = (table: TableInput): Known => {
  const before = knownIn.get(table)
  if (before) return before
  const names = (lines: readonly LineInput[]): ReadonlySet<string> => new Set(lines.flatMap(({ id, label }) => (id === undefined ? [label] : [id, label])))
  const known = { rows: names(flatRows(table.rows, '').map(({ row }) => row)), columns: names(table.columns) }
  knownIn.set(table, known)
  return known
}

const ofCell = (one: Extract<PointerOne, { readonly table: string }>, field: string, tables: ReadonlyMap<string, TableInput>): readonly Refusal[] => {
  const table = tables.get(one.table)
  if (!table) return [refusal(field, words.noTable(one.table))]
  const { rows, columns } = namesIn(table)
  return [
    ...(rows.has(one.row) ? [] : [refusal(`${field}.row`, words.noLine(one.row))]),
    ...(columns.has(one.column) ? [] : [refusal(`${field}.column`, words.noLine(one.column))]),
  ]
}

/** Ids that stand for two things of one kind, each at its second place. */
const twiceIn = (ids: readonly (string | undefined)[], at: (i: number) => string): readonly Refusal[] => {
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    if (id === undefined) return []
    if (seen.has(id)) return [refusal(at(i), words.sameId(id))]
    seen.add(id)
    return []
  })
}

/** Columns, and rows under one heading, are told apart by their ids. */
const twiceInRows = (rows: readonly RowInput[], at: string): readonly Refusal[] => [
  ...twiceIn(
    rows.map(({ id }) => id),
    (i) => `${at}[${i}].id`,
  ),
  ...rows.flatMap((row, i) => (row.rows ? twiceInRows(row.rows, `${at}[${i}].rows`) : [])),
]

const twiceInTables = (tables: readonly TableInput[], at: string): readonly Refusal[] => [
  ...twiceIn(
    tables.map(({ id }) => id),
    (i) => `${at}[${i}].id`,
  ),
  ...tables.flatMap(({ columns, rows }, i) => [
    ...twiceIn(
      columns.map(({ id }) => id),
      (j) => `${at}[${i}].columns[${j}].id`,
    ),
    ...twiceInRows(rows, `${at}[${i}].rows`),
  ]),
]

/** Ids and labels that point at nothing, rows with the wrong number of cells, documents with one id. */
export const wrongReferences = ({ documents }: Material): readonly Refusal[] => {
  const tables = new Map(
    documents.flatMap((document) => (document.tables ?? []).flatMap((table) => (table.id === undefined ? [] : [[table.id, table] as const]))),
  )
  const ids = new Set(documents.map(({ id }) => id))
  const twice = [
    ...twiceIn(
      documents.map(({ id }) => id),
      (i) => `documents[${i}].id`,
    ),
    ...documents.flatMap((document, i) => twiceInTables(document.tables ?? [], `documents[${i}].tables`)),
  ]
  return [...twice, ...documents.flatMap((document, at) => ofDocument(document, `documents[${at}]`, tables, ids))].slice(0, 50)
}
