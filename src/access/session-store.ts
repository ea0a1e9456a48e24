import type { Deps } from '../database/transact.ts'
import { digestOf, newToken } from './token.ts'

const hour = 3_600_000
/** A session lasts so long after the reader was last seen. */
export const sessionLength = 12 * hour
/** Seen again within this time, the session is not written to: reading pages does not cost a write each. */
const grace = hour / 6

/** Whose session it is, by what token its forms go, and how it came to be. */
export interface Session {
  readonly personId: string
  readonly csrf: string
  readonly demo: boolean
}

/** Opens a session of the person and gives its token, which is kept nowhere but in the reader's cookie. Sweeps out those that have ended. */
export const openSession = async ({ store, clock }: Deps, personId: string, { demo }: { demo: boolean }): Promise<string> => {
  const token = newToken()
  const now = clock.now()
  await store.deleteFrom('session').where('expires_at', '<=', now).execute()
  await store
    .insertInto('session')
    .values({
      token_digest: digestOf(token),
      person_id: personId,
      csrf: newToken(),
      demo,
      created_at: now,
      expires_at: new Date(now.getTime() + sessionLength),
    })
    .execute()
  return token
}

/** The session of a token, or null when there is none or it has ended. Prolongs it. A session whose account has been disabled is none. */
export const findSession = async ({ store, clock }: Deps, token: string): Promise<Session | null> => {
  const now = clock.now()
  const digest = digestOf(token)
  const row = await store
    .selectFrom('session')
    .leftJoin('account', 'account.person_id', 'session.person_id')
    .select(['session.person_id', 'csrf', 'demo', 'expires_at', 'account.disabled'])
    .where('token_digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row || row.disabled === true) return null
  const end = now.getTime() + sessionLength
  if (end - row.expires_at.getTime() > grace) {
    await store
      .updateTable('session')
      .set({ expires_at: new Date(end) })
      .where('token_digest', '=', digest)
      .execute()
  }
  return { personId: row.person_id, csrf: row.csrf, demo: row.demo }
}

/** Ends the session of a token. */
export const closeSession = async ({ store }: Deps, token: string): Promise<void> => {
  await store.deleteFrom('session').where('token_digest', '=', digestOf(token)).execute()
}

/** Ends every session of a person. */
export const closeSessionsOf = async ({ store }: Deps, personId: string): Promise<void> => {
  await store.deleteFrom('session').where('person_id', '=', personId).execute()
}
