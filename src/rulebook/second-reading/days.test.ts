import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Day, isDay } from '../../kernel/day.ts'
import { easterSunday, isWorkingDay } from '../holidays.ts'
import { noticeTime, summonsTime } from '../meeting/notice-time.ts'
import { adjustment, announcement } from '../minutes/adjustment.ts'
import { appeal, legalForceState } from '../minutes/appeal.ts'
import { motionClock } from '../petitions/motion-clock.ts'
import { defaultVariants } from '../variants.ts'

// Days counted a second time: by number since 1970, Easter by Gauss, the holidays of lag 1989:253, the rolling of lag 1930:173.

const number = (s: string): number => Date.parse(`${s}T00:00:00Z`) / 86_400_000
const written = (n: number): Day => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day
const weekday = (n: number): number => (((n + 3) % 7) + 7) % 7 // 0 is Monday
const easterOf = (year: number): number => {
  const [a, b, c] = [year % 19, year % 4, year % 7]
  const century = Math.floor(year / 100)
  const m = (15 + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)) % 30
  const n = (4 + century - Math.floor(century / 4)) % 7
  const d = (19 * a + m) % 30
  const e = (2 * b + 4 * c + 6 * d + n) % 7
  const march = 22 + d + e
  const off = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && (11 * m + 11) % 30 < 19 ? 49 : march
  return number(`${year}-03-01`) + off - 1
}
const between = (n: number, from: string, to: string): boolean => written(n).slice(5) >= from && written(n).slice(5) <= to
const isFree = (n: number): boolean => {
  const year = Number(written(n).slice(0, 4))
  const easter = easterOf(year)
  return (
    weekday(n) >= 5 ||
    ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].includes(written(n).slice(5)) ||
    [easter - 2, easter + 1, easter + 39].includes(n) ||
    (weekday(n) === 4 && between(n, '06-19', '06-25'))
  )
}
const rolled = (n: number): number => (isFree(n) ? rolled(n + 1) : n)
const backed = (n: number): number => (isFree(n) ? backed(n - 1) : n)
const yearLater = (s: string): Day => {
  const same = `${Number(s.slice(0, 4)) + 1}${s.slice(4)}`
  return (isDay(same) ? same : same.replace('02-29', '02-28')) as Day
}
const days = fc.integer({ min: number('2005-01-01'), max: number('2120-01-01') })
const always = <A>(arbitrary: fc.Arbitrary<A>, holds: (a: A) => void): void => fc.assert(fc.property(arbitrary, holds), { numRuns: 2000 })

describe('the calendar', () => {
  it('has Easter where Gauss has it, in every year', () => {
    for (let year = 1910; year <= 2190; year++) expect(easterSunday(year)).toBe(written(easterOf(year)))
  })
  it('has the same working days', () => {
    for (let n = number('2005-01-01'); n < number('2060-01-01'); n++) expect(isWorkingDay(written(n)), written(n)).toBe(!isFree(n))
  })
})

test('notice and summons: a week before, or the weekday before', () =>
  always(fc.tuple(days, fc.boolean(), fc.integer({ min: -12, max: 2 })), ([n, urgent, off]) => {
    const latest = written(urgent ? backed(n - 1) : n - 7)
    const given = written(n + off)
    const expected = { latest, inTime: given <= latest }
    expect(noticeTime({ meeting: written(n), urgent, announced: given }, defaultVariants).value).toEqual(expected)
    expect(summonsTime({ meeting: written(n), urgent, sent: given }, defaultVariants).value).toEqual(expected)
  }))

test('adjustment, announcement, appeal and legal force: fourteen days, the second day, three weeks, the day after', () =>
  always(fc.tuple(days, fc.nat(4), fc.nat(40), fc.nat(30), fc.boolean()), ([n, wait, up, received, roll]) => {
    const announced = written(n + wait)
    const last = rolled(n + wait + 21)
    expect(adjustment({ meeting: written(n), adjusted: written(n + wait * 5) }).value).toEqual({ latest: written(n + 14), inTime: wait * 5 <= 14 })
    const told = announcement({ adjusted: written(n), announced, removed: written(n + wait + up) }, { announcementRolls: roll })
    expect(told.value).toEqual({
      target: written(n + 2),
      latest: written(roll ? rolled(n + 2) : n + 2),
      lastAppealDay: written(last),
      earliestRemoval: written(last + 1),
    })
    expect(told.ok).toBe((roll ? n + wait <= rolled(n + 2) : wait <= 2) && n + wait + up > last)
    const removed = written(n + wait + up)
    const asked = appeal({ body: 'council', preparatory: true, announced, removed, received: written(n + wait + received) })
    expect(asked.value).toMatchObject({ timeRuns: n + wait + up > last, inTime: n + wait + up <= last || n + wait + received <= last })
    expect(legalForceState({ announced, today: written(n + wait + received) }, defaultVariants).value?.state).toBe(
      n + wait + received > last ? 'in_force' : 'appealable',
    )
  }))

test('the year of a bill', () =>
  always(fc.tuple(days, fc.nat(800), fc.option(fc.nat(800)), fc.option(fc.nat(800))), ([n, now, reported, decided]) => {
    const on = (after: number | null): Day | null => (after === null || after > now ? null : written(n + after))
    const facts = { kind: 'motion', filed: written(n), today: written(n + now), reported: on(reported), decided: on(decided), writtenOff: null } as const
    const latest = yearLater(written(n))
    const told = facts.reported !== null && facts.reported <= latest
    const done = facts.decided !== null && facts.decided <= latest
    const ruled = motionClock(facts)
    expect(ruled.ok).toBe(told || done || facts.today <= latest)
    const state = facts.decided !== null ? 'decided' : told ? 'reported' : facts.today > latest ? 'overdue' : 'running'
    expect(ruled.value).toEqual({ latest, state })
  }))
