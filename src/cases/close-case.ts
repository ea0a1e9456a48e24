import type { Deps } from '../database/transact.ts'
import { granted, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { closeHinders } from './case.ts'

/** Closes a case today. A case in which nothing was decided is closed with a reason, which stays among its events. */
export const closeCase = (
  deps: Deps,
  who: Who,
  input: { readonly caseId: string; readonly reason: string },
  options: ActOptions = {},
): Promise<Verdict<null>> =>
  actOnCase(deps, who, { caseId: input.caseId, act: 'close case', options, rules: (found) => closeHinders(found, input.reason) }, async (tx, found) => {
    const today = deps.clock.today()
    await tx.updateTable('case_file').set({ state: 'closed', closed: today }).where('id', '=', found.id).execute()
    if (input.reason.trim() !== '')
      await tx.insertInto('case_event').values({ id: deps.ids.next(), case_id: found.id, day: today, text: input.reason.trim() }).execute()
    return granted(null)
  })
