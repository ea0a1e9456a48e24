import { type Amount, formatAmount } from '../kernel/amount.ts'
import { addDays, type Day, isDay, longDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { formatNumber } from '../kernel/number.ts'
import { isPeriod, periodLabel } from '../kernel/period.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import type { Touched } from './change.ts'
import { codeWords } from './value-words.ts'
import { words } from './words.ts'

interface Showing {
  /** Names of what identities stand for; those that are not here are not told. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
}

// Making one costs some fifty times what using it does, and a whole history out asks for one a row.
const writtenIn = (language: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })
const instants: Readonly<Record<Locale, Intl.DateTimeFormat>> = { sv: writtenIn('sv-SE'), en: writtenIn('en-GB') }

/** When it was, in the municipality's own time: '2022-05-17 13:01:00'. */
export const instantOf = (at: Date, locale: Locale): string => instants[locale].format(at)

/** A value as it is read: names for identities, words for codes, days and numbers in the reader's language, the rest as it stands. Pure. */
export const toldValue = (field: Touched, value: string | null, { names, locale }: Showing): string => {
  if (value === null) return say(words.nothing, locale)
  return tell({ ...field, column: field.name }, unpacked(value), { names, locale })
}

type Place = Pick<Touched, 'relation' | 'register' | 'meta' | 'money'> & { readonly column: string }

/** Lists, records, numbers and flags are kept as JSON; everything else is its own text. */
const unpacked = (value: string): unknown => {
  if (!/^([[{]|-?\d+(\.\d+)?$|true$|false$)/.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

const tell = (place: Place, value: unknown, showing: Showing): string => {
  const { locale } = showing
  if (value === null || value === undefined || value === '') return say(words.nothing, locale)
  if (Array.isArray(value)) return value.length === 0 ? say(words.nothing, locale) : value.map((one) => tell(place, one, showing)).join(', ')
  if (isText(value)) return say(value, locale)
  if (typeof value === 'object') {
    // Of a contradiction, the sentence: the rule's name and the digits it was worked out from are in the list of findings.
    const told = Object.entries(value).filter(([name, one]) => one !== null && one !== '' && (place.column !== 'finding' || isText(one)) && !inner.has(name))
    return told.map(([column, one]) => tell({ ...place, column: column === 'kind' ? place.column : column }, one, showing)).join(', ')
  }
  if (typeof value === 'boolean') return say(value ? words.yes : words.no, locale)
  return typeof value === 'number' ? tellNumber(place, value, locale) : tellText(place, value as string, showing)
}

/** The name of a rule, and of a clause that is proposed what it will do: told where it is done. */
const inner = new Set(['rule', 'data', 'creates', 'typed'])

/** Words that are kept in both languages. */
const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'sv' in value && 'en' in value

const tellNumber = ({ meta, money, column }: Place, value: number, locale: Locale): string => {
  if (meta?.input === 'amount') return formatAmount(value as Amount, meta.unit ?? 'tkr', locale)
  if (money) return formatAmount(value as Amount, 'tkr', locale)
  return column === 'paragraph' ? String(value) : formatNumber(value, (String(value).split('.')[1] ?? '').length, locale)
}

const range = /^[[(](\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?[\])]$/

const tellText = (place: Place, value: string, { names, locale }: Showing): string => {
  const name = names.get(value)
  if (name !== undefined) return name
  const code = place.meta?.choices?.[value] ?? codeWords(place.relation, place.register, place.column, value)
  if (code) return say(code, locale)
  if (isId(value)) return say(words.unnamed, locale)
  if (isDay(value)) return longDay(value, locale)
  if ((place.column === 'period' || place.meta?.input === 'period') && isPeriod(value)) return periodLabel(value, locale)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return instantOf(new Date(value), locale)
  const [, from, to] = range.exec(value) ?? []
  if (from) return say(words.fromTo(from as Day, to ? addDays(to as Day, -1) : null), locale)
  // A digest is told by its beginning: the whole is in the list that is taken out.
  return /^(\\x)?[0-9a-f]{64}$/.test(value) ? `${value.replace('\\x', '').slice(0, 12)}…` : value
}
