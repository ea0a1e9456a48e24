import { addDays, addMonths, type Day } from '../kernel/day.ts'

/** What one person has looked at in a period, of what is secret. */
export interface Reader {
  readonly personId: string
  /** How many times something was looked at. */
  readonly looks: number
  /** How many different things. */
  readonly things: number
  /** Looks at things of bodies and units that none of the person's posts works for. */
  readonly outside: number
  /** Times that the person asked and was refused. */
  readonly refused: number
  /** Looks between ten at night and six in the morning. */
  readonly nightly: number
  /** Searches and exports in which something secret came along. */
  readonly gathered: number
}

/** What a hint is about. */
export type HintKind = 'many' | 'outside' | 'refused' | 'nightly' | 'gathered'
/** Something to ask about: no more than that. */
export interface Hint {
  readonly kind: HintKind
  readonly n: number
}

/** Fewer things than this are not many, whatever others have looked at. */
const leastMany = 10
const timesOthers = 3
const leastRefused = 3

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * What in somebody's looks a reviewer should ask about, seen against all `readers` of the period. Whether a relative or neighbour
 * was looked at cannot be known here. SoLPUL 2001:454 asks for systematic, recurring checks of who has read; what to look for is ours.
 */
export const hintsFor = (reader: Reader, readers: readonly Reader[]): readonly Hint[] => {
  const others = readers.filter((other) => other.personId !== reader.personId && other.looks > 0).map((other) => other.things)
  const usual = others.length === 0 ? 0 : median(others)
  const many = reader.things >= leastMany && reader.things > timesOthers * usual
  const kinds: readonly (readonly [HintKind, number, boolean])[] = [
    ['many', reader.things, many],
    ['outside', reader.outside, reader.outside > 0],
    ['refused', reader.refused, reader.refused >= leastRefused],
    ['nightly', reader.nightly, reader.nightly > 0],
    ['gathered', reader.gathered, reader.gathered > 0],
  ]
  return kinds.filter(([, , holds]) => holds).map(([kind, n]) => ({ kind, n }))
}

/** How it stands with the review of a body's looks: from when nothing has been gone through, and whether that is longer than decided. */
export interface ReviewState {
  /** First day that no review has gone through; null when there is nothing yet to review. */
  readonly since: Day | null
  readonly late: boolean
}

/**
 * The gap. `first` is the first day that anything was looked at, `reviewed` the days that reviews have gone through. A review begun
 * after a gap does not close it: what counts is how far it has been gone through without a hole.
 */
export const reviewState = (first: Day | null, reviewed: readonly { readonly from: Day; readonly to: Day }[], everyMonths: number, today: Day): ReviewState => {
  if (first === null) return { since: null, late: false }
  const since = reviewed
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .reduce((reached, { from, to }) => (from <= reached && to >= reached ? addDays(to, 1) : reached), first)
  if (since > today) return { since: null, late: false }
  return { since, late: addMonths(since, everyMonths) <= today }
}
