import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { gauge, type Metric } from './metrics.ts'

/** The work for later as it stands in the database: by kind, what waits, what is being done and what was given up. No count where the database is away. */
export const countJobs = async (store: Store): Promise<Metric> => {
  const rows = await sql<{ kind: string; state: string; n: number }>`
    select kind, case when failed_at is not null then 'failed' when holder is not null and held_until > now() then 'running'
                      when run_at > now() then 'later' else 'due' end as state, count(*)::int as n
      from job group by 1, 2 order by 1, 2`
    .execute(store)
    .then(
      (found) => found.rows,
      () => [],
    )
  return gauge({ name: 'genomslag_jobs', help: 'Work for later, by kind and state.' }, () => rows.map(({ kind, state, n }) => [{ kind, state }, n] as const))
}
