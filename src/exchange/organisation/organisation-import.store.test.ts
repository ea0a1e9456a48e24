import { Buffer } from 'node:buffer'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { appWithDoor } from '../../../test/door.ts'
import { openSession } from '../../access/session-store.ts'
import { loadWho } from '../../access/who.ts'
import { type Connection, openStore } from '../../database/connection.ts'
import { type Deps, transact } from '../../database/transact.ts'
import { verifyHistory } from '../../database/verify.ts'
import { clockAt } from '../../kernel/clock.ts'
import { day } from '../../kernel/day.ts'
import { timeOrderedIds } from '../../kernel/identity.ts'
import type { Who } from '../../kernel/who.ts'
import { runDue } from '../../jobs/run-job.ts'
import { importFileJob } from '../import/long-file.ts'
import { importRoutes } from '../import/routes.tsx'
import type { App } from '../../web/view.ts'
import { readTable } from '../sheet/read-table.ts'
import { writeXlsx } from '../sheet/write-xlsx.ts'
import { importOrganisation, type Outcome } from './import-organisation.ts'
import { type ListKind, lists } from './lists.ts'
import { readList } from './read-list.ts'
import { organisationImportRoutes } from './routes.tsx'

let database: TestDatabase
let connection: Connection
let deps: Deps
let boss: Who
let app: App
const today = day('2022-05-17')
const ids = timeOrderedIds(() => new Date())
const bossId = ids.next()

const csv = (kind: ListKind, rows: readonly string[]): Buffer =>
  Buffer.from(`\ufeff${lists[kind].columns.map(({ head }) => head.sv).join(';')}\r\n${rows.join('\r\n')}\r\n`)
const units = csv('units', [
  'e2;Ungdomsenheten;Youth Unit;UNG;enhet;f1;;;',
  'f1;Kulturförvaltningen;;KUF;förvaltning;kn;;2022-01-01;',
  'kn;Kulturnämnden;Culture Board;KN;nämnd;boras;11;2022-01-01;',
])
const people = csv('people', ['p1;Åsa;Öberg;;asa@example.se', 'p2;Bo;Ek;S;'])
const posts = csv('posts', ['u1;kn;registrator;Registrator;;', 'u2;e2;enhetschef;Enhetschef;Head;'])
const appointments = csv('appointments', ['u1;p1;2022-05-17;', 'u2;p2;2022-06-01;2023-01-01'])
const all = [units, people, posts, appointments]

const read = (files: readonly Buffer[]) =>
  Promise.all(
    files.map(async (content, i) => {
      const table = await readTable(content)
      if (!table.ok) throw new Error('unreadable')
      return readList(`fil${i}.csv`, table.value)
    }),
  )
