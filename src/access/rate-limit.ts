import { sql } from 'kysely'
import type { Deps } from '../database/transact.ts'

/**
 * Lets so many questions a subject through in a span of milliseconds, counted in the database by all processes together. True when one
 * more may pass. Spans begin at the same moments for everybody; what was counted in earlier ones is swept out when a new one begins.
 */
export const rateLimit =
  ({ store, clock }: Pick<Deps, 'store' | 'clock'>, most: number, span: number): ((subject: string) => Promise<boolean>) =>
  async (subject) => {
    const since = new Date(Math.floor(clock.now().getTime() / span) * span)
    const { rows } = await sql<{ n: number }>`
      insert into rate_count as r (subject, since, n) values (${subject.slice(0, 200)}, ${since}, 1)
      on conflict (subject, since) do update set n = r.n + 1 returning n`.execute(store)
    const n = rows[0]?.n ?? 1
    if (n === 1) await store.deleteFrom('rate_count').where('since', '<', since).execute()
    return n <= most
  }
