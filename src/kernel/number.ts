import { granted, refused, type Verdict } from './refusal.ts'
import type { Locale } from './text.ts'

const nbsp = '\u00a0'
const minus = '\u2212'

/** Rounds half away from zero to a number of decimals, correcting binary noise (1.005 → 1.01). */
export const roundTo = (value: number, decimals: number): number => {
  // Shifting the point in the text keeps 1.005 exact; numbers that print with an exponent of their own are shifted by it.
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  const scaled = Number(`${digits}e${Number(exponent) + decimals}`)
  if (scaled > Number.MAX_SAFE_INTEGER) return value // beyond the exact range nothing is left to round
  const rounded = Number(`${Math.round(scaled)}e-${decimals}`)
  return rounded === 0 ? 0 : Math.sign(value) * rounded
}

/** '1 234,5' with hard spaces, decimal comma (point in English) and a true minus. */
export const formatNumber = (value: number, decimals: number, locale: Locale): string => {
  const rounded = roundTo(value, decimals)
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, nbsp)
  return `${rounded < 0 ? minus : ''}${grouped}${fraction ? `${locale === 'sv' ? ',' : '.'}${fraction}` : ''}`
}

/** As `formatNumber`, with a sign always: '+58', '−522', '0'. For columns of change. */
export const formatChange = (value: number, decimals: number, locale: Locale): string =>
  `${roundTo(value, decimals) > 0 ? '+' : ''}${formatNumber(value, decimals, locale)}`

/** Reads '1 234,5', '1234.5' or '−8'. Refuses anything else, quoting what was written. */
export const readNumber = (typed: string): Verdict<number> => {
  const text = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[\u2212–]/g, '-')
  return /^-?\d{1,15}([.,]\d{1,8})?$/.test(text)
    ? granted(Number(text.replace(',', '.')))
    : refused({
        code: 'number.unreadable',
        text: {
          sv: `Skriv ett tal, till exempel 1 500 eller 3,5. Du skrev ”${typed}”.`,
          en: `Write a number, for example 1 500 or 3.5. You wrote “${typed}”.`,
        },
      })
}
