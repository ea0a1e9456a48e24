import { addDays, type Day, day, weekday, yearOf } from '../kernel/day.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** Easter Sunday of a Gregorian year (the anonymous computus, 1876). */
export const easterSunday = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return day(`${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`)
}

const firstFrom = (from: Day, wanted: number): Day => {
  let d = from
  while (weekday(d) !== wanted) d = addDays(d, 1)
  return d
}

/**
 * The Swedish public holidays of a year (lag 1989:253), with Midsummer's, Christmas and New Year's Eve, which lag 1930:173
 * 2 § equals with them when a time runs out. Ordinary Sundays and Saturdays are not listed.
 */
export const holidaysOf = (year: number): ReadonlySet<Day> => {
  const known = holidays.get(year)
  if (known) return known
  const counted = new Set(countHolidays(year))
  holidays.set(year, counted)
  return counted
}

/** Midsummer's, Christmas or New Year's Eve. Lag 1930:173 2 §. */
export const isEve = (d: Day): boolean => {
  const rest = d.slice(5)
  return rest === '12-24' || rest === '12-31' || (rest >= '06-19' && rest <= '06-25' && weekday(d) === 5)
}

/** Counted once a year and process: at most the 280 years that days may lie in, and the ones beside. */
const holidays = new Map<number, ReadonlySet<Day>>()

const countHolidays = (year: number): readonly Day[] => {
  const easter = easterSunday(year)
  const on = (rest: string): Day => day(`${year}-${rest}`)
  const midsummer = firstFrom(on('06-20'), 6)
  return [
    on('01-01'),
    on('01-06'),
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    on('05-01'),
    addDays(easter, 39),
    addDays(easter, 49),
    on('06-06'),
    addDays(midsummer, -1),
    midsummer,
    firstFrom(on('10-31'), 6),
    on('12-24'),
    on('12-25'),
    on('12-26'),
    on('12-31'),
  ]
}

/** Is it a day on which a time for an act may run out (lag 1930:173 2 §): no Saturday, Sunday, holiday or equalled eve? */
export const isWorkingDay = (d: Day): boolean => weekday(d) < 6 && !holidaysOf(yearOf(d)).has(d)

/** The day itself when it is a working day, else the next one that is. */
export const nextWorkingDay = (d: Day): Day => (isWorkingDay(d) ? d : nextWorkingDay(addDays(d, 1)))
