import { type Interval, times } from './interval.ts'

/** Words that widen a printed number, as Swedish and English documents write them. */
export const hedges = {
  about: /^(ca\.?|c:a|cirka|omkring|ungefär|runt|kring|uppskattningsvis|about|around|approx\.?|circa|roughly|~|≈)\s*/,
  somewhatOver: /^(drygt|dryga|lite (mer|fler) än|något (mer|fler|över) än|strax över|just over|slightly (more than|over))\s*/,
  somewhatUnder: /^(knappt|knappa|nästan|närmare|strax under|inte fullt|nearly|almost|just under|close to)\s*/,
  above: /^(över|mer än|fler än|större än|more than|over|above|>)\s*/,
  below: /^(under|mindre än|färre än|lägre än|less than|fewer than|<)\s*/,
  atLeast: /^(minst|åtminstone|lägst|från|at least|≥|>=)\s*/,
  atMost: /^(högst|max\.?|maximalt|som mest|upp till|upp emot|at most|up to|≤|<=)\s*/,
} as const
export type Hedge = keyof typeof hedges

/** The hedge that a lower-case text begins with, and what it hedges; null for a plain number. */
export const hedgeIn = (text: string): { readonly hedge: Hedge; readonly rest: string } | null => {
  const hedge = (Object.keys(hedges) as Hedge[]).find((name) => hedges[name].test(text))
  return hedge ? { hedge, rest: text.replace(hedges[hedge], '') } : null
}

/** Bounds are as written: 'över 700' is more than 700, and its rounding would only blunt it. */
export const isBound = (hedge: Hedge): boolean => hedge === 'atMost' || hedge === 'atLeast' || hedge === 'above' || hedge === 'below'

/** The step of the last digit that is not zero: 100 for 500, 1 000 for 46 000, 1 for 65. */
const significantStep = (value: number, step: number): number => {
  const size = Math.abs(value)
  let at = step
  while (at < size && Math.abs(Math.round(size / (at * 10)) * at * 10 - size) < step / 1e6) at *= 10
  return at
}

/** Hedges widen by magnitude, so that a deficit of 'drygt 5' reaches from −5 away from zero. */
export const hedged = (value: Interval, step: number, hedge: Hedge): Interval => {
  const size = value.mid < 0 ? times(value, -1) : value
  const room = Math.max(significantStep(size.mid, step), size.mid * 0.1)
  const wide = {
    about: { low: size.mid - Math.max(room / 2, size.mid * 0.05), high: size.mid + Math.max(room / 2, size.mid * 0.05) },
    somewhatOver: { low: size.low, high: size.mid + room },
    somewhatUnder: { low: size.mid - room, high: size.high },
    above: { low: size.low, high: Number.POSITIVE_INFINITY },
    atLeast: { low: size.low, high: Number.POSITIVE_INFINITY },
    below: { low: Number.NEGATIVE_INFINITY, high: size.high },
    atMost: { low: Number.NEGATIVE_INFINITY, high: size.high },
  }[hedge]
  const out = { ...wide, mid: size.mid }
  return value.mid < 0 ? times(out, -1) : out
}
