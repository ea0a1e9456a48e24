/** A calendar as a small, strict reader of RFC 5545 finds it; throws where the file breaks the rules. */
export interface ReadCalendar {
  readonly name: string
  readonly zones: readonly string[]
  readonly events: readonly Readonly<Record<string, string>>[]
}

/** Reads an iCalendar file: unfolds, checks that every component is closed, and gives the events' properties by their full names. */
export const readCalendar = (text: string): ReadCalendar => {
  if (!text.endsWith('\r\n') || /(^|[^\r])\n/.test(text)) throw new Error('lines end with CRLF')
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  const open: string[] = []
  const events: Record<string, string>[] = []
  const zones: string[] = []
  let name = ''
  for (const line of lines) {
    const at = line.indexOf(':')
    if (at < 1) throw new Error(`no property: ${line}`)
    const [property, value] = [line.slice(0, at), line.slice(at + 1)]
    const inside = open.at(-1)
    if (property === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push({})
    } else if (property === 'END') {
      if (open.pop() !== value) throw new Error(`${value} is not open`)
    } else if (inside === 'VEVENT') {
      const event = events.at(-1) as Record<string, string>
      if (property in event) throw new Error(`${property} twice`)
      event[property] = value.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c))
    } else if (inside === 'VTIMEZONE' && property === 'TZID') zones.push(value)
    else if (property === 'X-WR-CALNAME') name = value
  }
  if (open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR') throw new Error('not one whole calendar')
  for (const event of events) {
    for (const needed of ['UID', 'DTSTAMP', 'SUMMARY']) if (!(needed in event)) throw new Error(`an event without ${needed}`)
    for (const key of Object.keys(event)) {
      const zone = /TZID=([^;:]+)/.exec(key)?.[1]
      if (zone && !zones.includes(zone)) throw new Error(`unknown zone ${zone}`)
    }
  }
  if (new Set(events.map((e) => e['UID'])).size !== events.length) throw new Error('a UID twice')
  return { name, zones, events }
}
