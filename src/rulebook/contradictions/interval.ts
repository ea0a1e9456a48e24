/** Every value that a printed number may stand for: 252,9 is what was rounded to it, 252,85 to 252,95. `mid` is the number as printed. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly mid: number
}

/** A number without rounding. */
export const exactly = (value: number): Interval => ({ low: value, high: value, mid: value })

/** A number rounded to a step: half a step to each side. */
export const around = (mid: number, step: number): Interval => ({ low: mid - step / 2, high: mid + step / 2, mid })

/** The sum of rounded numbers: as many half steps as there are numbers. */
export const sumOf = (parts: readonly Interval[]): Interval => {
  let [low, high, mid] = [0, 0, 0]
  for (const part of parts) {
    low += part.low
    high += part.high
    mid += part.mid
  }
  return { low, high, mid }
}

/** Times a number that is not zero. */
export const times = ({ low, high, mid }: Interval, k: number): Interval =>
  k >= 0 ? { low: low * k, high: high * k, mid: mid * k } : { low: high * k, high: low * k, mid: mid * k }

/** a − b. */
export const minus = (a: Interval, b: Interval): Interval => sumOf([a, times(b, -1)])

/** a / b; null where b may be zero. */
export const ratio = (a: Interval, b: Interval): Interval | null => {
  if (b.low <= 0 && b.high >= 0) return null
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
  if (corners.some(Number.isNaN) || b.mid === 0) return null
  return { low: Math.min(...corners), high: Math.max(...corners), mid: a.mid / b.mid }
}

/** 100 · (to − base) / |base|: growth in per cent of rounded numbers. Null where the base may be zero. */
export const growth = (base: Interval, to: Interval): Interval | null => {
  const share = ratio(to, base)
  if (share === null) return null
  const percent = { low: (share.low - 1) * 100, high: (share.high - 1) * 100, mid: (share.mid - 1) * 100 }
  return base.mid < 0 ? times(percent, -1) : percent
}

/** Room for binary noise, relative to the numbers compared. */
const noise = (a: number, b: number): number => {
  const [x, y] = [Math.abs(a), Math.abs(b)]
  return 1e-9 * Math.max(1e-3, x === Number.POSITIVE_INFINITY ? 0 : x, y === Number.POSITIVE_INFINITY ? 0 : y)
}

/** How far apart the nearest values of the two lie; 0 where they may be the same. */
export const gap = (a: Interval, b: Interval): number => {
  const above = a.low - b.high
  const under = b.low - a.high
  const between = above > under ? above : under
  return between > 0 && between > (above > under ? noise(a.low, b.high) : noise(b.low, a.high)) ? between : 0
}

/** Can the two printed numbers not stand for the same value? */
export const apart = (a: Interval, b: Interval): boolean => gap(a, b) > 0

/** Is every value of `a` below every value of `b`? */
export const below = (a: Interval, b: Interval): boolean => b.low - a.high > noise(a.high, b.low)

/** Do the numbers as printed agree, without any room for rounding? */
export const sameMid = (a: Interval, b: Interval): boolean => Math.abs(a.mid - b.mid) <= noise(a.mid, b.mid)

/** Half the width: how much the number may have been rounded. */
export const slack = ({ low, high }: Interval): number => (Number.isFinite(high - low) ? (high - low) / 2 : 0)
