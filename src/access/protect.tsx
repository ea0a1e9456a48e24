import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { renderToString } from 'react-dom/server'
import { say, type Text } from '../kernel/text.ts'
import { languageCookieOf } from './cookies.ts'
import type { AccessConfig } from './config.ts'
import { localeOf } from './locale.ts'
import { isFromOurPages, isHttps } from './request.ts'
import { largestUpload, takesFiles } from '../web/upload.ts'
import { words } from './words.ts'

/** No script and no style but our own files, in nobody's frame, with forms that lead nowhere else. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

const megabyte = 1024 * 1024
const largest = 2

/** Headers that tell browsers to be careful, on every answer. */
export const secureHeaders =
  (config: Pick<AccessConfig, 'secureCookies' | 'trustProxy'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { headers } = c.res
    // A downloaded file is sent with a stricter one of its own.
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', contentSecurityPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    // Not 'no-referrer': browsers would then send our own forms with the origin 'null'.
    headers.set('Referrer-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    if (isHttps(c, config)) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }

/** Does the request change something? */
export const changes = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Refuses what comes from other sites, before anything of it is read. */
export const ownFormsOnly =
  ({ trustProxy }: Pick<AccessConfig, 'trustProxy'>): MiddlewareHandler =>
  async (c, next) => {
    if (changes(c.req.method) && !isFromOurPages(c, trustProxy)) return plainRefusal(c, 403, words.otherSite)
    await next()
  }

const limitOf = (megabytes: number): MiddlewareHandler =>
  bodyLimit({ maxSize: megabytes * megabyte, onError: (c) => plainRefusal(c, 413, words.tooLarge(megabytes), words.tooLargeMend) })
const formLimit = limitOf(largest)

/** Refuses what is too large to be a form of ours, unread. Files are counted as they come, and never held in memory. */
export const sizeLimit: MiddlewareHandler = (c, next) => {
  if (!takesFiles(c)) return formLimit(c, next)
  return Number(c.req.header('content-length') ?? 0) > largestUpload
    ? Promise.resolve(plainRefusal(c, 413, words.tooLarge(largestUpload / megabyte), words.tooLargeMend))
    : next().then(() => undefined)
}

/** A page that needs neither reader nor store: said before either is known. */
const plainRefusal = (c: Context, status: 403 | 413, text: Text, mend?: Text): Response => {
  const locale = localeOf(languageCookieOf(c), c.req.header('accept-language'))
  if (c.req.path.startsWith('/api/')) return c.json({ refusals: [{ code: `http.${status}`, text }] }, status)
  const title = say(words.refusedTitle, locale)
  const html = renderToString(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Genomslag`}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{say(text, locale)}</p>
          {mend && <p>{say(mend, locale)}</p>}
        </main>
      </body>
    </html>,
  )
  return c.html(`<!doctype html>${html}`, status)
}