const look = async (files: readonly Buffer[]): Promise<Outcome> => importOrganisation(deps, boss, await read(files), null)
const apply = async (files: readonly Buffer[]): Promise<Outcome> => importOrganisation(deps, boss, await read(files), await look(files))
const told = ({ problems }: Outcome): readonly string[] => problems.map(({ file, cell, stood, refusal }) => `${file} ${cell} ${stood}: ${refusal.code}`)
const count = async (): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {}
  for (const table of ['node', 'person', 'post', 'appointment', 'external_key'] as const)
    counted[table] = (
      await deps.store
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return counted
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 4 })
  deps = { store: connection.store, clock: clockAt(today), ids }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    const [root, post] = [ids.next(), ids.next()]
    await tx.insertInto('node').values({ id: root, slug: 'boras', kind: 'municipality' }).execute()
    await tx.insertInto('node_version').values({ node_id: root, valid: '[1974-01-01,)', name_sv: 'Borås', name_en: 'Borås', short: 'B' }).execute()
    await tx.insertInto('person').values({ id: bossId, given_name: 'Karl', family_name: 'Prov', email: 'karl@example.se' }).execute()
    await tx
      .insertInto('post')
      .values({ id: post, slug: 'kd', node_id: root, role: 'chief_executive', title_sv: 'Kommundirektör', title_en: 'Chief executive' })
      .execute()
    await tx.insertInto('appointment').values({ id: ids.next(), post_id: post, person_id: bossId, valid: '[2020-01-01,)' }).execute()
  })
  boss = await loadWho(deps.store, undefined, bossId, today)
  // Here more than three rows are work for later.
  app = appWithDoor(deps, {}, (rooms) => {
    organisationImportRoutes(rooms, deps, 3)
    importRoutes(rooms, deps, 3)
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('an import of the organisation', () => {
  it('shows what would change and does nothing; with one bad cell nothing is done either', async () => {
    const before = await count()
    const seen = await look(all)
    expect([told(seen), seen.done, seen.rows.map(({ kind, name, isNew }) => `${kind} ${name} ${isNew}`)]).toEqual([
      [],
      false,
      [
        'units Kulturnämnden true',
        'units Kulturförvaltningen true',
        'units Ungdomsenheten true',
        'people Åsa Öberg true',
        'people Bo Ek true',
        'posts Registrator true',
        'posts Enhetschef true',
        'appointments Registrator: Åsa Öberg true',
        'appointments Enhetschef: Bo Ek true',
      ],
    ])
    const bad = await apply([
      units,
      csv('people', ['p1;Åsa;Öberg;;asa', 'p2;;Ek;;', 'p1;Åsa;Öberg;;']),
      csv('posts', ['u1;kn;trollkarl;Registrator;;', 'u3;saknas;registrator;R;;', 'u4;e2;ledamot;L;;']),
      csv('appointments', ['u1;p2;2022-05-17;', 'u9;p1;igår;']),
    ])
    // Everything that is wrong at once; but what a bad row would have made is not missed a second time.
    expect(told(bad)).toEqual([
      'fil1.csv B3 : import.empty',
      'fil1.csv A4 p1: import.twice',
      'fil1.csv E2 asa: person.email',
      'fil2.csv C2 trollkarl: import.choice',
      'fil2.csv B3 saknas: import.unit',
      'fil2.csv C4 ledamot: post.role',
      'fil3.csv C3 igår: import.day',
      'fil3.csv A3 u9: import.post',
    ])
    expect(await count()).toEqual(before)
  })

  it('does all of it by the organisation’s own acts, and the same again changes nothing', async () => {
    const done = await apply(all)
    expect([told(done), done.done, done.rows.length]).toEqual([[], true, 9])
    expect(await count()).toEqual({ node: 4, person: 3, post: 3, appointment: 3, external_key: 7 })
    const again = await look(all)
    expect([again.rows, again.unchanged]).toEqual([[], 9])
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    expect((await verifyHistory(owner).finally(() => owner.end())).breaks).toEqual([])
    const act = await deps.store.selectFrom('history.entry').select(['actor', 'act']).where('relation', '=', 'post').where('act', '=', 'create post').execute()
    expect(act).toEqual([1, 2].map(() => ({ actor: `person:${bossId}`, act: 'create post' })))
  })

  it('changes, moves, ends and adopts what is named again, and only as it was seen', async () => {
    const files = [
      csv('units', ['e2;Unga;Youth;UNG;enhet;kn;;;', 'f1;Kulturförvaltningen;;KUF;förvaltning;kn;;;2022-07-01']),
      csv('people', ['p2;Bo;Ekström;S;', 'kd1;Karl;Prov;;karl@example.se']),
      csv('appointments', ['u1;p1;2022-05-17;2022-06-01']),
    ]
    const seen = await look(files)
    expect(told(seen)).toEqual([])
    expect(seen.rows.map(({ name, isNew, changes }) => `${name} ${isNew} ${changes.map((c) => `${c.before}>${c.after}`).join()}`)).toEqual([
      'Unga false Ungdomsenheten>Unga,Youth Unit>Youth,Kulturförvaltningen>Kulturnämnden',
      'Bo Ekström false Ek>Ekström',
      'Karl Prov false >kd1',
      'Registrator: Åsa Öberg false >2022-06-01',
      'Kulturförvaltningen false >2022-07-01',
    ])
    expect((await importOrganisation(deps, boss, await read(files), { digest: 'another' })).done).toBe(false)
    expect((await apply(files)).done).toBe(true)
    expect((await count())['person']).toBe(3)
    const stays = await look([csv('units', ['e2;Unga;Youth;UNG;nämnd;kn;;;']), csv('posts', ['u2;kn;enhetschef;Enhetschef;Head;'])])
    expect(told(stays)).toEqual(['fil0.csv E2 nämnd: import.kind', 'fil1.csv B2 kn: import.post'])
  })

  it('refuses by rights, row by row', async () => {
    const registrar = { ...boss, posts: boss.posts.map((post) => ({ ...post, role: 'registrar' as const, nodeId: ids.next(), chain: [] })) }
    const outcome = await importOrganisation(deps, registrar, await read([csv('units', ['e9;Ny;;NY;enhet;kn;;;'])]), null)
    expect(told(outcome)).toEqual(['fil0.csv A2 e9: access.post'])
    // Whose address or key somebody may set decides as whom one signs in: not that of those whom others appoint.
    const secretary = ids.next()
    await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
      const { id: board } = await tx.selectFrom('node').select('id').where('slug', '=', 'kulturnamnden').executeTakeFirstOrThrow()
      const post = ids.next()
      await tx.insertInto('person').values({ id: secretary, given_name: 'Sara', family_name: 'Prov', email: 'sara@example.se' }).execute()
      await tx
        .insertInto('post')
        .values({ id: post, slug: 'kn-s', node_id: board, role: 'secretary', title_sv: 'Sekreterare', title_en: 'Secretary' })
        .execute()
      await tx.insertInto('appointment').values({ id: ids.next(), post_id: post, person_id: secretary, valid: '[2022-01-01,)' }).execute()
      await tx.deleteFrom('external_key').where('external', '=', 'kd1').execute()
    })
    const sara = await loadWho(deps.store, undefined, secretary, today)
    const own = await importOrganisation(deps, sara, await read([csv('people', ['s1;Sara;Prov;;sara@example.se', 'p5;Ny;Person;;'])]), null)
    expect([told(own), own.rows.length]).toEqual([[], 2])
    const others = await importOrganisation(deps, sara, await read([csv('people', ['s2;Karl;Prov;;karl@example.se'])]), null)
    expect(told(others)).toEqual(['fil0.csv A2 s2: access.post'])
  })

  it('reads the workbook that the template is, and knows a list by its heads', async () => {
    const parts: Buffer[] = []
    const heads = lists.people.columns.map(({ head }) => head.en)
    const rows = (async function* () {
      yield ['p9', 'Eva', 'Å', '', 'eva@example.se'].map((text) => (text ? ({ kind: 'text', text } as const) : null))
    })()
    for await (const part of writeXlsx({ name: 'People', heads, rows, about: { name: 'Columns', lines: [] } })) parts.push(part)
    const seen = await look([Buffer.concat(parts)])
    expect(seen.rows.map(({ name }) => name)).toEqual(['Eva Å'])
    expect(told(await look([Buffer.from('Id;Färg\r\n1;röd\r\n')]))).toEqual(['fil0.csv A1 Id · Färg: import.list'])
  })
})

