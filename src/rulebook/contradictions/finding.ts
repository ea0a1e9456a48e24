import type { Text } from '../../kernel/text.ts'
import type { Likely, Needed } from './misprint.ts'

export const rules = ['sum', 'net', 'change', 'share', 'rate', 'summary', 'same', 'unit', 'claim', 'count', 'date', 'order', 'decided'] as const
export type Rule = (typeof rules)[number]

/** error: cannot be, whatever is meant. contradiction: two printed statements disagree. ask: the definition or the base is unclear. */
export const surenesses = ['error', 'contradiction', 'ask'] as const
export type Sureness = (typeof surenesses)[number]

/** Where a number stands, as printed. */
export interface Place {
  readonly document: string
  readonly table?: string
  readonly row?: string
  readonly column?: string
  /** A statement, list, event or sum, where it is no cell. */
  readonly statement?: string
  readonly place?: string
  readonly printed: string
}

/** A number beside its words, in the unit that is printed. */
export interface Told {
  readonly text: Text
  readonly value: number | null
}

export interface Consequence {
  readonly rule: Rule
  readonly cells: readonly Place[]
  readonly difference: number | null
  readonly text: Text
}

/** One thing that cannot be, or that disagrees. It states both numbers and asks; it never says which is right. */
export interface Finding {
  readonly rule: Rule
  readonly sureness: Sureness
  readonly cells: readonly Place[]
  readonly printed: Told
  readonly computed: Told
  /** printed − computed in `unit`; null where they are no numbers. */
  readonly difference: number | null
  readonly unit: string
  readonly text: Text
  /** The one cell that everything told here rests on, where there is one: most likely the number to look at first. */
  readonly suspect?: Place
  /** What most likely should stand in the suspect, where a slip of the hand explains all: 'likely 1 243 printed as 1 234'. */
  readonly likely?: Likely
  /** What else follows from the same root. */
  readonly consequences: readonly Consequence[]
}

/** A finding before those with the same root are joined. */
export interface Draft extends Omit<Finding, 'consequences' | 'suspect' | 'likely'> {
  /** One key a cell, in the order of `cells`. */
  readonly keys: readonly string[]
  /** What each cell would have to be for all to agree, in the order of `cells`; left out where that cannot be told. */
  readonly needs?: readonly (Needed | null)[]
  /** The difference in the base of its dimension, with the room that rounding leaves; null where differences do not compare. */
  readonly root: { readonly dimension: string; readonly size: number; readonly room: number } | null
  readonly consequences?: readonly Consequence[]
}

/** Something worth saying that is no disagreement: how a table was read, what could not be checked. */
export interface Note {
  readonly place: Place
  readonly text: Text
}

/** What a rule answers. */
export interface Found {
  readonly findings: readonly Draft[]
  readonly notes: readonly Note[]
}
