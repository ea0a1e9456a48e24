import { type Day, dayOf } from './day.ts'

/** The only way to know what time it is. `today` is the civil day that deadlines count from; `now` the real instant. */
export interface Clock {
  now(): Date
  today(): Day
}

/** The machine's clock, in Swedish civil time. */
export const systemClock: Clock = { now: () => new Date(), today: () => dayOf(new Date()) }

/** A clock whose civil day stands still: for the demonstration municipality and for tests. Instants stay real unless given. */
export const clockAt = (today: Day, now: () => Date = () => new Date()): Clock => ({ now, today: () => today })
