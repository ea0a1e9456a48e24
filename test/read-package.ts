// A loader of the package as somebody else would write it: from docs/exchange.md and the schema files alone, without a line of ours.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

interface Schema {
  readonly title: string
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly pattern?: string }>>
  readonly required: readonly string[]
  readonly 'x-primary-key': readonly string[]
  readonly 'x-constraints': readonly string[]
}
type Row = Readonly<Record<string, unknown>>
interface Reference {
  readonly columns: readonly string[]
  readonly table: string
  readonly of: readonly string[]
}

/** What was found: rows by table, how many references were followed, and everything that is not as the schema says. */
export interface Found {
  readonly rows: Readonly<Record<string, number>>
  readonly references: number
  readonly wrong: readonly string[]
}

const fits = (value: unknown, { type, pattern }: { type?: string; pattern?: string }): boolean => {
  if (type === undefined) return true
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  return typeof value === type && (pattern === undefined || new RegExp(pattern, 'u').test(String(value)))
}

const names = (list: string): readonly string[] => list.split(',').map((name) => name.trim().replaceAll('"', ''))
const referencesOf = (schema: Schema): readonly Reference[] =>
  schema['x-constraints'].flatMap((text) => {
    const [, columns, table, of] = /^FOREIGN KEY \(([^)]+)\) REFERENCES (\S+?)\(([^)]+)\)/.exec(text) ?? []
    return columns && table && of ? [{ columns: names(columns), table: table.includes('.') ? table : `public.${table}`, of: names(of) }] : []
  })
/** The lines of a file: ended by LF and by nothing else, since a text may hold the other line ends of Unicode. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let held = ''
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = `${held}${String(piece)}`.split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  if (held !== '') yield held
}

const keyOf = (row: Row, columns: readonly string[]): string => JSON.stringify(columns.map((column) => row[column] ?? null))

/** Reads the package in `folder` into memory, follows every reference, and lays the pieces of files end to end. */
export const readPackage = async (folder: string): Promise<Found> => {
  const schemas = readdirSync(path.join(folder, 'schema')).map((file) => JSON.parse(readFileSync(path.join(folder, 'schema', file), 'utf8')) as Schema)
  const tables = new Map<string, Row[]>()
  const wrong: string[] = []
  for (const schema of schemas) {
    const rows: Row[] = []
    for await (const line of linesOf(path.join(folder, 'tables', `${schema.title}.jsonl`))) {
      const row = JSON.parse(line) as Row
      const place = `${schema.title} ${rows.push(row)}`
      for (const column of schema.required) if (!Object.hasOwn(row, column)) wrong.push(`${place}: ${column} is missing`)
      for (const [column, value] of Object.entries(row))
        if (!schema.properties[column] || !fits(value, schema.properties[column])) wrong.push(`${place}: ${column}`)
    }
    tables.set(schema.title, rows)
    const key = schema['x-primary-key']
    if (key.length > 0 && new Set(rows.map((row) => keyOf(row, key))).size < rows.length) wrong.push(`${schema.title}: a key stands twice`)
  }
  let references = 0
  for (const schema of schemas)
    for (const { columns, table, of } of referencesOf(schema)) {
      const there = new Set((tables.get(table) ?? []).map((row) => keyOf(row, of)))
      for (const row of tables.get(schema.title) ?? []) {
        if (columns.some((column) => row[column] === undefined)) continue
        references++
        if (!there.has(keyOf(row, columns))) wrong.push(`${schema.title}: ${columns.join()} leads nowhere in ${table}`)
      }
    }
  for (const [file, pieces] of Map.groupBy(tables.get('public.file_chunk') ?? [], (row) => String(row['sha256'])))
    if (statSync(path.join(folder, 'files', file)).size !== pieces.reduce((sum, piece) => sum + Number(piece['bytes']), 0)) wrong.push(`files/${file}: size`)
  return { rows: Object.fromEntries([...tables].map(([name, rows]) => [name, rows.length])), references, wrong }
}
