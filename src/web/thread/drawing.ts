import type { MarkName } from '../components/mark.tsx'
import type { StyleName } from './measure.ts'

/** One line of letters: `x` is its left end, or its right end or middle by `anchor`; `y` the baseline. */
export interface Letters {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly style: StyleName
  readonly tone: 'head' | 'title' | 'quiet' | 'faint' | 'gap' | 'lane'
  readonly anchor?: 'end' | 'mid' | undefined
  readonly href?: string | undefined
}

/** A drawn line: of the thread, a planned one, a divider between questions, today. */
export interface Stroke {
  readonly key: string
  readonly d: string
  readonly kind: 'thread' | 'planned' | 'zone' | 'rule' | 'today'
}

/** A station's mark; `x`, `y` are its middle. */
export interface Sign {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly mark: MarkName
}

/** Everything that a picture of the thread consists of, placed. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly letters: readonly Letters[]
  readonly strokes: readonly Stroke[]
  readonly signs: readonly Sign[]
}

/** How far a mark's middle lies right of the left edge of its labels. */
export const markHalf = 9
/** Half the length of a cross-bar. */
export const bar = 7
/** Height of a sign, in units of the drawing: the decision’s is larger. */
export const signSize = (mark: MarkName): number => (mark === 'decision' ? 23 : 18)
/** Tidy numbers in the markup. */
export const round = (n: number): number => Math.round(n * 10) / 10
