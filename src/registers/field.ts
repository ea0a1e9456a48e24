import { z } from 'zod'
import type { ThingKind } from '../database/schema.ts'
import { isAmount, type MoneyUnit } from '../kernel/amount.ts'
import { isDay } from '../kernel/day.ts'
import { isPeriod } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'

/** What the form, the list and the spreadsheet need to know of a field beside its shape. */
export interface FieldMeta {
  readonly input: 'line' | 'text' | 'day' | 'days' | 'amount' | 'count' | 'choice' | 'node' | 'nodes' | 'post' | 'flag' | 'period' | 'number' | 'thing'
  readonly label: Text
  readonly hint?: Text
  /** Who asks, what for and who reads it (law 4). */
  readonly why?: Text
  readonly unit?: MoneyUnit
  /** Largest count; a million unless told. */
  readonly max?: number
  readonly choices?: Readonly<Record<string, Text>>
  /** Kinds of thing that may be named. */
  readonly things?: readonly ThingKind[]
  /** Section of OSL, where the field is read only by those who may read the thing's secrets. Such a field is optional, and in no list. */
  readonly secret?: string
  /** Kinds of node that may be chosen; all when absent. */
  readonly nodes?: readonly string[]
}

const metas = z.registry<FieldMeta>()
type Told = Omit<FieldMeta, 'input' | 'choices'>

const told = <T extends z.ZodType>(schema: T, meta: FieldMeta): T => {
  const described = schema.meta({ title: meta.label.en, description: meta.hint?.en ?? meta.label.sv }) as T
  metas.add(described, meta)
  return described
}

/** What the database cannot hold as text: half a surrogate pair, and the character zero. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000')

/** One line of text, 1–300 characters. */
export const line = (meta: Told) => told(z.string().trim().min(1).max(300).refine(storable), { ...meta, input: 'line' })
/** Running text, 1–20 000 characters. */
export const text = (meta: Told) => told(z.string().trim().min(1).max(20_000).refine(storable), { ...meta, input: 'text' })
/** A civil day. */
export const day = (meta: Told) => told(z.iso.date().refine(isDay), { ...meta, input: 'day' })
/** Several days, in order. */
export const days = (meta: Told) => told(z.array(z.iso.date().refine(isDay)).max(100), { ...meta, input: 'days' })
/** Money in whole öre; typed and shown in `unit` (tkr unless told). */
export const amount = (meta: Told) => told(z.int().refine(isAmount), { unit: 'tkr', ...meta, input: 'amount' })
/** A whole number, zero or more. */
export const count = (meta: Told) =>
  told(
    z
      .int()
      .min(0)
      .max(meta.max ?? 1_000_000),
    { ...meta, input: 'count' },
  )
/** One of a closed list. */
export const choice = <K extends string>(choices: Readonly<Record<K, Text>>, meta: Told) =>
  told(z.enum(Object.keys(choices) as [K, ...K[]]), { ...meta, choices, input: 'choice' })
/** A body or unit, by id. */
export const node = (meta: Told) => told(z.uuid(), { ...meta, input: 'node' })
/** Several bodies or units, by id. */
export const nodes = (meta: Told) => told(z.array(z.uuid()).max(60), { ...meta, input: 'nodes' })
/** A post, by id. */
export const post = (meta: Told) => told(z.uuid(), { ...meta, input: 'post' })
/** A period of follow-up. */
export const period = (meta: Told) => told(z.string().refine(isPeriod), { ...meta, input: 'period' })
/** Any number, with decimals. */
export const number = (meta: Told) => told(z.number(), { ...meta, input: 'number' })
/** Another thing, by id; typed as its number (or a series' address), which the form's reader looks up. */
export const thing = (kinds: readonly ThingKind[], meta: Told) => told(z.uuid(), { ...meta, things: kinds, input: 'thing' })
/** Yes or no. */
export const flag = (meta: Told) => told(z.boolean(), { ...meta, input: 'flag' })

/** What was told of a field of a register; looks through `.optional()`. Throws on a field that no builder here made: a defect of the definition. */
export const metaOf = (schema: z.ZodType): FieldMeta => {
  const found = metas.get(schema) ?? (schema instanceof z.ZodOptional ? metas.get(schema.unwrap() as z.ZodType) : undefined)
  if (!found) throw new Error('a field of a register must be made by registers/field.ts')
  return found
}

/** May the field be left empty? */
export const isOptional = (schema: z.ZodType): boolean => schema instanceof z.ZodOptional
