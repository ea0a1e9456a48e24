import { telling } from './breakdowns.ts'
import { type Reading, type Term, tryReading } from './combine.ts'
import type { Axis, Line } from './grid.ts'

/** A line that no word calls a sum, above the lines that it is the sum of. */
export interface Head {
  readonly line: Line
  readonly reading: Reading
}

/** More than this is hardly printed under one such line. */
const longestRun = 30

const plus = (lines: readonly Line[]): readonly Term[] => lines.map((line) => ({ line, sign: 1 }))

/** Lines with the sums of those below them among them ('Gymnasieskola', and its schools): the outermost of them, and which of these are sums. */
export const headsAmong = (
  axis: Axis,
  lines: readonly Line[],
  crossings: readonly Line[],
): { readonly tops: readonly Line[]; readonly heads: readonly Head[] } => {
  const tops: Line[] = []
  const heads: Head[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line
    tops.push(line)
    let taken = 0
    for (let n = 2; n <= longestRun && at + n < lines.length && taken === 0; n++) {
      const reading = tryReading(axis, line, plus(lines.slice(at + 1, at + 1 + n)), crossings)
      if (telling(reading) === 0 || reading.misses > Math.min(1, reading.fits)) continue
      heads.push({ line, reading })
      taken = n
    }
    at += taken + 1
  }
  return { tops, heads }
}
