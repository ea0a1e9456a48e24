import { addDays, type Day } from '../kernel/day.ts'
import { nextWorkingDay } from './holidays.ts'

/** Where a decision stands towards appeal. `lastDay` is the last day to appeal, `from` the first day of legal force if nobody does. */
export type LegalForce = { readonly state: 'not_announced' } | { readonly state: 'appealable' | 'in_force'; readonly lastDay: Day; readonly from: Day }

/** The last day an appeal may arrive: three weeks from the announcement on the notice board, rolled to a working day. KL 13:5, lag 1930:173 2 §. */
export const lastAppealDay = (announced: Day): Day => nextWorkingDay(addDays(announced, 21))

/**
 * When an unappealed decision gains legal force: the day after the last day of appeal (KL 13:5). `announced` is the day the
 * adjustment was announced, null when it has not been: then no time runs. Does not know whether somebody appealed, nor whether
 * the decision is of a kind that can be appealed (KL 13:2).
 */
export const legalForce = (announced: Day | null, today: Day): LegalForce => {
  if (announced === null) return { state: 'not_announced' }
  const lastDay = lastAppealDay(announced)
  return { state: today > lastDay ? 'in_force' : 'appealable', lastDay, from: addDays(lastDay, 1) }
}
