import type { Deps } from '../database/transact.ts'
import type { Challenge } from './provider.ts'
import { digestOf } from './token.ts'

/** A sign-in may take so long at the provider: people look for their phones. */
const longest = 15 * 60_000

export interface Flow extends Challenge {
  readonly provider: string
  /** Where the reader wanted to go. */
  readonly back: string
}

/** Keeps a sign-in that goes on at a provider, for the browser that has `browserToken`, and sweeps out those that came to nothing. */
export const keepFlow = async ({ store, clock }: Deps, browserToken: string, { state, nonce, verifier, provider, back }: Flow): Promise<void> => {
  const now = clock.now()
  await store.deleteFrom('sign_in_flow').where('expires_at', '<=', now).execute()
  await store
    .insertInto('sign_in_flow')
    .values({
      state_digest: digestOf(state),
      browser_digest: digestOf(browserToken),
      provider,
      nonce,
      verifier,
      back,
      expires_at: new Date(now.getTime() + longest),
    })
    .execute()
}

/** Takes out the flow of a state: it is good once, in the browser that began it, at the provider it was begun at. Null when there is none. */
export const takeFlow = async ({ store, clock }: Deps, browserToken: string, provider: string, state: string): Promise<Flow | null> => {
  const row = await store
    .deleteFrom('sign_in_flow')
    .where('state_digest', '=', digestOf(state))
    .where('browser_digest', '=', digestOf(browserToken))
    .where('provider', '=', provider)
    .where('expires_at', '>', clock.now())
    .returning(['nonce', 'verifier', 'back'])
    .executeTakeFirst()
  return row ? { state, provider, ...row } : null
}
