import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { appWithDoor, Visitor } from '../../test/door.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { verifyHistory } from '../database/verify.ts'
import { type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { App } from '../web/view.ts'
import { noteSecrets } from './access-log.ts'
import { reviewRoutes } from './review-routes.tsx'
import { openSession } from './session-store.ts'
import { watchSecrets } from './watch-secrets.ts'
import { loadWho } from './who.ts'

let database: TestDatabase
let connection: Connection
let deps: Deps
let app: App
let today: Day = day('2022-05-17')
let now = new Date('2022-05-17T08:00:00Z')
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const ids = timeOrderedIds(() => new Date())
const id = Object.fromEntries(['root', 'aln', 'ifon', 'open', 'secret', 'other', 'paper'].map((name) => [name, ids.next()])) as Record<string, string>
const people = { secretary: ids.next(), registrar: ids.next(), stranger: ids.next(), auditor: ids.next(), reader: ids.next() }

const as = async (who: keyof typeof people): Promise<Visitor> => {
  const visitor = new Visitor(app)
  visitor.cookies.set('genomslag', await openSession(deps, people[who], { demo: false }))
  return visitor
}
const logged = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ line: string }>`
    select p.given_name || ' ' || l.how || ' ' || coalesce(t.number, '?') || ' ' || l.route as line
      from access_log l join person p on p.id = l.person_id left join thing t on t.id = l.thing_id order by l.at, t.number`.execute(deps.store)
  return rows.map((row) => row.line)
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 4 })
  deps = { store: connection.store, clock: { now: () => now, today: () => today }, ids }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    for (const [slug, kind, parent] of [
      ['root', 'municipality', null],
      ['aln', 'board', id['root']],
      ['ifon', 'board', id['root']],
    ] as const) {
      await tx
        .insertInto('node')
        .values({ id: id[slug] as string, slug, kind })
        .execute()
      await tx
        .insertInto('node_version')
        .values({ node_id: id[slug] as string, valid: '[2011-01-01,)', name_sv: slug, name_en: slug, short: slug, parent_id: parent as string | null })
        .execute()
    }
    const posts = { secretary: ['aln', 'secretary'], registrar: ['aln', 'registrar'], stranger: ['ifon', 'secretary'], auditor: ['root', 'auditor'] } as const
    for (const [name, personId] of Object.entries(people)) {
      await tx.insertInto('person').values({ id: personId, given_name: name, family_name: 'Prov' }).execute()
      const held = (posts as Record<string, readonly [string, string]>)[name]
      if (!held) continue
      const post = ids.next()
      await tx
        .insertInto('post')
        .values({ id: post, slug: `p-${name}`, node_id: id[held[0]] as string, role: held[1], title_sv: name, title_en: name })
        .execute()
      await tx.insertInto('appointment').values({ id: ids.next(), post_id: post, person_id: personId, valid: '[2020-01-01,)' }).execute()
    }
    const thing = (key: string, kind: 'case' | 'document', number: string | null, secrecy: string | null) => ({
      id: id[key] as string,
      kind,
      register: null,
      number,
      title: `Titel ${key}`,
      node_id: id['aln'] as string,
      day: '2022-05-01',
      secrecy,
    })
    await tx
      .insertInto('thing')
      .values([
        thing('open', 'case', 'A 1', null),
        thing('secret', 'case', 'A 2', 'OSL 26:1'),
        thing('other', 'case', 'A 3', 'OSL 26:1'),
        thing('paper', 'document', null, null),
      ])
      .execute()
    for (const key of ['open', 'secret', 'other'])
      await tx
        .insertInto('case_file')
        .values({ id: id[key] as string, state: 'open', opened: '2022-05-01', closed: null })
        .execute()
    await tx
      .insertInto('document')
      .values({ id: id['paper'] as string, case_id: id['secret'] as string, kind: 'annex', author_id: null, parts: '{}' })
      .execute()
  })
  app = appWithDoor(deps, {}, (rooms) => {
    rooms.use(watchSecrets(deps))
    reviewRoutes(rooms, deps)
    rooms.get('/cases', (c) => c.html(`<a href="/cases/${id['secret']}">A 2</a> <a href="/cases/${id['open']}">A 1</a>`))
    rooms.get('/cases/:id', (c) => c.html('<h1>Ärende</h1>', c.get('who').personId === people.stranger ? 403 : 200))
    rooms.get('/documents/:id', (c) => c.html('<h1>Handling</h1>'))
    rooms.get('/gone/:id', (c) => c.html('', 404))
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('looks at what is secret', () => {
  it('are written before the page is shown, with whom, what and how; of what is open, nothing', async () => {
    const [secretary, stranger] = [await as('secretary'), await as('stranger')]
    await secretary.get(`/cases/${id['open']}`)
    await new Visitor(app).get(`/cases/${id['secret']}`)
    await secretary.get(`/gone/${id['secret']}`)
    await secretary.get('/cases')
    expect(await logged()).toEqual([])
    await secretary.get(`/cases/${id['secret']}`)
    later(1)
    await secretary.get(`/documents/${id['paper']}`)
    later(1)
    await stranger.get(`/cases/${id['secret']}`)
    later(4)
    await secretary.get(`/documents/${id['paper']}`)
    later(1)
    await secretary.get('/cases?q=bistånd')
    await stranger.get('/cases?q=bistånd')
    later(1)
    const who = await loadWho(deps.store, undefined, people.registrar, today)
    await noteSecrets(deps, who, 'export', [id['open'], id['secret'], id['other']] as string[], '/register/:path.xlsx')
    expect(await logged()).toEqual([
      'secretary look A 2 /cases/:id',
      'stranger refused A 2 /cases/:id',
      'secretary look A 2 /documents/:id',
      'secretary search A 2 /cases',
      'registrar export A 2 /register/:path.xlsx',
      'registrar export A 3 /register/:path.xlsx',
    ])
  })

  it('can be neither changed nor taken out, and the history knows them', async () => {
    const write = (statement: ReturnType<typeof sql>) => transact(deps, { actor: 'system:test', act: 'tamper' }, (tx) => statement.execute(tx))
    await expect(write(sql`delete from access_log`)).rejects.toThrow('append-only')
    await expect(write(sql`update access_log set how = 'look'`)).rejects.toThrow('append-only')
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    expect((await verifyHistory(owner)).breaks).toEqual([])
    await owner.query(`set session_replication_role = 'replica'; alter table access_log disable trigger all; delete from access_log where how = 'refused'`)
    expect((await verifyHistory(owner)).breaks).toHaveLength(1)
    const { rows } = await owner.query(`select content from history.entry where relation = 'access_log' and content->>'how' = 'refused'`)
    await owner.query(`insert into access_log select * from jsonb_populate_record(null::access_log, $1)`, [rows[0].content])
    await owner.end()
  })
})

describe('the review', () => {
  it('is for those whose task it is, shows numbers and never titles, and tells the gap', async () => {
    expect((await (await as('secretary')).get('/access-log')).status).toBe(403)
    expect((await new Visitor(app).get('/access-log')).status).toBe(403)
    today = day('2022-08-17')
    const registrar = await (await (await as('registrar')).get('/access-log')).text()
    expect(registrar.replaceAll('<!-- -->', '')).toMatch(/Inte granskat sedan den 17.maj.2022/)
    expect(registrar).not.toContain('value="root"')
    const auditor = await as('auditor')
    const page = (await (await auditor.get('/access-log?body=root')).text()).replaceAll('<!-- -->', '')
    expect(page).toContain('A 2')
    expect(page).not.toContain('Titel')
    expect(page).toContain('i sökning eller export 2 gånger')
    const other = await (await auditor.get('/access-log?body=ifon')).text()
    expect(other).toContain('Ingen har läst något sekretessbelagt')
    expect((await auditor.get('/access-log?from=igår')).status).toBe(422)
  })

  it('is noted with comment and closes the gap, up to its last day', async () => {
    const auditor = await as('auditor')
    await auditor.get('/access-log?body=root')
    const bad = await auditor.post('/access-log', { body: 'root', from: '2022-05-17', to: '2022-09-01', comment: ' ', remarks: 'inga' })
    const text = await bad.text()
    expect(bad.status).toBe(422)
    for (const words of ['senare än i dag', 'gick igenom och fann', 'helt tal']) expect(text).toContain(words)
    const good = { body: 'root', from: '2022-05-17', to: '2022-06-30', comment: 'Inget att anmärka.', remarks: '1' }
    expect((await auditor.post('/access-log', good)).status).toBe(303)
    const page = (await (await (await as('registrar')).get('/access-log')).text()).replaceAll('<!-- -->', '')
    expect(page).toMatch(/Nästa granskning börjar från den 1.juli.2022/)
    expect(page).toContain('Inget att anmärka.')
    expect(page).toContain('6 gånger läst, 1 att följa upp')
    const registrar = await as('registrar')
    await registrar.get('/access-log')
    expect((await registrar.post('/access-log', { ...good, body: 'ifon' })).status).toBe(422)
    expect((await registrar.post('/access-log/interval', { months: '1' })).status).toBe(422)
    await auditor.get('/access-log')
    expect((await auditor.post('/access-log/interval', { months: '25' })).status).toBe(422)
    await auditor.get('/access-log')
    expect((await auditor.post('/access-log/interval', { months: '1' })).status).toBe(303)
    expect(await (await auditor.get('/access-log')).text()).toMatch(/Inte granskat sedan/)
  })
})
