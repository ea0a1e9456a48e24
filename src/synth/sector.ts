import type { Direction } from '../rulebook/light.ts'
import type { RollRule } from '../rulebook/rollup.ts'
import type { Text } from '../kernel/text.ts'

/** Something that a board gives as an assignment. */
export interface Subject {
  readonly title: string
  readonly purpose: string
  readonly deliverable: string
}

/** Something that the units of a sector count. */
export interface Counted {
  readonly key: string
  readonly name: Text
  readonly unit: Text
  readonly kind: 'month' | 'tertial' | 'year'
  readonly decimals: number
  readonly direction: Direction | null
  readonly overTime: RollRule
  readonly overTree: RollRule
  /** What a unit usually has of it in a period. */
  readonly usual: number
  /** How much it grows in a year: 0.02 is two per cent. */
  readonly growth: number
  readonly purpose: Text
}

/** What a board and its administration are about, as the synthetic municipality tells it. */
export interface Sector {
  readonly key: string
  readonly board: Text
  readonly short: string
  readonly department: Text
  readonly departmentShort: string
  /** Share of all who are employed, and of all units. */
  readonly staff: number
  readonly units: number
  /** Even the smallest municipality has it. */
  readonly basic: boolean
  readonly area: Text
  /** Name of a unit at a place. */
  readonly unit: (place: string) => Text
  readonly unitHead: Text
  /** Titles of those who work there, and how common they are. */
  readonly titles: readonly (readonly [Text, number])[]
  readonly subjects: readonly Subject[]
  /** What is sent to the board for its opinion. */
  readonly opinions: readonly string[]
  readonly counted: readonly Counted[]
  readonly partners: readonly (readonly [string, string])[]
  readonly documents: readonly string[]
  readonly goal: string
}

/** A text in both languages. */
export const text = (sv: string, en: string): Text => ({ sv, en })

/** The board that had the schools before the reorganisation of the third year, split in two by it. */
export const formerSchools = {
  board: text('Barn- och utbildningsnämnden', 'Children and Education Board'),
  short: 'BUN',
  department: text('Barn- och utbildningsförvaltningen', 'Children and Education Department'),
  departmentShort: 'BUF',
} as const

/** The board that takes over culture and leisure. */
export const laterLeisure = {
  board: text('Kultur- och fritidsnämnden', 'Culture and Leisure Board'),
  short: 'KFN',
  department: text('Kultur- och fritidsförvaltningen', 'Culture and Leisure Department'),
  departmentShort: 'KFF',
} as const
