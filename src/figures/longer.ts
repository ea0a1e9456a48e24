import { firstDay, lastDay, type Period, type PeriodKind, periodOf } from '../kernel/period.ts'
import type { Outcome } from '../rulebook/light.ts'
import { type Rolled, rollOverTime, type Spine } from '../rulebook/rollup.ts'

/** A longer period with the value counted for it. */
export interface Longer {
  readonly period: Period
  readonly rolled: Rolled<Period>
}

const longerKinds: Record<PeriodKind, readonly PeriodKind[]> = { day: ['month'], month: ['tertial', 'year'], quarter: ['year'], tertial: ['year'], year: [] }
/** Of each kind, at most this many of the latest. */
const most = 6

/** What the periods of a series come to over longer ones, by its own rule: the year so far first, then the latest of each longer kind. */
export const longerPeriods = (spine: Spine, nodeId: string, points: readonly Outcome[]): readonly Longer[] => {
  const latest = points.findLast((p) => p.value !== null)
  if (!latest || spine.overTime === 'none') return []
  const roll = (period: Period): Longer => ({ period, rolled: rollOverTime(spine, nodeId, period) })
  const whole = longerKinds[spine.kind].flatMap((kind) => {
    const all = new Set(points.map((p) => periodOf(lastDay(p.period), kind)))
    return [...all].toSorted().toReversed().slice(0, most)
  })
  const soFar = `${latest.period}A` as Period
  const running = ['month', 'quarter', 'tertial'].includes(spine.kind) && !spine.accumulated && firstDay(soFar) !== firstDay(latest.period)
  return [...(running && spine.overTime !== 'last' ? [roll(soFar)] : []), ...whole.map(roll)]
}
