import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../database/transact.ts'
import { type App, first, readFields } from '../web/view.ts'
import type { WaysIn } from './config.ts'
import { ProviderTrouble } from './provider.ts'
import { closeSessionsAt } from './session-store.ts'

/** A logout token is some hundred bytes; nobody who sends more has one. */
const largest = 64 * 1024

/**
 * Where a provider itself tells that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here end at
 * once. Stands before the door, since it comes from the provider and not from a browser: the signature is its right. Each token is
 * taken once, so that one that was overheard cannot end later sessions.
 */
export const backChannelRoutes = (app: App, deps: Deps, waysIn: WaysIn): void => {
  app.post('/sign-in/ended/:provider', bodyLimit({ maxSize: largest, onError: (c) => c.json({ error: 'invalid_request' }, 400) }), async (c) => {
    c.header('Cache-Control', 'no-store')
    const provider = waysIn.providers.find((p) => p.config.id === c.req.param('provider'))
    if (!provider) return c.json({ error: 'invalid_request' }, 400)
    try {
      const { jti, expires, subject, sid } = await provider.loggedOut(first(await readFields(c), 'logout_token'))
      if (await taken(deps, provider.config.id, jti, expires)) return c.json({ error: 'invalid_request' }, 400)
      await closeSessionsAt(deps, { provider: provider.config.id, subject, sid })
      return c.body(null, 200)
    } catch (error) {
      if (!(error instanceof ProviderTrouble)) throw error
      waysIn.tell(provider.config.id, error)
      return c.json({ error: 'invalid_request' }, 400)
    }
  })
}

/** Notes the token; true when it has been taken before. Sweeps out those that have run out. */
const taken = async ({ store, clock }: Deps, provider: string, jti: string, expires: Date): Promise<boolean> => {
  await store.deleteFrom('logout_token').where('expires_at', '<=', clock.now()).execute()
  const { numInsertedOrUpdatedRows } = await store
    .insertInto('logout_token')
    .values({ provider, jti: jti.slice(0, 255), expires_at: expires })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 1n
}
