import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '../access/create-account.ts'
import { accessRoutes } from '../access/routes.tsx'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { appWithDoor, Visitor } from '../../test/door.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { App } from '../web/view.ts'
import { organisationRoutes } from './routes.tsx'

let database: TestDatabase
let connection: Connection
let deps: Deps
let app: App
const today = day('2022-05-17')
const nodes = { stad: '', ks: '', slk: '', aln: '', alf: '' }
const person = { chief: '', anna: '' }

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 2 })
  deps = { store: connection.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    for (const [slug, kind, name, parent, seats] of [
      ['stad', 'municipality', 'Provstad', null, null],
      ['ks', 'executive_board', 'Kommunstyrelsen', 'stad', 15],
      ['slk', 'department', 'Kansliet', 'ks', null],
      ['aln', 'board', 'Arbetslivsnämnden', 'stad', 11],
      ['alf', 'department', 'Arbetslivsförvaltningen', 'aln', null],
    ] as const) {
      nodes[slug] = deps.ids.next()
      await tx.insertInto('node').values({ id: nodes[slug], slug, kind }).execute()
      await tx
        .insertInto('node_version')
        .values({
          node_id: nodes[slug],
          valid: '[2011-01-01,)',
          name_sv: name,
          name_en: `${name} (en)`,
          short: slug,
          parent_id: parent && nodes[parent],
          seats,
        })
        .execute()
    }
    for (const [who, given, role, node] of [
      ['chief', 'Karin', 'chief_executive', 'slk'],
      ['anna', 'Anna', 'chair', 'aln'],
    ] as const) {
      const postId = deps.ids.next()
      person[who] = deps.ids.next()
      await tx.insertInto('person').values({ id: person[who], given_name: given, family_name: 'Prov', party: 'S' }).execute()
      await tx
        .insertInto('post')
        .values({ id: postId, slug: who, node_id: nodes[node], role, title_sv: role === 'chair' ? 'Ordförande' : 'Kommundirektör', title_en: role, seat: 1 })
        .execute()
      await tx.insertInto('appointment').values({ id: deps.ids.next(), post_id: postId, person_id: person[who], valid: '[2019-01-01,2023-01-01)' }).execute()
    }
  })
  for (const who of ['chief', 'anna'] as const) await createAccount(deps, { personId: person[who], username: who, password: 'en ganska lång mening' })
  app = appWithDoor(deps, {}, (opened, config) => {
    accessRoutes(opened, deps, config)
    organisationRoutes(opened, deps)
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const signedIn = async (username: string): Promise<Visitor> => {
  const visitor = new Visitor(app)
  await visitor.get('/sign-in')
  expect((await visitor.post('/sign-in', { username, password: 'en ganska lång mening' })).status).toBe(303)
  return visitor
}
const read = async (answer: Response): Promise<string> => (await answer.text()).replace(/<!-- -->/g, '').replaceAll('\u00a0', ' ')

describe('pages that anybody may read', () => {
  it.each([
    ['/organisation', 200, 'Provstad har den 17 maj 2022 2 organ och 2 förvaltningar.'],
    ['/organisation?day=2010-12-31', 200, 'Den 31 december 2010 finns ingen organisation här.'],
    ['/organisation?day=17+maj+2015', 200, 'Provstad hade den 17 maj 2015 2 organ och 2 förvaltningar.'],
    ['/organisation?day=2030-01-01', 200, 'Provstad ska ha den 1 januari 2030 2 organ och 2 förvaltningar.'],
    ['/organisation?day=igår', 422, 'Du skrev ”igår”.'],
    ['/bodies/aln/people', 200, 'Arbetslivsnämnden har den 17 maj 2022 1 ledamot från ett parti och inga ersättare. 10 platser är utan ledamot.'],
    ['/bodies/aln/people?day=2018-01-01', 200, 'Arbetslivsnämnden hade den 1 januari 2018 inga ledamöter och inga ersättare. 11 platser var utan ledamot.'],
    ['/bodies/aln/people?day=2005-01-01', 200, 'Arbetslivsnämnden finns inte den 1 januari 2005.'],
    ['/bodies/aln/people?day=x', 422, 'Du skrev ”x”.'],
    ['/bodies/slk/people', 200, 'Kansliet har den 17 maj 2022 1 tillsatt befattning i systemet.'],
    ['/bodies/nobody/people', 404, 'Det organet eller den enheten finns inte.'],
    ['/bodies/aln/history', 200, 'Arbetslivsnämnden (nämnd) finns sedan den 1 januari 2011.'],
    ['/bodies/nobody/history', 404, 'finns inte'],
    ['/people/rubbish', 404, 'Personen finns inte.'],
  ])('%s answers %i', async (path, status, words) => {
    const answer = await new Visitor(app).get(path)
    const html = await read(answer)
    expect(answer.status).toBe(status)
    expect(html).toContain(words)
    expect(html).not.toMatch(/ style=/)
    expect(html).not.toContain('href="/organisation/new"')
  })

  it('tell of a person', async () => {
    const html = await read(await new Visitor(app).get(`/people/${person.anna}`))
    expect(html).toContain('Anna Prov är ordförande i Arbetslivsnämnden.')
    expect(html).toContain('31 december 2022')
  })

  it('are in English too', async () => {
    const visitor = new Visitor(app, { headers: { 'accept-language': 'en' } })
    expect(await read(await visitor.get('/organisation'))).toContain('On 17 May 2022 Provstad (en) has 2 bodies and 2 departments.')
    expect(await read(await visitor.get('/bodies/aln/people'))).toContain('10 seats are without a member.')
  })
})

describe('forms', () => {
  const forms = () => [
    '/organisation/new',
    '/organisation/merge',
    '/bodies/aln/change',
    '/bodies/aln/move',
    '/bodies/aln/close',
    '/bodies/aln/split',
    '/bodies/aln/posts/new',
    '/people/new',
  ]

  it('are shown to those who may, and refused to others', async () => {
    const chief = await signedIn('chief')
    const anna = await signedIn('anna')
    for (const path of forms()) {
      const shown = await chief.get(path)
      expect([path, shown.status]).toEqual([path, 200])
      expect(await read(shown)).not.toMatch(/ style=/)
      expect([path, (await anna.get(path)).status]).toEqual([path, 403])
      await anna.get('/organisation')
      await anna.get('/sign-in')
      await anna.get('/account')
      expect([path, (await anna.post(path, { on: '2022-07-01', name: 'X', short: 'X' })).status]).toEqual([path, 403])
    }
    expect(await read(await anna.get('/organisation/new'))).toContain('Att ändra organisationen är en uppgift för kommundirektör eller registrator')
  })

  it('say everything that is wrong, and keep what was typed', async () => {
    const chief = await signedIn('chief')
    await chief.get('/organisation/new')
    const answer = await chief.post('/organisation/new', {
      kind: 'board',
      name: '',
      nameEn: 'Left as typed',
      short: '',
      seats: 'elva',
      parentId: nodes.alf,
      on: 'sedan',
    })
    const html = await read(answer)
    expect(answer.status).toBe(422)
    for (const words of [
      'Du skrev ”sedan”.',
      'Skriv namnet.',
      'Skriv en förkortning',
      'heltal',
      'kan inte ligga under Arbetslivsförvaltningen',
      'value="Left as typed"',
      'value="sedan"',
      'value="elva"',
    ]) {
      expect(html).toContain(words)
    }
    for (const field of ['name', 'short', 'seats', 'on', 'parentId']) expect(html).toContain(`href="#field-${field}"`)
  })

  it('reorganise: make, rename, split, merge, move, close', async () => {
    const chief = await signedIn('chief')
    const send = async (path: string, fields: Record<string, string | readonly string[]>): Promise<string | null> => {
      await chief.get(path)
      const answer = await chief.post(path, fields)
      expect([path, answer.status, answer.status === 422 ? await read(answer) : '']).toEqual([path, 303, ''])
      return answer.headers.get('location')
    }
    const idOf = async (slug: string) => (await deps.store.selectFrom('node').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
    expect(
      await send('/organisation/new', { kind: 'unit', name: 'Jobbcenter', nameEn: 'Job Centre', short: 'JC', parentId: nodes.alf, on: '2022-06-01' }),
    ).toBe('/bodies/jobbcenter/people')
    await send('/bodies/jobbcenter/change', { name: 'Arbetscenter', short: 'AC', on: '1.7.2022' })
    await send('/bodies/jobbcenter/split', {
      'name.0': 'Center Norr',
      'short.0': 'N',
      'share.0': '62,5',
      'name.1': 'Center Söder',
      'short.1': 'S',
      'share.1': '37,5',
      on: '2022-08-01',
    })
    await send('/organisation/merge', {
      'from.0': await idOf('center-norr'),
      'from.1': await idOf('center-soder'),
      name: 'Centrum',
      short: 'C',
      parentId: nodes.alf,
      on: '2022-09-01',
    })
    await send('/bodies/centrum/move', { parentId: nodes.slk, on: '2022-10-01' })
    await send('/bodies/centrum/close', { on: '2022-11-01' })
    const history = await read(await chief.get('/bodies/jobbcenter/history'))
    for (const words of ['Började som Jobbcenter, under Arbetslivsförvaltningen', 'Fick namnet Arbetscenter', '62,5 procent blev Center Norr', 'Upphörde'])
      expect(history).toContain(words)
    expect(await read(await chief.get('/bodies/centrum/history'))).toContain('Flyttades till Kansliet')
    expect(await read(await chief.get('/organisation?day=2022-08-15'))).toContain('Center Norr')
    expect(await read(await chief.get('/organisation?day=2022-07-31'))).not.toContain('Center Norr')
  })

  it('appoint: post, person, appointment, end', async () => {
    const chief = await signedIn('chief')
    await chief.get('/bodies/aln/posts/new')
    expect((await chief.post('/bodies/aln/posts/new', { role: 'secretary', title: 'Nämndsekreterare', titleEn: 'Board secretary' })).status).toBe(303)
    const post = await deps.store.selectFrom('post').select('id').where('role', '=', 'secretary').executeTakeFirstOrThrow()
    await chief.get(`/people/new?post=${post.id}`)
    const added = await chief.post(`/people/new?post=${post.id}`, { givenName: 'Ellen', familyName: 'Prov', party: '', email: '' })
    const path = added.headers.get('location') as string
    expect(path).toMatch(new RegExp(`^/posts/${post.id}/appoint\\?person=`))
    const shown = await read(await chief.get(path))
    expect(shown).toMatch(/checked="" name="personId"|name="personId"[^>]*checked=""/)
    expect(await read(await chief.get(`/posts/${post.id}/appoint?q=ann`))).toContain('Anna Prov (S)')
    const refused = await chief.post(`/posts/${post.id}/appoint`, { from: '2022-05-01', to: '' })
    expect([refused.status, (await read(refused)).includes('Välj en person i listan')]).toEqual([422, true])
    const personId = path.split('=')[1] as string
    expect((await chief.post(`/posts/${post.id}/appoint`, { personId, from: '2022-05-01', to: '2022-12-31' })).status).toBe(303)
    expect(await read(await chief.get('/bodies/aln/people'))).toContain('31 december 2022')
    const held = await deps.store.selectFrom('appointment').select('id').where('post_id', '=', post.id).executeTakeFirstOrThrow()
    await chief.get(`/appointments/${held.id}/end`)
    const early = await chief.post(`/appointments/${held.id}/end`, { on: '2022-04-01' })
    expect([early.status, (await read(early)).includes('Välj en senare dag.')]).toEqual([422, true])
    expect((await chief.post(`/appointments/${held.id}/end`, { on: '2022-06-30' })).status).toBe(303)
    expect(await read(await chief.get('/bodies/aln/people'))).toContain('30 juni 2022')
  })
})
