/** How a time is written: within one day, on a day without zone, or as an instant. */
type Written = { readonly kind: 'clock' | 'local' | 'instant'; readonly ms: number }

const read = (moment: string): Written => {
  const [time = '', date] = moment.split('T').toReversed()
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(time)
  const full = `${date ?? '2000-01-01'}T${time.replace(/^(\d\d:\d\d)(?=Z|[+-]|$)/, '$1:00')}${zoned ? '' : 'Z'}`
  return { kind: date === undefined ? 'clock' : zoned ? 'instant' : 'local', ms: Date.parse(full) }
}

/** Milliseconds from `a` to `b`, or null where they are written in ways that cannot be compared. */
export const between = (a: string, b: string): number | null => {
  const [from, to] = [read(a), read(b)]
  const ms = to.ms - from.ms
  return from.kind === to.kind && Number.isFinite(ms) ? ms : null
}
