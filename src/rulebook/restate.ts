import { type Amount, splitAmount } from '../kernel/amount.ts'
import { roundTo } from '../kernel/number.ts'
import type { RollRule } from './rollup.ts'

/** Who does today what a unit did then, and how large a share of it; the shares sum to 1 (organisation's `sharesToday`). */
export type SharesOf = (nodeId: string) => ReadonlyMap<string, number>

/** Values by unit as they are told for today's units; `blurred` are the units whose value cannot be known by the series' rule. */
export interface Restated {
  readonly values: ReadonlyMap<string, number | null>
  readonly blurred: readonly string[]
}

/**
 * Figures of an earlier period told for the units that there are now: what was recorded then is not touched.
 * Sums follow the shares (whole öre stay whole, and the total is kept); other rules only follow a unit that passed whole into one
 * successor without other sources, since a mean or ratio of parts cannot be known. A missing value makes its successors' missing.
 */
export const restate = (
  values: ReadonlyMap<string, number | null>,
  sharesOf: SharesOf,
  { rule, money }: { readonly rule: RollRule; readonly money: boolean },
): Restated => {
  const incoming = new Map<string, { readonly value: number | null; readonly whole: boolean }[]>()
  for (const [nodeId, value] of values) {
    const shares = [...sharesOf(nodeId)]
    const parts = value === null ? [] : split(value, shares, money)
    for (const [i, [toId, share]] of shares.entries()) {
      const part = { value: parts[i] ?? null, whole: shares.length === 1 && share === 1 }
      incoming.set(toId, [...(incoming.get(toId) ?? []), part])
    }
  }
  const blurred = rule === 'sum' ? [] : [...incoming].filter(([, parts]) => parts.length > 1 || parts.some((p) => !p.whole)).map(([id]) => id)
  const told = [...incoming].map(([id, parts]) => [id, blurred.includes(id) ? null : total(parts.map((p) => p.value))] as const)
  return { values: new Map(told), blurred }
}

const split = (value: number, shares: readonly (readonly [string, number])[], money: boolean): readonly number[] => {
  const weights = shares.map(([, share]) => share)
  return money ? splitAmount(value as Amount, weights) : weights.map((share) => value * share)
}

const total = (values: readonly (number | null)[]): number | null => {
  const sum = values.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0)
  return sum === null ? null : roundTo(sum, 9)
}
