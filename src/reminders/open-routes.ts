import { rateLimit } from '../access/rate-limit.ts'
import { type Reached, siteOf, visitorAddress } from '../access/request.ts'
import type { Deps } from '../database/transact.ts'
import { type App, seeOther } from '../web/view.ts'
import { readFeed } from './read-feed.ts'
import { reminderWords as words } from './words.ts'
import { unsubscribe } from './unsubscribe.ts'

/** A calendar program asks a few times a day; one address may be that of a whole town hall. */
const [most, span] = [600, 10 * 60_000]

/**
 * What programs ask for with a secret in the address instead of a sign-in: calendars, and the one-click end of letters (RFC 8058). Stands
 * before the door: such requests come from other programs, without session and form token, and the secret is their right.
 */
export const openReminderRoutes = (app: App, deps: Deps, reached: Reached): void => {
  const mayPass = rateLimit(deps, most, span)
  app.get('/calendar/:file', async (c) => {
    if (!(await mayPass(`calendar ${visitorAddress(c, reached.trustProxy)}`))) return c.text(`${words.calendarTooMany.sv}\n`, 429, { 'Retry-After': '600' })
    const token = /^([\w-]{43})\.ics$/.exec(c.req.param('file'))?.[1]
    const feed = token ? await readFeed(deps, token, siteOf(c, reached)) : null
    if (!feed) return c.text('404\n', 404)
    const headers = { ETag: feed.tag, 'Cache-Control': 'private, no-cache' }
    const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (known.includes(feed.tag) || known.includes('*')) return c.body(null, 304, headers)
    return c.body(feed.text, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="genomslag.ics"' })
  })
  app.post('/unsubscribe/:token', async (c) => {
    const token = c.req.param('token')
    await unsubscribe(deps, token)
    return seeOther(c, `/unsubscribe/${encodeURIComponent(token)}`)
  })
}
