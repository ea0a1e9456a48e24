import type { z } from 'zod'
import { readAmount } from '../kernel/amount.ts'
import { readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { readNumber } from '../kernel/number.ts'
import { readPeriod } from '../kernel/period.ts'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import { granted, unless } from '../kernel/refusal.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { type FieldMeta, isOptional, metaOf } from './field.ts'
import { words } from './words.ts'

type Typed = Readonly<Record<string, readonly string[]>>
/** What reading needs of a definition: clauses of decisions state their own fields the same way. */
export type Shape = Pick<AnyDefinition, 'fields' | 'check'> & { readonly words: Pick<AnyDefinition['words'], 'one'> }
const bad = (field: string, text: Refusal['text']): Verdict<never> => ({ ok: false, refusals: [{ code: 'field.unreadable', field, text }] })

/** Reads one typed field: undefined when left empty. */
const readField = (name: string, meta: FieldMeta, typed: readonly string[]): Verdict<unknown> => {
  const value = (typed[0] ?? '').trim()
  if (meta.input === 'flag') return granted(value !== '')
  if (meta.input === 'days') {
    const parts = typed.flatMap((t) => t.split(/[\s,;]+/)).filter((t) => t !== '')
    const days = parts.map(readDay)
    const wrong = parts.find((_, i) => days[i] === null)
    return wrong === undefined ? granted([...new Set(days)].sort()) : bad(name, words.badDay(wrong))
  }
  if (value === '') return granted(undefined)
  switch (meta.input) {
    case 'day':
      return readDay(value) === null ? bad(name, words.badDay(value)) : granted(readDay(value))
    case 'amount': {
      const read = readAmount(value, meta.unit ?? 'tkr')
      return read.ok ? read : { ok: false, refusals: read.refusals.map((r) => ({ ...r, field: name })) }
    }
    case 'count':
      return /^\d{1,9}$/.test(value.replace(/[\s\u00a0]/g, '')) ? granted(Number(value.replace(/[\s\u00a0]/g, ''))) : bad(name, words.badCount(value))
    case 'choice':
      return Object.hasOwn(meta.choices ?? {}, value) ? granted(value) : bad(name, words.badChoice(meta.label))
    case 'period':
    case 'number': {
      const read: Verdict<unknown> = meta.input === 'period' ? readPeriod(value) : readNumber(value)
      return read.ok ? read : { ok: false, refusals: read.refusals.map((r) => ({ ...r, field: name })) }
    }
    case 'node':
    case 'post':
    case 'thing':
      return isId(value) ? granted(value) : bad(name, words.badChoice(meta.label))
    default:
      return granted(value.replace(/\r\n/g, '\n'))
  }
}

/**
 * Reads a submitted form against the definition: the data, or every problem at once, each with its field.
 * `today` is given to the definition's own rules. Fields not named in `only` are not read (for clauses that change some).
 */
export const readTyped = (definition: Shape, typed: Typed, today: Parameters<AnyDefinition['check']>[1]): Verdict<EntryData> => {
  const refusals: Refusal[] = []
  const data: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(definition.fields.shape) as [string, z.ZodType][]) {
    const meta = metaOf(schema)
    const read = readField(name, meta, typed[name] ?? [])
    if (!read.ok) refusals.push(...read.refusals)
    else if (read.value === undefined) {
      if (!isOptional(schema)) refusals.push({ code: 'field.required', field: name, text: words.required(meta.label) })
    } else data[name] = read.value
  }
  return refusals.length > 0 ? { ok: false, refusals } : readData(definition, data, today)
}

/** Checks data as the API or a data file gives it: typed values, unknown fields refused, the definition's rules last. */
export const readData = (definition: Shape, data: unknown, today: Parameters<AnyDefinition['check']>[1]): Verdict<EntryData> => {
  const parsed = definition.fields.strict().safeParse(data)
  if (!parsed.success) return { ok: false, refusals: parsed.error.issues.flatMap((issue) => refusalOf(definition, data, issue)) }
  return unless(definition.check(parsed.data, today), parsed.data)
}

const refusalOf = (definition: Shape, data: unknown, issue: z.core.$ZodIssue): Refusal[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ code: 'field.unknown', field, text: words.unknownField(field) }))
  const field = String(issue.path[0] ?? '')
  const schema = definition.fields.shape[field] as z.ZodType | undefined
  if (!schema) return [{ code: 'field.unreadable', text: words.unreadable({ sv: definition.words.one.sv, en: definition.words.one.en }, '') }]
  const { label } = metaOf(schema)
  const value = (data as Record<string, unknown> | null)?.[field]
  if (value === undefined || value === null || value === '') return [{ code: 'field.required', field, text: words.required(label) }]
  if (issue.code === 'too_big' && typeof value === 'string') return [{ code: 'field.too_long', field, text: words.tooLong(label, Number(issue.maximum)) }]
  return [{ code: 'field.unreadable', field, text: words.unreadable(label, typeof value === 'string' ? value : JSON.stringify(value)) }]
}
