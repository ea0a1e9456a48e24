import { formatAmountBare, ore } from '../kernel/amount.ts'
import { formatNumber } from '../kernel/number.ts'
import type { Locale } from '../kernel/text.ts'

/** How a series' values are written: unit, and whether they are öre. */
export interface SeriesUnit {
  readonly unit: string
  readonly money: boolean
  readonly decimals: number
}

/** '2 500 kr', '84,5 %': a value of a series in words. Money is kept as öre and shown in kronor. */
export const seriesValue = ({ unit, money, decimals }: SeriesUnit, value: number, locale: Locale): string =>
  money ? `${formatAmountBare(ore(value), 'kr', locale)}\u00a0kr` : `${formatNumber(value, decimals, locale)}\u00a0${unit}`
