import { roles } from '../rulebook/contradictions/material.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data)

/** An empty field says no more than a field left out. Cells, values and totals keep theirs: there null is a missing number. */
const keepsNull = new Set(['cells', 'value', 'total'])
const withoutNulls = (data: Fields): Fields => Object.fromEntries(Object.entries(data).filter(([name, value]) => value !== null || keepsNull.has(name)))

const wordsFor: Readonly<Record<string, (typeof roles)[number]>> = {
  del: 'part',
  summa: 'total',
  sum: 'total',
  delsumma: 'subtotal',
  intäkt: 'income',
  kostnad: 'cost',
  netto: 'net',
  förändring: 'change',
  avvikelse: 'change',
  andel: 'share',
  varav: 'of-which',
  antal: 'count',
  värde: 'value',
  rubrik: 'info',
  header: 'info',
  heading: 'info',
}
const roleOf = (role: unknown): unknown => {
  if (typeof role !== 'string') return role
  const name = role
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return (roles as readonly string[]).includes(name) ? name : (wordsFor[name.replaceAll('-', '')] ?? role)
}

const text = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

/** Labels and ids may be numbers (a year), a label may be left out where there is an id, and roles are read whatever their case. */
const lineOf = (data: unknown): unknown => {
  if (typeof data === 'string' || typeof data === 'number') return { label: String(data) }
  if (!isFields(data)) return data
  const line = withoutNulls(data)
  const id = text(line['id'])
  const label = text(line['label'] ?? id)
  return {
    ...line,
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(line['role'] === undefined ? {} : { role: roleOf(line['role']) }),
    ...(typeof line['of'] === 'string' ? { of: [line['of']] } : {}),
  }
}

/** A cell may be written { "value", "unit" }. */
const cellOf = (cell: unknown): unknown => {
  if (!isFields(cell)) return cell
  const { value, unit } = cell
  if (typeof value !== 'number' && typeof value !== 'string') return value === null ? null : cell
  return typeof unit === 'string' && unit !== '' ? `${typeof value === 'number' ? String(value).replace('.', ',') : value} ${unit}` : value
}

const rowOf = (data: unknown): unknown => {
  const row = Array.isArray(data) ? { label: data[0], cells: data.slice(1) } : data
  const line = lineOf(row)
  if (!isFields(line)) return line
  const { cells, rows } = line
  return {
    ...line,
    ...(Array.isArray(cells)
      ? { cells: cells.map(cellOf) }
      : isFields(cells)
        ? { cells: Object.fromEntries(Object.entries(cells).map(([k, v]) => [k, cellOf(v)])) }
        : {}),
    ...(Array.isArray(rows) ? { rows: rows.map(rowOf) } : {}),
  }
}

const rowsWithin = (rows: readonly unknown[]): readonly Fields[] =>
  rows.filter(isFields).flatMap((row) => [row, ...(Array.isArray(row['rows']) ? rowsWithin(row['rows']) : [])])

/** A first column that only heads the labels has no cell of its own in any row. */
const labelColumn = (columns: readonly unknown[], rows: readonly unknown[]): boolean => {
  const lengths = rowsWithin(rows).flatMap(({ cells }) => (Array.isArray(cells) && cells.length > 0 ? [cells.length] : []))
  return columns.length > 1 && lengths.length > 0 && lengths.every((length) => length === columns.length - 1)
}

const tableOf = (data: unknown, at: number): unknown => {
  if (!isFields(data)) return data
  const table = withoutNulls(data)
  const columns = Array.isArray(table['columns']) ? table['columns'].map(lineOf) : table['columns']
  const rows = Array.isArray(table['rows']) ? table['rows'].map(rowOf) : table['rows']
  const shorter = Array.isArray(columns) && Array.isArray(rows) && labelColumn(columns, rows) ? columns.slice(1) : columns
  return { ...table, title: table['title'] ?? table['id'] ?? `Tabell ${at + 1}`, columns: shorter, rows }
}

const plain = (data: unknown): unknown => {
  if (!isFields(data)) return data
  const out = withoutNulls(data)
  return isFields(out) && 'id' in out ? { ...out, id: text(out['id']) } : out
}

const documentOf = (data: unknown, at: number): unknown => {
  if (!isFields(data)) return data
  const document = withoutNulls(data)
  const each = (name: string, of: (data: unknown, at: number) => unknown): Fields =>
    Array.isArray(document[name]) ? { [name]: (document[name] as unknown[]).map(of) } : {}
  return {
    ...document,
    id: text(document['id']) ?? `dokument ${at + 1}`,
    ...each('tables', tableOf),
    ...Object.assign({}, ...['statements', 'lists', 'events', 'sums'].map((name) => each(name, plain))),
    ...each('texts', (it) => (typeof it === 'string' ? { text: it } : it)),
  }
}

/** A list of documents, one document alone, or one table alone, is the same file written shorter. */
const opened = (data: unknown): unknown => {
  if (Array.isArray(data)) return { documents: data }
  if (!isFields(data) || 'documents' in data) return data
  if ('columns' in data && 'rows' in data) return { documents: [{ tables: [data] }] }
  return ['tables', 'statements', 'lists', 'events', 'sums', 'texts'].some((name) => name in data) ? { documents: [data] } : data
}

/** Writes out what a file may leave out or write shorter, so that one shape is read; what it cannot make sense of is left for the shape to refuse. */
export const writtenOut = (data: unknown): unknown => {
  const file = opened(data)
  return isFields(file) && Array.isArray(file['documents']) ? { ...withoutNulls(file), documents: file['documents'].map(documentOf) } : file
}

const deepest = 60

/** Is the file nested deeper than any table is? Walked without recursion, since that is what deep files break. */
export const tooDeep = (data: unknown): boolean => {
  let level: unknown[] = [data]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((it) =>
      typeof it === 'object' && it !== null ? Object.values(it).filter((value) => typeof value === 'object' && value !== null) : [],
    )
  }
  return false
}
