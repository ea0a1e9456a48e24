import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { check } from './check.ts'

type Told = 'wrong' | 'asked' | 'unseen'

/**
 * Documents of our own invention in the whole of the format: whole reports, statements, lists, days, decided sums, roles stated or not. `asked`:
 * what a careful reader would ask of them as they are. A slip is a place ('tables.0.rows.2.1'), what is printed there instead (null: left out),
 * what is told of it, and the row that must be named.
 */
interface OtherForm {
  readonly name: string
  readonly document: unknown
  readonly asked?: readonly string[]
  readonly slips: readonly (readonly [place: string, printed: unknown, told: Told, row?: string])[]
}

const file = path.join(import.meta.dirname, '../../test/contradictions/other-forms.json')
const all = JSON.parse(readFileSync(file, 'utf8')) as readonly OtherForm[]

const findingsIn = (document: unknown) => {
  const answer = check(JSON.stringify(document))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
  return answer.value.findings
}

const withSlip = (written: unknown, [step = '', ...rest]: readonly string[], printed: unknown): unknown => {
  if (step === '') return printed
  if (!Array.isArray(written)) {
    const fields = written as Readonly<Record<string, unknown>>
    return { ...fields, [step]: withSlip(fields[step], rest, printed) }
  }
  const at = Number(step)
  return rest.length === 0 && printed === null ? written.toSpliced(at, 1) : written.with(at, withSlip(written[at], rest, printed))
}

const toldOf = (slipped: unknown, before: ReadonlySet<string>, row: string | undefined): Told => {
  const named = findingsIn(slipped)
    .filter(({ text }) => !before.has(text.sv))
    .filter(({ cells, consequences }) => row === undefined || [...cells, ...consequences.flatMap((it) => it.cells)].some((cell) => cell.row === row))
  return named.some(({ sureness }) => sureness !== 'ask') ? 'wrong' : named.length > 0 ? 'asked' : 'unseen'
}

test('documents in other forms raise no alarm, and only the questions that a careful reader would ask', () => {
  for (const { name, document, asked = [] } of all) {
    const findings = findingsIn(document)
    expect([name, ...findings.map(({ text }) => text.sv)]).toEqual([name, ...asked])
    expect([name, ...findings.filter(({ sureness }) => sureness !== 'ask')]).toEqual([name])
  }
})

/** The document with every row that begins with 'Summa' or 'Totalt' said to be a total. */
const withTotals = (written: unknown): unknown => {
  if (Array.isArray(written)) return written.map(withTotals)
  if (typeof written !== 'object' || written === null) return written
  const fields = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, withTotals(value)]))
  const rows = (written as { readonly rows?: readonly unknown[] }).rows
  const stated = (row: unknown): unknown =>
    Array.isArray(row) && typeof row[0] === 'string' && /^(summa|totalt?)(?![a-zåäö])/i.test(row[0])
      ? { label: row[0], role: 'total', cells: row.slice(1) }
      : withTotals(row)
  return rows === undefined ? fields : { ...fields, rows: rows.map(stated) }
}

test('nor do they where their totals are said to be totals', () => {
  for (const { name, document } of all) {
    const sure = findingsIn(withTotals(document)).filter(({ sureness }) => sureness !== 'ask')
    expect([name, ...sure.map(({ text }) => text.sv)]).toEqual([name])
  }
})

test('documents in other forms are told of where one thing is wrong', () => {
  const told = all.flatMap(({ name, document, slips }) => {
    const before = new Set(findingsIn(document).map(({ text }) => text.sv))
    return slips.map(([place, printed, , row]) => [name, place, printed, toldOf(withSlip(document, place.split('.'), printed), before, row)])
  })
  expect(told).toEqual(all.flatMap(({ name, slips }) => slips.map(([place, printed, seen]) => [name, place, printed, seen])))
})
