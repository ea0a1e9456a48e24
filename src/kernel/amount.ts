import { formatNumber } from './number.ts'
import { granted, refused, type Verdict } from './refusal.ts'
import type { Locale } from './text.ts'

declare const amountBrand: unique symbol
/** Money in whole öre: a safe integer (up to 90 billion million kronor). Never a float of kronor. */
export type Amount = number & { readonly [amountBrand]: true }
/** The units that municipal tables are printed in. */
export const moneyUnits = ['kr', 'tkr', 'mnkr'] as const
export type MoneyUnit = (typeof moneyUnits)[number]
const orePer: Record<MoneyUnit, number> = { kr: 100, tkr: 100_000, mnkr: 100_000_000 }

/** Is the number a whole, exactly representable count of öre? */
export const isAmount = (value: unknown): value is Amount => Number.isSafeInteger(value)

/** The amount of a count of öre; throws on fractions, since they are a defect. */
export const ore = (value: number): Amount => {
  if (!isAmount(value)) throw new Error(`not whole öre: ${value}`)
  return (value === 0 ? 0 : value) as Amount
}

/** `value` of the unit as öre, rounded to the nearest öre (half away from zero): tkr(2.5) is 2 500 kr. */
export const amountOf = (value: number, unit: MoneyUnit): Amount => {
  const exact = value * orePer[unit]
  return ore(Math.sign(exact) * Math.round(Math.abs(exact)))
}

/** Sum of amounts; throws when it leaves the exact range. */
export const sumAmounts = (amounts: readonly Amount[]): Amount => ore(amounts.reduce<number>((a, b) => a + b, 0))

/**
 * Splits an amount by shares so that the parts sum to it exactly: largest remainder, earlier part first at a tie.
 * `shares` are non-negative and not all zero.
 */
export const splitAmount = (amount: Amount, shares: readonly number[]): Amount[] => {
  const total = shares.reduce((a, b) => a + b, 0)
  if (!(total > 0) || shares.some((s) => !(s >= 0))) throw new Error('shares must be non-negative and not all zero')
  const sign = Math.sign(amount)
  const whole = Math.abs(amount)
  const exact = shares.map((s) => (whole * s) / total)
  const parts = exact.map(Math.floor)
  let left = whole - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((e, i) => ({ i, rest: e - Math.floor(e) })).toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  for (let k = 0; left > 0; k = (k + 1) % order.length, left--) parts[(order[k] as { i: number }).i] = (parts[(order[k] as { i: number }).i] as number) + 1
  return parts.map((p) => ore(sign * p))
}

/** '2 500 tkr'; tkr without decimals, mnkr with one, kr without öre unless there are any. */
export const formatAmount = (amount: Amount, unit: MoneyUnit, locale: Locale): string => `${formatAmountBare(amount, unit, locale)}\u00a0${unit}`

/** As `formatAmount`, without the unit: for table columns whose caption states it. */
export const formatAmountBare = (amount: Amount, unit: MoneyUnit, locale: Locale): string => {
  const decimals = unit === 'mnkr' ? 1 : unit === 'kr' && amount % 100 !== 0 ? 2 : 0
  return formatNumber(amount / orePer[unit], decimals, locale)
}

/** Reads '2 500', '2500,50', '-8', '1 234 tkr' in the given unit, or in the unit that is written. */
export const readAmount = (typed: string, unit: MoneyUnit): Verdict<Amount> => {
  const text = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[\u2212–]/g, '-')
    .toLowerCase()
  const m = /^(-?)(\d{1,15})(?:,(\d{1,8}))?(kr|tkr|mnkr)?$/.exec(text)
  const bad = refused({
    code: 'amount.unreadable',
    text: {
      sv: `Skriv beloppet med siffror i ${unit}, till exempel 2 500. Du skrev ”${typed}”.`,
      en: `Write the amount in digits, in ${unit}, for example 2 500. You wrote “${typed}”.`,
    },
  })
  if (!m) return bad
  const scale = BigInt(orePer[(m[4] as MoneyUnit | undefined) ?? unit])
  const fraction = m[3] ?? ''
  const numerator = BigInt(`${m[2]}${fraction}`) * scale
  const denominator = 10n ** BigInt(fraction.length)
  if (numerator % denominator !== 0n) return bad
  const value = Number(numerator / denominator) * (m[1] ? -1 : 1)
  return isAmount(value) ? granted(ore(value)) : bad
}
