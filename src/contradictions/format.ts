import { z } from 'zod'
import { kinds, type RowInput, relations, roles } from '../rulebook/contradictions/material.ts'

const printable = z.union([z.string().max(500), z.number()]).nullable()
/** A whole number, written as one or as text: '30' or 30. */
const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*-?\d{1,9}\s*$/)
    .transform(Number),
])
const words = z.string().max(2000)
const id = z.string().min(1).max(200)
const step = z.number().positive()

const footing = {
  quantity: words.optional(),
  series: id.optional(),
  scope: words.optional(),
  definition: words.optional(),
  source: words.optional(),
  kind: z.enum(kinds).optional(),
  // A year is easily written as a number.
  period: z.union([words, z.int().transform(String)]).optional(),
  unit: words.optional(),
  decimals: z.int().min(0).max(8).optional(),
  rounding: step.optional(),
  exact: z.boolean().optional(),
}

const line = {
  ...footing,
  id: id.optional(),
  label: words,
  role: z.enum(roles).optional(),
  of: z.array(id).optional(),
  base: id.optional(),
  to: id.optional(),
  as: z.enum(['difference', 'percent', 'points']).optional(),
  group: words.optional(),
  whole: z.enum(['column', 'row']).optional(),
}

const column = z.object(line)
const row: z.ZodType<RowInput> = z.object({
  ...line,
  cells: z.union([z.array(printable), z.record(z.string(), printable)]).optional(),
  detail: id.optional(),
  get rows(): z.ZodOptional<z.ZodArray<z.ZodType<RowInput>>> {
    return z.array(row).optional()
  },
})

const table = z.object({
  ...footing,
  id: id.optional(),
  title: words,
  place: words.optional(),
  exclusive: z.boolean().optional(),
  summarises: z.union([id, z.array(id)]).optional(),
  columns: z.array(column).min(1).max(1000),
  rows: z.array(row),
})

const period = footing.period
const pointerOne = z.union([
  words,
  z.int().transform(String),
  z.object({ table: id, row: id, column: id }),
  z.object({ quantity: words, period, kind: footing.kind, scope: footing.scope }),
  z.object({ series: id, period, kind: footing.kind }),
  z.object({ value: z.union([words, z.number()]), unit: footing.unit }),
])
const pointer = z.union([pointerOne, z.array(pointerOne).min(1)])
const number = z.union([words, z.number()])

const statement = z.object({
  ...footing,
  id: id.optional(),
  place: words.optional(),
  text: z.string().max(20_000).optional(),
  value: number.optional(),
  claim: z.enum(['value', 'change', 'share', 'comparison', 'target', 'extreme']).optional(),
  from: pointer.optional(),
  to: pointer.optional(),
  direction: z.enum(['up', 'down']).optional(),
  part: pointer.optional(),
  whole: pointer.optional(),
  a: pointer.optional(),
  b: pointer.optional(),
  relation: z.enum(relations).optional(),
  hedge: z.enum(['over', 'under']).optional(),
  of: pointer.optional(),
  target: number.optional(),
  met: z.boolean().optional(),
  extreme: z.enum(['highest', 'lowest']).optional(),
  since: period,
})

const list = z.object({
  id: id.optional(),
  place: words.optional(),
  what: words,
  count: number,
  items: z.array(z.union([words, z.object({ label: words, count: number.optional() })])),
  complete: z.boolean().optional(),
})

const event = z.object({
  id: id.optional(),
  place: words.optional(),
  what: words,
  date: words.optional(),
  weekday: words.optional(),
  week: number.optional(),
  from: words.optional(),
  to: words.optional(),
  days: wholeNumber.optional(),
  after: id.optional(),
})

const part = z.object({
  label: words,
  value: number.nullable(),
  unit: footing.unit,
  times: z.union([z.number().positive(), wholeNumber.pipe(z.number().positive())]).optional(),
})
const sum = z.object({
  id: id.optional(),
  place: words.optional(),
  what: words,
  total: number,
  unit: footing.unit,
  parts: z.array(part).min(1),
  perhaps: z.array(part).optional(),
  complete: z.boolean().optional(),
})

const document = z.object({
  id: id.optional(),
  title: words.optional(),
  date: words.optional(),
  scope: words.optional(),
  encloses: z.array(z.union([id, z.object({ document: id, as: words.optional() })])).optional(),
  answers: z.array(id).optional(),
  tables: z.array(table).optional(),
  statements: z.array(statement).optional(),
  lists: z.array(list).optional(),
  events: z.array(event).optional(),
  sums: z.array(sum).optional(),
  texts: z.array(z.object({ text: z.string().max(200_000), place: words.optional() })).optional(),
})

/** The file as it may be written: documents with tables, statements, lists, events and sums as printed (docs/contradictions.md). */
export const fileShape = z.object({ format: z.literal('genomslag-check/1').optional(), documents: z.array(document).min(1) })

/** The same file as JSON Schema, for editors and converters. */
export const fileSchema = (): unknown => z.toJSONSchema(fileShape, { io: 'input' })
