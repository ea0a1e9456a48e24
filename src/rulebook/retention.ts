import { addMonths, type Day, day as dayIn, yearOf } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** How long something is kept: for ever, or so many years after the last entry in it; by what rule. */
export type RetentionRule = { readonly keep: 'preserved' } | { readonly keep: 'years'; readonly years: number; readonly law: string }

export const preserved: RetentionRule = { keep: 'preserved' }

/** Personal files of the social services: five years after the last entry (SoL 16:1). */
export const socialFile: RetentionRule = { keep: 'years', years: 5, law: 'SoL 16:1' }

/** The rule for a case, by its secrecy: a personal file of the social services (OSL 26:1), else it is preserved (arkivlagen 3 §). */
export const ruleOfCase = (secrecy: string | null): RetentionRule => (/^OSL 26(:|\s|$)/.test(secrecy ?? '') ? socialFile : preserved)

/** What the rule looks at. `last` is the day of the last entry; `over` tells that nothing more is to be done in it. */
export interface RetentionFacts {
  readonly rule: RetentionRule
  readonly last: Day
  readonly over: boolean
}

/**
 * The first day that it may be destroyed, and the last day by which it shall be: the end of the next calendar year (SoL 16:1). Null
 * when it is preserved or still goes on. Not looked at here: what SoL 16:2–4 excepts (paternity, adoption, placements, the sample
 * kept for research), which whoever decides must know.
 */
export const destructionDays = ({ rule, last, over }: RetentionFacts): { readonly from: Day; readonly by: Day } | null => {
  if (rule.keep === 'preserved' || !over) return null
  const from = addMonths(last, 12 * rule.years)
  return { from, by: dayIn(`${yearOf(from) + 1}-12-31`) }
}

/** Why something may not be destroyed on a day; empty when it may (arkivlagen 10 §). */
export const destructionHinders = (facts: RetentionFacts, today: Day): readonly Refusal[] => {
  const days = destructionDays(facts)
  if (days === null) {
    return facts.rule.keep === 'preserved'
      ? [
          {
            code: 'destroy.preserved',
            field: 'of',
            law: 'arkivlagen 3, 10 §',
            text: { sv: 'Det ska bevaras och får inte gallras.', en: 'It is to be preserved and may not be destroyed.' },
          },
        ]
      : [{ code: 'destroy.open', field: 'of', law: facts.rule.law, text: { sv: 'Det är inte avslutat.', en: 'It has not been closed.' } }]
  }
  return today >= days.from
    ? []
    : [
        {
          code: 'destroy.early',
          field: 'of',
          law: facts.rule.keep === 'years' ? facts.rule.law : 'arkivlagen 10 §',
          text: { sv: `Det får gallras först ${days.from}.`, en: `It may be destroyed from ${days.from}.` },
        },
      ]
}
