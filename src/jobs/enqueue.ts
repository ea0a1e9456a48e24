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
export const enqueue = (tx: Tx, kind: string, payload: unknown = {}, when: When = {}): Promise<void> => enqueueAll(tx, kind, [payload], when)

/** The same of many pieces of work of a kind. */
export const enqueueAll = async (tx: Tx, kind: string, payloads: readonly unknown[], { key, at }: When = {}): Promise<void> => {
  const { rows } = await sql`
    with made as (
      insert into job (kind, key, payload, run_at)
      select ${kind}, ${key ?? null}, payload::jsonb, coalesce(${at ?? null}::timestamptz, now())
        from unnest(${payloads.map((payload) => JSON.stringify(payload))}::text[]) with ordinality as asked (payload, no) order by no
      on conflict do nothing returning id)
    select set_config('genomslag.work_told', 'yes', true) from made where coalesce(current_setting('genomslag.work_told', true), '') <> 'yes' limit 1`.execute(
    tx,
  )
  if (rows.length > 0) await notify(tx, topic)
}