describe('the pages', () => {
  const waiting = async (): Promise<number> => (await deps.store.selectFrom('waiting_file').select('id').execute()).length

  it('leave many rows to be worked on later, which is stopped or goes on to its end, all at once', async () => {
    const cookie = `genomslag=${await openSession(deps, bossId, { demo: false })}`
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(`http://localhost:8040${path}`, {
        ...init,
        headers: { host: 'localhost:8040', cookie, 'sec-fetch-site': 'same-origin', ...init.headers },
      })
    const work = () => runDue({ ...deps, holder: '0190b0b0-0000-7000-8000-0000000000aa' }, [importFileJob])
    const token = /name="_csrf" value="([^"]+)"/.exec(await (await ask('/organisation/import')).text())?.[1] ?? ''
    const names = ['Ada', 'Bea', 'Cia', 'Dea', 'Eli']
    const body = new FormData()
    body.append('_csrf', token)
    body.append(
      'files',
      new File(
        [
          new Uint8Array(
            csv(
              'people',
              names.map((name, i) => `l${i};${name};Lång;;`),
            ),
          ),
        ],
        'personer.csv',
      ),
    )
    body.append('files', new File([new Uint8Array(csv('units', ['l9;Lång enhet;;LNG;enhet;kn;;;']))], 'enheter.csv'))
    const at = (await ask('/organisation/import/upload', { method: 'POST', body })).headers.get('location') ?? ''
    const press = (path: string) => ask(path, { method: 'POST', body: new URLSearchParams({ _csrf: token }) })
    expect(await (await ask(at)).text()).toContain('av 6 rader')
    await work()
    const seen = (await (await ask(at)).text()).replaceAll('<!-- -->', '')
    expect(seen).toMatch(/Lång enhet[^]*Enheter, rad 2, ny[^]*Ada Lång[^]*Skriv in 6 rader/)
    await press(at)
    await press(`${at}/stop`)
    await work()
    const there = () => deps.store.selectFrom('person').select('given_name').where('family_name', '=', 'Lång').orderBy('given_name').execute()
    expect(await there()).toEqual([])
    await press(at)
    await work()
    expect((await there()).map((p) => p.given_name)).toEqual(names)
    expect(await (await ask(at)).text()).toContain('Filen är inläst')
    expect(await waiting()).toBe(0)
  })

  it('take files, show the preview to their sender alone, and do it when asked', async () => {
    const cookie = `genomslag=${await openSession(deps, bossId, { demo: false })}`
    const ask = (path: string, init: RequestInit = {}, as = cookie) =>
      app.request(`http://localhost:8040${path}`, {
        ...init,
        headers: { host: 'localhost:8040', cookie: as, 'sec-fetch-site': 'same-origin', ...init.headers },
      })
    const tokenIn = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect((await ask('/organisation/import', {}, 'x=1')).status).toBe(403)
    const first = await (await ask('/organisation/import')).text()
    for (const type of ['xlsx', 'csv']) {
      const template = await ask(`/organisation/import/units.${type}`)
      const table = await readTable(Buffer.from(await template.arrayBuffer()))
      expect(table.ok && table.value.heads).toEqual(lists.units.columns.map(({ head }) => head.sv))
    }
    const send = async (content: Buffer) => {
      const body = new FormData()
      body.append('_csrf', tokenIn(first))
      body.append('files', new File([new Uint8Array(content)], 'personer.csv'))
      return ask('/organisation/import/upload', { method: 'POST', body })
    }
    const to = (await send(csv('people', ['p7;Ylva;Ny;;']))).headers.get('location') ?? ''
    const preview = await (await ask(to)).text()
    expect(preview).toContain('Ylva Ny')
    const [stranger] = [ids.next()]
    await transact(deps, { actor: 'system:test', act: 'stranger' }, (tx) =>
      tx.insertInto('person').values({ id: stranger, given_name: 'A', family_name: 'B' }).execute(),
    )
    expect((await ask(to, {}, `genomslag=${await openSession(deps, stranger, { demo: false })}`)).status).toBe(404)
    const digest = /name="seen" value="([^"]+)"/.exec(preview)?.[1] ?? ''
    const confirm = (with_: string) => ask(to, { method: 'POST', body: new URLSearchParams({ _csrf: tokenIn(preview), seen: with_ }) })
    expect((await confirm('another')).status).toBe(409)
    expect((await confirm(digest)).status).toBe(303)
    expect(await deps.store.selectFrom('person').select('family_name').where('given_name', '=', 'Ylva').execute()).toHaveLength(1)
    expect((await ask(to)).status).toBe(404)
    expect(await waiting()).toBe(0)
    const bad = (await send(csv('people', ['p8;;Ny;;']))).headers.get('location') ?? ''
    const answer = await ask(bad)
    const text = await answer.text()
    expect([answer.status, text.includes('B2'), text.includes('Förnamn behövs.')]).toEqual([422, true, true])
    expect(text).not.toContain('name="seen"')
  })
})
