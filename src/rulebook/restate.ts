import { type Amount, splitAmount } from '../kernel/amount.ts'
import { roundTo } from '../kernel/number.ts'
import type { RollRule } from './rollup.ts'

/** Who does today what a unit did then, and how large a share of it; the shares sum to 1, null where unknown (organisation's `sharesToday`). */
export type SharesOf = (nodeId: string) => ReadonlyMap<string, number | null>

/** Values by unit as they are told for today's units; `blurred` are the units whose value cannot be known by the series' rule. */
export interface Restated {
  readonly values: ReadonlyMap<string, number | null>
  readonly blurred: readonly string[]
}

/** How a series adds up over units, and in what it is counted: öre for money (`decimals` 0), people (0), tenths (1). */
export interface Counted {
  readonly rule: RollRule
  readonly decimals: number
}

/**
 * Figures of an earlier period told for the units that there are now: what was recorded then is not touched.
 * Sums follow the shares in whole units of what is counted, by largest remainder, so that no half person arises and the total is kept
 * exactly; other rules only follow a unit that passed whole into one successor without other sources, since a mean or ratio of parts
 * cannot be known. A missing value makes its successors' missing, and so does an unknown share.
 */
export const restate = (values: ReadonlyMap<string, number | null>, sharesOf: SharesOf, { rule, decimals }: Counted): Restated => {
  const incoming = new Map<string, { readonly value: number | null; readonly whole: boolean }[]>()
  for (const [nodeId, value] of values) {
    const shares = [...sharesOf(nodeId)]
    const parts = value === null ? [] : split(value, shares, decimals)
    for (const [i, [toId, share]] of shares.entries()) {
      const part = { value: parts[i] ?? null, whole: shares.length === 1 && share === 1 }
      incoming.set(toId, [...(incoming.get(toId) ?? []), part])
    }
  }
  const blurred = rule === 'sum' ? [] : [...incoming].filter(([, parts]) => parts.length > 1 || parts.some((p) => !p.whole)).map(([id]) => id)
  const told = [...incoming].map(([id, parts]) => [id, blurred.includes(id) ? null : total(parts.map((p) => p.value))] as const)
  return { values: new Map(told), blurred }
}

/** So many decimals does a value have at most. */
const finest = 9

/** In whole units of `decimals`; a value that is recorded finer than the series is shown is split as finely as it is. */
const split = (value: number, shares: readonly (readonly [string, number | null])[], decimals: number): readonly (number | null)[] => {
  const known = shares.flatMap(([, share]) => (share === null ? [] : [share]))
  if (known.length < shares.length) return shares.map(([, share]) => (share === null ? null : roundTo(value * share, decimals)))
  if (shares.length === 1) return [value]
  const fits = (d: number): boolean => Math.abs(value * 10 ** d - Math.round(value * 10 ** d)) < 1e-6
  let d = decimals
  while (d < finest && !fits(d)) d++
  const scaled = Math.round(value * 10 ** d)
  if (!Number.isSafeInteger(scaled)) return known.map((share) => value * share)
  return splitAmount(scaled as Amount, known).map((part) => roundTo(part / 10 ** d, finest))
}

const total = (values: readonly (number | null)[]): number | null => {
  const sum = values.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0)
  return sum === null ? null : roundTo(sum, finest)
}
