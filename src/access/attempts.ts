import { sql } from 'kysely'
import type { Deps } from '../database/transact.ts'

/** So many attempts may fail, for one username and from one address, in so long a time. */
const allowed = 5
const span = 15 * 60_000

/** What an attempt is counted against. */
export interface Attempting {
  readonly username: string
  readonly address: string
}

/** Allowed, with what to strike out when it succeeds; or not, with how many minutes are left. */
export type Attempt = { readonly allowed: true; readonly ids: readonly number[] } | { readonly allowed: false; readonly minutes: number }

/**
 * Counts an attempt before the password is looked at, so that many at once cannot slip through. Usernames that do not exist are
 * counted like those that do: the refusal tells nothing about who has an account. Refused attempts are not counted, so that the
 * waiting time ends.
 */
export const countAttempt = ({ store, clock }: Deps, { username, address }: Attempting): Promise<Attempt> => {
  const subjects = [`address:${address}`, `username:${username}`].toSorted()
  const now = clock.now()
  const since = new Date(now.getTime() - span)
  return store.transaction().execute(async (tx) => {
    for (const subject of subjects) await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx)
    await tx.deleteFrom('sign_in_attempt').where('at', '<=', since).where('subject', 'in', subjects).execute()
    const earlier = await tx.selectFrom('sign_in_attempt').select(['subject', 'at']).where('subject', 'in', subjects).orderBy('at', 'desc').execute()
    const ends = subjects.flatMap((subject) => earlier.filter((row) => row.subject === subject)[allowed - 1]?.at.getTime() ?? [])
    if (ends.length > 0) return { allowed: false, minutes: Math.max(1, Math.ceil((Math.max(...ends) + span - now.getTime()) / 60_000)) }
    const made = await tx
      .insertInto('sign_in_attempt')
      .values(subjects.map((subject) => ({ subject, at: now })))
      .returning('id')
      .execute()
    return { allowed: true, ids: made.map((row) => row.id) }
  })
}

/** Strikes out an attempt that succeeded: only failures count. */
export const forgetAttempt = async ({ store }: Deps, ids: readonly number[]): Promise<void> => {
  await store
    .deleteFrom('sign_in_attempt')
    .where('id', 'in', [...ids])
    .execute()
}
