import { addMonths, type Day, day as dayIn, yearOf } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { ageAllows, type FileFacts, fileHinders } from './social-file.ts'

/** How long something is kept: for ever, or so many years after the last entry in it; by what rule. */
export type RetentionRule = { readonly keep: 'preserved' } | { readonly keep: 'years'; readonly years: number; readonly law: string }

/** Kept for ever. */
export const preserved: RetentionRule = { keep: 'preserved' }

/** Personal files of the social services: five years after the last entry (SoL 16:1). */
export const socialFile: RetentionRule = { keep: 'years', years: 5, law: 'SoL 16:1' }

/** The rule for a case, by its secrecy: a personal file of the social services (OSL 26:1), else it is preserved (arkivlagen 3 §). */
export const ruleOfCase = (secrecy: string | null): RetentionRule => (/^OSL 26(:|\s|$)/.test(secrecy ?? '') ? socialFile : preserved)

/** A delivery to the archive authority: the day it acknowledged it, null while it has not, and whether the case is as it was delivered. */
export interface Delivered {
  readonly acknowledged: Day | null
  readonly unchanged: boolean
}

/** What the rule looks at. `last` is the day of the last entry; `over` tells that nothing more is to be done in it. */
export interface RetentionFacts {
  readonly rule: RetentionRule
  readonly last: Day
  readonly over: boolean
  /** Of a personal file of the social services: what the exceptions ask; null while nobody has noted it. */
  readonly file?: FileFacts | null
  /** The municipality's four digits; null while nobody has told them. */
  readonly municipality?: string | null
  /** The latest delivery to the archive authority; absent when there is none. */
  readonly delivered?: Delivered
}

/** What the archive authority has taken over whole may be destroyed here (arkivlagen 9, 10 §). */
const takenOver = ({ delivered }: RetentionFacts): Day | null => (delivered?.unchanged ? delivered.acknowledged : null)

/**
 * The first day that it may be destroyed, and the last day by which it shall be: the end of the next calendar year (SoL 16:1); no last
 * day for what the archive authority has taken over. Null when it is preserved or still goes on. Exceptions are `destructionHinders`.
 */
export const destructionDays = (facts: RetentionFacts, today: Day): { readonly from: Day; readonly by: Day | null } | null => {
  const { rule, last, over, file } = facts
  if (!over) return null
  const taken = takenOver(facts)
  if (taken !== null) return { from: taken, by: null }
  if (rule.keep === 'preserved') return null
  const counted = addMonths(last, 12 * rule.years)
  const old = file ? ageAllows(file, today) : null
  const from = old !== null && old > counted ? old : counted
  return { from, by: dayIn(`${yearOf(from) + 1}-12-31`) }
}

/** Why something may not be destroyed on a day; empty when it may (arkivlagen 10 §). */
export const destructionHinders = (facts: RetentionFacts, today: Day): readonly Refusal[] => {
  const { rule, file = null, municipality = null, delivered } = facts
  const law = rule.keep === 'years' ? rule.law : 'arkivlagen 9, 10 §'
  const hinder = (code: string, sv: string, en: string): readonly Refusal[] => [{ code, field: 'of', law, text: { sv, en } }]
  if (!facts.over) return hinder('destroy.open', 'Det är inte avslutat.', 'It has not been closed.')
  if (takenOver(facts) !== null) return []
  if (rule.keep === 'preserved') {
    if (delivered?.acknowledged === null)
      return hinder('destroy.unacknowledged', 'Arkivmyndigheten har inte kvitterat leveransen.', 'The archive authority has not acknowledged the delivery.')
    if (delivered && !delivered.unchanged)
      return hinder('destroy.changed', 'Ärendet har ändrats sedan det levererades till arkivet.', 'The case has changed since it was delivered to the archive.')
    return hinder('destroy.preserved', 'Det ska bevaras och får inte gallras.', 'It is to be preserved and may not be destroyed.')
  }
  const days = destructionDays(facts, today)
  return [
    ...(days && today < days.from ? hinder('destroy.early', `Det får gallras först ${days.from}.`, `It may be destroyed from ${days.from}.`) : []),
    ...(rule === socialFile ? fileHinders(file, municipality, today) : []),
  ]
}
