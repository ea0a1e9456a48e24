import { readPeriod } from '../../kernel/period.ts'
import { weeksIn } from './calendar.ts'
import { normalLabel } from './label.ts'
import { readPrintedDay } from './printed-day.ts'

/** A period as printed made comparable: canonical where it can be read, else its words. */
export const samePeriod = (printed: string | undefined): string => {
  if (printed === undefined || printed.trim() === '') return ''
  const text = printed.trim()
  const read = readPeriod(text)
  if (read.ok) return read.value
  const day = readPrintedDay(text)
  if (day.state === 'span')
    return day.from === day.to
      ? day.from
      : day.from.endsWith('-01-01') && day.to.endsWith('-12-31')
        ? day.from.slice(0, 4)
        : day.from.slice(0, 7).replace('-', 'M')
  return normalLabel(text)
}

/** The first year that the period names; null where it names none. */
export const firstYear = (printed: string | undefined): number | null => {
  const m = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(printed ?? '')
  return m ? Number(m[0]) : null
}

/** Why the calendar has no such period: 'tertial', 'quarter', 'month' or 'week' out of range. Null where it may be one, or is written in a way we do not read. */
export const impossiblePeriod = (printed: string): 'tertial' | 'quarter' | 'month' | 'week' | null => {
  const text = printed.trim()
  const coded = /^((?:19|20)\d{2})\s*-?\s*([TQKMVW])\s?(\d{1,2})A?$/i.exec(text) ?? /^()(?:v\.?|vecka)\s?(\d{1,2})(?:\s+((?:19|20)\d{2}))?$/i.exec(text)
  if (!coded) return null
  const worded = coded[1] === ''
  const year = Number(worded ? coded[3] : coded[1])
  const no = Number(worded ? coded[2] : coded[3])
  const letter = worded ? 'W' : (coded[2] as string).toUpperCase()
  if (letter === 'T') return no < 1 || no > 3 ? 'tertial' : null
  if (letter === 'Q' || letter === 'K') return no < 1 || no > 4 ? 'quarter' : null
  if (letter === 'M') return no < 1 || no > 12 ? 'month' : null
  return no < 1 || no > (year ? weeksIn(year) : 53) ? 'week' : null
}

const inWords = /(?<![\p{L}\d])(vecka|veckan|week|kvartal|quarter|tertial) (\d{1,2})(?:(?: år|,| of)? ((?:19|20)\d{2}))?(?![\d%]|[,./–-]\d)/giu

/** Weeks, quarters and tertials that a text names and no year has: 'vecka 53 2021', 'kvartal 5'. */
export const impossibleInText = (text: string): readonly { readonly text: string; readonly unit: 'tertial' | 'quarter' | 'week' }[] =>
  [...text.replace(/[\u00a0\u2009\u202f]/g, ' ').matchAll(inWords)].flatMap((m) => {
    const word = (m[1] as string).toLowerCase()
    const unit = word === 'tertial' ? 'tertial' : word === 'kvartal' || word === 'quarter' ? 'quarter' : 'week'
    const most = unit === 'tertial' ? 3 : unit === 'quarter' ? 4 : m[3] ? weeksIn(Number(m[3])) : 53
    const no = Number(m[2])
    return no < 1 || no > most ? [{ text: m[0], unit }] : []
  })
