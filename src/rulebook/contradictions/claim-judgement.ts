import type { Text } from '../../kernel/text.ts'
import type { Draft, Told } from './finding.ts'
import { normalLabel } from './label.ts'
import type { StatementInput } from './material.ts'
import { told } from './place.ts'
import type { Target } from './point.ts'
import { readUnit, type Unit } from './unit.ts'

/** What a claim comes to: it holds, it cannot be checked, or what speaks against it. */
export type Judgement =
  | 'holds'
  | 'unchecked'
  | {
      readonly printed: Told
      readonly computed: Told
      readonly difference: number | null
      readonly unit: Unit
      readonly text: Text
      readonly cells: Target['cells']
      readonly ask: boolean
      readonly root: Draft['root']
    }

export const percent = readUnit('%')
export const points = readUnit('procentenheter')
/** The claim in its own words. */
export const name = (statement: StatementInput): string => statement.text ?? statement.quantity ?? statement.id ?? String(statement.value ?? '')
/** A target as it is told. */
export const shown = ({ value, unit, decimals }: Target): Text => told(value.mid, unit, decimals).text

/** A claim holds where any of the printed values it may mean bears it out. */
export const each = (targets: readonly (readonly [Target, Target])[], judge: (a: Target, b: Target) => Judgement): Judgement => {
  const all = targets.map(([a, b]) => judge(a, b)).filter((it) => it !== 'unchecked')
  return all.length === 0 ? 'unchecked' : all.includes('holds') ? 'holds' : (all[0] as Judgement)
}
/** Every pair of two pointers' targets. */
export const pairs = (a: readonly Target[], b: readonly Target[]): readonly (readonly [Target, Target])[] => a.flatMap((x) => b.map((y) => [x, y] as const))

/** Are what is compared defined in different ways? */
export const differs = (statement: StatementInput, ...targets: readonly Target[]): boolean => {
  const own = normalLabel(statement.definition ?? '')
  return (own !== '' && targets.some(({ definition }) => definition !== own)) || new Set(targets.map(({ definition }) => definition)).size > 1
}
