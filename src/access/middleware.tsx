import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../database/transact.ts'
import { say } from '../kernel/text.ts'
import { anybody } from '../kernel/who.ts'
import { takeFlash } from '../web/flash.ts'
import { receiveUpload, takesFiles } from '../web/upload.ts'
import { type Ctx, type Env, first, page, readFields, type View } from '../web/view.ts'
import type { AccessConfig } from './config.ts'
import { formCookieOf, languageCookieOf, sessionTokenOf } from './cookies.ts'
import { deskOf, loadSurroundings } from './desk.ts'
import { localeOf } from './locale.ts'
import { changes } from './protect.tsx'
import { RefusedPage } from './refused-page.tsx'
import { isAtTheMachine, isHttps } from './request.ts'
import { findSession, type Session } from './session-store.ts'
import { formTokenOf, sameText, unveiled, veiled } from './token.ts'
import { loadWho } from './who.ts'
import { words } from './words.ts'

/**
 * Finds out who asks, sets `who` and `view` for the pages, and refuses forms without the token of the reader's own session.
 * A session of the demonstration is worth nothing away from the machine it was opened at.
 */
export const identify =
  (deps: Deps, config: AccessConfig): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { view, token } = await makeView(c, deps, config)
    c.set('view', view)
    c.set('who', view.who)
    if (takesFiles(c)) {
      // The token stands before the files in our forms: without it no file is taken in.
      c.set('upload', await receiveUpload(c, (fields) => view.who.personId !== null && sameText(unveiled(first(fields, '_csrf')), token)))
    }
    if (changes(c.req.method) && !(await carriesToken(c, token))) {
      await c.get('upload')?.close()
      return isApi(c)
        ? c.json({ refusals: [{ code: 'form.token', text: words.formOld, mend: words.formOldMend }] }, 403)
        : page(c, <RefusedPage view={view} text={words.formOld} mend={words.formOldMend} />, 403)
    }
    try {
      await next()
    } finally {
      await c.get('upload')?.close()
    }
    // What a page says depends on who reads it: nobody between us and the reader may keep it.
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-cache')
  }

const isApi = (c: Ctx): boolean => c.req.path.startsWith('/api/')

const makeView = async (c: Ctx, deps: Deps, { demo, assets, nav, ...config }: AccessConfig): Promise<{ readonly view: View; readonly token: string }> => {
  const locale = localeOf(languageCookieOf(c), c.req.header('accept-language'))
  const today = deps.clock.today()
  const { tree, settings } = await loadSurroundings(deps.store, today)
  const mayStepIn = demo && settings.demo && isAtTheMachine(c)
  const session = await sessionOf(c, deps, mayStepIn)
  const who = session ? await loadWho(deps.store, tree, session.personId, today) : anybody
  const token = session ? session.csrf : formTokenOf(formCookieOf(c, isHttps(c, config)))
  const url = new URL(c.req.url)
  const view: View = {
    locale,
    today,
    path: `${url.pathname}${url.search}`,
    csrf: veiled(token),
    who,
    post: who.posts[0] ? say(who.posts[0].title, locale) : null,
    desk: deskOf(who, tree, settings.desk, locale),
    demo,
    mayStepIn,
    nav,
    assets,
    notice: changes(c.req.method) ? null : takeFlash(c),
    t: (text) => say(text, locale),
  }
  return { view, token }
}

const sessionOf = async (c: Ctx, deps: Deps, mayStepIn: boolean): Promise<Session | null> => {
  const token = sessionTokenOf(c)
  if (token === null) return null
  const session = await findSession(deps, token)
  return session && (!session.demo || mayStepIn) ? session : null
}

/**
 * Does a request that changes something carry the token? In the form's field `_csrf`, or in a header for scripts. JSON to the API
 * needs none: other sites cannot send it without asking first, which we never answer, and the origin has been checked.
 */
const carriesToken = async (c: Ctx, expected: string): Promise<boolean> => {
  const type = (c.req.header('content-type') ?? '').toLowerCase()
  if (isApi(c) && (type.startsWith('application/json') || c.req.method === 'DELETE')) return true
  const sent = c.req.header('x-csrf-token') ?? (isForm.test(type) ? await fieldOf(c) : '')
  return sent !== '' && sameText(unveiled(sent), expected)
}

const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/

/** The form's token; '' also when the form cannot be read at all. */
const fieldOf = (c: Ctx): Promise<string> =>
  readFields(c).then(
    (fields) => first(fields, '_csrf'),
    () => '',
  )
