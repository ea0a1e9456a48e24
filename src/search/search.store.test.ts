import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Room, roomFor } from '../../test/room.ts'
import { seesSecretsOf } from '../access/visible.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { verbatim } from '../kernel/text.ts'
import { anybody, type HeldPost, roles, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { readable } from './conditions.ts'
import { searchRoutes } from './routes.tsx'

const today = day('2022-05-17')
const ids = timeOrderedIds(() => new Date('2022-05-17T10:00:00Z'))
const [municipality, labour, office, school, culture] = [ids.next(), ids.next(), ids.next(), ids.next(), ids.next()] as [string, string, string, string, string]

let database: TestDatabase
let connection: Connection
let deps: Deps
let tree: Tree
const act = { actor: 'system:test', act: 'test' }

const thing = (of: { id?: string; kind: 'case' | 'goal'; title: string; number?: string; node?: string; at?: string; secrecy?: string }) => ({
  id: of.id ?? ids.next(),
  kind: of.kind,
  register: null,
  number: of.number ?? null,
  title: of.title,
  node_id: of.node ?? labour,
  day: of.at ?? '2022-01-25',
  secrecy: of.secrecy ?? null,
})

const newCase = (title: string, more: { number?: string; node?: string; at?: string; secrecy?: string; event?: string } = {}): Promise<string> =>
  transact(deps, act, async (tx) => {
    const row = thing({ kind: 'case', title, ...more })
    await tx.insertInto('thing').values(row).execute()
    await tx.insertInto('case_file').values({ id: row.id, state: 'open', opened: row.day, closed: null }).execute()
    if (more.event) await tx.insertInto('case_event').values({ id: ids.next(), case_id: row.id, day: row.day, text: more.event }).execute()
    return row.id
  })

const newDocument = (caseId: string, title: string, body: string): Promise<string> =>
  transact(deps, act, async (tx) => {
    const id = ids.next()
    await tx
      .insertInto('thing')
      .values({ ...thing({ kind: 'case', title, id }), kind: 'document' })
      .execute()
    await tx
      .insertInto('document')
      .values({ id, case_id: caseId, kind: 'report', author_id: null, parts: JSON.stringify({ body }) })
      .execute()
    return id
  })

const holding = (nodeId: string, role: HeldPost['role']): Who => ({
  personId: ids.next(),
  name: role,
  posts: [{ postId: ids.next(), nodeId, chain: tree.chain(nodeId), role, title: verbatim(role), from: day('2019-01-01'), to: null }],
})

const room = (who: Who = anybody): Room => roomFor(searchRoutes, deps, who)
const asks = async (q: string, more = '', who: Who = anybody): Promise<string> => (await room(who).get(`/search?q=${encodeURIComponent(q)}${more}`)).text
/** The titles found, in their order. */
const titles = async (q: string, more = '', who: Who = anybody): Promise<string[]> =>
  [...(await asks(q, more, who)).matchAll(/<h2><a href="[^"]*">(.*?)<\/a><\/h2>/g)].map((m) => (m[1] ?? '').replaceAll(/<[^>]+>/g, ''))

const withOwner = async <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return work(owner).finally(() => owner.end())
}

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url)
  deps = { store: connection.store, clock: clockAt(today), ids }
  await transact(deps, act, async (tx) => {
    const nodes: [string, string, string, string, string | null][] = [
      [municipality, 'town', 'municipality', 'Staden', null],
      [labour, 'labour', 'board', 'Arbetslivsnämnden', municipality],
      [office, 'office', 'department', 'Arbetslivsförvaltningen', labour],
      [school, 'school', 'board', 'Skolnämnden', municipality],
      [culture, 'culture', 'board', 'Kulturnämnden', municipality],
    ]
    for (const [id, slug, kind, name, parent] of nodes) {
      await tx.insertInto('node').values({ id, slug, kind }).execute()
      await tx
        .insertInto('node_version')
        .values({
          node_id: id,
          valid: '[2010-01-01,)',
          name_sv: name,
          name_en: id === culture ? 'Culture Board' : name,
          short: slug.toUpperCase().slice(0, 3),
          parent_id: parent,
          seats: null,
        })
        .execute()
    }
  })
  tree = await loadTree(deps.store, today)
  await newCase('Ärendet om ägarens brygga', { number: 'LAB 2022-00041', event: 'Sökanden har ringt om vattnet.' })
  await newCase('Åtgärder på arbetsmarknaden', { number: 'LAB 2022-00042', at: '2021-03-02' })
  await newCase('Nya mål för kommunen', { number: 'LAB 2022-00043', node: school })
  await newCase('Mål som är nya', { number: 'LAB 2022-00044', node: school })
  const secret = await newCase('Placering av Kvastfrid', { number: 'LAB 2022-00045', secrecy: 'OSL 26:1' })
  await newDocument(secret, 'Utredning om Kvastfrid', 'Hemligheten är zyxhemlig.')
  const open = await newCase('Utbyggnad av kajen', { number: 'LAB 2022-00046' })
  await newDocument(open, 'Tjänsteskrivelse', 'Kostnaderna för muddringen beräknas till två miljoner.')
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('finding', () => {
  it.each([
    ['ärende', 'Ärendet om ägarens brygga'],
    ['ärendena', 'Ärendet om ägarens brygga'],
    ['arendet', 'Ärendet om ägarens brygga'],
    ['agare', 'Ärendet om ägarens brygga'],
    ['arbetsmark', 'Åtgärder på arbetsmarknaden'],
    ['arbetsmarknad ', 'Åtgärder på arbetsmarknaden'],
    ['marknad', 'Åtgärder på arbetsmarknaden'],
    ['ATGARD', 'Åtgärder på arbetsmarknaden'],
    ['vatten', 'Ärendet om ägarens brygga'],
    ['kostnad muddring', 'Tjänsteskrivelse'],
    ['skolnämnd', 'Skolnämnden'],
    ['2022-00042', 'Åtgärder på arbetsmarknaden'],
    ['lab 2022-00046', 'Utbyggnad av kajen'],
  ])('%s finds it first', async (q, title) => expect((await titles(q))[0]).toBe(title))

  it('keeps phrases together, leaves out what is excluded, and puts the title before the text', async () => {
    expect(await titles('"nya mål"')).toEqual(['Nya mål för kommunen'])
    expect(await titles('nya mål -kommun')).toEqual(['Mål som är nya'])
    expect(await asks('muddring')).toContain('<mark>muddringen</mark>')
  })

  it('is told in the reader’s language, and marks as Swedish what was written here', async () => {
    const inEnglish = async (q: string): Promise<string> =>
      (await roomFor((app) => searchRoutes(app, deps), deps, anybody, { locale: 'en' }).get(`/search?q=${encodeURIComponent(q)}`)).text
    expect(await inEnglish('brygga')).toMatch(/<h2><a href="[^"]*" lang="sv">Ärendet om ägarens <mark>brygga/)
    expect(await asks('brygga')).toMatch(/<h2><a href="[^"]*">Ärendet om ägarens <mark>brygga/)
    // A name in the other language is shown where only there the word is.
    const unit = await inEnglish('kulturnämnden')
    expect(unit).toMatch(/<h2><a href="[^"]*">Culture Board<\/a>/)
    expect(unit).toContain('<p class="hit-text" lang="sv"><mark>Kulturnämnden</mark></p>')
    expect(await inEnglish('culture')).toMatch(/<h2><a href="[^"]*"><mark>Culture<\/mark> Board<\/a>/)
  })

  it('asks what was meant when a word is misspelt', async () => {
    const text = await asks('arbtesmarknaden')
    expect(text).toContain('Menade du')
    expect(text).toContain('arbetsmarknaden</a>')
  })

  it('offers only words that an open title holds now', async () => {
    const offered = async (): Promise<boolean> => /Menade du [^?]*snöskoterleden/.test((await asks('snöskotreleden')).replaceAll(/<[^>]*>/g, ''))
    const kept = async (): Promise<number> => (await deps.store.selectFrom('search_word').where('word', '=', 'snöskoterleden').select('word').execute()).length
    const change = (id: string, to: { title?: string; secrecy?: string | null }) =>
      transact(deps, act, (tx) => tx.updateTable('thing').set(to).where('id', '=', id).execute())
    expect(await offered()).toBe(false)
    const [one, other] = [await newCase('Snöskoterleden'), await newCase('Bron vid snöskoterleden')]
    expect([await offered(), await kept()]).toEqual([true, 1])
    await change(one, { title: 'Leden' })
    expect([await offered(), await kept()]).toEqual([true, 1])
    await change(other, { secrecy: 'OSL 26:1' })
    expect([await offered(), await kept()]).toEqual([false, 0])
    await change(other, { secrecy: null })
    expect([await offered(), await kept()]).toEqual([true, 1])
    await change(other, { title: 'Bron' })
    expect([await offered(), await kept()]).toEqual([false, 0])
  })

  it('tells of more than a thousand that there are more, and counts a part of them in full', async () => {
    await withOwner((owner) =>
      owner.query(
        `insert into search_item (id, kind, title, body, node_id, day, secret_of, path, title_words, words)
           select gen_random_uuid(), 'document', 'Vassrugge ' || i, '', $1, make_date(case when i <= 7 then 2012 else 2013 end, 1, 1), '{}', '/', search_vector('Vassrugge', 'A'), search_vector('Vassrugge', 'A')
             from generate_series(1, 1010) i`,
        [labour],
      ),
    )
    for (const sort of ['', '&sort=newest']) {
      const text = await asks('vassrugge', sort)
      expect(text).toMatch(/Fler än 1\s000/)
      expect(text.match(/<mark>Vassrugge/g)?.length).toBe(20)
      expect(await asks('vassrugge', `${sort}&year=2013`)).toMatch(/Fler än 1\s000/)
      expect((await titles('vassrugge', `${sort}&year=2012`)).length).toBe(7)
    }
  })

  it('counts by kind, body and year, and narrows by them', async () => {
    expect((await titles('mål', `&body=${school}&year=2022&kind=case`)).toSorted()).toEqual(['Mål som är nya', 'Nya mål för kommunen'])
    expect(await titles('mål', '&year=2021')).toEqual([])
    expect(await asks('mål')).toContain('<span>Ärenden</span><span class="count">2</span>')
  })

  it('pages by relevance and by day without losing or doubling any', async () => {
    for (let i = 0; i < 45; i++) await newCase(`Remiss ${i}`, { number: `LAB 2020-${i}`, at: `2020-0${1 + (i % 9)}-01` })
    for (const sort of ['', '&sort=newest']) {
      const all: string[] = []
      let after = ''
      for (let i = 0; i < 3; i++) {
        const text = await asks('remiss', `${sort}${after}`)
        all.push(...[...text.matchAll(/<mark>Remiss<\/mark> (\d+)<\/a>/g)].map((m) => m[1] ?? ''))
        after = `&after=${/after=([^"&]+)/.exec(text.slice(text.indexOf('class="hits"')))?.[1] ?? ''}`
      }
      expect(new Set(all).size).toBe(45)
      expect(all.length).toBe(45)
    }
  })

  it('follows every change at once, and an undone one never was', async () => {
    const id = await newCase('Gammal rubrik')
    await transact(deps, act, (tx) => tx.updateTable('thing').set({ title: 'Färsk rubrik' }).where('id', '=', id).execute())
    expect(await titles('färsk')).toEqual(['Färsk rubrik'])
    expect(await titles('gammal')).toEqual([])
    await expect(
      transact(deps, act, async (tx) => {
        await tx.updateTable('thing').set({ title: 'Ångrad rubrik' }).where('id', '=', id).execute()
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await titles('ångrad')).toEqual([])
  })

  it('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyText({ maxLength: 60 }), fc.constantFrom(`'`, `"'`, '\\', ':*', '-a', '!!', '§', '#', "a':*|b", '-"', '((', '%', '<->')),
        async (q) => {
          expect((await room().get(`/search?q=${encodeURIComponent(q.toWellFormed())}&after=x&kind=%27&year=x&body=x`)).status).toBe(200)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('secrets', () => {
  it('are found by those who handle them, marked, and by nobody else in any way', async () => {
    const secretary = holding(labour, 'secretary')
    const theirs = await asks('kvastfrid', '', secretary)
    expect(theirs).toContain('OSL 26:1')
    expect((await titles('kvastfrid', '', secretary)).length).toBe(2)
    for (const who of [anybody, holding(school, 'secretary'), holding(labour, 'controller')]) {
      for (const q of ['kvastfrid', 'kvastfri', 'vastfrid', '2022-00045', 'zyxhemlig', 'kvastfried']) {
        const text = (await asks(q, '', who)).replaceAll(q, '')
        expect(text).not.toMatch(/kvastfrid|zyxhemlig|OSL 26:1|Menade du/i)
        expect(await titles(q, '', who)).toEqual([])
      }
    }
  })

  it('take what stands in them along when they are marked, and let go of it again', async () => {
    const id = await newCase('Brokaj', { number: 'LAB 2022-00090' })
    await newDocument(id, 'Ritning över brokajen', 'Mått.')
    const mark = (secrecy: string | null) => transact(deps, act, (tx) => tx.updateTable('thing').set({ secrecy }).where('id', '=', id).execute())
    expect((await titles('brokaj')).length).toBe(2)
    await mark('OSL 18:13')
    expect(await titles('brokaj')).toEqual([])
    await mark(null)
    expect((await titles('brokaj')).length).toBe(2)
  })

  it('property: the filter and the policy agree, whoever asks and whatever is asked for', async () => {
    const nodes = [municipality, labour, office, school]
    const { rows } = await sql<{ id: string }>`select id from thing`.execute(deps.store)
    expect(rows.length).toBeGreaterThan(20)
    for (const [i, node] of nodes.entries()) {
      const id = await newCase(`Hemligt ${i}`, { node, secrecy: 'OSL 25:1' })
      await newDocument(id, `Hemlig handling ${i}`, 'x')
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...roles)), { maxLength: 3 }), async (held) => {
        const who: Who = { personId: ids.next(), name: 'x', posts: held.flatMap(([node, role]) => holding(node, role).posts) }
        const secrets = seesSecretsOf(who, tree, today)
        const { rows: things } = await sql<{
          id: string
          node_id: string
          secrecy: string | null
          home_node: string | null
          home_secrecy: string | null
          listed: boolean
        }>`
          select t.id, t.node_id, t.secrecy, h.node_id as home_node, h.secrecy as home_secrecy,
                 exists (select from search_item s where s.id = t.id and ${readable(secrets)}) as listed
            from thing t left join thing h on h.id = thing_home(t.id)`.execute(deps.store)
        for (const t of things) {
          const seen =
            may(who, 'see', { belongsTo: tree.chain(t.node_id), secrecy: t.secrecy }, today).length === 0 &&
            (t.home_node === null || may(who, 'see', { belongsTo: tree.chain(t.home_node), secrecy: t.home_secrecy }, today).length === 0)
          expect(t.listed).toBe(seen)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('the program cannot write the index', async () => {
    await expect(sql`delete from search_item`.execute(deps.store)).rejects.toThrow('permission denied')
    await expect(sql`select search_refresh('search_thing', ${labour}::uuid)`.execute(deps.store)).rejects.toThrow('permission denied')
    await expect(sql`delete from search_word`.execute(deps.store)).rejects.toThrow('permission denied')
    expect((await withOwner((owner) => owner.query('select from search_item'))).rowCount).toBeGreaterThan(0)
  })
})
