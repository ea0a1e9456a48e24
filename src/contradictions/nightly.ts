import { z } from 'zod'
import { defineJob, type Turn } from '../jobs/job.ts'
import { dailyAt } from '../jobs/turn.ts'
import { refreshAll } from './refresh.ts'

/** Each night, for what was written past the acts that look at once: loads, imports, and rules that a new version brings. */
export const contradictionsNightly: Turn = {
  job: defineJob('contradictions', z.unknown(), async (deps, _, signal) => {
    await refreshAll(deps, { signal })
  }),
  slot: dailyAt('02:40'),
}
