import { firstDay, lastDay, type Period, within } from '../kernel/period.ts'
import type { Aim } from '../rulebook/light.ts'
import type { Series } from './series.ts'

/** A target as a clause set it, with where it was decided. */
export interface Target extends Aim {
  readonly id: string
  readonly seriesId: string
  readonly nodeId: string
  readonly title: string
  /** The day of the decision; of two targets for one period the later decided holds. */
  readonly day: string
  readonly goalId: string | null
  readonly clauseId: string
  readonly secrecy: string | null
}

const later = (a: Target, b: Target): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? 1 : -1)

/**
 * The target that an outcome is held against: its own period's; or, for levels (not sums), a longer period's that holds it; or else
 * the nearest coming one. Targets of periods that are over are never used.
 */
export const targetFor = <T extends Target>(targets: readonly T[], period: Period, series: Pick<Series, 'overTime'>): T | null => {
  const level = series.overTime !== 'sum'
  const own = targets.filter((t) => t.period === period)
  const holding = level ? targets.filter((t) => t.period !== period && within(period, t.period)) : []
  const coming = targets.filter((t) => firstDay(t.period) > lastDay(period) && (level || t.period.length === period.length))
  const nearest = coming.map((t) => t.period).toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))[0]
  for (const group of [own, holding, coming.filter((t) => t.period === nearest)]) {
    const found = group.toSorted(later)[0]
    if (found) return found
  }
  return null
}
