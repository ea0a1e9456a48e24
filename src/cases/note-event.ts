import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { closedHinders, eventProblems } from './case.ts'

export interface EventInput {
  readonly caseId: string
  readonly day: Day | null
  readonly text: string
}

/** Notes what happened in a case, on a day that has been. Events are facts: they are never altered. */
export const noteEvent = (deps: Deps, who: Who, input: EventInput, options: ActOptions = {}): Promise<Verdict<{ readonly id: string }>> =>
  actOnCase(
    deps,
    who,
    { caseId: input.caseId, act: 'note event', options, rules: (found) => [...closedHinders(found), ...eventProblems(input, deps.clock.today())] },
    async (tx, found) => {
      const id = deps.ids.next()
      await tx
        .insertInto('case_event')
        .values({ id, case_id: found.id, day: input.day as Day, text: input.text.trim() })
        .execute()
      return granted({ id })
    },
  )
