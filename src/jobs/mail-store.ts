import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { MailState } from '../database/tables/jobs.ts'
import type { Day } from '../kernel/day.ts'

/** A letter that a process has claimed. */
export interface HeldMail {
  readonly id: string
  readonly personId: string
  readonly address: string
  readonly day: Day
  readonly attempts: number
}

/**
 * What dead processes held: nothing of what they were sending had reached the server, and it waits again; what they were handing in
 * may have been taken, and is told as unsure instead of being sent twice.
 */
export const layDeadToRest = async (store: Store): Promise<void> => {
  await sql`
    update mail set holder = null, held_until = null, state = case state when 'handing' then 'unsure' else 'waiting' end,
                    ended_at = case state when 'handing' then now() end,
                    error = case state when 'handing' then 'the process ended while handing it in' else error end
     where state in ('sending', 'handing') and held_until < now()`.execute(store)
}

/** Claims the letter that has waited longest of those that may go now; null when there is none. */
export const claimMail = async (store: Store, holder: string, lease: number): Promise<HeldMail | null> => {
  const { rows } = await sql<HeldMail>`
    update mail set state = 'sending', holder = ${holder}, held_until = now() + ${lease} * interval '1 millisecond', attempts = attempts + 1
     where id = (select id from mail where state = 'waiting' and next_at <= now() order by next_at, id limit 1 for update skip locked)
    returning id, person_id as "personId", address, day, attempts`.execute(store)
  return rows[0] ?? null
}

const own = (holder: string, { id, attempts }: HeldMail) => sql`id = ${id} and holder = ${holder} and attempts = ${attempts}`

/** Holds it longer, while the server takes its time. */
export const keepMail = async (store: Store, holder: string, mail: HeldMail, lease: number): Promise<void> => {
  await sql`update mail set held_until = now() + ${lease} * interval '1 millisecond' where ${own(holder, mail)}`.execute(store)
}

/** Notes that its content is about to be given to the server. False when another process has taken it over. */
export const markHanding = async (store: Store, holder: string, mail: HeldMail, unsubscribe: Buffer): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update mail set state = 'handing', handed_at = now(), unsubscribe_digest = ${unsubscribe} where ${own(holder, mail)} and state = 'sending'`.execute(store)
  return numAffectedRows === 1n
}

/** It has come to its end, or (`waiting`) is to be tried again in `seconds`. */
export const settleMail = async (
  store: Store,
  holder: string,
  mail: HeldMail,
  state: Exclude<MailState, 'sending' | 'handing'>,
  { error = null, seconds = 0 }: { readonly error?: string | null; readonly seconds?: number } = {},
): Promise<void> => {
  await sql`
    update mail set state = ${state}, holder = null, held_until = null, error = ${error}, next_at = now() + ${seconds} * interval '1 second',
                    ended_at = case when ${state} = 'waiting' then null else now() end
     where ${own(holder, mail)}`.execute(store)
}

/** Seconds until the next waiting letter may go; null when none waits. */
export const untilNextMail = async (store: Store): Promise<number | null> => {
  const { rows } = await sql<{ s: number | null }>`
    select ceil(extract(epoch from min(coalesce(held_until, next_at)) - now())) as s from mail where state in ('waiting', 'sending', 'handing')`.execute(store)
  return rows[0]?.s ?? null
}

/** How many letters there are in each state, and since when the oldest waits. */
export interface MailCount {
  readonly state: MailState
  readonly count: number
  readonly oldest: Date
}

/** The state of the outbox. */
export const countMail = async (store: Store): Promise<readonly MailCount[]> => {
  const { rows } = await sql<MailCount>`select state, count(*) as count, min(composed_at) as oldest from mail group by state order by state`.execute(store)
  return rows
}

/** Lets letters that were refused, or of which it is unsure whether they came, be sent (once more). Answers how many. */
export const sendAgain = async (store: Store, ids: readonly string[] | 'all refused'): Promise<number> => {
  const { numAffectedRows } = await sql`
    update mail set state = 'waiting', next_at = now(), ended_at = null, attempts = 0
     where ${ids === 'all refused' ? sql`state = 'refused'` : sql`state in ('refused', 'unsure') and id = any(${[...ids]}::uuid[])`}`.execute(store)
  return Number(numAffectedRows ?? 0n)
}
