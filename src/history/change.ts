import type { Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { type FieldMeta, metaOf } from '../registers/field.ts'
import { words } from './words.ts'
import type { Change } from './history-store.ts'

/** A field that a change touched, with its value before and after as they may be read; null where there was none. */
export interface Touched {
  readonly name: string
  readonly label: Text
  readonly before: string | null
  readonly after: string | null
  /** Where it stands, which tells what its codes mean. */
  readonly relation: string
  /** The register of an entry, where it is known. */
  readonly register: string | null
  readonly meta: FieldMeta | undefined
  /** Is it money, in öre? */
  readonly money: boolean
}

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))

/** Whole documents, of which the digest is told beside. */
const documents = ['minutes.text', 'item_minutes.text', 'agenda_version.items']
/** Columns that say nothing to a reader: identities and what the program keeps for itself, and what a clause does, which is told where it is done. */
const silent = new Set([
  'id',
  'version',
  'steering',
  'register',
  'slug',
  'key',
  'scope',
  'seq',
  'ord',
  'deadline.kind',
  'clause.data',
  'origin_id',
  ...documents,
])
/** Columns with money in whole öre. */
const money = new Set(['frame.amount', 'decision.amount'])

const metaIn = (register: string | null, name: string): FieldMeta | undefined => {
  const schema = register === null ? undefined : definitionOf(register)?.fields.shape[name]
  return schema ? metaOf(schema as Parameters<typeof metaOf>[0]) : undefined
}

/** Columns whose value is a record are opened up, so that each of their fields is told by itself. What says nothing is left out. */
const flat = (relation: string, row: Row | null): Row => {
  const told = (name: string, place: string): boolean => !silent.has(name) && !silent.has(`${place}.${name}`)
  return Object.fromEntries(
    Object.entries(row ?? {})
      .filter(([k]) => told(k, relation))
      .flatMap(([k, v]) =>
        relation !== 'clause' && ['data', 'parts'].includes(k) && isRow(v) ? Object.entries(v).filter(([name]) => told(name, `${relation}.${k}`)) : [[k, v]],
      ),
  )
}

/** What a reader looks for first; the rest in the order of the row. */
const first = ['act', 'title', 'number', 'kind', 'what', 'label_sv', 'label_en', 'day', 'from_state', 'to_state', 'state']
const inOrder = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => (first.indexOf(a) + 1 || first.length + 1) - (first.indexOf(b) + 1 || first.length + 1))

/** The fields that a change touched, in the order of the row. Empty values are left out of a new row. `known` is the register of the thing that is asked about. */
export const touched = (change: Change, known: string | null = null): readonly Touched[] => {
  const { relation } = change
  const [before, after] = [flat(relation, change.before), flat(relation, change.after)]
  const names = inOrder([...new Set([...Object.keys(after), ...Object.keys(before)])])
  const own = (change.after ?? change.before)?.['register']
  const register = typeof own === 'string' ? own : known
  return names
    .filter((name) => shown(before[name]) !== shown(after[name]))
    .map((name) => {
      const meta = relation === 'entry' ? metaIn(register, name) : undefined
      return {
        name,
        label: meta?.label ?? words.column(relation, name),
        before: shown(before[name]),
        after: shown(after[name]),
        relation,
        register,
        meta,
        money: money.has(`${relation}.${name}`),
      }
    })
}
