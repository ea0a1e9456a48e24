import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../kernel/day.ts'
import { type CalendarEvent, calendarText, folded } from './calendar.ts'
import { readCalendar } from '../../test/read-calendar.ts'

const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'deadline-1@x',
  day: day('2022-05-31'),
  time: null,
  summary: 'Slutredovisning',
  url: 'https://g.example.org/thing/1',
  since: day('2022-05-17'),
  ...more,
})

describe('the calendar as calendar programs read it', () => {
  it('takes whole days to the day after, and times in the Swedish zone, which it tells', () => {
    const text = calendarText('Arbetslivsnämnden', [event({}), event({ uid: 'meeting-1@x', time: '13:00', place: 'Sal 1, plan 2' })])
    const { name, zones, events } = readCalendar(text)
    expect({ name, zones }).toEqual({ name: 'Arbetslivsnämnden', zones: ['Europe/Stockholm'] })
    expect(events[0]).toMatchObject({ UID: 'deadline-1@x', 'DTSTART;VALUE=DATE': '20220531', 'DTEND;VALUE=DATE': '20220601', SUMMARY: 'Slutredovisning' })
    expect(events[1]).toMatchObject({ 'DTSTART;TZID=Europe/Stockholm': '20220531T130000', LOCATION: 'Sal 1, plan 2' })
    expect(readCalendar(calendarText('A', [event({})])).zones).toEqual([])
  })

  it('gives back every text that it was given, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = calendarText('x', [event({ summary })])
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(readCalendar(text).events[0]?.['SUMMARY']).toBe(summary.replaceAll(/\r\n|\r/g, '\n'))
      }),
    )
  })

  it('cuts no letter in two', () => expect(folded('å'.repeat(80)).split('\r\n ')).toEqual(['å'.repeat(37), 'å'.repeat(37), 'å'.repeat(6)]))

  it('is the same bytes for the same events', () => {
    const days: readonly Day[] = [day('2022-05-31'), day('2022-06-01')]
    const make = () =>
      calendarText(
        'x',
        days.map((d, i) => event({ uid: `${i}`, day: d })),
      )
    expect(make()).toBe(make())
  })
})
