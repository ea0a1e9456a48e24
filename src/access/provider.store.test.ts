import { createSign, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { appWithDoor, Visitor } from '../../test/door.ts'
import { clientSecret, closeServer, type IdentityProvider, listenAt, startIdentityProvider } from '../../test/identity-provider.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { verifyHistory } from '../database/verify.ts'
import pg from 'pg'
import { addDays, type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { App } from '../web/view.ts'
import type { WaysIn } from './config.ts'
import { readIdentityConfig } from './identity-config.ts'
import { openProvider } from './provider.ts'
import { createAccount } from './create-account.ts'
import { closeSessionsAt } from './session-store.ts'
import { shutOutRoutes } from './shut-out-routes.tsx'
import { accessRoutes } from './routes.tsx'

let database: TestDatabase
let connection: Connection
let deps: Deps
let today: Day = day('2022-05-17')
let idp: IdentityProvider
const origin = 'http://localhost:8040'
const told: string[] = []

const rules = [
  { claim: 'groups', value: 'registry', post: 'aln-registrator' },
  { claim: 'groups', pattern: 'officers-.*', body: 'aln', role: 'officer' },
  { claim: 'groups', value: 'leaders', post: 'aln-ordforande' },
  { claim: 'groups', value: 'ghosts', post: 'finns-inte' },
]
const waysIn = (issuer: string): WaysIn => {
  const provider = {
    id: 'ad',
    name: { sv: 'kommunens inloggning', en: 'the municipality’s sign-in' },
    issuer,
    clientId: 'genomslag',
    clientSecretEnv: 'SECRET',
    link: { to: 'email' },
    rules,
  }
  const { localAccounts, providers } = readIdentityConfig(JSON.stringify({ providers: [provider] }), { SECRET: clientSecret })
  return { localAccounts, providers: providers.map(openProvider), origin: null, tell: (id, { kind, code }) => told.push(`${id} ${kind} ${code}`) }
}

const appAt = (ways: WaysIn): App =>
  appWithDoor(deps, { waysIn: ways }, (app, whole) => {
    accessRoutes(app, deps, whole)
    shutOutRoutes(app, deps, whole.waysIn)
    app.get('/', (c) => c.html(`<p id="who">${c.get('who').name}</p><form><input name="_csrf" value="${c.get('view').csrf}"/></form>`))
  })
let app: App
let ears: Awaited<ReturnType<typeof listenAt>>
const heard: string[] = []
const tell = async (path: string, body: string) => app.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })

const nameOf = async (visitor: Visitor): Promise<string> => /id="who">([^<]*)/.exec(await (await visitor.get('/')).text())?.[1] ?? ''
const to = (answer: Response): string => answer.headers.get('location') ?? ''
/** Signs in as somebody at the provider; gives the last answer. */
const signIn = async (subject: string | null, visitor = new Visitor(app), back = '/'): Promise<{ visitor: Visitor; answer: Response; callback: string }> => {
  idp.person = subject
  const begun = await visitor.get(`/sign-in/with/ad?back=${encodeURIComponent(back)}`)
  expect(begun.status).toBe(302)
  const returned = await idp.walk(to(begun))
  const callback = `${returned.pathname}${returned.search}`
  return { visitor, answer: await visitor.get(callback), callback }
}
const postsOf = async (subject: string): Promise<readonly string[]> => {
  const rows = await deps.store
    .selectFrom('identity')
    .innerJoin('appointment', 'appointment.person_id', 'identity.person_id')
    .innerJoin('post', 'post.id', 'appointment.post_id')
    .select('post.slug')
    .where('subject', '=', subject)
    .where((eb) => eb('appointment.valid', '@>', eb.cast(eb.val(today), 'date') as never))
    .orderBy('slug')
    .execute()
  return rows.map((row) => row.slug)
}

