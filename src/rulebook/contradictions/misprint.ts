import type { Told } from './finding.ts'
import { type Interval, minus, sumOf, times } from './interval.ts'
import { told } from './place.ts'
import type { Printed } from './printed.ts'

type Value = Extract<Printed, { state: 'value' }>

/** The slips of the hand that are known when they are seen, the commonest first. */
export const misprints = ['transposed', 'sign', 'power', 'digit'] as const
export type Misprint = (typeof misprints)[number]

/** What most likely should stand in a cell, and which slip of the hand turned it into what stands there. */
export interface Likely extends Told {
  readonly misprint: Misprint
}

/** A cell of a finding: what stands there, and what would have to stand there for all to agree. */
export interface Needed {
  readonly printed: Value
  readonly needed: Interval
}

/** What each term of a sum, and the sum itself first, would have to be: the rest taken as it is printed. */
export const neededIn = (total: Value, computed: Interval, terms: readonly { readonly cell: Printed; readonly sign: 1 | -1 }[]): readonly (Needed | null)[] => {
  const gap = minus(total.value, computed)
  return [
    { printed: total, needed: computed },
    ...terms.map(({ cell, sign }) => (cell.state === 'value' ? { printed: cell, needed: sumOf([cell.value, times(gap, sign)]) } : null)),
  ]
}

/** The digits with two neighbours in each other's place, in every way. */
const transposed = (digits: string): readonly string[] =>
  Array.from({ length: digits.length - 1 }, (_, i) => i).flatMap((i) => {
    const [a, b] = [digits[i] as string, digits[i + 1] as string]
    return a === b ? [] : [digits.slice(0, i) + b + a + digits.slice(i + 2)]
  })

const otherDigit = (digits: string): readonly string[] =>
  [...digits].flatMap((digit, i) => [...'0123456789'].flatMap((other) => (other === digit ? [] : [digits.slice(0, i) + other + digits.slice(i + 1)])))

/** The slip that turns what is needed into what is printed, if it is one that hands make; null where none explains it, or two numbers would do. */
export const misprintOf = ({ printed, needed }: Needed, tried: readonly Misprint[] = misprints): Likely | null => {
  const { factor } = printed.unit
  const step = 10 ** -printed.decimals
  const shown = printed.value.mid / factor
  const digits = String(Math.round(Math.abs(shown) / step))
  const sign = shown < 0 ? -1 : 1
  const numbers = (all: readonly string[]): readonly number[] => all.map((it) => sign * Number(it) * step)
  const ways: Readonly<Record<Misprint, () => readonly number[]>> = {
    transposed: () => (digits.length < 2 ? [] : numbers(transposed(digits))),
    sign: () => (shown === 0 ? [] : [-shown]),
    power: () => (shown === 0 ? [] : [10, 0.1, 1e3, 1e-3, 1e6, 1e-6].map((power) => shown * power)),
    digit: () => (digits.length < 3 ? [] : numbers(otherDigit(digits))),
  }
  const [low, high] = [needed.low / factor, needed.high / factor]
  // Whole counts add up to the very number; what is rounded may lie anywhere that its rounding reaches.
  const whole = printed.unit.count !== null && printed.decimals === 0
  const [from, until] = whole ? [needed.mid / factor, needed.mid / factor] : [low, high]
  const noise = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))
  for (const misprint of tried) {
    const fits = [...new Set(ways[misprint]().map((it) => Number(it.toFixed(8))))].filter((it) => it >= from - noise && it <= until + noise)
    // A small number of another sign or size lies within the rounding of many.
    if (fits.length === 1 && Math.abs(fits[0] as number) > until - from)
      return { ...told((fits[0] as number) * factor, { ...printed.unit, text: '' }, printed.decimals), misprint }
    if (fits.length > 1) return null
  }
  return null
}
