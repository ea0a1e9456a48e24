import { roundTo } from '../kernel/number.ts'
import { addDays } from '../kernel/day.ts'
import { firstDay, isAccumulated, kindOf, lastDay, type Period, type PeriodKind, periodOf, split } from '../kernel/period.ts'

/** How the figures of parts make the figure of the whole; none: they cannot. */
export const rollRules = ['sum', 'mean', 'last', 'ratio', 'none'] as const
/** How the figures of a series add up. Ratios are counted anew from numerator and denominator, never averaged. */
export type RollRule = (typeof rollRules)[number]

/** One series with its figures, as roll-up needs it. */
export interface Spine {
  readonly overTime: RollRule
  readonly overTree: RollRule
  readonly kind: PeriodKind
  /** Do its figures accumulate from January? */
  readonly accumulated: boolean
  /** True where values are whole öre: means are rounded to whole ones. */
  readonly money: boolean
  /** Decimals that what is counted has: parts of it are no finer. None where it is not told. */
  readonly decimals?: number
  /** Of a ratio: 100 for per cent, 1 else. */
  readonly factor: number
  readonly numerator?: Spine
  readonly denominator?: Spine
  /** The current value; null when there is none. */
  at(nodeId: string, period: Period): number | null
  /** Does this node report this series? A node that never does is not missing. */
  reports(nodeId: string): boolean
}

/** Why there is no value. */
export type NoValue = 'missing' | 'refused' | 'does_not_fit' | 'zero_denominator' | 'nobody_reports'

/** A counted value with the parts that were lacking; `why` is set exactly when the value is null. */
export interface Rolled<K> {
  readonly value: number | null
  readonly why: NoValue | null
  readonly missing: readonly K[]
  /** How many parts were counted; 0 where the value itself was recorded. */
  readonly parts: number
}

const none = <K>(why: NoValue, missing: readonly K[] = [], parts = 0): Rolled<K> => ({ value: null, why, missing, parts })
const some = <K>(value: number, spine: Spine, parts: number, missing: readonly K[] = []): Rolled<K> => ({
  value: spine.money ? Math.sign(value) * Math.round(Math.abs(value)) : roundTo(value, 9),
  why: null,
  missing,
  parts,
})

interface Part<K> {
  readonly key: K
  readonly value: number | null
}

/** Adds up parts by rule. Every part must be there, but for 'last', which needs only the last and tells what else was lacking. */
const combine = <K>(rule: RollRule, parts: readonly Part<K>[], spine: Spine): Rolled<K> => {
  const missing = parts.filter((p) => p.value === null).map((p) => p.key)
  if (rule === 'none' || rule === 'ratio') return none('refused')
  if (parts.length === 0) return none('nobody_reports')
  if (rule === 'last') {
    const last = parts.at(-1)?.value ?? null
    return last === null ? none('missing', missing, parts.length) : some(last, spine, parts.length, missing)
  }
  if (missing.length > 0) return none('missing', missing, parts.length)
  const sum = parts.reduce((total, p) => total + (p.value as number), 0)
  return some(rule === 'sum' ? sum : sum / parts.length, spine, parts.length)
}

const divide = <K>(spine: Spine, roll: (of: Spine) => Rolled<K>): Rolled<K> => {
  if (!spine.numerator || !spine.denominator) return none('refused')
  const above = roll(spine.numerator)
  const below = roll(spine.denominator)
  const missing = [...new Set([...above.missing, ...below.missing])]
  const parts = Math.max(above.parts, below.parts)
  if (above.value === null || below.value === null) return none(above.why ?? below.why ?? 'missing', missing, parts)
  return below.value === 0 ? none('zero_denominator', missing, parts) : some((above.value / below.value) * spine.factor, spine, parts, missing)
}

/**
 * The value of a node for a longer (or accumulated) period, from its months, quarters or tertials by the series' own rule.
 * A recorded figure of the period itself is not asked for: the caller prefers it where there is one.
 */
export const rollOverTime = (spine: Spine, nodeId: string, period: Period): Rolled<Period> => {
  if (kindOf(period) === spine.kind && isAccumulated(period) === spine.accumulated) {
    const value = spine.at(nodeId, period)
    return value === null ? none('missing', [period]) : some(value, spine, 0)
  }
  if (spine.overTime === 'none') return none('refused')
  if (spine.overTime === 'ratio') return divide(spine, (of) => rollOverTime(of, nodeId, period))
  if (spine.accumulated) return fromAccumulated(spine, nodeId, period)
  const parts = split(period, spine.kind)
  if (parts.length === 0) return none('does_not_fit')
  return combine(
    spine.overTime,
    parts.map((key) => ({ key, value: spine.at(nodeId, key) })),
    spine,
  )
}

/** Accumulated figures: the one that ends with the period, less the one that ends just before it. */
const fromAccumulated = (spine: Spine, nodeId: string, period: Period): Rolled<Period> => {
  const end = accumulatedTo(lastDay(period), spine.kind)
  if (lastDay(end) !== lastDay(period)) return none('does_not_fit')
  if (spine.overTime === 'last' || firstDay(period).endsWith('-01-01')) return combine('last', [{ key: end, value: spine.at(nodeId, end) }], spine)
  const start = accumulatedTo(addDays(firstDay(period), -1), spine.kind)
  if (spine.overTime !== 'sum' || lastDay(start) !== addDays(firstDay(period), -1)) return none('does_not_fit')
  const [to, from] = [spine.at(nodeId, end), spine.at(nodeId, start)]
  const missing = [...(from === null ? [start] : []), ...(to === null ? [end] : [])]
  return to === null || from === null ? none('missing', missing, 2) : some(to - from, spine, 2)
}

const accumulatedTo = (day: Parameters<typeof periodOf>[0], kind: PeriodKind): Period =>
  `${periodOf(day, kind)}${kind === 'year' || kind === 'day' ? '' : 'A'}` as Period

/** The children of a node in the organisation of the period. */
export type Children = (nodeId: string) => readonly string[]

/**
 * The value of a node for one period from the units below it, by the series' own rule. In each branch the topmost recorded figure
 * counts; a reporting unit without figure, with none below it either, is missing. 'last' has no meaning over a tree and is refused.
 */
export const rollOverTree = (spine: Spine, nodeId: string, period: Period, children: Children): Rolled<string> => {
  if (spine.overTree === 'none' || spine.overTree === 'last') return none('refused')
  if (spine.overTree === 'ratio') return divide(spine, (of) => valueOf(of, nodeId, period, children))
  return combine(
    spine.overTree,
    children(nodeId).flatMap((child) => frontier(spine, child, period, children)),
    spine,
  )
}

/** The recorded figure of the node, or else the one counted from the units below it (of a ratio: from its numerator and denominator). */
export const valueOf = (spine: Spine, nodeId: string, period: Period, children: Children): Rolled<string> => {
  const own = spine.at(nodeId, period)
  return own === null ? rollOverTree(spine, nodeId, period, children) : some(own, spine, 0)
}

const frontier = (spine: Spine, nodeId: string, period: Period, children: Children): Part<string>[] => {
  const value = spine.at(nodeId, period)
  if (value !== null) return [{ key: nodeId, value }]
  const below = children(nodeId).flatMap((child) => frontier(spine, child, period, children))
  if (below.length > 0) return below
  return spine.reports(nodeId) ? [{ key: nodeId, value: null }] : []
}
