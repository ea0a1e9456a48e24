import { Hono } from 'hono'
import type { Deps } from '../src/database/transact.ts'
import { type Locale, say } from '../src/kernel/text.ts'
import type { Who } from '../src/kernel/who.ts'
import { receiveUpload, takesFiles } from '../src/web/upload.ts'
import type { App, Env, View } from '../src/web/view.ts'

/** What a page answered: its status, its text, and where it sent the reader. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly to: string
}

export interface Room {
  get(path: string): Promise<Answer>
  /** Sends a form as a browser would. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>
  /** Sends a form with files, as a browser would. */
  send(path: string, form: FormData): Promise<Answer>
}

const answer = async (response: Response): Promise<Answer> => ({
  status: response.status,
  // React separates neighbouring texts by comments, which nobody reads.
  text: (await response.text()).replaceAll('<!-- -->', ''),
  to: response.headers.get('location') ?? '',
})

/** A room's pages alone, with one reader already known. */
export const appFor = (routes: (app: App, deps: Deps) => void, deps: Deps, who: Who, { desk = 'labour', locale = 'sv' as Locale } = {}): App => {
  const app: App = new Hono<Env>()
  app.use(async (c, next) => {
    const url = new URL(c.req.url)
    const view: View = {
      locale,
      today: deps.clock.today(),
      path: `${url.pathname}${url.search}`,
      csrf: 'token',
      who,
      post: null,
      desk: { slug: desk, name: desk, municipality: 'Borås' },
      demo: false,
      mayStepIn: false,
      nav: [],
      assets: { css: '/look.css', js: '/main.js' },
      notice: null,
      t: (text) => say(text, locale),
    }
    c.set('view', view)
    c.set('who', who)
    if (takesFiles(c)) c.set('upload', await receiveUpload(c, () => true))
    await next()
    await c.get('upload')?.close()
  })
  routes(app, deps)
  return app
}

/** The pages of a room as one reader meets them, without sign-in: for tests of routes on a real database. */
export const roomFor = (...given: Parameters<typeof appFor>): Room => {
  const app = appFor(...given)
  return {
    get: async (path) => answer(await app.request(path)),
    post: async (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const v of typeof value === 'string' ? [value] : value) body.append(name, v)
      return answer(await app.request(path, { method: 'POST', body }))
    },
    send: async (path, form) => answer(await app.request(path, { method: 'POST', body: form })),
  }
}
