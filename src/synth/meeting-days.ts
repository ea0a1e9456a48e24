import { addDays, addMonths, type Day, day } from '../kernel/day.ts'
import { workday } from './random.ts'

/** The body's first meeting at least `days` after a day. It meets every month but July, each body on its own day of the month. */
export const meetingAfter = (bodyId: string, on: Day, days: number): Day => {
  const earliest = addDays(on, days)
  const dayOfMonth = 5 + (Number.parseInt(bodyId.slice(-4), 16) % 20)
  for (let month = day(`${earliest.slice(0, 7)}-01`); ; month = addMonths(month, 1)) {
    const meeting = workday(addDays(month, dayOfMonth))
    if (meeting >= earliest && !meeting.includes('-07-')) return meeting
  }
}
