import type { z } from 'zod'
import type { fractionShape } from './shapes.ts'

/** An exact fraction with a positive denominator. Not reduced until it is written. Plain numbers while they are exact, else bigints. */
export interface Rational {
  readonly n: number | bigint
  readonly d: number | bigint
}

/** The fraction n/d; d is above zero. */
export const rational = (n: number | bigint, d: number | bigint = 1): Rational => ({ n, d })

/** The product as a number where it is exact, else null. */
const product = (a: number | bigint, b: number | bigint): number | null => {
  if (typeof a === 'bigint' || typeof b === 'bigint') return null
  const whole = a * b
  return Number.isSafeInteger(whole) ? whole : null
}
const times = (a: number | bigint, b: number | bigint): number | bigint => product(a, b) ?? BigInt(a) * BigInt(b)
const sum = (a: number | bigint, b: number | bigint): number | bigint => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b
  return BigInt(a) + BigInt(b)
}

/** a + b, in lowest terms. */
export const plus = (a: Rational, b: Rational): Rational => lowest({ n: sum(times(a.n, b.d), times(b.n, a.d)), d: times(a.d, b.d) })
/** a / b, where b is above zero. */
export const over = (a: Rational, b: Rational): Rational => ({ n: times(a.n, b.d), d: times(a.d, b.n) })
/** Below, at or above zero as a is smaller than, equal to or larger than b. */
export const compare = (a: Rational, b: Rational): number => {
  const [left, right] = [product(a.n, b.d), product(b.n, a.d)]
  if (left !== null && right !== null) return left - right
  const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const divisor = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
const bigDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : bigDivisor(b, a % b))
const lowest = ({ n, d }: Rational): Rational => {
  if (typeof n === 'number' && typeof d === 'number') {
    const by = divisor(Math.abs(n), d)
    return by === 1 ? { n, d } : { n: n / by, d: d / by }
  }
  const [top, bottom] = [BigInt(n), BigInt(d)]
  const by = bigDivisor(top < 0n ? -top : top, bottom)
  return { n: top / by, d: bottom / by }
}

/** '29/2' in lowest terms, '29' when whole, with its decimals. */
export const written = (a: Rational): z.infer<typeof fractionShape> => {
  const { n, d } = lowest(a)
  return { exact: String(d) === '1' ? String(n) : `${n}/${d}`, decimal: Math.round((Number(n) / Number(d)) * 1e6) / 1e6 }
}
