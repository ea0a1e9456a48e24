import { isId } from '../../kernel/identity.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { locales } from '../../kernel/text.ts'
import { changesSince } from '../../registers/changes-since.ts'
import type { EntryData } from '../../registers/define.ts'
import type { Entry } from '../../registers/entry.ts'
import type { FieldMeta } from '../../registers/field.ts'
import { readSome } from '../../registers/read-entry.ts'
import { fieldOf } from '../../registers/shown.ts'
import type { WriteFreeFields } from '../../registers/write-free-fields.ts'
import { type Problem, problemAt } from '../import/problem.ts'
import { saysTheSame, typedFrom, unusable } from '../import/read-cell.ts'
import { cellText, type SheetCell, shownCell } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import type { RegisterColumn, Showing } from './columns.ts'
import { seenIn, type Standing } from './load-rows.ts'
import type { Importing, Reading, Row, RowDone } from './row.ts'

const none: RowDone = { row: null, problems: [] }

/** A row that changes an entry: what the act that writes fields is asked for, and what became of the row when it is done. */
export interface RowWrite {
  readonly asked: WriteFreeFields
  done(verdict: Verdict<Entry>): RowDone
}

/** A row that changes what others have changed since it was written: refused, with what they have changed. */
export interface RowConflict {
  /** The version that the row was written from. */
  readonly since: number
  refused(changed: Text): RowDone
}

/** A row with an id: what in it differs from what it was written as, to be laid upon the entry by the act that writes fields. */
export const changeOf = (reading: Reading, row: Row, standing: Standing): RowDone | RowWrite | RowConflict => {
  const { definition, columns } = reading
  const wrong = (column: string, code: string, text: Text): RowDone => ({
    row: null,
    problems: [problemAt(row.name(column), row.cell(column), { code, text })],
  })
  if (!isId(row.id)) return wrong('_id', 'import.bad_id', words.badId)
  const entry = standing.entry(row.id)
  if (!entry) return wrong('_id', 'import.unknown', words.unknownId)
  const seen = seenIn(row)
  const base = seen === null ? undefined : standing.base(row.id, seen)
  if (seen === null || !base) return wrong('_seen', 'import.seen', words.badSeen)

  const before: Entry = { ...entry, ...base, title: definition.title(base.data) }
  const cells = (column: RegisterColumn): readonly SheetCell[] =>
    locales.map((locale) =>
      column.cell(before, { definition, names: standing.names, next: standing.next, today: reading.today, locale, unitsToday: null } satisfies Showing),
    )
  const differs = columns.filter(
    (c) => row.has(c.id) && !['key', 'seen', 'told'].includes(c.kind) && !cells(c).some((written) => saysTheSame(row.cell(c.id), written, c.meta?.input)),
  )
  const problems: Problem[] = differs
    .filter((c) => c.kind !== 'field')
    .map((c) => problemAt(row.name(c.id), row.cell(c.id), unusable(row.cell(c.id)) ?? { code: 'import.fixed', text: words.fixed(c.head) }))
  const typed: Record<string, readonly string[]> = {}
  for (const column of differs.filter((c) => c.kind === 'field')) {
    const read = typedFrom(row.cell(column.id), column.meta as FieldMeta, reading.named[column.id] ?? [], row.unit(column.id))
    if (read.ok) typed[column.id] = read.value
    else problems.push(...read.refusals.map((r) => problemAt(row.name(column.id), row.cell(column.id), r)))
  }
  const read = readSome(definition, typed, Object.keys(typed))
  if (!read.ok) problems.push(...read.refusals.map((r) => problemAt(row.name(r.field ?? '_id'), row.cell(r.field ?? '_id'), r)))
  if (problems.length > 0 || !read.ok) return { row: null, problems }
  const data: EntryData = Object.fromEntries(
    Object.entries(read.value).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before.data[name] ?? null)),
  )
  if (Object.keys(data).length === 0) return none

  if (seen !== entry.version) return { since: seen, refused: (changed) => wrong('_id', 'entry.conflict', words.conflict(changed)) }
  const done = (verdict: Verdict<Entry>): RowDone => {
    if (!verdict.ok) return { row: null, problems: verdict.refusals.map((r) => problemAt(row.name(r.field ?? '_id'), row.cell(r.field ?? '_id'), r)) }
    const changes = columns
      .filter((c) => Object.hasOwn(data, c.id))
      .map((c) => ({ cell: row.name(c.id), label: c.head, before: shownCell(cells(c)[0] ?? null), after: cellText(row.cell(c.id)) }))
    return { row: { no: row.no, name: `${entry.number} ${entry.title}`, href: `/register/${definition.path}/${entry.id}`, changes }, problems: [] }
  }
  return { asked: { entryId: entry.id, seen, data }, done }
}

/** Which fields others have changed since, in words. */
export const whatChanged = async ({ deps, definition }: Importing, id: string, since: number): Promise<Text> => {
  const changes = await changesSince(deps.store, definition, id, since)
  const names = [...new Set(changes.flatMap((c) => c.fields.map((f) => f.name)))]
  const listed = (l: 'sv' | 'en'): string => names.map((name) => fieldOf(definition, name)?.label[l] ?? name).join(', ')
  return names.length > 0 ? { sv: listed('sv'), en: listed('en') } : words.otherThings
}
