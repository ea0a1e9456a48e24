import type { z } from 'zod'
import type { fractionShape } from './shapes.ts'

/** An exact fraction with a positive denominator. Not reduced until it is written. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const rational = (n: number | bigint, d: number | bigint = 1): Rational => ({ n: BigInt(n), d: BigInt(d) })
export const plus = (a: Rational, b: Rational): Rational => lowest({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
/** a / b, where b is above zero. */
export const over = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d, d: a.d * b.n })
/** Below, at or above zero as a is smaller than, equal to or larger than b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const lowest = ({ n, d }: Rational): Rational => {
  const by = gcd(n < 0n ? -n : n, d)
  return { n: n / by, d: d / by }
}

/** '29/2' in lowest terms, '29' when whole, with its decimals. */
export const written = (a: Rational): z.infer<typeof fractionShape> => {
  const { n, d } = lowest(a)
  return { exact: d === 1n ? String(n) : `${n}/${d}`, decimal: Math.round((Number(n) / Number(d)) * 1e6) / 1e6 }
}
