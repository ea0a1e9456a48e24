import { roundTo } from '../kernel/number.ts'
import type { Period } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import { lightWords as words } from './light-words.ts'
import { type Notation, shown } from './notation.ts'

/** The colours of a measure; unknown: cannot be judged. */
export const lights = ['green', 'yellow', 'red', 'unknown'] as const
/** One of the colours. */
export type Light = (typeof lights)[number]
/** Which way is better. */
export const directions = ['up', 'down', 'hold'] as const
/** Which way is good. */
export type Direction = (typeof directions)[number]
/** How an outcome is held against its target. */
export const targetRules = ['at_least', 'at_most', 'increase', 'decrease', 'hold'] as const
/** One of the ways to hold an outcome against its target. */
export type TargetRule = (typeof targetRules)[number]

/** What a decision wants of a series in one period. `value` only with at_least and at_most. */
export interface Aim {
  readonly rule: TargetRule
  readonly value: number | null
  readonly period: Period
}

/** The value of one period; null is "no figure", never zero. */
export interface Outcome {
  readonly period: Period
  readonly value: number | null
}

/** What a light is judged from. */
export interface LightFacts {
  readonly outcome: Outcome
  /** The same period a year before. */
  readonly previous: Outcome
  readonly direction: Direction | null
  /** The target of the outcome's own period, or else the nearest coming one. */
  readonly aim: Aim | null
  readonly notation: Notation
}

/** The light and the words that say what: never the one without the other. */
export interface Judgement {
  readonly light: Light
  readonly words: Text
}

/** Share of the target (or of the year before, where nothing may change) that still counts as close. */
export const tolerance = 0.02

const clean = (n: number): number => roundTo(n, 9)
const margin = (of: number, { decimals }: Notation): number => Math.max(Math.abs(of) * tolerance, 10 ** -decimals)
const unknown = (text: Text): Judgement => ({ light: 'unknown', words: text })

/**
 * How an outcome stands. The rule, as the page tells it (`lightRule`):
 * a target with a value: kept is green; missed by at most 2 per cent of it, or one unit of the last decimal, is yellow; more is red.
 * A target or direction without value, against the year before: the wished way green, unchanged yellow, the other way red;
 * where nothing should change: within 2 per cent green, within 4 yellow, more red. No outcome, nothing to compare with, or neither
 * target nor direction: not assessed. A missing value is never taken for zero.
 */
export const judge = ({ outcome, previous, direction, aim, notation }: LightFacts): Judgement => {
  if (outcome.value === null) return unknown(words.outcomeMissing(outcome.period))
  const value = shown(outcome.value, notation)
  if (aim && aim.value !== null && (aim.rule === 'at_least' || aim.rule === 'at_most')) {
    const target = clean(aim.value / notation.scale)
    return againstValue(clean(value - target), aim.rule, margin(target, notation), notation, aim.period === outcome.period ? null : aim.period)
  }
  const wish = (aim && wishOf(aim.rule)) ?? direction
  if (wish === null) return unknown(words.noDirection)
  if (previous.value === null) return unknown(words.outcomeMissing(previous.period))
  const before = shown(previous.value, notation)
  return againstBefore(clean(value - before), wish, margin(before, notation), notation)
}

const wishOf = (rule: TargetRule): Direction | null => (({ increase: 'up', decrease: 'down', hold: 'hold', at_least: null, at_most: null }) as const)[rule]

const againstValue = (difference: number, rule: 'at_least' | 'at_most', close: number, notation: Notation, coming: Period | null): Judgement => {
  const missedBy = rule === 'at_most' ? difference : -difference
  const where = difference === 0 ? words.onTarget(coming) : words.offTarget(difference, notation, coming)
  if (missedBy <= 0) return { light: 'green', words: where }
  return missedBy <= close ? { light: 'yellow', words: words.close(where) } : { light: 'red', words: where }
}

const againstBefore = (change: number, wish: Direction, close: number, notation: Notation): Judgement => {
  if (wish === 'hold') {
    const size = Math.abs(change)
    if (size <= close) return { light: 'green', words: change === 0 ? words.unchanged : words.steady(change, notation) }
    return { light: size <= clean(2 * close) ? 'yellow' : 'red', words: words.unsteady(change, notation) }
  }
  if (change === 0) return { light: 'yellow', words: words.unchanged }
  return change > 0 === (wish === 'up')
    ? { light: 'green', words: words.rightWay(change, notation) }
    : { light: 'red', words: words.wrongWay(change, notation) }
}

/** The rule in sentences, for the page: "Så bedöms läget". */
export const lightRule: readonly Text[] = words.rule
