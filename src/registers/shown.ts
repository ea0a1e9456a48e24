import { type Amount, formatAmount, type MoneyUnit } from '../kernel/amount.ts'
import { type Day, longDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import { type Period, periodLabel } from '../kernel/period.ts'
import { type Locale, say } from '../kernel/text.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { type FieldMeta, metaOf } from './field.ts'
import type { Names } from './names.ts'
import { pageWords as words } from './page-words.ts'

/** What was told of a field by its name; undefined when the register has no such field. */
export const fieldOf = (definition: Pick<AnyDefinition, 'fields'>, name: string): FieldMeta | undefined =>
  Object.hasOwn(definition.fields.shape, name) ? metaOf(definition.fields.shape[name] as never) : undefined

interface Showing {
  readonly names: Names
  /** The day that names of nodes are taken from. */
  readonly day: Day
  readonly locale: Locale
}

/** A field's value as it is read: days, amounts, numbers and names in the reader's language; null when it is missing. Pure. */
export const shownValue = (meta: FieldMeta, value: unknown, { names, day, locale }: Showing): string | null => {
  if (value === undefined || value === null || value === '') return null
  switch (meta.input) {
    case 'day':
      return longDay(value as Day, locale)
    case 'days':
      return (value as readonly Day[]).length === 0 ? null : (value as readonly Day[]).map((d) => longDay(d, locale)).join(', ')
    case 'amount':
      return formatAmount(value as Amount, meta.unit ?? 'tkr', locale)
    case 'count':
      return formatNumber(value as number, 0, locale)
    case 'number':
      return formatNumber(value as number, decimalsOf(value as number), locale)
    case 'choice': {
      const choice = meta.choices?.[value as string]
      return choice ? say(choice, locale) : String(value)
    }
    case 'node':
      return say(names.node(value as string, day) ?? words.unknownNode, locale)
    case 'nodes':
      return (value as readonly string[]).map((id) => say(names.node(id, day) ?? words.unknownNode, locale)).join(', ') || null
    case 'post':
      return say(names.post(value as string) ?? words.unknownPost, locale)
    case 'flag':
      return say(value === true ? words.yes : words.no, locale)
    case 'period':
      return periodLabel(value as Period, locale)
    default:
      return String(value)
  }
}

const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length

/** The nodes and posts that the fields of these entries name: what `loadNames` must know to show them. */
export const namedIn = (definition: AnyDefinition, entries: readonly EntryData[]): { nodes: string[]; posts: string[] } => {
  const of = (input: FieldMeta['input']): string[] => {
    const fields = Object.keys(definition.fields.shape).filter((name) => fieldOf(definition, name)?.input === input)
    return entries
      .flatMap((data) => fields.map((name) => data[name]))
      .flat()
      .filter((id) => typeof id === 'string')
  }
  return { nodes: [...of('node'), ...of('nodes')], posts: of('post') }
}

const orePer: Record<MoneyUnit, bigint> = { kr: 100n, tkr: 100_000n, mnkr: 100_000_000n }

/** An amount as it is typed, exact: 250 050 öre in tkr is '2,5005'. */
const typedAmount = (value: Amount, unit: MoneyUnit): string => {
  const ore = BigInt(Math.abs(value))
  const fraction = String(ore % orePer[unit])
    .padStart(String(orePer[unit]).length - 1, '0')
    .replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${ore / orePer[unit]}${fraction && `,${fraction}`}`
}

/** The fields of an entry as a form shows them before anything is typed: what `readTyped` reads back to the same values. Pure. */
export const typedOf = (definition: Pick<AnyDefinition, 'fields'>, data: EntryData): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.keys(definition.fields.shape).flatMap((name) => {
      const value = data[name]
      const meta = fieldOf(definition, name)
      if (!meta || value === undefined || value === null) return []
      if (meta.input === 'amount') return [[name, [typedAmount(value as Amount, meta.unit ?? 'tkr')]]]
      if (meta.input === 'days') return [[name, [(value as readonly string[]).join(', ')]]]
      if (meta.input === 'nodes') return [[name, (value as readonly string[]).map(String)]]
      if (meta.input === 'flag') return [[name, value === true ? ['yes'] : []]]
      if (meta.input === 'number') return [[name, [String(value).replace('.', ',')]]]
      return [[name, [String(value)]]]
    }),
  )
