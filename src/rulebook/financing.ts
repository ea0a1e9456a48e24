import type { Amount } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import { type Period, firstDay } from '../kernel/period.ts'
import type { Refusal } from '../kernel/refusal.ts'

/**
 * A decision on expenditure during the running year must state how it is financed (KL 11:15). The frame of a period that has
 * begun on the day of decision is such a decision; the budget itself, decided before its period, is not.
 */
export const frameLacksFinancing = (
  frame: { readonly period: Period; readonly amount: Amount; readonly financing: string | null },
  decided: Day,
): readonly Refusal[] =>
  frame.amount > 0 && firstDay(frame.period) <= decided && !frame.financing?.trim()
    ? [
        {
          code: 'frame.financing',
          field: 'financing',
          law: 'KL 11:15',
          text: { sv: 'Året har börjat. Ange hur utgiften ska finansieras.', en: 'The year has begun. State how the expenditure is financed.' },
        },
      ]
    : []

/** An assignment as the rule sees it. `byCouncil` tells whether the giver is the council, which gives with its own budget. */
export interface GivenAssignment {
  readonly byCouncil: boolean
  readonly inBudget: boolean
  readonly resources: Amount | null
}

/** A board that gives an assignment outside the budget states which resources may be used: the municipality's own steering system (Borås, remiss 2022), not law. */
export const assignmentLacksResources = ({ byCouncil, inBudget, resources }: GivenAssignment): readonly Refusal[] =>
  !byCouncil && !inBudget && resources === null
    ? [
        {
          code: 'assignment.resources',
          field: 'resources',
          law: 'Styr- och ledningssystemet, Uppdrag',
          text: {
            sv: 'Ange vilka resurser som får användas. Det krävs när en nämnd ger ett uppdrag utanför budgeten.',
            en: 'State which resources may be used. It is required when a board gives an assignment outside the budget.',
          },
        },
      ]
    : []
