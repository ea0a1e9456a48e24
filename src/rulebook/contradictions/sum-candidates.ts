import { type Axis, type Line, families, namedLine } from './grid.ts'
import type { Term } from './combine.ts'
import { normalLabel } from './label.ts'

/** A printed total and the ways its parts may be meant, the likeliest first. */
export interface SumTask {
  readonly total: Line
  readonly candidates: readonly (readonly Term[])[]
  readonly stated: boolean
  /** Are the parts the rows under a heading? They may be some of them only. */
  readonly nested: boolean
}

const plus = (lines: readonly Line[]): readonly Term[] => lines.map((line) => ({ line, sign: 1 }))
const isTotal = ({ role }: Line): boolean => role === 'total' || role === 'subtotal'

/** A part along this axis: stated, or left open. Columns that have a period of their own are not parts of each other unless they say so. */
const isPart = (line: Line, axis: Axis): boolean => {
  if (line.role === 'part' || line.role === 'count') return true
  return line.role === 'open' && (axis.way === 'rows' || line.input.period === undefined)
}

const distinct = (candidates: readonly (readonly Line[])[]): (readonly Term[])[] => {
  const seen = new Set<string>()
  return candidates
    .filter((lines) => {
      const key = lines.map((line) => line.at).join()
      return lines.length > 0 && !seen.has(key) && seen.add(key)
    })
    .map(plus)
}

/** Runs of lines before or after a place until the next total. */
const runBefore = (family: readonly Line[], at: number): readonly Line[] => {
  const before = family.slice(0, at)
  return before.slice(before.findLastIndex(isTotal) + 1)
}
const runAfter = (family: readonly Line[], at: number): readonly Line[] => {
  const after = family.slice(at + 1)
  const end = after.findIndex(isTotal)
  return end < 0 ? after : after.slice(0, end)
}

const among = (family: readonly Line[], total: Line, axis: Axis): readonly (readonly Line[])[] => {
  const at = family.indexOf(total)
  const parts = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => isPart(line, axis) && line.hasCells)
  const subtotals = family.filter((line) => line.role === 'subtotal' && line !== total)
  const sided = (role: 'income' | 'cost') => runBefore(family, at).filter((line) => line.role === role)
  const all = parts(family)
  const before = parts(family.slice(0, at))
  // Where sums stand below their parts, what follows the last of them belongs to none.
  const loose = parts(family.slice(family.findLastIndex((line) => line.role === 'subtotal') + 1))
  const underTotals = [subtotals, subtotals.length > 0 ? [...subtotals, ...loose.filter((line) => line !== total)] : []]
  const runs = [parts(runBefore(family, at)), parts(runAfter(family, at))]
  const totalsBefore = family.slice(0, at).filter((line) => line.role === 'total')
  const sides = [
    totalsBefore,
    [...totalsBefore, ...runBefore(family, at).filter((line) => isPart(line, axis) && line.hasCells)],
    sided('cost'),
    sided('income'),
    [...sided('income'), ...sided('cost')],
  ]
  return total.role === 'total' ? [before.length > 0 ? before : all, all, ...underTotals, ...runs, ...sides] : [...runs, before, ...sides]
}

/** The children of a total that itself has rows (income, cost, net): each is the sum of its namesakes under the other headings. */
const namesakes = (family: readonly Line[], total: Line): readonly SumTask[] =>
  total.children.flatMap((child) => {
    const same = (other: Line): boolean =>
      child.role === 'income' || child.role === 'cost' || child.role === 'net'
        ? other.role === child.role
        : normalLabel(other.label) === normalLabel(child.label)
    const groups = family.filter((line) => line !== total && line.children.length > 0 && !isTotal(line))
    const terms = groups.flatMap((group) => group.children.find(same) ?? [])
    return terms.length > 1 ? [{ total: child, candidates: [plus(terms)], stated: true, nested: false }] : []
  })

/** A heading with a number of its own is the sum of the rows under it. */
const ofChildren = (line: Line): readonly SumTask[] => {
  const parts = line.children.filter(
    (child) => (child.role === 'part' || child.role === 'open' || child.role === 'subtotal' || child.role === 'count') && child.hasCells,
  )
  const closed = line.children.some((child) => child.role === 'total')
  return line.hasCells && parts.length > 1 && !closed && line.role !== 'info' ? [{ total: line, candidates: [plus(parts)], stated: true, nested: true }] : []
}

/** Every printed total along an axis, with the ways its parts may be read. */
export const sumTasks = (axis: Axis): readonly SumTask[] =>
  families(axis).flatMap((family) =>
    family.flatMap((line): readonly SumTask[] => {
      const nested = ofChildren(line)
      if (line.role === 'net' || line.role === 'change') return nested
      if (line.input.of && line.role !== 'share') {
        const terms = line.input.of.flatMap((name) => namedLine(axis, name, line) ?? [])
        return [{ total: line, candidates: [plus(terms)], stated: true, nested: false }, ...nested]
      }
      if (!isTotal(line)) return nested
      if (line.children.length > 0 && !line.hasCells) return namesakes(family, line)
      // Along the columns a total without parts of its own group may sum what stands under the other groups.
      const candidates = distinct(among(family, line, axis).filter((lines) => lines.length > 1))
      return candidates.length > 0 ? [{ total: line, candidates, stated: !line.guessed, nested: false }, ...nested] : nested
    }),
  )
