import { addDays, type Day, weekday } from '../kernel/day.ts'

/** The days, counted from the day to keep, that somebody can choose to be reminded on. */
export const offeredDays = [-30, -14, -7, -3, -1, 0, 1, 7, 14] as const

/** Told unless somebody chooses otherwise: a week before, on the day, the day after and a week after. */
export const usualDays: readonly number[] = [-7, 0, 1, 7]

/** A reminder whose day fell on a holiday, or while the system was down, is still told within so many days. */
const grace = 5

/**
 * Which of somebody's days it is to be reminded of now: the latest that has come, if it came within the last days. Null for none.
 * One, though several have come: nobody needs to hear on the same morning that a day comes near and that it is here.
 */
export const reminderNow = (due: Day, days: readonly number[], today: Day): number | null => {
  const come = days.filter((n) => addDays(due, n) <= today && addDays(due, n) > addDays(today, -grace))
  return come.length === 0 ? null : Math.max(...come)
}

/** The Monday of the day's week. */
export const mondayOf = (d: Day): Day => addDays(d, 1 - weekday(d))
