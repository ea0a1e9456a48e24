import type { Deps } from '../database/transact.ts'
import { digestOf, newToken } from './token.ts'

const hour = 3_600_000
/** A session lasts so long after the reader was last seen. */
export const sessionLength = 12 * hour
/** Seen again within this time, the session is not written to: reading pages does not cost a write each. */
const grace = hour / 6

/** As whom, at which provider, somebody signed in; the token is for signing out there. */
export interface SignedInAt {
  readonly provider: string
  readonly subject: string
  readonly idToken: string
  /** The session there, where the provider tells one; by it the provider can end it here. */
  readonly sid: string | null
}

/** Whose session it is, by what token its forms go, and how it came to be. */
export interface Session {
  readonly personId: string
  readonly csrf: string
  readonly demo: boolean
}

/** Opens a session of the person and gives its token, which is kept nowhere but in the reader's cookie. Sweeps out those that have ended. */
export const openSession = async ({ store, clock }: Deps, personId: string, { demo, identity }: { demo: boolean; identity?: SignedInAt }): Promise<string> => {
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
      ...(identity ? { provider: identity.provider, subject: identity.subject, id_token: identity.idToken, sid: identity.sid } : {}),
    })
    .execute()
  return token
}

/** The session of a token, or null when there is none or it has ended. Prolongs it. A session whose account, or sign-in at a provider, has been disabled is none. */
export const findSession = async ({ store, clock }: Deps, token: string): Promise<Session | null> => {
  const now = clock.now()
  const digest = digestOf(token)
  const row = await store
    .selectFrom('session')
    .leftJoin('account', 'account.person_id', 'session.person_id')
    .leftJoin('identity', (join) => join.onRef('identity.provider', '=', 'session.provider').onRef('identity.subject', '=', 'session.subject'))
    .select(['session.person_id', 'csrf', 'demo', 'expires_at', 'session.provider', 'account.disabled', 'identity.disabled as shut'])
    .where('token_digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  // Who signed in at a provider is let in by that, whatever became of a password here.
  if (!row || row.shut === true || (row.provider === null && row.disabled === true)) return null
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

/** Ends the session of a token. Tells where it was signed in, when that was at a provider. */
export const closeSession = async ({ store }: Deps, token: string): Promise<Omit<SignedInAt, 'subject' | 'sid'> | null> => {
  const row = await store.deleteFrom('session').where('token_digest', '=', digestOf(token)).returning(['provider', 'id_token']).executeTakeFirst()
  return row?.provider && row.id_token ? { provider: row.provider, idToken: row.id_token } : null
}

/** Ends every session of a person. */
export const closeSessionsOf = async ({ store }: Deps, personId: string): Promise<void> => {
  await store.deleteFrom('session').where('person_id', '=', personId).execute()
}

/** Whose sessions at a provider have ended there: one session, or all of a subject's. */
export interface EndedAt {
  readonly provider: string
  readonly subject: string | null
  readonly sid: string | null
}

/** Ends the sessions here that were opened by it. Tells how many. */
export const closeSessionsAt = async ({ store }: Pick<Deps, 'store'>, { provider, subject, sid }: EndedAt): Promise<number> => {
  if (subject === null && sid === null) return 0
  let ended = store.deleteFrom('session').where('provider', '=', provider)
  if (subject !== null) ended = ended.where('subject', '=', subject)
  if (sid !== null) ended = ended.where('sid', '=', sid)
  return Number((await ended.executeTakeFirst()).numDeletedRows)
}
