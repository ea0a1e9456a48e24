import type { Deps } from '../database/transact.ts'
import { granted, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { type ActOptions, actOnCase } from './act.ts'
import { reopenHinders } from './case.ts'

/** Opens a closed case again, with a reason that stays among its events. It stands as decided if anything was decided in it. */
export const reopenCase = (
  deps: Deps,
  who: Who,
  input: { readonly caseId: string; readonly reason: string },
  options: ActOptions = {},
): Promise<Verdict<null>> =>
  actOnCase(deps, who, { caseId: input.caseId, act: 'reopen case', options, rules: (found) => reopenHinders(found, input.reason) }, async (tx, found) => {
    const decided = await tx.selectFrom('decision').select('id').where('case_id', '=', found.id).limit(1).executeTakeFirst()
    await tx
      .updateTable('case_file')
      .set({ state: decided ? 'decided' : 'open', closed: null })
      .where('id', '=', found.id)
      .execute()
    await tx.insertInto('case_event').values({ id: deps.ids.next(), case_id: found.id, day: deps.clock.today(), text: input.reason.trim() }).execute()
    return granted(null)
  })
