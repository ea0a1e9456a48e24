import { addDays, type Day, day, isDay, longDay, monthName } from './day.ts'
import { refused, granted, type Verdict } from './refusal.ts'
import type { Locale } from './text.ts'

declare const periodBrand: unique symbol
/**
 * A period of follow-up: '2022', '2022T2' (tertial), '2022Q3', '2022M03' or a day '2022-05-17'.
 * A trailing 'A' accumulates from January: '2022M08A' is January–August. Days and whole years carry no 'A'.
 */
export type Period = string & { readonly [periodBrand]: true }
export type PeriodKind = 'year' | 'tertial' | 'quarter' | 'month' | 'day'

const part = /^(\d{4})(?:([TQM])(\d{1,2})(A?))?$/
const kinds = { T: { kind: 'tertial', months: 4, count: 3 }, Q: { kind: 'quarter', months: 3, count: 4 }, M: { kind: 'month', months: 1, count: 12 } } as const

interface Parsed {
  readonly kind: PeriodKind
  readonly year: number
  readonly no: number
  readonly accumulated: boolean
}

const parse = (text: string): Parsed | null => {
  if (isDay(text)) return { kind: 'day', year: Number(text.slice(0, 4)), no: 0, accumulated: false }
  const m = part.exec(text)
  if (!m) return null
  const year = Number(m[1])
  if (year < 1900 || year > 2199) return null
  if (!m[2]) return { kind: 'year', year, no: 1, accumulated: false }
  const { kind, count } = kinds[m[2] as keyof typeof kinds]
  const no = Number(m[3])
  if (no < 1 || no > count) return null
  if (m[2] === 'M' ? m[3]?.length !== 2 : m[3]?.length !== 1) return null
  return { kind, year, no, accumulated: m[4] === 'A' }
}

/** Is the text a period in the one canonical spelling? */
export const isPeriod = (text: string): text is Period => parse(text) !== null

/** The period, for literals and trusted sources; throws on anything else. */
export const period = (text: string): Period => {
  if (!isPeriod(text)) throw new Error(`not a period: ${JSON.stringify(text)}`)
  return text
}

/** Reads what people type: '2022', '2022T1', '2022t1', '2022 T1', '2022-03', '2022M3'. */
export const readPeriod = (typed: string): Verdict<Period> => {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^(\d{4})-(\d{2})$/, '$1M$2')
    .replace(/^(\d{4})M(\d)(A?)$/, '$1M0$2$3')
  return isPeriod(text)
    ? granted(text)
    : refused({
        code: 'period.unreadable',
        text: {
          sv: `Skriv en period som 2022, 2022T1, 2022Q3 eller 2022M03. Du skrev ”${typed}”.`,
          en: `Write a period such as 2022, 2022T1, 2022Q3 or 2022M03. You wrote “${typed}”.`,
        },
      })
}

const parsed = (p: Period): Parsed => parse(p) as Parsed
const two = (n: number): string => String(n).padStart(2, '0')

/** The kind of period. */
export const kindOf = (p: Period): PeriodKind => parsed(p).kind

/** The calendar year the period lies in. */
export const periodYear = (p: Period): number => parsed(p).year

/** Does the period accumulate from January? */
export const isAccumulated = (p: Period): boolean => parsed(p).accumulated

const firstMonth = ({ kind, no, accumulated }: Parsed): number => (accumulated || kind === 'year' ? 1 : (no - 1) * monthsIn(kind) + 1)
const lastMonth = ({ kind, no }: Parsed): number => (kind === 'year' ? 12 : no * monthsIn(kind))
const monthsIn = (kind: PeriodKind): number => ({ year: 12, tertial: 4, quarter: 3, month: 1, day: 0 })[kind]

/** First day of the period. */
export const firstDay = (p: Period): Day => (kindOf(p) === 'day' ? (p as string as Day) : day(`${parsed(p).year}-${two(firstMonth(parsed(p)))}-01`))

/** Last day of the period. */
export const lastDay = (p: Period): Day => {
  if (kindOf(p) === 'day') return p as string as Day
  const { year } = parsed(p)
  const month = lastMonth(parsed(p))
  return month === 12 ? day(`${year}-12-31`) : addDays(day(`${year}-${two(month + 1)}-01`), -1)
}

/** Is the day inside the period? */
export const contains = (p: Period, d: Day): boolean => firstDay(p) <= d && d <= lastDay(p)

/** Is every day of `inner` a day of `outer`? */
export const within = (inner: Period, outer: Period): boolean => firstDay(outer) <= firstDay(inner) && lastDay(inner) <= lastDay(outer)

/** The period of the given kind that a day belongs to. */
export const periodOf = (d: Day, kind: PeriodKind): Period => {
  const year = d.slice(0, 4)
  const month = Number(d.slice(5, 7))
  if (kind === 'day') return d as string as Period
  if (kind === 'year') return year as Period
  if (kind === 'month') return `${year}M${two(month)}` as Period
  return `${year}${kind === 'tertial' ? 'T' : 'Q'}${Math.ceil(month / monthsIn(kind))}` as Period
}

/** The next period of the same kind (an accumulated one stays accumulated). */
export const next = (p: Period): Period => {
  const { kind, accumulated } = parsed(p)
  return `${periodOf(addDays(lastDay(p), 1), kind)}${accumulated ? 'A' : ''}` as Period
}

/** The calendar periods of `kind` that a longer calendar period is made of, in order: '2022' by 'tertial' → T1, T2, T3. Empty when they do not tile it. */
export const split = (p: Period, kind: PeriodKind): Period[] => {
  const out: Period[] = []
  let at = periodOf(firstDay(p), kind)
  if (firstDay(at) !== firstDay(p)) return []
  for (; firstDay(at) <= lastDay(p); at = next(at)) out.push(at)
  return out.length > 0 && lastDay(out.at(-1) as Period) === lastDay(p) ? out : []
}

/** Orders by last day, then the shorter first: a year's months come before the year. */
export const comparePeriods = (a: Period, b: Period): number => {
  const byEnd = lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : 0
  if (byEnd !== 0) return byEnd
  return firstDay(a) > firstDay(b) ? -1 : firstDay(a) < firstDay(b) ? 1 : a < b ? -1 : a > b ? 1 : 0
}

/** 'mars 2022', 'tertial 2 2022', 'januari–augusti 2022'. */
export const periodLabel = (p: Period, locale: Locale): string => {
  const { kind, year, no, accumulated } = parsed(p)
  if (kind === 'day') return longDay(p as string as Day, locale)
  if (kind === 'year') return String(year)
  if (accumulated) return `${monthName(1, locale)}–${monthName(lastMonth(parsed(p)), locale)} ${year}`
  if (kind === 'month') return `${monthName(no, locale)} ${year}`
  const word = { tertial: { sv: 'tertial', en: 'tertial' }, quarter: { sv: 'kvartal', en: 'quarter' } }[kind][locale]
  return `${word} ${no} ${year}`
}
