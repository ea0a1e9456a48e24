import { roundTo } from '../kernel/number.ts'
import type { Children, NoValue, RollRule } from './rollup.ts'

/** A node and all below it, in the order of a walk from the top; `ends` tells, for each, the place after the last below it. */
export interface Walk {
  readonly ids: readonly string[]
  readonly ends: readonly number[]
}

/** Lays out the branch of a node for counting many columns of it. */
export const walkOf = (top: string, children: Children): Walk => {
  const ids: string[] = []
  const ends: number[] = []
  const visit = (id: string): void => {
    const place = ids.push(id) - 1
    for (const child of children(id)) visit(child)
    ends[place] = ids.length
  }
  visit(top)
  return { ids, ends }
}

/** A counted value; `why` is set exactly when the value is null. */
export interface Counted {
  readonly value: number | null
  readonly why: NoValue | null
}

interface Column {
  readonly overTree: RollRule
  readonly money: boolean
  /** The recorded value of each node of the walk, by its place; null (or nothing) where there is none. */
  readonly values: readonly (number | null | undefined)[]
  /** Does the node at the place report the series? */
  readonly reports: (place: number) => boolean
}

/**
 * What `valueOf` of rollup.ts gives for the first node of the walk, for a sum or a mean, without telling which parts are missing:
 * for long rows over large trees. A ratio is divided by the caller.
 */
export const rollColumn = ({ ends }: Walk, { overTree, money, values, reports }: Column): Counted => {
  const whole = (value: number): Counted => ({ value: money ? Math.sign(value) * Math.round(Math.abs(value)) : roundTo(value, 9), why: null })
  const own = values[0] ?? null
  if (own !== null) return whole(own)
  if (overTree !== 'sum' && overTree !== 'mean') return { value: null, why: 'refused' }
  let [sum, parts, missing] = [0, 0, 0]
  /** Counts the branches below a place; true where anything was told of there, if only that it is missing. */
  const below = (place: number): boolean => {
    let told = false
    for (let at = place + 1; at < (ends[place] as number); at = ends[at] as number) {
      const value = values[at] ?? null
      if (value !== null) {
        sum += value
        parts += 1
        told = true
      } else if (below(at)) told = true
      else if (reports(at)) {
        missing += 1
        told = true
      }
    }
    return told
  }
  if (!below(0)) return { value: null, why: 'nobody_reports' }
  if (missing > 0) return { value: null, why: 'missing' }
  return whole(overTree === 'sum' ? sum : sum / parts)
}
