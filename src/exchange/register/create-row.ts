import type { Verdict } from '../../kernel/refusal.ts'
import type { Entry } from '../../registers/entry.ts'
import { readTyped } from '../../registers/read-entry.ts'
import { createdByClause, type HandInEntry } from '../../registers/hand-in-entry.ts'
import type { FieldMeta } from '../../registers/field.ts'
import { words as registerWords } from '../../registers/words.ts'
import { type Problem, problemAt } from '../import/problem.ts'
import { oneNamed, typedFrom, unusable } from '../import/read-cell.ts'
import { cellText } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'
import type { Reading, Row, RowDone } from './row.ts'

/** A row that makes an entry: what the act is asked for, and what became of the row when it is done. */
export interface RowMade {
  readonly made: HandInEntry
  done(verdict: Verdict<Entry>): RowDone
}

/** A row without an id: a new entry, where the register lets people make them without a decision. */
export const createFromRow = (reading: Reading, row: Row): RowDone | RowMade => {
  const { definition, columns } = reading
  const steered = createdByClause(definition)
  if (steered.length > 0) return { row: null, problems: steered.map((r) => problemAt(row.name('_id'), row.cell('_id'), r)) }
  const problems: Problem[] = columns
    .filter((c) => (c.kind === 'fixed' || c.kind === 'seen') && cellText(row.cell(c.id)) !== '')
    .map((c) => problemAt(row.name(c.id), row.cell(c.id), { code: 'import.fixed', text: words.fixedNew(c.head) }))
  const typed: Record<string, readonly string[]> = {}
  const given = columns.filter((c) => c.kind === 'field' && row.has(c.id))
  for (const column of given) {
    const read = typedFrom(row.cell(column.id), column.meta as FieldMeta, reading.named[column.id] ?? [], row.unit(column.id))
    if (read.ok) typed[column.id] = read.value
    else problems.push(...read.refusals.map((r) => problemAt(row.name(column.id), row.cell(column.id), r)))
  }
  const place = (field: string | undefined): string => {
    const id = field === '_body' || (field && row.has(field)) ? field : '_id'
    return row.has(id) ? id : '_id'
  }
  const wrong = new Set(problems.map((p) => p.cell))
  const refuse = (r: Parameters<typeof problemAt>[2]): void => {
    if (!wrong.has(row.name(place(r.field)))) problems.push(problemAt(row.name(place(r.field)), row.cell(place(r.field)), r))
  }
  const body = cellText(row.cell('_body'))
  const bad = unusable(row.cell('_body'))
  const nodeId = bad
    ? ({ ok: false, refusals: [bad] } as const)
    : body === ''
      ? ({ ok: false, refusals: [{ code: 'field.required', text: registerWords.required(definition.words.by) }] } as const)
      : oneNamed(body, reading.bodies, definition.words.by)
  if (!nodeId.ok) for (const r of nodeId.refusals) refuse({ ...r, field: '_body' })
  const read = readTyped(definition, typed, reading.today)
  if (!read.ok) for (const r of read.refusals) refuse(r)
  if (problems.length > 0 || !read.ok || !nodeId.ok) return { row: null, problems }
  const done = (verdict: Verdict<Entry>): RowDone => {
    if (!verdict.ok) return { row: null, problems: verdict.refusals.map((r) => problemAt(row.name(place(r.field)), row.cell(place(r.field)), r)) }
    const changes = given
      .filter((c) => cellText(row.cell(c.id)) !== '')
      .map((c) => ({ cell: row.name(c.id), label: c.head, before: '', after: cellText(row.cell(c.id)) }))
    return { row: { no: row.no, name: verdict.value.title, href: null, changes }, problems: [] }
  }
  return { made: { data: read.value, nodeId: nodeId.value, id: reading.nextId() }, done }
}
