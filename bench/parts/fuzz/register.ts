import type { EntryData } from '../../../src/registers/define.ts'
import type { Entry } from '../../../src/registers/entry.ts'
import { columnsOf, type Showing } from '../../../src/exchange/register/columns.ts'
import type { Standing } from '../../../src/exchange/register/load-rows.ts'
import { readRow, readRows } from '../../../src/exchange/register/read-rows.ts'
import type { Reading } from '../../../src/exchange/register/row.ts'
import type { Named } from '../../../src/exchange/import/read-cell.ts'
import { readTable } from '../../../src/exchange/sheet/read-table.ts'
import { shownCell } from '../../../src/exchange/sheet/sheet.ts'
import type { Day } from '../../../src/kernel/day.ts'
import { locales } from '../../../src/kernel/text.ts'
import type { AnyDefinition } from '../../../src/registers/define.ts'
import { allDefinitions } from '../../../src/registers/definitions/index.ts'
import type { FieldMeta } from '../../../src/registers/field.ts'
import type { Names } from '../../../src/registers/names.ts'
import { readTyped } from '../../../src/registers/read-entry.ts'
import { fieldOf } from '../../../src/registers/shown.ts'
import type { Chance } from './chance.ts'
import type { Became, Reader } from './readers.ts'
import { spoiledBytes, spoiledText } from './spoil.ts'

const today = '2022-05-17' as Day
const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [board, school, head] = [id(1), id(2), id(3)]
const units: readonly Named[] = [
  { id: board, names: ['Nämnden', 'The board', 'N', 'namnden'] },
  { id: school, names: ['Skolan', 'The school', 'S', 'skolan'] },
]
const posts: readonly Named[] = [{ id: head, names: ['Chef, Skolan', 'Head, The school', 'Chef', 'Head'] }]
const names: Names = {
  node: (of) => (of === board ? { sv: 'Nämnden', en: 'The board' } : of === school ? { sv: 'Skolan', en: 'The school' } : null),
  post: (of) => (of === head ? { sv: 'Chef', en: 'Head' } : null),
}

/** Something that could be typed in the field. */
const typedFor = ({ input, choices = {} }: FieldMeta, chance: Chance): readonly string[] => {
  switch (input) {
    case 'day':
      return [chance.pick(['2023-01-31', '2022-12-01', '2024-06-30'])]
    case 'days':
      return ['2022-12-01, 2023-05-31']
    case 'amount':
      return [chance.pick(['1 234,5', '0', '-20'])]
    case 'count':
      return ['3']
    case 'number':
      return ['2,25']
    case 'choice':
      return [chance.pick(Object.keys(choices))]
    case 'node':
    case 'nodes':
      return [school]
    case 'post':
      return [head]
    case 'thing':
      return [id(7)]
    case 'flag':
      return chance.once(2) ? ['yes'] : []
    case 'period':
      return ['2022']
    default:
      return [chance.pick(['Öppna mötesplatser', 'a "b"; c', '=1+1', 'Ett\nTvå'])]
  }
}

/** An entry of the register as chance has it; null where its own rules refuse what was put together. */
const entryOf = (definition: AnyDefinition, at: number, chance: Chance): Entry | null => {
  const typed = Object.fromEntries(Object.keys(definition.fields.shape).map((name) => [name, typedFor(fieldOf(definition, name) as FieldMeta, chance)]))
  const read = readTyped(definition, typed, today)
  if (!read.ok) return null
  const data: EntryData = read.value
  return {
    id: id(100 + at),
    register: definition.name,
    number: `${definition.prefix}-${at}`,
    title: definition.title(data),
    nodeId: board,
    ownerId: school,
    state: definition.lifecycle.initial,
    data,
    day: '2022-01-25' as Day,
    due: null,
    version: 2,
    clauseId: null,
    lastClauseId: null,
    parentId: null,
    secrecy: null,
  }
}

const registers = allDefinitions.map((definition) => ({ definition, columns: columnsOf(definition, { restated: true }) }))

/** A file of a register as it was taken out, its cells changed here and there, spoilt as a file, and read against what stands. */
const attempt = async (chance: Chance): Promise<Became> => {
  const { definition, columns } = chance.pick(registers)
  const entries = [1, 2].flatMap((at) => entryOf(definition, at, chance) ?? [])
  const showing: Showing = { definition, names, next: new Map(), today, locale: chance.pick(locales), unitsToday: null }
  const used = chance.once(3) ? columns.filter(({ kind }) => ['key', 'seen'].includes(kind) || !chance.once(4)) : columns
  const cellOf = (entry: Entry): string[] => used.map((column) => shownCell(column.cell(entry, showing)))
  const fresh = (): string[] =>
    used.map(({ kind, meta, head: { sv } }) =>
      kind === 'body' ? 'Nämnden' : kind === 'field' && meta ? wordOf(meta, typedFor(meta, chance)) : chance.once(40) ? sv : '',
    )
  const rows = [...entries.map(cellOf), ...Array.from({ length: chance.below(3) }, fresh)].map((row) =>
    row.map((cell, i) =>
      chance.once(30) ? spoiledText(cell, chance) : chance.once(30) ? wordOf(used[i]?.meta, used[i]?.meta ? typedFor(used[i].meta, chance) : []) : cell,
    ),
  )
  const [mark, end] = [chance.pick([';', ';', ',', '\t']), chance.pick(['\r\n', '\n'])]
  const quoted = (cell: string): string => (/[";,\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const file = Buffer.from([used.map(({ head }) => head[showing.locale]), ...rows].map((row) => row.map(quoted).join(mark)).join(end))
  const table = await readTable(chance.once(3) ? spoiledBytes(file, chance) : file)
  if (!table.ok) return table.refusals
  const read = readRows(definition, table.value)
  if (read.problems.length > 0) return read.problems.map((p) => p.refusal)
  const named = Object.fromEntries(
    Object.keys(definition.fields.shape).flatMap((name): [string, readonly Named[]][] => {
      const input = fieldOf(definition, name)?.input
      return input === 'post' ? [[name, posts]] : input === 'node' || input === 'nodes' ? [[name, units]] : []
    }),
  )
  let made = 1000
  const reading: Reading = { definition, columns: read.columns, named, bodies: units, today, nextId: () => id(made++) }
  // What stands has sometimes been changed by others since.
  const standing: Standing = {
    entry: (of) => entries.find((e) => e.id === of),
    base: (of, seen) => (seen === 2 || seen === 1 ? entries.find((e) => e.id === of) : undefined),
    names,
    next: showing.next,
  }
  const firstAt = new Map<string, number>()
  const problems = read.rows.flatMap((row) => {
    const what = readRow(reading, row, standing, firstAt)
    if ('since' in what) return what.refused({ sv: 'något', en: 'something' }).problems
    return 'problems' in what ? what.problems : []
  })
  return problems.length === 0 ? 'taken' : problems.map((p) => p.refusal)
}

/** What was typed as a spreadsheet says it: choices and names by their words. */
const wordOf = (meta: FieldMeta | undefined, typed: readonly string[]): string => {
  const [value = ''] = typed
  if (meta?.input === 'choice') return meta.choices?.[value]?.sv ?? ''
  if (meta?.input === 'node' || meta?.input === 'nodes') return 'Skolan'
  if (meta?.input === 'post') return 'Chef'
  return meta?.input === 'flag' ? (value === '' ? 'Nej' : 'Ja') : value
}

/** Files of every register, read against entries that stand: all of the import but its acts. */
export const registerFiles: Reader = { name: 'register', share: 12, attempt }
