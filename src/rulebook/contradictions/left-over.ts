import { type Reading, type Term, tryReading } from './combine.ts'
import { telling } from './breakdowns.ts'
import type { Axis, Line } from './grid.ts'
import { headsAmong } from './heads.ts'
import { isPart, isTotal, mostLooked, type SumTask } from './sum-candidates.ts'

/** More lines than this no sum is made of beyond those that the sums above it have taken up. */
const most = 12
/** Nor are longer tables looked through for headings that are sums. */
const mostHeaded = 60

/** A total as it has been tried, with its best reading. */
export interface TriedTotal {
  readonly task: SumTask
  readonly tried: readonly Reading[]
  readonly best: Reading | undefined
}

const bornOut = (reading: Reading | undefined): reading is Reading => reading !== undefined && reading.fits > 0 && reading.fits >= reading.misses

/**
 * A total that is made of single lines and of sums above it together ('Eget kapital', 'Avsättningar' and 'Summa skulder', below a total of
 * assets): the last few lines that no sum above has taken up. Only readings that the numbers bear out, for each total that has no better.
 */
export const withLeftOver = <T extends TriedTotal>(axis: Axis, all: readonly T[], crossings: readonly Line[]): readonly (readonly Reading[])[] => {
  if (all.length * axis.lines.length > mostLooked) return all.map(() => [])
  const taken = new Set<Line>()
  const take = ({ task, best }: TriedTotal, reading: Reading | undefined = best): void => {
    if (!bornOut(reading) || task.nested || task.onlyBorne) return
    for (const { line } of reading.terms) if (line.at < task.total.at) taken.add(line)
  }
  return all.map((it) => {
    const { task, best } = it
    const settled = !best || task.nested || task.onlyBorne || task.total.input.of !== undefined || (best.fits > 0 && best.misses === 0)
    if (settled) {
      take(it)
      return []
    }
    const lines = axis.lines.filter(
      (line) =>
        line.family === task.total.family &&
        line.at < task.total.at &&
        line.hasCells &&
        !taken.has(line) &&
        (isPart(line, axis) || (isTotal(line) && !line.mean)),
    )
    const ways = Array.from({ length: Math.max(0, Math.min(most, lines.length) - 1) }, (_, i): readonly Term[] =>
      lines.slice(lines.length - 2 - i).map((line) => ({ line, sign: 1 })),
    )
    // Of lines below no sum at all some may be one breakdown of several.
    const below = axis.lines.some((line) => line.family === task.total.family && line.at < task.total.at && isTotal(line))
    const mixed = below || task.total.loose ? ways : []
    const { tops, heads } =
      lines.length > 4 && lines.length <= mostHeaded && lines.every((line) => !isTotal(line)) ? headsAmong(axis, lines, crossings) : { tops: [], heads: [] }
    const headed = heads.length > 0 && tops.length > 1 ? [tops.map((line): Term => ({ line, sign: 1 }))] : []
    const borne = [...mixed, ...headed].map((terms) => tryReading(axis, task.total, terms, crossings)).filter((reading) => telling(reading) > 0)
    take(it, borne.find(bornOut) ?? best)
    return borne
  })
}
