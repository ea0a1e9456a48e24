import type { ColumnOf, TableOf } from './catalogue.ts'

const text = (more: object = {}): object => ({ type: 'string', ...more })
const pattern = (p: string): object => text({ pattern: p })

const known: Readonly<Record<string, object>> = {
  uuid: text({ format: 'uuid' }),
  text: text(),
  date: text({ format: 'date' }),
  'timestamp with time zone': text({ format: 'date-time' }),
  daterange: pattern(String.raw`^(empty|[\[(].*,.*[\])])$`),
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  smallint: { type: 'integer' },
  bigint: { type: 'integer' },
  numeric: { type: 'number' },
  jsonb: {},
  bytea: pattern(String.raw`^\\x([0-9a-f]{2})*$`),
}

const shapeOf = ({ type }: ColumnOf): object =>
  type.endsWith('[]') ? { type: 'array', items: known[type.slice(0, -2)] ?? text() } : (known[type] ?? text({ $comment: `PostgreSQL: ${type}` }))

/** JSON Schema of a line of the table's file, from the catalogue. A value that is not there is left out, never null. */
export const tableSchema = (table: TableOf): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: table.name,
  type: 'object',
  properties: Object.fromEntries(
    table.columns.map((c) => [
      c.name,
      table.pieces && c.name === 'bytes'
        ? { type: 'integer', minimum: 0, description: 'Length of the piece in files/<sha256>, after the earlier ones.' }
        : shapeOf(c),
    ]),
  ),
  required: table.columns.filter((c) => c.required).map((c) => c.name),
  additionalProperties: false,
  'x-primary-key': table.key,
  'x-constraints': table.constraints.map(({ definition }) => definition),
})
