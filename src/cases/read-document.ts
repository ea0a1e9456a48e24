import { readDay } from '../kernel/day.ts'
import { granted, type Refusal, refused, unless, type Verdict } from '../kernel/refusal.ts'
import { type AnyParts, type Cooperation, cooperationKinds, type CooperationKind, type DocumentKind, type PartSpec, partsOfKind } from './document.ts'
import { documentWords as words } from './document-words.ts'

type Typed = Readonly<Record<string, readonly string[]>>
const one = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').replace(/\r\n/g, '\n').trim()
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')

/** How many rows of union cooperation the form offers. */
export const cooperationRows = 2

const readCooperation = (spec: PartSpec, typed: Typed): Verdict<readonly Cooperation[] | undefined> => {
  const refusals: Refusal[] = []
  const rows: Cooperation[] = []
  for (let i = 1; i <= cooperationRows; i++) {
    const forum = one(typed, `${spec.name}.${i}.forum`)
    const dayTyped = one(typed, `${spec.name}.${i}.day`)
    const kind = one(typed, `${spec.name}.${i}.kind`) as CooperationKind
    if (forum === '' && dayTyped === '') continue
    const day = readDay(dayTyped)
    if (forum === '') refusals.push({ code: 'document.forum', field: `${spec.name}.${i}.forum`, text: words.forumNeeded })
    if (dayTyped !== '' && day === null) refusals.push({ code: 'field.unreadable', field: `${spec.name}.${i}.day`, text: words.badDay(dayTyped) })
    rows.push({ forum, day, kind: cooperationKinds.includes(kind) ? kind : 'cooperation' })
  }
  return unless(refusals, rows.length > 0 ? rows : undefined)
}

const readPart = (spec: PartSpec, typed: Typed): Verdict<unknown> => {
  const text = one(typed, spec.name)
  if (text.length > 100_000) return refused({ code: 'field.too_long', field: spec.name, text: words.tooLong(spec.words) })
  if (spec.input === 'cooperation') return readCooperation(spec, typed)
  if (spec.input === 'assessment') {
    const none = one(typed, `${spec.name}.none`) !== ''
    if (none && text !== '') return refused({ code: 'document.both', field: spec.name, text: words.bothAssessment(spec.words) })
    return granted(none ? { none: true } : text === '' ? undefined : { text })
  }
  if (text === '') return granted(undefined)
  if (spec.input === 'lines') return granted(linesOf(text))
  if (spec.input === 'clauses') return granted(linesOf(text).map((l) => l.replace(/^att\s+/i, '')))
  if (spec.input === 'day')
    return readDay(text) === null ? refused({ code: 'field.unreadable', field: spec.name, text: words.badDay(text) }) : granted(readDay(text))
  return granted(text)
}

/** Reads the parts of a submitted document form, each named as in `partsOfKind`; every problem at once. Parts left empty are left out. */
export const readParts = (kind: DocumentKind, typed: Typed): Verdict<AnyParts> => {
  const refusals: Refusal[] = []
  const parts: Record<string, unknown> = {}
  for (const spec of partsOfKind[kind]) {
    const read = readPart(spec, typed)
    if (!read.ok) refusals.push(...read.refusals)
    else if (read.value !== undefined) parts[spec.name] = read.value
  }
  return unless(refusals, parts as AnyParts)
}

/** The form fields that would give these parts: for writing a new version from the old one. */
export const typedOf = (kind: DocumentKind, parts: Readonly<Record<string, unknown>>): Record<string, string[]> => {
  const typed: Record<string, string[]> = {}
  for (const { name, input } of partsOfKind[kind]) {
    const value = parts[name]
    if (value === undefined) continue
    if (input === 'cooperation') {
      for (const [i, row] of (value as readonly Cooperation[]).entries()) {
        typed[`${name}.${i + 1}.forum`] = [row.forum]
        typed[`${name}.${i + 1}.day`] = [row.day ?? '']
        typed[`${name}.${i + 1}.kind`] = [row.kind]
      }
    } else if (input === 'assessment') {
      const told = value as { text?: string; none?: true }
      if (told.none) typed[`${name}.none`] = ['on']
      else typed[name] = [told.text ?? '']
    } else typed[name] = [Array.isArray(value) ? value.join('\n') : String(value)]
  }
  return typed
}
