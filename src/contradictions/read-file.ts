import type { z } from 'zod'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Material } from '../rulebook/contradictions/material.ts'
import { wrongReferences } from './check-references.ts'
import { fileShape } from './format.ts'
import { brokenAt } from './json-place.ts'
import { tooDeep, writtenOut } from './shorthand.ts'
import { words } from './words.ts'

/** 'documents[0].tables[1].rows[3].cells[2]', as the file is written. */
export const pathWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`), '')

type Issue = z.core.$ZodIssue

const typeNames: Readonly<Record<string, Text>> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
}

const why = (issue: Issue): Text => {
  if (issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message)) return words.missing
  if (issue.code === 'invalid_type') {
    const name = typeNames[issue.expected] ?? { sv: issue.expected, en: issue.expected }
    return { sv: words.wrongType(name.sv).sv, en: words.wrongType(name.en).en }
  }
  if (issue.code === 'invalid_value') return words.oneOf(issue.values.map(String))
  if (issue.code === 'invalid_union') return words.noAlternative
  return { sv: issue.message, en: issue.message }
}

const refusalOf = (issue: Issue): Refusal => {
  const at = pathWords(issue.path)
  const text = why(issue)
  return { code: `check.${issue.code}`, field: at, text: { sv: words.badShape(at, text.sv).sv, en: words.badShape(at, text.en).en } }
}

/** A table without an id is pointed at by its title, where no other table has that id or title. */
const byTitle = (material: Material): Material => {
  const tables = material.documents.flatMap((document) => document.tables ?? [])
  const names = tables.map((table) => table.id ?? table.title)
  const once = new Set(names.filter((name, at) => names.indexOf(name) === at && names.lastIndexOf(name) === at))
  const named = (table: (typeof tables)[number]): typeof table => (table.id === undefined && once.has(table.title) ? { ...table, id: table.title } : table)
  return { documents: material.documents.map((document) => (document.tables ? { ...document, tables: document.tables.map(named) } : document)) }
}

/** What is read from a file, with the fields that nobody knows: told, not refused, since they may be the writer's own notes. */
export interface Opened {
  readonly material: Material
  readonly unknown: readonly string[]
}

const strangers = (written: unknown, read: unknown, at: string, out: string[]): void => {
  if (out.length >= 20 || typeof written !== 'object' || written === null || typeof read !== 'object' || read === null) return
  for (const [name, value] of Object.entries(written)) {
    const here = Array.isArray(written) ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`
    if (!(name in read)) {
      if (value !== undefined && !/^(note|notes|comment|comments|_.*|\$.*)$/.test(name)) out.push(here)
    } else strangers(value, (read as Readonly<Record<string, unknown>>)[name], here, out)
  }
}

const parse = (text: string): Verdict<unknown> => {
  if (text.trim() === '') return refused({ code: 'check.empty', text: words.empty })
  try {
    return granted(JSON.parse(text) as unknown)
  } catch {
    const { line, column, there } = brokenAt(text)
    const infinite = /^-?(NaN|Infinity)/.test(there)
    return refused({ code: 'check.json', text: infinite ? words.notFinite(line, column) : words.notJson(line, column, there) })
  }
}

/** The most cells that are read at once. A table has as many as its rows times its columns, written or not. */
export const mostCells = 2_000_000

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null
const listIn = (data: unknown, name: string): readonly unknown[] => {
  const list = isObject(data) ? data[name] : undefined
  return Array.isArray(list) ? list : []
}
const rowsIn = (data: unknown): number => listIn(data, 'rows').reduce<number>((sum, row) => sum + 1 + rowsIn(row), 0)

/** The table that brings the cells above what is read; counted before anything is made of them. */
const tooMany = (file: unknown): Refusal | null => {
  let cells = 0
  for (const [i, document] of listIn(file, 'documents').entries()) {
    for (const [j, table] of listIn(document, 'tables').entries()) {
      cells += rowsIn(table) * listIn(table, 'columns').length
      const at = `documents[${i}].tables[${j}]`
      const why = words.tooMany(cells, mostCells)
      if (cells > mostCells) return { code: 'check.many', field: at, text: { sv: words.badShape(at, why.sv).sv, en: words.badShape(at, why.en).en } }
    }
  }
  return null
}

/** Reads a file of printed tables and facts. A bad file is refused with every path that is wrong; nothing in it is mended. */
export const readCheckFile = (text: string): Verdict<Opened> => {
  const parsed = parse(text.replace(/^\uFEFF/, ''))
  if (!parsed.ok) return parsed
  if (tooDeep(parsed.value)) return refused({ code: 'check.deep', text: words.tooDeep })
  const file = writtenOut(parsed.value)
  const many = tooMany(file)
  if (many) return refused(many)
  const read = fileShape.safeParse(file)
  if (!read.success) return refused(...read.error.issues.slice(0, 50).map(refusalOf))
  const material = byTitle(read.data as Material)
  const wrong = wrongReferences(material)
  if (wrong.length > 0) return refused(...wrong)
  const unknown: string[] = []
  strangers(file, read.data, '', unknown)
  return granted({ material, unknown })
}
