import { formatNumber, roundTo } from '../kernel/number.ts'
import type { Period } from '../kernel/period.ts'
import type { Locale } from '../kernel/text.ts'

/** How the numbers of a series are kept and shown. Kept values are divided by `scale` (öre per tkr, or 1) before they are shown. */
export interface Notation {
  readonly scale: number
  readonly decimals: number
  /** The short unit that follows a number inside a sentence: 'tkr', '%'. Null for counts, whose unit the sentence or caption tells. */
  readonly unit: string | null
}

/** The kept value in the unit that is shown, rounded as it is shown: what is judged is what is seen. */
export const shown = (value: number, { scale, decimals }: Notation): number => roundTo(value / scale, decimals)

/** '736', '1 500 tkr', '3,5 %'. */
export const written = (value: number, notation: Notation, locale: Locale): string =>
  withUnit(formatNumber(value / notation.scale, notation.decimals, locale), notation.unit)

const withUnit = (digits: string, unit: string | null): string => (unit === null ? digits : `${digits}\u00a0${unit}`)

/**
 * A difference between two shown values, without sign: '36', '1 500 tkr', and percentage points for shares.
 * Takes up to two decimals more than the series has, where a target is finer than its outcomes.
 */
export const writtenGap = (difference: number, { decimals, unit }: Notation, locale: Locale): string => {
  const size = Math.abs(difference)
  const needed = [decimals, decimals + 1, decimals + 2].find((d) => roundTo(size, d) === roundTo(size, decimals + 2)) ?? decimals + 2
  const digits = formatNumber(size, needed, locale)
  if (unit !== '%') return withUnit(digits, unit)
  const one = roundTo(size, needed) === 1
  return withUnit(digits, locale === 'sv' ? (one ? 'procentenhet' : 'procentenheter') : one ? 'percentage point' : 'percentage points')
}

/** The same period one year before: '2021' for '2022', '2021M03' for '2022M03'. What an outcome is compared with, so that seasons do not fool. */
export const yearBefore = (p: Period): Period => {
  const before = `${Number(p.slice(0, 4)) - 1}${p.slice(4)}`
  return (before.endsWith('-02-29') ? before.replace('-02-29', '-02-28') : before) as Period
}
