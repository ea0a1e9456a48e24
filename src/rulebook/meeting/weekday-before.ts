import { addDays, type Day, weekday, yearOf } from '../../kernel/day.ts'
import { holidaysOf, isEve } from '../holidays.ts'
import type { Variants } from '../variants.ts'

/** The latest day that is a week before the meeting, as the municipality reads "minst en vecka". KL 5:13, 5:15. */
export const weekBefore = (meeting: Day, { weekBefore: reading }: Pick<Variants, 'weekBefore'>): Day => addDays(meeting, reading === 'seven_days' ? -7 : -8)

/** The nearest weekday before a day: no Sunday or holiday, and no Saturday or eve unless the municipality reads it so. KL 5:14–15. */
export const weekdayBefore = (day: Day, variants: Pick<Variants, 'saturdayIsWeekday' | 'eveIsWeekday'>): Day => {
  const before = addDays(day, -1)
  const holiday = holidaysOf(yearOf(before)).has(before) && !(variants.eveIsWeekday && isEve(before))
  const free = holiday || weekday(before) === 7 || (weekday(before) === 6 && !variants.saturdayIsWeekday)
  return free ? weekdayBefore(before, variants) : before
}
