import { type MoneyUnit, moneyUnits, ore } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import { isAccumulated, kindOf, type Period, type PeriodKind } from '../kernel/period.ts'
import type { Locale, Text } from '../kernel/text.ts'
import type { Direction } from '../rulebook/light.ts'
import { type Notation, written } from '../rulebook/notation.ts'
import type { RollRule } from '../rulebook/rollup.ts'

/** A defined quantity. Its figures are kept in the unit of the series; money in whole öre, shown in `unit` (kr, tkr or mnkr). */
export interface Series {
  readonly id: string
  readonly slug: string
  /** The body or unit that owns the definition. */
  readonly nodeId: string
  readonly name: Text
  readonly unit: Text
  readonly money: boolean
  readonly decimals: number
  readonly direction: Direction | null
  readonly overTime: RollRule
  readonly overTree: RollRule
  readonly kind: PeriodKind
  readonly accumulated: boolean
  readonly numeratorId: string | null
  readonly denominatorId: string | null
  /** Series with the lowest and highest part (month) of each period. */
  readonly lowId: string | null
  readonly highId: string | null
  /** Who asked for it, what for and who reads it (law 4). */
  readonly askedBy: string | null
  readonly purpose: Text | null
  readonly readers: Text | null
  readonly source: string
  /** What an absent figure means. */
  readonly missing: string | null
  readonly secrecy: string | null
  readonly day: Day
}

const orePer: Record<MoneyUnit, number> = { kr: ore(100), tkr: ore(100_000), mnkr: ore(100_000_000) }

/** The unit that money of this series is shown in; null where it is not money. */
export const moneyUnitOf = ({ money, unit }: Pick<Series, 'money' | 'unit'>): MoneyUnit | null =>
  money ? (moneyUnits.find((u) => u === unit.sv) ?? 'kr') : null

/** How its numbers are written inside sentences. */
export const notationOf = (series: Pick<Series, 'money' | 'unit' | 'decimals'>): Notation => {
  const money = moneyUnitOf(series)
  if (money) return { scale: orePer[money], decimals: series.decimals, unit: money }
  return { scale: 1, decimals: series.decimals, unit: series.unit.sv === '%' ? '%' : null }
}

/** The number as a table shows it, without unit. The sign for a missing one is the page's matter. */
export const bare = (value: number, series: Pick<Series, 'money' | 'unit' | 'decimals'>, locale: Locale): string =>
  written(value, { ...notationOf(series), unit: null }, locale)

/** Does the period fit the series: its kind, and accumulated or not? Days and years do not accumulate. */
export const fits = (period: Period, { kind, accumulated }: Pick<Series, 'kind' | 'accumulated'>): boolean =>
  kindOf(period) === kind && (kind === 'year' || kind === 'day' || isAccumulated(period) === accumulated)

/** What a ratio is multiplied by: 100 where it is told in per cent; kronor per something where the numerator is öre. */
export const factorOf = (series: Series, numerator: Pick<Series, 'money'> | undefined): number =>
  (series.unit.sv === '%' ? 100 : series.unit.sv === '‰' ? 1000 : 1) / (numerator?.money && !series.money ? 100 : 1)
