import { addDays, type Day, weekday } from '../kernel/day.ts'

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Swedish civil day and time of an instant: ['2026-11-25', '14:05']. */
const civil = (now: Date): readonly [Day, string] => {
  const [on = '', time = ''] = local.format(now).split(' ')
  return [on as Day, time]
}

/** Each hour: '2026-11-25T14', by universal time, which no summer time repeats. */
export const hourly = (now: Date): string => now.toISOString().slice(0, 13)

/** Each day at a Swedish time of day ('03:10'): the day of the latest such time that has passed. */
export const dailyAt =
  (at: string) =>
  (now: Date): Day => {
    const [on, time] = civil(now)
    return time >= at ? on : addDays(on, -1)
  }

/** Monday to Friday at a Swedish time of day: the day of the latest such morning that has passed. */
export const weekdaysAt =
  (at: string) =>
  (now: Date): Day => {
    const latest = dailyAt(at)(now)
    return addDays(latest, -Math.max(0, weekday(latest) - 5))
  }
