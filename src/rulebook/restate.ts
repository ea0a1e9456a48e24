import { type Amount, splitAmount } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import { roundTo } from '../kernel/number.ts'
import type { RollRule } from './rollup.ts'

/** What became of a unit on a day: all of it (merge, move) or a share of it (split). */
export interface Succession {
  readonly fromId: string
  readonly toId: string
  readonly onDay: Day
  /** 0 < share ≤ 1; the shares of one unit on one day sum to 1. */
  readonly share: number
}

/** Values by unit as they are told for today's units; `blurred` are units whose value could not be restated by the series' rule. */
export interface Restated {
  readonly values: ReadonlyMap<string, number | null>
  readonly blurred: readonly string[]
}

/**
 * Figures of an earlier period told for the units that there are now: what was decided then is not touched.
 * Sums follow the shares (whole öre stay whole, and the total is kept); other rules only follow a unit that passed whole into one
 * successor that had no other source, since a mean or ratio of parts cannot be known. Successions after `periodEnd` up to `today` count.
 * A missing value stays missing, and makes the successor's value missing.
 */
export const restate = (
  values: ReadonlyMap<string, number | null>,
  successions: readonly Succession[],
  { rule, money, periodEnd, today }: { readonly rule: RollRule; readonly money: boolean; readonly periodEnd: Day; readonly today: Day },
): Restated => {
  const blurred = new Set<string>()
  let now = new Map(values)
  const days = [...new Set(successions.map((s) => s.onDay))].filter((d) => d > periodEnd && d <= today).toSorted()
  for (const day of days) {
    const moves = Map.groupBy(
      successions.filter((s) => s.onDay === day && now.has(s.fromId)),
      (s) => s.fromId,
    )
    const after = new Map([...now].filter(([id]) => !moves.has(id)))
    for (const [fromId, to] of moves) {
      const value = now.get(fromId) ?? null
      const whole = to.length === 1 && to[0]?.share === 1
      const parts =
        value === null
          ? to.map(() => null)
          : shared(
              value,
              to.map((s) => s.share),
              money,
            )
      for (const [i, { toId }] of to.entries()) {
        if (rule !== 'sum' && (!whole || after.has(toId))) {
          blurred.add(toId)
          after.set(toId, null)
        } else after.set(toId, after.has(toId) ? plus(after.get(toId) ?? null, parts[i] ?? null) : (parts[i] ?? null))
      }
    }
    now = after
  }
  return { values: now, blurred: [...blurred] }
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : roundTo(a + b, 9))
const shared = (value: number, shares: readonly number[], money: boolean): readonly number[] =>
  money ? splitAmount(value as Amount, shares) : shares.map((share) => value * share)
