import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Deps } from '../database/transact.ts'
import type { Env } from '../web/view.ts'
import { noteSecrets } from './access-log.ts'

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const idsIn = (text: string): readonly string[] => [...new Set(text.match(anyId))]

/** More than a page of results ever names. */
const most = 500
const readable = /^(text\/|application\/json)/

/**
 * Notes who looks at what is secret, before the page is shown. A page about a thing has its id in the address, so no room can forget
 * to tell; a search is read for what it names. Exports tell by `noteSecrets` themselves. Nobody who is not signed in sees anything
 * secret, and pages with no id and no search cost nothing.
 */
export const watchSecrets =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next()
    const who = c.get('who')
    const told = c.res.status === 200 || c.res.status === 403
    if (who.personId === null || c.req.method !== 'GET' || !told) return
    const route = routePath(c)
    await noteSecrets(deps, who, 'look', idsIn(c.req.path).slice(0, most), route)
    const searched = (c.req.query('q') ?? '').trim() !== '' && who.posts.length > 0
    if (!searched || c.res.status !== 200 || !readable.test(c.res.headers.get('content-type') ?? '')) return
    const own = new Set(idsIn(c.req.path))
    const named = idsIn(await c.res.clone().text()).filter((id) => !own.has(id))
    await noteSecrets(deps, who, 'search', named.slice(0, most), route)
  }