const ids = timeOrderedIds(() => new Date())
const node = ids.next()
const person = { elin: ids.next(), twin1: ids.next(), twin2: ids.next() }
const post = { registrar: ids.next(), chair: ids.next() }

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 6 })
  deps = { store: connection.store, clock: { now: () => new Date(), today: () => today }, ids }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    await tx.insertInto('node').values({ id: node, slug: 'aln', kind: 'board' }).execute()
    await tx
      .insertInto('node_version')
      .values({ node_id: node, valid: '[2011-01-01,)', name_sv: 'Arbetslivsnämnden', name_en: 'Working Life Board', short: 'ALN' })
      .execute()
    await tx
      .insertInto('person')
      .values([
        { id: person.elin, given_name: 'Elin', family_name: 'Prov', email: 'Elin.Prov@example.se' },
        { id: person.twin1, given_name: 'Tove', family_name: 'Tvilling', email: 'tvilling@example.se' },
        { id: person.twin2, given_name: 'Tor', family_name: 'Tvilling', email: 'tvilling@example.se' },
      ])
      .execute()
    await tx
      .insertInto('post')
      .values([
        { id: post.registrar, slug: 'aln-registrator', node_id: node, role: 'registrar', title_sv: 'Registrator', title_en: 'Registrar' },
        { id: post.chair, slug: 'aln-ordforande', node_id: node, role: 'chair', title_sv: 'Ordförande', title_en: 'Chair', seat: 1 },
      ])
      .execute()
  })
  expect((await createAccount(deps, { personId: person.elin, username: 'elin', password: 'en ganska lång mening' })).ok).toBe(true)
  // The provider reaches us over the net, as it would.
  ears = await listenAt((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push(Buffer.concat(chunks).toString())
      void tell(request.url ?? '', heard.at(-1) ?? '').then((answer) => response.writeHead(answer.status).end())
    })
  })
  idp = await startIdentityProvider(() => origin, ['ad'], `${ears.address}/sign-in/ended/ad`)
  app = appAt(waysIn(idp.issuer))
  for (const [subject, account] of Object.entries({
    's-elin': { given_name: 'Elin', family_name: 'Prov', email: 'elin.prov@example.se', email_verified: true, groups: [] },
    's-false': { given_name: 'Falsk', family_name: 'Elin', email: 'elin.prov@example.se', email_verified: false },
    's-second': { given_name: 'Elin', family_name: 'Prov', email: 'elin.prov@example.se', email_verified: true },
    's-twin': { given_name: 'Tove', family_name: 'Tvilling', email: 'tvilling@example.se', email_verified: true },
    's-nora': { given_name: 'Nora', family_name: 'Ny', groups: ['registry', 'officers-aln'] },
    's-olof': { given_name: 'Olof', family_name: 'Ny', groups: ['officers-aln', 'registry'] },
    's-nameless': { groups: ['registry'] },
    's-reader': { given_name: 'Rut', family_name: 'Läsare', groups: 'nothing' },
  }))
    idp.accounts.set(subject, account)
})
beforeEach(() => {
  told.length = 0
})
afterAll(async () => {
  await idp.close()
  await closeServer(ears.server)
  await connection.close()
  await database.drop()
})

