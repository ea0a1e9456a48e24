import { say, type Locale, type Text } from '../../kernel/text.ts'
import type { NextDay } from '../../registers/load-list.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import type { Entry } from '../../registers/entry.ts'
import type { FieldMeta } from '../../registers/field.ts'
import type { Names } from '../../registers/names.ts'
import { pageWords } from '../../registers/page-words.ts'
import { fieldOf, shownValue, typedOf } from '../../registers/shown.ts'
import { nodeColumns, type UnitsToday } from '../../registers/units-today.ts'
import { standing } from '../../registers/standing.ts'
import type { Day } from '../../kernel/day.ts'
import { dayCell, type SheetCell, textCell } from '../sheet/sheet.ts'
import { exchangeWords as words } from '../words.ts'

/** What is needed to write entries as the list shows them. */
export interface Showing {
  readonly definition: AnyDefinition
  readonly names: Names
  readonly next: ReadonlyMap<string, NextDay>
  readonly today: Day
  readonly locale: Locale
  /** Where the list is taken out in today's units. */
  readonly unitsToday: UnitsToday | null
}

/**
 * A column of a register's file. `key` is the key of rows, `seen` the version they were written from, `body` whose entry it is;
 * `field` may be changed, `fixed` tells what other acts change, and `told` is worked out anew each day.
 */
export interface RegisterColumn {
  readonly id: string
  readonly kind: 'key' | 'seen' | 'body' | 'field' | 'fixed' | 'told'
  readonly head: Text
  readonly meta?: FieldMeta
  cell(entry: Entry, showing: Showing): SheetCell
}

const withUnit = ({ label, input, unit = 'tkr' }: FieldMeta): Text =>
  input === 'amount' ? { sv: `${label.sv} (${unit})`, en: `${label.en} (${unit})` } : label

/** A field as a cell that can be read back: days as days, amounts and numbers as numbers, the rest as it is read on the page. */
const fieldCell = (definition: AnyDefinition, name: string, meta: FieldMeta, entry: Entry, { names, locale }: Showing): SheetCell => {
  const value = entry.data[name]
  if (value === undefined || value === null) return null
  switch (meta.input) {
    case 'day':
      return dayCell(value as Day)
    case 'amount':
    case 'count':
    case 'number':
      return { kind: 'number', digits: (typedOf(definition, entry.data)[name]?.[0] ?? '').replace(',', '.') }
    case 'days':
      return textCell((value as readonly string[]).join(', '))
    case 'nodes':
      return textCell((value as readonly string[]).map((id) => say(names.node(id, entry.day) ?? pageWords.unknownNode, locale)).join('; '))
    case 'period':
      return textCell(String(value))
    default:
      return textCell(shownValue(meta, value, { names, day: entry.day, locale }))
  }
}

/** In today's units: beside each unit of the time who does its work today, told and not read back. */
const todayColumns = (definition: AnyDefinition): readonly RegisterColumn[] => {
  const told = (id: string, head: Text, nodeOf: (e: Entry) => string | null): RegisterColumn => ({
    id: `_today_${id}`,
    kind: 'told',
    head: pageWords.today(head),
    cell: (e, { unitsToday, names, locale, today }) => {
      const node = nodeOf(e)
      if (node === null || !unitsToday) return null
      return textCell((unitsToday(node, e.day) ?? [names.node(node, today) ?? pageWords.unknownNode]).map((name) => say(name, locale)).join('; '))
    },
  })
  return [
    told('body', definition.words.by, (e) => e.nodeId),
    ...nodeColumns(definition).map((name) =>
      told(name, (fieldOf(definition, name) as FieldMeta).label, (e) => (typeof e.data[name] === 'string' ? e.data[name] : null)),
    ),
  ]
}

/** The columns of a register's file: those of the list, in its order (each unit's successors beside it when `restated`), then the fields that it leaves to the page, then what rows are known by. */
export const columnsOf = (definition: AnyDefinition, { restated = false } = {}): readonly RegisterColumn[] => {
  const field = (name: string): RegisterColumn => {
    const meta = fieldOf(definition, name) as FieldMeta
    return { id: name, kind: 'field', head: withUnit(meta), meta, cell: (e, s) => fieldCell(definition, name, meta, e, s) }
  }
  const names = Object.keys(definition.fields.shape)
  const { columns } = definition.list
  const fixed = (id: string, kind: RegisterColumn['kind'], head: Text, cell: RegisterColumn['cell']): RegisterColumn => ({ id, kind, head, cell })
  const all = [
    fixed('_number', 'fixed', pageWords.number, (e) => textCell(e.number)),
    fixed('_title', 'fixed', definition.words.one, (e) => textCell(e.title)),
    fixed('_body', 'body', definition.words.by, (e, s) => textCell(say(s.names.node(e.nodeId, e.day) ?? pageWords.unknownNode, s.locale))),
    fixed('_day', 'fixed', words.day, (e) => dayCell(e.day)),
    ...columns.map(field),
    fixed('_due', 'told', pageWords.nextDay, (e, s) => dayCell(s.next.get(e.id)?.due)),
    fixed('_due_what', 'told', words.nextDayWhat, (e, s) => textCell(s.next.get(e.id) && say((s.next.get(e.id) as NextDay).label, s.locale))),
    fixed('_state', 'fixed', pageWords.state, (e, s) => textCell(say(definition.lifecycle.states[e.state]?.words ?? { sv: e.state, en: e.state }, s.locale))),
    fixed('_thread', 'told', pageWords.brokenFilter, (e, s) =>
      textCell(
        standing(definition, e, s.today)
          .broken.map((t) => say(t, s.locale))
          .join('. '),
      ),
    ),
    ...names.filter((name) => !columns.includes(name)).map(field),
    fixed('_id', 'key', words.id, (e) => textCell(e.id)),
    fixed('_seen', 'seen', words.seen, (e) => ({ kind: 'number', digits: String(e.version) })),
  ]
  const today = restated ? todayColumns(definition) : []
  return distinct(all.flatMap((column) => [column, ...today.filter((t) => t.id === `_today_${column.id.replace(/^_/, '')}`)]))
}

/** No two columns have one head: the title that a field holds is not told twice, and other namesakes say which they are. */
const distinct = (columns: readonly RegisterColumn[]): readonly RegisterColumn[] => {
  const isField = (head: Text): boolean => columns.some((c) => c.kind === 'field' && (c.head.sv === head.sv || c.head.en === head.en))
  const told = columns.filter((c) => c.id !== '_title' || !isField(c.head))
  const same = (a: Text, b: Text): boolean => a.sv.toLowerCase() === b.sv.toLowerCase() || a.en.toLowerCase() === b.en.toLowerCase()
  return told.map((c, i) =>
    told.some((other, j) => j < i && same(other.head, c.head)) ? { ...c, head: { sv: `${c.head.sv} [${c.id}]`, en: `${c.head.en} [${c.id}]` } } : c,
  )
}
