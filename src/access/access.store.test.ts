import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { appWithDoor, Visitor } from '../../test/door.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { Clock } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { App } from '../web/view.ts'
import type { AccessConfig } from './config.ts'
import { createAccount } from './create-account.ts'
import { accessRoutes } from './routes.tsx'

let database: TestDatabase
let connection: Connection
let deps: Deps
let now = new Date('2022-05-17T08:00:00Z')
const clock: Clock = { now: () => now, today: () => day('2022-05-17') }
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const password = 'en ganska lång mening'
const elin = '018f0000-0000-7000-8000-00000000000e'

const open = (config: Partial<AccessConfig> = {}): App =>
  appWithDoor(deps, config, (app, whole) => {
    accessRoutes(app, deps, whole)
    app.get('/', (c) => c.html(`<p id="who">${c.get('who').name}</p><form><input name="_csrf" value="${c.get('view').csrf}"/></form>`))
    app.post('/write', (c) => c.text('written'))
    app.post('/api/write', (c) => c.json({ ok: true }))
  })

const name = async (visitor: Visitor): Promise<string> => /id="who">([^<]*)/.exec(await (await visitor.get('/')).text())?.[1] ?? ''
const signedIn = async (app: App = open(), options: ConstructorParameters<typeof Visitor>[1] = {}): Promise<Visitor> => {
  const visitor = new Visitor(app, options)
  await visitor.get('/sign-in')
  const answer = await visitor.post('/sign-in', { username: 'elin', password, back: '/' })
  expect(answer.status).toBe(303)
  return visitor
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 4 })
  deps = { store: connection.store, clock, ids: timeOrderedIds(() => now) }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    const id = deps.ids.next()
    await tx.insertInto('node').values({ id, slug: 'aln', kind: 'board' }).execute()
    await tx
      .insertInto('node_version')
      .values({ node_id: id, valid: '[2011-01-01,)', name_sv: 'Arbetslivsnämnden', name_en: 'Working Life Board', short: 'ALN' })
      .execute()
    await tx.insertInto('person').values({ id: elin, given_name: 'Elin', family_name: 'Prov' }).execute()
    await tx
      .insertInto('setting')
      .values([
        { name: 'demo', value: JSON.stringify({ day: '2022-05-17' }) },
        { name: 'demo_roles', value: JSON.stringify({ chair: { person: elin }, resident: { person: null } }) },
      ])
      .execute()
  })
  expect((await createAccount(deps, { personId: elin, username: 'Elin', password })).ok).toBe(true)
})

afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('accounts', () => {
  it('keep their password as argon2id, out of the history', async () => {
    const { password_hash } = await deps.store.selectFrom('credential').select('password_hash').executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const content = await deps.store.selectFrom('history.entry').select(['relation', 'content']).execute()
    expect(content.some((row) => row.relation === 'account')).toBe(true)
    expect(JSON.stringify(content)).not.toContain('argon2')
    expect(JSON.stringify(content)).not.toContain(password)
  })

  it.each([
    [{ username: 'elin', password, personId: elin }, ['account.taken', 'account.exists']],
    [{ username: 'elin2', password, personId: elin }, ['account.exists']],
    [{ username: 'x', password: 'kort', givenName: '', familyName: 'Y' }, ['account.username', 'password.short', 'account.name']],
    [{ username: 'kajsa', password: 'kajsakajsakajsa', givenName: 'Kajsa', familyName: 'Prov' }, ['password.username', 'password.plain']],
    [{ username: 'kajsa', password: 'å'.repeat(201), givenName: 'Kajsa', familyName: 'Prov' }, ['password.long', 'password.plain']],
    [{ username: 'kajsa', password, personId: '018f0000-0000-7000-8000-000000000fff' }, ['account.person']],
  ])('are refused with every reason at once: %j', async (input, codes) => {
    const verdict = await createAccount(deps, input)
    expect(verdict.ok ? [] : verdict.refusals.map((r) => r.code)).toEqual(codes)
  })
})