describe('sign-in by a real provider', () => {
  it('is sent back to the address that a proxy of ours says was typed', async () => {
    const behind = appWithDoor(deps, { waysIn: waysIn(idp.issuer), trustProxy: true }, (it, whole) => accessRoutes(it, deps, whole))
    const headers = { host: 'inside:8040', 'x-forwarded-host': 'genomslag.example.se', 'x-forwarded-proto': 'https' }
    const backOf = async (at: App): Promise<string | null> =>
      new URL(to(await new Visitor(at, { headers }).get('/sign-in/with/ad'))).searchParams.get('redirect_uri')
    expect(await backOf(behind)).toBe('https://genomslag.example.se/sign-in/back/ad')
    expect(await backOf(app)).toBe('http://inside:8040/sign-in/back/ad')
  })

  it('begins no more sign-ins from one address than may be people, and says when to try again', async () => {
    const visitor = new Visitor(app, { address: '192.0.2.77' })
    await signIn('s-elin', visitor)
    await deps.store.updateTable('rate_count').set({ n: 3000 }).where('subject', '=', 'sign-in 192.0.2.77').execute()
    const refused = await visitor.get('/sign-in/with/ad?back=/cases')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
    expect(await refused.text()).toContain('Försök igen om 10 minuter')
    expect((await new Visitor(app, { address: '192.0.2.78' }).get('/sign-in/with/ad')).status).toBe(302)
  })

  it('is offered beside local accounts, and links by the verified claim; an unverified one makes somebody else', async () => {
    const page = await (await new Visitor(app).get('/sign-in?back=/cases')).text()
    expect(page).toContain('href="/sign-in/with/ad?back=%2Fcases"')
    expect(page).toContain('Fortsätt till kommunens inloggning')
    expect(page).toContain('name="password"')
    const { visitor, answer } = await signIn('s-elin', undefined, '/account')
    expect([answer.status, to(answer)]).toEqual([303, '/account'])
    expect(await nameOf(visitor)).toBe('Elin Prov')
    const account = await (await visitor.get('/account')).text()
    expect(account).toContain('Du loggar in med kommunens inloggning.')
    const elins = await deps.store.selectFrom('identity').select(['subject', 'how']).where('person_id', '=', person.elin).execute()
    expect(elins).toEqual([{ subject: 's-elin', how: 'email' }])
    expect(await nameOf((await signIn('s-false')).visitor)).toBe('Falsk Elin')
    // The same subject is the same person at every later time, also with two at once.
    await Promise.all([signIn('s-reader', new Visitor(app)), signIn('s-reader', new Visitor(app))])
    await signIn('s-reader')
    expect(await deps.store.selectFrom('person').select('id').where('given_name', '=', 'Rut').execute()).toHaveLength(1)
  })

  it.each([
    ['s-second', 'Personen här är redan någon annan hos kommunens inloggning.'],
    ['s-twin', 'Flera personer här har den e-postadressen.'],
    ['s-nameless', 'talade inte om vad du heter'],
    [null, 'avbröts eller godkändes inte där'],
  ])('refuses plainly and signs nobody in: %s', async (subject, words) => {
    const { visitor, answer } = await signIn(subject)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).not.toContain('code%3D')
    expect(text).toContain(words)
    expect(text).toContain('name="password"')
    expect(await nameOf(visitor)).toBe('')
  })

  it('ends the earlier session, gives a new one, and ends at the provider too', async () => {
    const tokens = () => deps.store.selectFrom('session').select('id_token').where('person_id', '=', person.elin).execute()
    const others = await tokens()
    const visitor = new Visitor(app)
    await visitor.get('/sign-in')
    await visitor.post('/sign-in', { username: 'elin', password: 'en ganska lång mening' })
    const before = visitor.cookies.get('genomslag') as string
    await signIn('s-elin', visitor)
    expect(visitor.cookies.get('genomslag')).not.toBe(before)
    const old = new Visitor(app)
    old.cookies.set('genomslag', before)
    expect(await nameOf(old)).toBe('')
    await visitor.get('/')
    const out = await visitor.post('/sign-out', {})
    const onward = new URL(/url=(.*)$/.exec(out.headers.get('refresh') ?? '')?.[1] ?? '')
    expect(onward.origin).toBe(idp.issuer)
    expect(onward.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/`)
    expect((await fetch(onward)).status).toBe(200)
    expect(await out.text()).toContain('Logga ut även hos kommunens inloggning')
    expect(await nameOf(visitor)).toBe('')
    expect(await tokens()).toEqual(others)
  })

  it('is good once, in the browser that began it, and leads to our own pages only', async () => {
    const { visitor, callback } = await signIn('s-reader', undefined, '//evil.example')
    expect(await nameOf(visitor)).toBe('Rut Läsare')
    const replayed = await visitor.get(callback)
    expect([replayed.status, (await replayed.text()).includes('redan använd')]).toEqual([422, true])
    expect(await nameOf(visitor)).toBe('Rut Läsare')
    idp.person = 's-reader'
    const begun = await new Visitor(app).get('/sign-in/with/ad')
    const returned = await idp.walk(to(begun))
    const stranger = new Visitor(app)
    expect((await stranger.get(`${returned.pathname}${returned.search}`)).status).toBe(422)
    expect(await nameOf(stranger)).toBe('')
    expect((await stranger.get('/sign-in/with/nowhere')).status).toBe(404)
  })

  it('is good only at the provider it was begun at: an answer, state or code that was meant for another signs nobody in', async () => {
    const one = waysIn(idp.issuer)
    const [ad] = one.providers
    if (!ad) throw new Error('no provider')
    const both = appAt({ ...one, providers: [ad, { ...ad, config: { ...ad.config, id: 'other' } }] })
    const visitor = new Visitor(both)
    idp.person = 's-reader'
    const returned = await idp.walk(to(await visitor.get('/sign-in/with/ad')))
    expect((await visitor.get(`/sign-in/back/other${returned.search}`)).status).toBe(422)
    // The code of one sign-in with the state of another: what was kept of the other does not fit it.
    const first = await idp.walk(to(await visitor.get('/sign-in/with/ad')))
    const second = new URL(to(await visitor.get('/sign-in/with/ad'))).searchParams.get('state') ?? ''
    const mixed = new URLSearchParams(first.search)
    mixed.set('state', second)
    expect((await visitor.get(`/sign-in/back/ad?${mixed}`)).status).toBe(422)
    expect(await nameOf(visitor)).toBe('')
  })
})

describe('posts by claims', () => {
  it('are given by rules, marked and dated; what cannot be given is told and the rest is given', async () => {
    const { answer } = await signIn('s-nora')
    expect(answer.status).toBe(303)
    expect(await postsOf('s-nora')).toEqual(['aln-handlaggare', 'aln-registrator'])
    const claimed = await deps.store.selectFrom('claimed_appointment').select(['rule', 'given_on', 'ended_on']).orderBy('rule').execute()
    expect(claimed).toEqual([
      { rule: 'groups = registry → aln-registrator', given_on: '2022-05-17', ended_on: null },
      { rule: 'groups ~ ^(?:officers-.*)$ → officer in aln', given_on: '2022-05-17', ended_on: null },
    ])
    const second = await signIn('s-olof')
    const text = await second.answer.text()
    expect([second.answer.status, text.includes('Uppdraget Registrator innehas av någon annan.')]).toEqual([200, true])
    expect(text).toContain('href="/sign-out"'.replace('href', 'action'))
    expect(await nameOf(second.visitor)).toBe('Olof Ny')
    expect(await postsOf('s-olof')).toEqual(['aln-handlaggare-2'])
    expect(await postsOf('s-reader')).toEqual([])
    idp.accounts.set('s-olof', { given_name: 'Olof', family_name: 'Ny', groups: ['leaders', 'ghosts'] })
    const third = await (await signIn('s-olof')).answer.text()
    expect(third).toContain('fås genom val')
    expect(third).toContain('Uppdraget ”finns-inte” finns inte.')
    // Given and taken back on one day: as if it had not been, but the history and the mark know.
    expect(await postsOf('s-olof')).toEqual([])
  })

  it('end at the next sign-in when the claim is gone; what people appointed stays', async () => {
    await transact(deps, { actor: 'system:test', act: 'appoint' }, async (tx) => {
      const { person_id } = await tx.selectFrom('identity').select('person_id').where('subject', '=', 's-reader').executeTakeFirstOrThrow()
      const id = deps.ids.next()
      await tx
        .insertInto('post')
        .values({ id, slug: 'aln-controller', node_id: node, role: 'controller', title_sv: 'Controller', title_en: 'Controller' })
        .execute()
      await tx.insertInto('appointment').values({ id: deps.ids.next(), post_id: id, person_id, valid: '[2022-01-01,)' }).execute()
    })
    today = addDays(today, 3)
    idp.accounts.set('s-reader', { given_name: 'Rut', family_name: 'Läsare', groups: ['officers-aln'] })
    idp.accounts.set('s-nora', { given_name: 'Nora', family_name: 'Ny', groups: ['registry'] })
    await signIn('s-reader')
    await signIn('s-nora')
    expect(await postsOf('s-nora')).toEqual(['aln-registrator'])
    today = addDays(today, 1)
    idp.accounts.set('s-reader', { given_name: 'Rut', family_name: 'Läsare' })
    await signIn('s-reader')
    expect(await postsOf('s-reader')).toEqual(['aln-controller'])
    const ended = await deps.store
      .selectFrom('claimed_appointment')
      .select(['subject', 'ended_on'])
      .where('ended_on', 'is not', null)
      .orderBy('ended_on')
      .orderBy('subject')
      .execute()
    expect(ended.map((row) => `${row.subject} ${row.ended_on}`)).toEqual(['s-olof 2022-05-17', 's-nora 2022-05-20', 's-reader 2022-05-21'])
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    expect((await verifyHistory(owner).finally(() => owner.end())).breaks).toEqual([])
  })
})

describe('switches', () => {
  it('local accounts off: no form, and none is accepted', async () => {
    const only = appAt({ ...waysIn(idp.issuer), localAccounts: false })
    const visitor = new Visitor(only)
    expect(await (await visitor.get('/sign-in')).text()).not.toContain('name="password"')
    await visitor.get('/')
    const answer = await visitor.post('/sign-in', { username: 'elin', password: 'en ganska lång mening' })
    expect([answer.status, (await answer.text()).includes('inte med användarnamn och lösenord')]).toEqual([403, true])
  })

  it('an identity switched off here signs in no more, and its sessions end', async () => {
    const { visitor } = await signIn('s-reader')
    await transact(deps, { actor: 'system:test', act: 'disable' }, (tx) =>
      tx.updateTable('identity').set({ disabled: true }).where('subject', '=', 's-reader').execute(),
    )
    expect(await nameOf(visitor)).toBe('')
    expect(await (await signIn('s-reader')).answer.text()).toContain('avstängd för dig här')
  })
})

describe('an end of sessions', () => {
  it('is told by the provider itself that a session has ended there, and believes nobody else', async () => {
    await closeSessionsAt(deps, { provider: 'ad', subject: 's-olof', sid: null })
    const [one, two] = [(await signIn('s-olof')).visitor, (await signIn('s-olof')).visitor]
    const rows = await deps.store.selectFrom('session').select(['sid', 'id_token']).where('subject', '=', 's-olof').orderBy('created_at').execute()
    expect(new Set(rows.map((row) => row.sid)).size).toBe(2)
    const forged = [`logout_token=${rows[1]?.id_token}`, 'logout_token=x.y.z', 'annat=1', '']
    for (const body of forged) expect((await tell('/sign-in/ended/ad', body)).status, body).toBe(400)
    expect((await tell('/sign-in/ended/okand', 'logout_token=x')).status).toBe(400)
    expect([await nameOf(one), await nameOf(two)]).toEqual(['Olof Ny', 'Olof Ny'])
    await idp.tellLogout('s-olof', rows[0]?.sid ?? '')
    expect([await nameOf(one), await nameOf(two)]).toEqual(['', 'Olof Ny'])
    // What was overheard is worth nothing again.
    const again = await tell('/sign-in/ended/ad', heard.at(-1) ?? '')
    expect([again.status, again.headers.get('cache-control')]).toEqual([400, 'no-store'])
    expect(await closeSessionsAt(deps, { provider: 'ad', subject: 's-olof', sid: null })).toBe(1)
    expect(await nameOf(two)).toBe('')
  })

  it('is switched off by whoever may, at once and by every way in, and on again', async () => {
    idp.accounts.set('s-karin', { given_name: 'Karin', family_name: 'Chef', groups: [] })
    idp.accounts.set('s-olof', { given_name: 'Olof', family_name: 'Ny', groups: [] })
    const karin = (await signIn('s-karin')).visitor
    const chief = await deps.store.selectFrom('identity').select('person_id').where('subject', '=', 's-karin').executeTakeFirstOrThrow()
    await transact(deps, { actor: 'system:test', act: 'appoint' }, async (tx) => {
      const post = {
        id: ids.next(),
        slug: 'aln-direktor',
        node_id: node,
        role: 'chief_executive',
        title_sv: 'Kommundirektör',
        title_en: 'Chief executive',
      } as const
      await tx.insertInto('post').values(post).execute()
      await tx.insertInto('appointment').values({ id: ids.next(), post_id: post.id, person_id: chief.person_id, valid: '[2019-01-01,)' }).execute()
    })
    const olof = (await signIn('s-olof')).visitor
    const { person_id: id } = await deps.store.selectFrom('identity').select('person_id').where('subject', '=', 's-olof').executeTakeFirstOrThrow()
    const at = `/people/${id}/sign-in`
    expect((await olof.get(at)).status).toBe(403)
    expect((await olof.post(at, { shut: 'yes' })).status).toBe(403)
    const page = await (await karin.get(at)).text()
    expect(page).toContain('Kan logga in. Är inloggad på ett ställe.')
    expect((await karin.post(at, { shut: 'yes' })).status).toBe(303)
    expect(await nameOf(olof)).toBe('')
    expect(await deps.store.selectFrom('session').select('subject').where('person_id', '=', id).execute()).toEqual([])
    const refused = await signIn('s-olof')
    expect([refused.answer.status, await nameOf(refused.visitor)]).toEqual([422, ''])
    expect(await (await karin.get(at)).text()).toContain('Inloggningen är avstängd.')
    expect((await karin.post(at, { shut: 'yes' })).status).toBe(422)
    expect(await (await karin.post(`/people/${chief.person_id}/sign-in`, { shut: 'yes' })).text()).toContain('någon annan av')
    expect((await karin.post(at, { shut: 'no' })).status).toBe(303)
    expect(await nameOf((await signIn('s-olof')).visitor)).toBe('Olof Ny')
  })
})

describe('a provider that cannot be trusted', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  const sign = (claims: object, key = privateKey): string => {
    const text = `${encode({ alg: 'RS256', kid: 'k' })}.${encode(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
  }

  it('signs nobody in: wrong nonce, audience, issuer, signature, time, discovery; within the clock’s skew it does', async () => {
    let fault = ''
    let nonce = ''
    const { server, address } = await listenAt((request, response) => {
      const now = Math.floor(Date.now() / 1000)
      const good = { iss: address, aud: 'genomslag', sub: 's-evil', nonce, iat: now, exp: now + 300, given_name: 'Eva', family_name: 'Il' }
      const claims = {
        nonce: { ...good, nonce: 'another' },
        audience: { ...good, aud: 'another' },
        issuer: { ...good, iss: 'https://another.example' },
        expired: { ...good, iat: now - 600, exp: now - 300 },
        skewed: { ...good, iat: now + 20, exp: now - 20 },
      }[fault]
      const answers: Record<string, object> = {
        '/.well-known/openid-configuration': {
          issuer: fault === 'discovery' ? 'https://another.example' : address,
          authorization_endpoint: `${address}/auth`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/jwks`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
        '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] },
        '/token': { access_token: 'a', token_type: 'bearer', id_token: sign(claims ?? good, fault === 'signature' ? other.privateKey : privateKey) },
      }
      if (fault === 'silent' && request.url === '/token') return void response.destroy()
      if (fault === 'broken' && request.url === '/token') {
        response.statusCode = 503
        return void response.end('<p>')
      }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answers[request.url ?? ''] ?? {}))
    })
    const attempt = async (with_: string, state?: string): Promise<string> => {
      fault = with_
      const ours = appAt(waysIn(address))
      const visitor = new Visitor(ours)
      const begun = await visitor.get('/sign-in/with/ad')
      if (begun.status !== 302) return `${begun.status} ${await nameOf(visitor)}`
      const url = new URL(to(begun))
      nonce = url.searchParams.get('nonce') ?? ''
      expect([url.searchParams.get('code_challenge_method'), url.searchParams.get('response_type')]).toEqual(['S256', 'code'])
      const answer = await visitor.get(`/sign-in/back/ad?code=c&state=${state ?? url.searchParams.get('state')}`)
      if (answer.status !== 303) expect(await answer.text()).toContain('name="password"')
      return `${answer.status} ${await nameOf(visitor)}`
    }
    const results: Record<string, string> = {}
    for (const kind of ['nonce', 'audience', 'issuer', 'signature', 'expired', 'discovery', 'silent', 'broken', 'skewed']) results[kind] = await attempt(kind)
    results['state'] = await attempt('', 'another')
    await closeServer(server)
    results['gone'] = await attempt('')
    expect(results).toEqual({
      nonce: '422 ',
      audience: '422 ',
      issuer: '422 ',
      signature: '422 ',
      expired: '422 ',
      discovery: '422 ',
      silent: '503 ',
      broken: '503 ',
      skewed: '303 Eva Il',
      state: '422 ',
      gone: '503 ',
    })
    expect(told).toHaveLength(9)
    expect(told.join()).not.toMatch(/Eva|s-evil/)
    const visitor = new Visitor(appAt(waysIn(address)))
    await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in', { username: 'elin', password: 'en ganska lång mening' })).status).toBe(303)
  })
})
