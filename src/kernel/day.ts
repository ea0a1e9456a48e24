import type { Locale } from './text.ts'

declare const dayBrand: unique symbol
/** A civil day, 'YYYY-MM-DD', without clock or zone. Compares as text. */
export type Day = string & { readonly [dayBrand]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

const daysOfMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Is the string a day that exists in the calendar (years 1900–2199)? */
export const isDay = (value: string): value is Day => {
  const m = shape.exec(value)
  if (!m) return false
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return y >= 1900 && y <= 2199 && mo >= 1 && mo <= 12 && d >= 1 && d <= daysOfMonth(y, mo)
}

/** The day, for literals and trusted sources. Throws on a day that does not exist: that is a defect, not bad input. */
export const day = (value: string): Day => {
  if (!isDay(value)) throw new Error(`not a day: ${JSON.stringify(value)}`)
  return value
}

/** Reads what people type: '2022-05-17', '20220517', '17.5.2022', '17/5 2022', '17 maj 2022'. Null when it is no day. */
export const readDay = (typed: string): Day | null => {
  const text = typed.trim().toLowerCase()
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return pad(compact[1], compact[2], compact[3])
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) {
    const [y, m, d] = text.split('-')
    return pad(y, m, d)
  }
  const dotted = /^(\d{1,2})[./](\d{1,2})[./ ](\d{4})$/.exec(text)
  if (dotted) return pad(dotted[3], dotted[2], dotted[1])
  const named = /^(\d{1,2})\s+([a-zåäö]+)\.?\s+(\d{4})$/.exec(text)
  if (named?.[2]) {
    const month = [...monthNames.sv, ...monthNames.en].findIndex((name) => name.startsWith(named[2] as string) && (named[2] as string).length >= 3)
    return month < 0 ? null : pad(named[3], String((month % 12) + 1), named[1])
  }
  return null
}

const pad = (y = '', m = '', d = ''): Day | null => {
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(text) ? text : null
}

// Counted by number and not by parsing and printing dates: rules are asked of millions of days.
const msADay = 86_400_000
const yearIn = (d: Day): number => Number(d.slice(0, 4))
const monthIn = (d: Day): number => Number(d.slice(5, 7))
const dateIn = (d: Day): number => Number(d.slice(8))
const utc = (d: Day): number => Date.UTC(yearIn(d), monthIn(d) - 1, dateIn(d))
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const written = (year: number, month: number, date: number): Day => `${year}-${two(month)}-${two(date)}` as Day

// Made once: making it takes a hundred times as long as using it, and every request asks for today.
const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The civil day of an instant in Sweden. */
export const dayOf = (instant: Date): Day => civil.format(instant) as Day

/** The day `n` days later (earlier when negative). */
export const addDays = (d: Day, n: number): Day => {
  const date = new Date(utc(d) + n * msADay)
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The day `n` months later; the last day of the month where the day does not exist (31 January + 1 → 28 February). */
export const addMonths = (d: Day, n: number): Day => {
  const months = yearIn(d) * 12 + monthIn(d) - 1 + n
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return written(year, month, Math.min(dateIn(d), daysOfMonth(year, month)))
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b) - utc(a)) / msADay)

/** 1 = Monday … 7 = Sunday. */
export const weekday = (d: Day): number => ((((utc(d) / msADay + 3) % 7) + 7) % 7) + 1

/** The calendar year. */
export const yearOf = yearIn

const monthNames = {
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'].map((n) => n.toLowerCase()),
} as const
const weekdayNames = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const nbsp = '\u00a0'
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The month's name, as written inside a sentence: 'maj', 'May'. `month` is 1–12. */
export const monthName = (month: number, locale: Locale): string => {
  const name = monthNames[locale][month - 1] ?? ''
  return locale === 'en' ? capital(name) : name
}

/** '17 maj 2022', with hard spaces. */
export const longDay = (d: Day, locale: Locale): string => `${Number(d.slice(8))}${nbsp}${monthName(Number(d.slice(5, 7)), locale)}${nbsp}${d.slice(0, 4)}`

/** '17 maj' in the year of `today`, else '17 maj 2022'; months shortened to what reads well in a table. */
export const shortDay = (d: Day, today: Day, locale: Locale): string => {
  const name = monthName(Number(d.slice(5, 7)), locale)
  const short = name.length <= 4 ? name : name.slice(0, 3)
  const base = `${Number(d.slice(8))}${nbsp}${short}`
  return d.slice(0, 4) === today.slice(0, 4) ? base : `${base}${nbsp}${d.slice(0, 4)}`
}

/** 'tisdag 17 maj 2022'. */
export const fullDay = (d: Day, locale: Locale): string => `${weekdayNames[locale][weekday(d) - 1]} ${longDay(d, locale)}`