describe('sign-in', () => {
  it('gives a new session in a careful cookie, and takes the reader where they were going', async () => {
    const visitor = new Visitor(open())
    await visitor.get('/sign-in?back=/cases?after=1')
    visitor.cookies.set('genomslag', 'planted-by-somebody')
    const answer = await visitor.post('/sign-in', { username: ' ELIN ', password, back: '/cases?after=1' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/cases?after=1')
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('genomslag='))
    expect(cookie).toMatch(/^genomslag=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(visitor.cookies.get('genomslag')).not.toBe('planted-by-somebody')
    expect(await name(visitor)).toBe('Elin Prov')
    const kept = await deps.store.selectFrom('session').select('token_digest').execute()
    expect(kept.map((row) => row.token_digest.toString('base64url'))).not.toContain(visitor.cookies.get('genomslag'))
  })

  it('ends the session that the browser had before', async () => {
    const visitor = await signedIn()
    const before = visitor.cookies.get('genomslag') as string
    await visitor.get('/')
    await visitor.post('/sign-in', { username: 'elin', password })
    const other = new Visitor(open())
    other.cookies.set('genomslag', before)
    expect(await name(other)).toBe('')
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '', 'javascript:alert(1)'])('never leads to another site: %s', async (back) => {
    const visitor = new Visitor(open())
    await visitor.get('/sign-in')
    const answer = await visitor.post('/sign-in', { username: 'elin', password, back })
    expect(answer.headers.get('location')).toBe('/')
  })

  it('says the same of a wrong password and an unknown username, and keeps the username', async () => {
    const visitor = new Visitor(open(), { address: '192.0.2.9' })
    await visitor.get('/sign-in')
    const wrong = await visitor.post('/sign-in', { username: 'elin', password: 'fel' })
    const unknown = await visitor.post('/sign-in', { username: 'nisse', password: 'fel' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const bare = (html: string): string => html.replace(/name="_csrf" value="[^"]+"/, '').replaceAll(/elin|nisse/g, '?')
    const said = await wrong.text()
    expect(bare(said)).toBe(bare(await unknown.text()))
    expect(said).toContain('value="elin"')
    expect(said).toContain('Användarnamnet och lösenordet hör inte ihop.')
    later(16)
  })

  it('asks for both at once', async () => {
    const visitor = new Visitor(open())
    await visitor.get('/sign-in')
    const said = await (await visitor.post('/sign-in', { username: '', password: '' })).text()
    expect(said).toContain('href="#field-username"')
    expect(said).toContain('href="#field-password"')
  })

  it('is over when signed out, for good', async () => {
    const visitor = await signedIn()
    await visitor.get('/')
    const token = visitor.cookies.get('genomslag') as string
    expect((await visitor.post('/sign-out', {})).status).toBe(303)
    expect(visitor.cookies.has('genomslag')).toBe(false)
    visitor.cookies.set('genomslag', token)
    expect(await name(visitor)).toBe('')
  })

  it('lasts twelve hours from when the reader was last seen', async () => {
    const visitor = await signedIn()
    later(11 * 60)
    expect(await name(visitor)).toBe('Elin Prov')
    later(11 * 60)
    expect(await name(visitor)).toBe('Elin Prov')
    later(12 * 60 + 1)
    expect(await name(visitor)).toBe('')
  })

  it('ends when the account is disabled', async () => {
    const visitor = await signedIn()
    const disable = (disabled: boolean) =>
      transact(deps, { actor: 'system:test', act: 'disable' }, (tx) => tx.updateTable('account').set({ disabled }).where('username', '=', 'elin').execute())
    await disable(true)
    expect(await name(visitor)).toBe('')
    await disable(false)
  })
})

describe('the rate limit', () => {
  it('refuses the sixth attempt on a username from anywhere, and says when to try again', async () => {
    for (const [no, status] of [422, 422, 422, 422, 422, 429, 429].entries()) {
      const visitor = new Visitor(open(), { address: `198.51.100.${no}` })
      await visitor.get('/sign-in')
      const answer = await visitor.post('/sign-in', { username: 'elin', password: no > 4 ? password : 'fel' })
      expect(answer.status).toBe(status)
      if (status === 429) expect(await answer.text()).toContain('Försök igen om 15 minuter.')
    }
    later(14)
    const visitor = new Visitor(open(), { address: '198.51.100.77' })
    await visitor.get('/sign-in')
    expect(await (await visitor.post('/sign-in', { username: 'elin', password })).text()).toContain('Försök igen om en minut.')
    later(1)
    expect((await visitor.post('/sign-in', { username: 'elin', password })).status).toBe(303)
  })

  it('treats usernames that do not exist alike', async () => {
    const statuses: number[] = []
    for (let no = 0; no < 6; no++) {
      const visitor = new Visitor(open(), { address: `203.0.113.${no}` })
      await visitor.get('/sign-in')
      statuses.push((await visitor.post('/sign-in', { username: 'ingen', password: 'fel' })).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    later(16)
  })

  it('refuses the sixth attempt from one address, whatever it says in headers, unless a proxy of ours is told of', async () => {
    const attempts = async (app: App, forwarded: (no: number) => string): Promise<number[]> => {
      const statuses: number[] = []
      for (let no = 0; no < 6; no++) {
        const visitor = new Visitor(app, { address: '192.0.2.44', headers: { 'x-forwarded-for': forwarded(no) } })
        await visitor.get('/sign-in')
        statuses.push((await visitor.post('/sign-in', { username: `någon${no}${forwarded(no)}`, password: 'fel' })).status)
      }
      return statuses
    }
    expect((await attempts(open(), (no) => `10.0.0.${no}`)).at(-1)).toBe(429)
    expect((await attempts(open({ trustProxy: true }), (no) => `10.0.1.${no}`)).at(-1)).toBe(422)
    expect((await attempts(open({ trustProxy: true }), (no) => `10.0.2.${no}, 10.9.9.9`)).at(-1)).toBe(429)
    later(16)
  })

  it('counts attempts made at the same moment', async () => {
    const app = open()
    const visitors = Array.from({ length: 9 }, (_, no) => new Visitor(app, { address: `203.0.113.${100 + no}` }))
    const answers = await Promise.all(
      visitors.map(async (visitor) => {
        await visitor.get('/sign-in')
        return (await visitor.post('/sign-in', { username: 'samtidig', password: 'fel' })).status
      }),
    )
    expect(answers.filter((status) => status === 422)).toHaveLength(5)
    later(16)
  })

  it('does not count what succeeds', async () => {
    for (let no = 0; no < 8; no++) await signedIn(open(), { address: '192.0.2.80' })
  })
})

describe('the own password', () => {
  it('changes with the old one, and signs out everywhere else', async () => {
    const here = await signedIn()
    const elsewhere = await signedIn()
    await here.get('/account')
    const wrong = await here.post('/account', { old: 'fel', wanted: 'en annan lång mening', again: 'en annan lång mening' })
    expect([wrong.status, (await wrong.text()).includes('Det gamla lösenordet stämmer inte.')]).toEqual([422, true])
    const several = await (await here.post('/account', { old: password, wanted: 'kort', again: 'annat' })).text()
    expect(several).toContain('minst 12 tecken')
    expect(several).toContain('De två nya lösenorden är inte lika.')
    expect(await (await here.post('/account', { old: password, wanted: password, again: password })).text()).toContain('detsamma som det gamla')
    expect((await here.post('/account', { old: password, wanted: 'en annan lång mening', again: 'en annan lång mening' })).status).toBe(303)
    expect(await name(here)).toBe('Elin Prov')
    expect(await name(elsewhere)).toBe('')
    await here.get('/account')
    expect((await here.post('/account', { old: 'en annan lång mening', wanted: password, again: password })).status).toBe(303)
  })

  it('is asked of nobody who is not signed in', async () => {
    const visitor = new Visitor(open())
    expect((await visitor.get('/account')).headers.get('location')).toBe('/sign-in?back=/account')
    await visitor.get('/')
    expect((await visitor.post('/account', { old: 'a', wanted: 'b', again: 'c' })).status).toBe(403)
  })
})

describe('forms', () => {
  it('carry a token of the reader’s own, signed in or not', async () => {
    for (const visitor of [new Visitor(open()), await signedIn()]) {
      await visitor.get('/')
      expect(await (await visitor.post('/write', {})).text()).toBe('written')
      const refused = await visitor.post('/write', { _csrf: '' })
      expect([refused.status, (await refused.text()).includes('Ingenting är sparat.')]).toEqual([403, true])
      const stranger = new Visitor(open())
      await stranger.get('/')
      expect((await visitor.post('/write', { _csrf: stranger.token })).status).toBe(403)
    }
  })

  it('lose their token at sign-in', async () => {
    const visitor = new Visitor(open())
    await visitor.get('/sign-in')
    const { token } = visitor
    await visitor.post('/sign-in', { username: 'elin', password })
    expect((await visitor.post('/write', { _csrf: token })).status).toBe(403)
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('are taken from our own pages only: %j', async (headers, status) => {
    const visitor = new Visitor(open())
    await visitor.get('/')
    expect((await visitor.post('/write', {}, headers)).status).toBe(status)
  })

  it.each([
    ['http://localhost:8040', 200],
    ['http://localhost:9999', 403],
    ['https://evil.example', 403],
    ['null', 403],
  ])('from older browsers are judged by their origin: %s', async (origin, status) => {
    const visitor = new Visitor(open())
    await visitor.get('/')
    const body = new URLSearchParams({ _csrf: visitor.token })
    const cookie = [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ')
    const answer = await open().request('http://localhost:8040/write', { method: 'POST', body, headers: { host: 'localhost:8040', origin, cookie } })
    expect(answer.status).toBe(status)
  })

  it('to the API need the token too, but JSON need not', async () => {
    const app = open()
    const post = (headers: Record<string, string>, body: string) => app.request('http://localhost/api/write', { method: 'POST', headers, body })
    expect((await post({ 'content-type': 'text/plain' }, '{}')).status).toBe(403)
    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1')).status).toBe(403)
    expect((await post({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, '{}')).status).toBe(403)
    expect((await post({ 'content-type': 'application/json' }, '{}')).status).toBe(200)
  })

  it('that are too large or broken get a plain page', async () => {
    const visitor = new Visitor(open(), { headers: { 'accept-language': 'en' } })
    await visitor.get('/')
    const large = await visitor.post('/write', { text: 'x'.repeat(2 * 1024 * 1024 + 1) })
    expect([large.status, (await large.text()).includes('larger than 2 megabytes')]).toEqual([413, true])
    const broken = await open().request('http://localhost/write', {
      method: 'POST',
      body: 'rubbish',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(broken.status).toBe(403)
  })
})

describe('headers', () => {
  it('tell browsers to be careful, on every answer', async () => {
    const app = open()
    for (const answer of [await app.request('/'), await app.request('/nothing'), await app.request('/write', { method: 'POST' })]) {
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
      )
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('permissions-policy')).toContain('camera=()')
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(answer.headers.has('strict-transport-security')).toBe(false)
    }
  })

  it('keep https where there is https', async () => {
    const app = open({ secureCookies: true })
    const visitor = await signedIn(app)
    const answer = await visitor.get('/sign-in')
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    await visitor.get('/')
    const set = (await visitor.post('/sign-in', { username: 'elin', password })).headers.getSetCookie()
    expect(set.find((line) => line.startsWith('genomslag='))).toContain('Secure')
  })

  it('keep https where a proxy of ours says that the reader came by it, and believe nobody else', async () => {
    const by = async (trustProxy: boolean, proto: string): Promise<readonly [cookie: boolean, header: boolean]> => {
      const answer = await new Visitor(open({ trustProxy }), { headers: { 'x-forwarded-proto': proto } }).get('/sign-in')
      return [answer.headers.getSetCookie().every((line) => line.includes('Secure')), answer.headers.has('strict-transport-security')]
    }
    expect(await by(true, 'https')).toEqual([true, true])
    expect(await by(true, 'http')).toEqual([false, false])
    // What came to the proxy from elsewhere stands first in the list.
    expect(await by(true, 'https, http')).toEqual([false, false])
    expect(await by(false, 'https')).toEqual([false, false])
  })
})

describe('the language', () => {
  it('is the chosen one, else the browser’s, else Swedish', async () => {
    const title = async (visitor: Visitor) => /<h1>([^<]*)/.exec(await (await visitor.get('/sign-in')).text())?.[1]
    expect(await title(new Visitor(open()))).toBe('Logga in')
    expect(await title(new Visitor(open(), { headers: { 'accept-language': 'de, en;q=0.8, sv;q=0.5' } }))).toBe('Sign in')
    const visitor = new Visitor(open(), { headers: { 'accept-language': 'en' } })
    expect((await visitor.get('/language/sv?back=/sign-in')).headers.get('location')).toBe('/sign-in')
    expect(await title(visitor)).toBe('Logga in')
    expect((await visitor.get('/language/de?back=//evil.example')).headers.get('location')).toBe('/')
  })
})

describe('notices', () => {
  it('are told once, and only those we know', async () => {
    const visitor = await signedIn()
    expect(await (await visitor.get('/account')).text()).toContain('Du är inloggad.')
    expect(await (await visitor.get('/account')).text()).not.toContain('class="notice"')
    visitor.cookies.set('genomslag_notice', 'constructor')
    expect(await (await visitor.get('/account')).text()).not.toContain('class="notice"')
  })
})

describe('stepping into a role', () => {
  const stepIn = async (visitor: Visitor, role = 'chair'): Promise<number> => {
    await visitor.get('/')
    return (await visitor.post('/demo/step-in', { role })).status
  }

  it.each([
    ['127.0.0.1', 'localhost:8040'],
    ['::1', '[::1]:8040'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
  ])('is possible at the machine itself: %s, %s', async (address, host) => {
    const visitor = new Visitor(open({ demo: true }), { address, headers: { host } })
    expect((await visitor.get('/demo')).status).toBe(200)
    expect(await stepIn(visitor)).toBe(303)
    expect(await name(visitor)).toBe('Elin Prov')
    expect(await stepIn(visitor, 'resident')).toBe(303)
    expect(await name(visitor)).toBe('')
  })

  it.each([
    ['192.168.1.7', {}],
    ['10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['::ffff:10.1.2.3', {}],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }],
    ['127.0.0.1', { 'x-real-ip': '127.0.0.1' }],
    ['127.0.0.1', { host: 'rebound.example:8040' }],
    ['127.0.0.1', { host: 'localhost.evil.example' }],
    ['', {}],
  ])('is refused from elsewhere: %s %j', async (address, headers) => {
    const visitor = new Visitor(open({ demo: true }), { address, headers })
    expect((await visitor.get('/demo')).status).toBe(403)
    expect(await stepIn(visitor)).toBe(403)
    expect(await name(visitor)).toBe('')
  })

  it('gives a session that is worth nothing elsewhere', async () => {
    const app = open({ demo: true })
    const visitor = new Visitor(app)
    expect(await stepIn(visitor)).toBe(303)
    for (const [address, headers] of [
      ['192.168.1.7', {}],
      ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ] as const) {
      const other = new Visitor(app, { address, headers })
      other.cookies.set('genomslag', visitor.cookies.get('genomslag') as string)
      expect(await name(other)).toBe('')
    }
    const ordinary = new Visitor(open({ demo: false }))
    ordinary.cookies.set('genomslag', visitor.cookies.get('genomslag') as string)
    expect(await name(ordinary)).toBe('')
    expect(await name(visitor)).toBe('Elin Prov')
  })

  it('is refused for roles that nobody plays, and where there is no demonstration', async () => {
    expect(await stepIn(new Visitor(open({ demo: true })), 'controller')).toBe(403)
    expect(await stepIn(new Visitor(open({ demo: true })), 'constructor')).toBe(403)
    expect(await stepIn(new Visitor(open({ demo: false })))).toBe(404)
  })

  it('is refused when the database has not been loaded with the demonstration, whatever the program was told', async () => {
    const put = (value: string | null) =>
      transact(deps, { actor: 'system:test', act: 'demo' }, async (tx) => {
        await tx.deleteFrom('setting').where('name', '=', 'demo').execute()
        if (value !== null) await tx.insertInto('setting').values({ name: 'demo', value }).execute()
      })
    await put(null)
    expect(await stepIn(new Visitor(open({ demo: true })))).toBe(403)
    await put('{"day":"2022-05-17"}')
  })
})
