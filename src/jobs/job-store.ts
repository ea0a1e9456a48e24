import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'

/** A job that a runner holds. */
export interface HeldJob {
  readonly id: number
  readonly kind: string
  readonly payload: unknown
  /** How many times it has been begun, this time with. */
  readonly attempts: number
}

/** Takes the next job of these kinds that is due, or whose holder has died; null when there is none. Held for `lease` milliseconds. */
export const takeJob = async (store: Store, holder: string, kinds: readonly string[], lease: number): Promise<HeldJob | null> => {
  const { rows } = await sql<HeldJob>`
    update job set holder = ${holder}, held_until = now() + ${lease} * interval '1 millisecond', attempts = attempts + 1
     where id = (select id from job
                  where failed_at is null and run_at <= now() and (held_until is null or held_until < now()) and kind = any(${[...kinds]}::text[])
                  order by run_at, id limit 1 for update skip locked)
    returning id, kind, payload, attempts`.execute(store)
  return rows[0] ?? null
}

/** Holds it longer. False when somebody else has taken it over meanwhile. */
export const keepJob = async (store: Store, holder: string, { id, attempts }: HeldJob, lease: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update job set held_until = now() + ${lease} * interval '1 millisecond' where id = ${id} and holder = ${holder} and attempts = ${attempts}`.execute(store)
  return numAffectedRows === 1n
}

/** It is done, and gone. */
export const finishJob = async (store: Store, holder: string, { id, attempts }: HeldJob): Promise<void> => {
  await store.deleteFrom('job').where('id', '=', id).where('holder', '=', holder).where('attempts', '=', attempts).execute()
}

/**
 * Puts it back, to be tried in `seconds`, or for good (null). Where another of its key has come to wait meanwhile, that one is enough.
 * `counts`: does this attempt count towards giving up?
 */
export const putBack = async (
  store: Store,
  holder: string,
  { id, attempts }: HeldJob,
  { seconds, error, counts = true }: { readonly seconds: number | null; readonly error: string | null; readonly counts?: boolean },
): Promise<void> => {
  await sql`
    with mine as (select * from job where id = ${id} and holder = ${holder} and attempts = ${attempts} for update),
         other as (select j.id from job j join mine m on j.kind = m.kind and j.key = m.key where j.holder is null and j.failed_at is null),
         gone as (delete from job where id in (select id from mine) and exists (select from other) and ${seconds !== null})
    update job set holder = null, held_until = null, error = ${error}, attempts = attempts - ${counts ? 0 : 1},
                   run_at = now() + ${seconds ?? 0} * interval '1 second', failed_at = case when ${seconds === null} then now() end
     where id in (select id from mine) and not (exists (select from other) and ${seconds !== null})`.execute(store)
}

/** Milliseconds until the next job of these kinds may be taken; null when none waits. */
export const untilNext = async (store: Store, kinds: readonly string[]): Promise<number | null> => {
  const { rows } = await sql<{ ms: number | null }>`
    select ceil(extract(epoch from min(greatest(run_at, coalesce(held_until, run_at))) - now()) * 1000) as ms
      from job where failed_at is null and kind = any(${[...kinds]}::text[])`.execute(store)
  return rows[0]?.ms ?? null
}

/** Asks for a turn's work when its slot is new: of several processes one does. */
export const takeTurn = async (store: Store, kind: string, slot: string): Promise<void> => {
  await sql`
    with turned as (
      insert into job_turn (kind, slot) values (${kind}, ${slot})
      on conflict (kind) do update set slot = excluded.slot where job_turn.slot < excluded.slot returning kind)
    insert into job (kind, key, payload) select kind, 'turn', jsonb_build_object('slot', ${slot}::text) from turned on conflict do nothing`.execute(store)
}

/** How many jobs wait, run, and were given up; and the latest error. For the operator: no payload is shown. */
export interface JobCount {
  readonly kind: string
  readonly waiting: number
  readonly running: number
  readonly failed: number
  readonly error: string | null
}

/** The jobs that there are, by kind. */
export const countJobs = async (store: Store): Promise<readonly JobCount[]> => {
  const { rows } = await sql<JobCount>`
    select kind, count(*) filter (where holder is null and failed_at is null) as waiting, count(*) filter (where holder is not null and failed_at is null) as running,
           count(*) filter (where failed_at is not null) as failed, (array_agg(error order by id desc) filter (where error is not null))[1] as error
      from job group by kind order by kind`.execute(store)
  return rows
}

/** Lets the jobs that were given up be tried once more. Answers how many. */
export const retryFailed = async (store: Store): Promise<number> => {
  const { numAffectedRows } = await sql`
    update job j set failed_at = null, attempts = 0, run_at = now()
     where failed_at is not null and not exists (select from job o where o.kind = j.kind and o.key = j.key and o.id <> j.id and o.holder is null and o.failed_at is null)
       and id in (select max(id) from job where failed_at is not null group by kind, coalesce(key, id::text))`.execute(store)
  return Number(numAffectedRows ?? 0n)
}
