import type { Deps } from '../database/transact.ts'
import { addDays } from '../kernel/day.ts'
import { tellKind } from '../jobs/happening.ts'
import { runDue } from '../jobs/run-job.ts'
import { sql } from 'kysely'
import { composeMorning } from './notice-store.ts'
import { remind } from './remind.ts'
import { news, tellJob } from './tell.ts'

/** After years have been loaded at once: what is news still is told, and this morning's letters are written. Nothing is sent. */
export const catchUp = async (deps: Deps): Promise<void> => {
  await deps.store
    .deleteFrom('job')
    .where('kind', '=', tellKind)
    .where(sql<boolean>`payload->>'day' < ${addDays(deps.clock.today(), -news)}`)
    .execute()
  await runDue({ ...deps, holder: deps.ids.next() }, [tellJob])
  await remind(deps)
  await composeMorning(deps)
}
