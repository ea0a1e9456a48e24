import { addDays, type Day } from '../kernel/day.ts'

/** Something that stands in a calendar: a whole day, or from a time of it, Swedish time. */
export interface CalendarEvent {
  /** The same for the same thing, always. */
  readonly uid: string
  readonly day: Day
  /** '13:00'; null for the whole day. */
  readonly time: string | null
  readonly summary: string
  readonly place?: string | undefined
  readonly url: string
  /** The day it came to be: an event that has not changed reads the same each time. */
  readonly since: Day
}

/** Commas, semicolons, backslashes and line ends have a meaning of their own (RFC 5545 3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

/** A line of at most 75 octets, going on after a space; no letter is cut in two (RFC 5545 3.1). */
export const folded = (line: string): string => {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const more = Buffer.byteLength(letter)
    if (octets + more > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n')
}

const compact = (d: Day): string => d.replaceAll('-', '')

/** Central European time, as it has been since 1996 (RFC 5545 3.6.5). */
const stockholm = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The calendar as a file that calendar programs subscribe to (RFC 5545). The same events give the same bytes. */
export const calendarText = (name: string, events: readonly CalendarEvent[]): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Genomslag//Genomslag//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Stockholm',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...(events.some((event) => event.time !== null) ? stockholm : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const eventLines = ({ uid, day, time, summary, place, url, since }: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${compact(since)}T000000Z`,
  ...(time === null
    ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`, 'TRANSP:TRANSPARENT']
    : [`DTSTART;TZID=Europe/Stockholm:${compact(day)}T${time.replace(':', '')}00`]),
  `SUMMARY:${escaped(summary)}`,
  ...(place ? [`LOCATION:${escaped(place)}`] : []),
  `URL:${url}`,
  'END:VEVENT',
]
