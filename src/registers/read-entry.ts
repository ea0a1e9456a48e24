import type { z } from 'zod'
import { readAmount } from '../kernel/amount.ts'
import { type Day, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { readNumber } from '../kernel/number.ts'
import { readPeriod } from '../kernel/period.ts'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import { granted, unless } from '../kernel/refusal.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { type FieldMeta, isOptional, metaOf } from './field.ts'
import { words } from './words.ts'

/** What a form sends: each field as the list of its values. */
export type Typed = Readonly<Record<string, readonly string[]>>
/** What reading needs of a definition: clauses of decisions state their own fields the same way. */
export type Shape = Pick<AnyDefinition, 'fields' | 'check'> & { readonly words: Pick<AnyDefinition['words'], 'one'> }
const bad = (field: string, text: Refusal['text']): Verdict<never> => ({ ok: false, refusals: [{ code: 'field.unreadable', field, text }] })

/** Reads one typed field: undefined when left empty. */
const readField = (name: string, meta: FieldMeta, typed: readonly string[]): Verdict<unknown> => {
  const value = (typed[0] ?? '').trim()
  if (meta.input === 'flag') return granted(value !== '')
  if (meta.input === 'nodes') {
    const ids = [...new Set(typed.map((t) => t.trim()).filter((t) => t !== ''))]
    if (ids.length === 0) return granted(undefined)
    return ids.every(isId) ? granted(ids) : bad(name, words.badChoice(meta.label))
  }
  if (meta.input === 'days') {
    const parts = typed.flatMap((t) => t.split(/[\s,;]+/)).filter((t) => t !== '')
    const days = parts.map(readDay)
    const wrong = parts.find((_, i) => days[i] === null)
    return wrong === undefined ? granted(days.length === 0 ? undefined : [...new Set(days)].toSorted()) : bad(name, words.badDay(wrong))
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
 * Reads the named fields of a submitted form: their new values, null for those left empty, or every problem at once. For acts and
 * clauses that change some fields; the definition's own rules are asked when the values are laid upon the entry.
 */
export const readSome = (definition: Shape, typed: Typed, only: readonly string[]): Verdict<EntryData> => {
  const { data, refusals } = readFields(definition, typed, only)
  return unless(refusals, data)
}

/**
 * Reads a submitted form against the definition: the data, or every problem at once, each with its field.
 * `today` is given to the definition's own rules, which are asked also when some field cannot be read.
 */
export const readTyped = (definition: Shape, typed: Typed, today: Day): Verdict<EntryData> => {
  const { data, refusals } = readFields(definition, typed, Object.keys(definition.fields.shape))
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
  if (refusals.length === 0) return readData(definition, filled, today)
  const known = new Set(refusals.map((r) => r.field))
  const read = readData(definition, filled, today)
  return { ok: false, refusals: [...refusals, ...(read.ok ? [] : read.refusals.filter((r) => !known.has(r.field)))] }
}

const readFields = (definition: Shape, typed: Typed, names: readonly string[]): { data: Record<string, unknown>; refusals: Refusal[] } => {
  const refusals: Refusal[] = []
  const data: Record<string, unknown> = {}
  for (const [name, schema] of (Object.entries(definition.fields.shape) as [string, z.ZodType][]).filter(([n]) => names.includes(n))) {
    const meta = metaOf(schema)
    const read = readField(name, meta, typed[name] ?? [])
    if (!read.ok) refusals.push(...read.refusals)
    else if (read.value === undefined && !isOptional(schema)) refusals.push({ code: 'field.required', field: name, text: words.required(meta.label) })
    else data[name] = read.value ?? null
  }
  return { data, refusals }
}

/**
 * Checks data as the API or a data file gives it: typed values, unknown fields refused, the definition's rules last. Those are
 * asked also when some field is wrong, with the fields that are right.
 */
export const readData = (definition: Shape, data: unknown, today: Day): Verdict<EntryData> => {
  const parsed = definition.fields.strict().safeParse(data)
  if (parsed.success) return unless(definition.check(parsed.data, today), parsed.data)
  const refusals = parsed.error.issues.flatMap((issue) => refusalOf(definition, data, issue))
  const wrong = new Set(refusals.map((r) => r.field))
  const rest = typeof data === 'object' && data !== null ? Object.entries(data).filter(([name]) => !wrong.has(name)) : []
  return { ok: false, refusals: [...refusals, ...definition.check(Object.fromEntries(rest), today).filter((r) => !wrong.has(r.field))] }
}

const refusalOf = (definition: Shape, data: unknown, issue: z.core.$ZodIssue): Refusal[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ code: 'field.unknown', field, text: words.unknownField(field) }))
  const field = String(issue.path[0] ?? '')
  const schema = Object.hasOwn(definition.fields.shape, field) ? (definition.fields.shape[field] as z.ZodType) : undefined
  if (!schema) return [{ code: 'field.unreadable', text: words.unreadable(definition.words.one, '') }]
  const { label } = metaOf(schema)
  const value = (data as Record<string, unknown> | null)?.[field]
  if (value === undefined || value === null || value === '') return [{ code: 'field.required', field, text: words.required(label) }]
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    return [
      typeof value === 'number'
        ? { code: 'field.too_big', field, text: words.atMost(label, max) }
        : { code: 'field.too_long', field, text: words.tooLong(label, max) },
    ]
  }
  return [{ code: 'field.unreadable', field, text: words.unreadable(label, (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100)) }]
}
