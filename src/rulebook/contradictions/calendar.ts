import { addDays, type Day, day, weekday } from '../../kernel/day.ts'

export { type Day, day, isDay, weekday } from '../../kernel/day.ts'

/** The number of days of the month. */
export const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** How many ISO weeks the year has: 53 where it begins on a Thursday, or on a Wednesday in a leap year. */
export const weeksIn = (year: number): number => isoWeek(day(`${year}-12-28`)).week

/** The ISO week of a day, with the year it is counted in (ISO 8601: the week of the year's first Thursday is 1). */
export const isoWeek = (d: Day): { readonly year: number; readonly week: number } => {
  const thursday = addDays(d, 4 - weekday(d))
  const year = Number(thursday.slice(0, 4))
  const ordinal = Math.round((Date.parse(`${thursday}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000)
  return { year, week: Math.floor(ordinal / 7) + 1 }
}
