import { Hono } from 'hono'
import { backChannelRoutes } from '../src/access/back-channel.ts'
import { door } from '../src/access/door.ts'
import { type AccessConfig, localAccountsOnly } from '../src/access/config.ts'
import type { Deps } from '../src/database/transact.ts'
import type { App, Env } from '../src/web/view.ts'

/** The bare application: the door, and whatever rooms the test opens behind it. */
export const appWithDoor = (deps: Deps, config: Partial<AccessConfig>, rooms: (app: App, config: AccessConfig) => void): App => {
  const whole: AccessConfig = {
    demo: false,
    secureCookies: false,
    trustProxy: false,
    assets: { css: '/a.css', js: '/a.js' },
    nav: [],
    waysIn: localAccountsOnly,
    ...config,
  }
  const app = new Hono<Env>()
  backChannelRoutes(app, deps, whole.waysIn)
  door(app, deps, whole)
  rooms(app, whole)
  return app
}

/** A browser that keeps its cookies, sits at `address` and sends forms as browsers do, with the token of the page it last saw. */
export class Visitor {
  private readonly app: App
  private readonly address: string
  private readonly headers: Readonly<Record<string, string>>
  readonly cookies = new Map<string, string>()
  token = ''

  constructor(app: App, { address = '127.0.0.1', headers = {} }: { address?: string; headers?: Readonly<Record<string, string>> } = {}) {
    this.app = app
    this.address = address
    this.headers = { host: 'localhost:8040', ...headers }
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = { ...init, headers: { ...this.headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) } }
    const answer = await this.app.request(`http://localhost:8040${path}`, request, { incoming: { socket: { remoteAddress: this.address } } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(await answer.clone().text())?.[1] ?? this.token
    return answer
  }

  get(path: string): Promise<Response> {
    return this.ask(path, {})
  }

  /** Sends a form with the token of the last page; other headers or another token may be given. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ _csrf: this.token, ...fields })) for (const v of [value].flat()) body.append(name, v)
    return this.ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
  }
}
