import { sql } from 'kysely'
import { notify } from '../database/live.ts'
import type { Tx } from '../database/transact.ts'

/** What runners are woken by. */
export const topic = 'work'

interface When {
  /** One waiting of a kind and key is enough: another is not added. */
  readonly key?: string
  /** Not before this instant. */
  readonly at?: Date
}

/**
 * Asks for work of a kind, in the caller's transaction: it is done if and only if the transaction is committed, once, by one of the
 * processes. Runners wake at the commit, told once a transaction.
 */
export const enqueue = async (tx: Tx, kind: string, payload: unknown = {}, { key, at }: When = {}): Promise<void> => {
  const { rows } = await sql`
    with made as (
      insert into job (kind, key, payload, run_at) values (${kind}, ${key ?? null}, ${JSON.stringify(payload)}::jsonb, coalesce(${at ?? null}::timestamptz, now()))
      on conflict do nothing returning id)
    select set_config('genomslag.work_told', 'yes', true) from made where coalesce(current_setting('genomslag.work_told', true), '') <> 'yes'`.execute(tx)
  if (rows.length > 0) await notify(tx, topic)
}
