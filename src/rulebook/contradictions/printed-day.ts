import { type Day, day, isDay, lastDayOfMonth } from './calendar.ts'

/** What a printed date says: a span of days (one day, a month, a year), a date that no calendar has, or words we cannot read. */
export type PrintedDay =
  | { readonly state: 'span'; readonly from: Day; readonly to: Day; readonly weekday: number | null }
  | { readonly state: 'impossible'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly state: 'partial' }
  | { readonly state: 'unread' }

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön']
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekdayWord = '(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?'
const monthWord =
  '(jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|january|february|march|may|june|july|august|october)'

/** 'tisdag' → 2; null for anything else. */
export const weekdayNumber = (word: string): number | null => {
  const start = word.trim().toLowerCase().slice(0, 3)
  const at = Math.max(weekdays.indexOf(start), englishDays.indexOf(start))
  return at < 0 ? null : at + 1
}

const monthNumber = (word: string): number => {
  const start = word.toLowerCase().slice(0, 3)
  return Math.max(months.indexOf(start), english.indexOf(start)) + 1
}

const dated = (year: number | null, month: number, dayNo: number, named: number | null): PrintedDay => {
  const fits = month >= 1 && month <= 12 && dayNo >= 1 && dayNo <= lastDayOfMonth(year ?? 2024, month)
  if (!fits) return { state: 'impossible', year, month, day: dayNo }
  if (year === null) return { state: 'partial' }
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayNo).padStart(2, '0')}`
  return isDay(text) ? { state: 'span', from: text, to: text, weekday: named } : { state: 'unread' }
}

const sentence = new RegExp(
  `(?:${weekdayWord}\\s+(?:den\\s+)?)?(?<![\\d:,.§-])(\\d{1,2})(?::?[ea])?\\.?\\s+${monthWord}\\.?(?:\\s+((?:19|20)\\d{2}))?(?![a-zåäö])`,
  'giu',
)

// Not after letters or a slash, where the like is a case number or an address.
const numeric = /(?<![\p{L}\d/.:–-])(?:((?:19|20)\d{2})-(\d{2})-(\d{2})|(\d{1,2})\/(\d{1,2})[ -]((?:19|20)\d{2}))(?![\d\p{L}-])/gu
const number = /(?:[Dd]nr|[Dd]iarienummer|[Nn]r|[Ää]rende|[A-ZÅÄÖ]{2,}N?)\.?:? *$/

const oneSpace = (text: string): string => text.normalize('NFC').replace(/[\u00a0\u2009\u202f]/g, ' ')

/** Every date written out in a text: 'tisdag 25 januari 2022', '31 juni'. */
const wordedDays = (text: string): readonly { readonly text: string; readonly day: PrintedDay }[] =>
  [...oneSpace(text).matchAll(sentence)].map((m) => ({
    text: m[0].trim().replace(/\.$/, ''),
    day: dated(m[4] ? Number(m[4]) : null, monthNumber(m[3] as string), Number(m[2]), m[1] ? weekdayNumber(m[1]) : null),
  }))

/** Every date in a text, in words or in figures: 'tisdag 25 januari 2022', '31 juni', '2022-02-30', '31/6 2022'. */
export const daysInText = (text: string): readonly { readonly text: string; readonly day: PrintedDay }[] => {
  const plain = oneSpace(text)
  const figures = [...plain.matchAll(numeric)]
    .filter((m) => !number.test(plain.slice(Math.max(0, m.index - 20), m.index)))
    .map((m) => ({ text: m[0], day: m[1] ? dated(Number(m[1]), Number(m[2]), Number(m[3]), null) : dated(Number(m[6]), Number(m[5]), Number(m[4]), null) }))
  return [...wordedDays(text), ...figures]
}

/** Reads a printed date: '2022-01-25', 'tisdag 25 januari 2022', '25/1 2022', '2021-11', '2022', '31 juni'. */
export const readPrintedDay = (typed: string): PrintedDay => {
  const text = typed
    .normalize('NFC')
    .trim()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), null)
  const slashed = /^(\d{1,2})[./](\d{1,2})[./ -]+(\d{4})$/.exec(text)
  if (slashed) return dated(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]), null)
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month) {
    const [year, no] = [Number(month[1]), Number(month[2])]
    if (no > 12 && no === (year % 100) + 1) return { state: 'unread' }
    if (no < 1 || no > 12) return { state: 'impossible', year, month: no, day: 0 }
    return monthSpan(year, no)
  }
  if (/^(19|20)\d{2}$/.test(text)) return { state: 'span', from: day(`${text}-01-01`), to: day(`${text}-12-31`), weekday: null }
  const named = new RegExp(`^${monthWord} (\\d{4})$`, 'iu').exec(text)
  if (named) return monthSpan(Number(named[2]), monthNumber(named[1] as string))
  const [only, more] = wordedDays(text)
  return only && !more && only.text.length >= text.replace(/^den |\.$/gi, '').length ? only.day : { state: 'unread' }
}

const monthSpan = (year: number, month: number): PrintedDay => {
  const start = `${year}-${String(month).padStart(2, '0')}`
  const [from, to] = [`${start}-01`, `${start}-${lastDayOfMonth(year, month)}`]
  return isDay(from) && isDay(to) ? { state: 'span', from, to, weekday: null } : { state: 'unread' }
}
