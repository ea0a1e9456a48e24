import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { verbatim } from '../kernel/text.ts'
import { anybody, type Role, type Who } from '../kernel/who.ts'
import { addPerson } from './add-person.ts'
import { appoint } from './appoint.ts'
import { changeNode } from './change-node.ts'
import { closeNode } from './close-node.ts'
import { createNode } from './create-node.ts'
import { createPost } from './create-post.ts'
import { endAppointment } from './end-appointment.ts'
import { mergeNodes } from './merge-nodes.ts'
import { moveNode } from './move-node.ts'
import { loadSuccessions, loadTimeline } from './node-store.ts'
import { historyOf } from './node-history.ts'
import { peopleOn } from './people.ts'
import { loadHoldings, loadPosts } from './post-store.ts'
import { splitNode } from './split-node.ts'
import { sharesToday } from './succession.ts'
import type { NodeLife } from './timeline.ts'
import { loadTree, type NodeKind } from './tree.ts'

let database: TestDatabase
let connection: Connection
let deps: Deps
const today = day('2022-05-17')
const inPost = (role: Role, nodeId: string): Who => ({
  personId: '018f0000-0000-7000-8000-000000000001',
  name: 'Ulla Prov',
  posts: [{ postId: 'x', nodeId, chain: [nodeId], role, title: verbatim(role), from: day('2019-01-01'), to: null }],
})
const chief = inPost('chief_executive', 'slk')
const codes = (verdict: Verdict<unknown>): readonly string[] => (verdict.ok ? [] : verdict.refusals.map((r) => r.code))
const must = <T>(verdict: Verdict<T>): T => {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals))
  return verdict.value
}
const draft = (name: string, seats: number | null = null) => ({ name: { sv: name, en: '' }, short: name.slice(0, 4), seats })
const make = async (kind: NodeKind, name: string, parentId: string | null, on: string, seats: number | null = null) =>
  must(await createNode(deps, chief, { ...draft(name, seats), kind, parentId, on: day(on) }))
const names = async (on: Day): Promise<readonly string[]> => (await loadTree(connection.store, on)).nodes.map((n) => n.name.sv)

let root: { id: string }
beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 2 })
  deps = { store: connection.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, (tx) => tx.insertInto('setting').values({ name: 'voters', value: '88000' }).execute())
  root = await make('municipality', 'Provstad', null, '1974-01-01')
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('making and changing', () => {
  it('keeps what was, and gives addresses', async () => {
    const board = await make('board', 'Vård- och äldrenämnden', root.id, '2017-01-01', 11)
    expect(board.slug).toBe('vard-och-aldrenamnden')
    expect((await make('board', 'Vård- och äldrenämnden', root.id, '2018-01-01')).slug).toBe('vard-och-aldrenamnden-2')
    must(await changeNode(deps, chief, { nodeId: board.id, ...draft('Omsorgsnämnden', 9), on: day('2022-07-01') }))
    expect((await loadTree(connection.store, day('2022-06-30'))).get(board.id)).toMatchObject({
      name: { sv: 'Vård- och äldrenämnden', en: 'Vård- och äldrenämnden' },
      seats: 11,
    })
    expect((await loadTree(connection.store, day('2022-07-01'))).get(board.id)).toMatchObject({ name: { sv: 'Omsorgsnämnden' }, seats: 9 })
    expect((await loadTree(connection.store, day('2016-12-31'))).get(board.id)).toBeUndefined()
  })

  it('refuses with every reason at once', async () => {
    const verdict = await createNode(deps, chief, { kind: 'council', name: verbatim(''), short: '', seats: 60, parentId: null, on: today })
    expect(codes(verdict)).toEqual(['organisation.nameless', 'organisation.shortless', 'seats.few', 'seats.even', 'organisation.parent'])
  })

  it('tells what is wrong beside what could not be read, once', async () => {
    const verdict = await createNode(deps, chief, { ...draft(''), kind: 'unit', parentId: root.id, on: today }, [
      { code: 'day.unreadable', field: 'on', text: verbatim('?') },
    ])
    expect(codes(verdict)).toEqual(['day.unreadable', 'organisation.nameless', 'organisation.shortless'])
  })

  it('is for those who may', async () => {
    const input = { ...draft('Enheten'), kind: 'unit' as const, parentId: root.id, on: today }
    expect(codes(await createNode(deps, anybody, input))).toEqual(['access.post'])
    expect(codes(await createNode(deps, inPost('registrar', 'elsewhere'), input))).toEqual(['access.post'])
    expect(codes(await createNode(deps, inPost('registrar', root.id), input))).toEqual([])
  })

  it('does not let a body lie under a department, nor anything under itself', async () => {
    const board = await make('board', 'Kulturnämnden', root.id, '2011-01-01')
    const department = await make('department', 'Kulturförvaltningen', board.id, '2011-01-01')
    const unit = await make('unit', 'Museet', department.id, '2011-01-01')
    expect(codes(await moveNode(deps, chief, { nodeId: board.id, parentId: department.id, on: today }))).toEqual([
      'organisation.body_under_unit',
      'organisation.circle',
    ])
    expect(codes(await moveNode(deps, chief, { nodeId: department.id, parentId: unit.id, on: today }))).toEqual(['organisation.circle'])
    expect(codes(await moveNode(deps, chief, { nodeId: department.id, parentId: '', on: today }))).toEqual(['organisation.unknown'])
  })
})

describe('closing, merging, splitting', () => {
  it('asks where the children go, and ends what people held', async () => {
    const board = await make('board', 'Fritidsnämnden', root.id, '2011-01-01', 5)
    const department = await make('department', 'Fritidsförvaltningen', board.id, '2011-01-01')
    const post = must(await createPost(deps, chief, { nodeId: board.id, role: 'chair', title: verbatim('Ordförande'), seat: 1 }))
    const { id: personId } = must(await addPerson(deps, chief, { givenName: 'Åke', familyName: 'Prov', party: 'S', email: '' }))
    const held = must(await appoint(deps, chief, { postId: post.id, personId, from: day('2019-01-01'), to: null }))
    expect(held.to).toBe('2023-01-01')
    const close = (childrenTo: string | null) => closeNode(deps, chief, { nodeId: board.id, on: day('2022-07-01'), childrenTo })
    expect(codes(await close(null))).toEqual(['organisation.children'])
    expect(codes(await close(department.id))).toEqual(['organisation.below', 'organisation.circle'])
    must(await close(root.id))
    expect((await loadTree(connection.store, day('2022-07-01'))).get(department.id)?.parentId).toBe(root.id)
    expect((await loadHoldings(connection.store, { postId: post.id })).map((h) => h.to)).toEqual(['2022-07-01'])
    expect(codes(await close(root.id))).toEqual(['organisation.gone'])
    expect(codes(await appoint(deps, chief, { postId: post.id, personId, from: day('2022-08-01'), to: null }))).toEqual(['appointment.no_body'])
  })

  it('does not close over somebody who is about to come', async () => {
    const unit = await make('unit', 'Receptionen', root.id, '2011-01-01')
    const post = must(await createPost(deps, chief, { nodeId: unit.id, role: 'unit_head', title: verbatim('Enhetschef'), seat: null }))
    const { id: personId } = must(await addPerson(deps, chief, { givenName: 'Maja', familyName: 'Prov', party: '', email: '' }))
    must(await appoint(deps, chief, { postId: post.id, personId, from: day('2022-09-01'), to: null }))
    expect(codes(await closeNode(deps, chief, { nodeId: unit.id, on: day('2022-08-01'), childrenTo: null }))).toEqual(['organisation.awaited'])
  })

  it('records a share that nobody knows as unknown', async () => {
    const old = await make('board', 'Kulturnämnden', root.id, '2011-01-01', 9)
    const split = (shares: readonly (number | null)[]) =>
      splitNode(deps, chief, {
        nodeId: old.id,
        parts: shares.map((share, no) => ({ ...draft(`Kultur ${no}`, 9), share })),
        childrenTo: null,
        on: day('2018-01-01'),
      })
    expect(codes(await split([1, null]))).toEqual(['split.sum'])
    const [known, unknown] = must(await split([0.6, null]))
    const shares = sharesToday(await loadSuccessions(connection.store), old.id, day('2017-01-01'), today)
    expect(Object.fromEntries(shares)).toEqual({ [known?.id ?? '']: 0.6, [unknown?.id ?? '']: null })
    const life = (await loadTimeline(connection.store)).get(old.id) as NodeLife
    const told = historyOf(await loadTimeline(connection.store), life, await loadSuccessions(connection.store, [life.id])).flatMap((e) =>
      e.texts.map((t) => t.sv),
    )
    expect(told).toEqual(expect.arrayContaining(['60 procent blev Kultur 0', 'En okänd andel blev Kultur 1']))
  })

  it('follows a split and a merger to the units of today', async () => {
    const old = await make('board', 'Socialnämnden', root.id, '2011-01-01', 11)
    const office = await make('department', 'Socialförvaltningen', old.id, '2011-01-01')
    const parts = (shares: readonly number[]) => shares.map((share, no) => ({ ...draft(`Del ${no}`, 9), share }))
    const split = (shares: readonly number[], childrenTo: number | null = 0) =>
      splitNode(deps, chief, { nodeId: old.id, parts: parts(shares), childrenTo, on: day('2017-01-01') })
    expect(codes(await split([0.6, 0.3]))).toEqual(['split.sum'])
    expect(codes(await split([1]))).toEqual(['split.few'])
    expect(codes(await split([1.5, -0.5], null))).toEqual(['split.share', 'split.share', 'organisation.children'])
    const [first, second] = must(await split([0.6, 0.4]))
    const other = await make('board', 'Arbetsmarknadsnämnden', root.id, '2011-01-01')
    const merged = must(
      await mergeNodes(deps, chief, {
        fromIds: [second?.id ?? '', other.id],
        into: { ...draft('Arbetslivsnämnden', 11), parentId: root.id },
        on: day('2019-01-01'),
      }),
    )
    const successions = await loadSuccessions(connection.store)
    expect(Object.fromEntries(sharesToday(successions, old.id, day('2016-12-31'), today))).toEqual({ [first?.id ?? '']: 0.6, [merged.id]: 0.4 })
    expect((await loadTree(connection.store, today)).get(office.id)?.parentId).toBe(first?.id)
    const timeline = await loadTimeline(connection.store)
    const life = timeline.get(merged.id) as NodeLife
    expect(historyOf(timeline, life, await loadSuccessions(connection.store, [life.id])).map((e) => [e.day, e.texts[0]?.sv])).toEqual([
      ['2019-01-01', 'Arbetsmarknadsnämnden gick upp i den'],
      ['2019-01-01', 'Del 1 gick upp i den'],
      ['2019-01-01', 'Började som Arbetslivsnämnden, under Provstad'],
    ])
    expect(await names(day('2018-06-01'))).toEqual(expect.arrayContaining(['Del 0', 'Del 1', 'Arbetsmarknadsnämnden']))
    expect(codes(await mergeNodes(deps, chief, { fromIds: [first?.id ?? ''], into: { nodeId: first?.id ?? '' }, on: today }))).toEqual(['merge.itself'])
    expect(codes(await mergeNodes(deps, chief, { fromIds: [first?.id ?? '', office.id], into: { nodeId: merged.id }, on: today }))).toEqual(['merge.mixed'])
    expect(codes(await closeNode(deps, chief, { nodeId: root.id, on: today, childrenTo: null }))).toContain('organisation.municipality')
  })
})

describe('people', () => {
  it('stand by seat and party, as of the day', async () => {
    const board = await make('board', 'Tekniska nämnden', root.id, '2011-01-01', 3)
    const people: Record<string, string> = {}
    for (const [name, party] of [
      ['Anna', 'S'],
      ['Bo', 'M'],
      ['Cia', 'S'],
      ['Dan', ''],
    ] as const) {
      people[name] = must(await addPerson(deps, chief, { givenName: name, familyName: 'Prov', party, email: `${name.toLowerCase()}@example.se` })).id
    }
    const posts: Record<string, string> = {}
    for (const [role, seat] of [
      ['chair', 1],
      ['member', 2],
      ['member', 3],
      ['substitute', 1],
      ['secretary', null],
    ] as const) {
      posts[`${role}${seat ?? ''}`] = must(await createPost(deps, chief, { nodeId: board.id, role, title: verbatim(role), seat })).id
    }
    expect(codes(await createPost(deps, chief, { nodeId: board.id, role: 'member', title: verbatim('Ledamot'), seat: null }))).toEqual(['post.seats'])
    const give = (post: string, person: string, from = '2019-01-01') =>
      appoint(deps, chief, { postId: posts[post] ?? '', personId: people[person] ?? '', from: day(from), to: null })
    must(await give('chair1', 'Anna'))
    must(await give('member2', 'Bo'))
    must(await give('secretary', 'Dan'))
    expect(codes(await give('member3', 'Bo'))).toEqual(['appointment.two_seats'])
    must(await give('member3', 'Cia', '2022-03-01'))
    const on = async (d: string) =>
      peopleOn(await loadPosts(connection.store, board.id), await loadHoldings(connection.store, { nodeId: board.id }), 3, day(d), today)
    expect((await on('2022-02-28')).parties).toEqual([
      { party: 'M', seats: 1 },
      { party: 'S', seats: 1 },
    ])
    expect((await on('2022-03-01')).parties).toEqual([
      { party: 'S', seats: 2 },
      { party: 'M', seats: 1 },
    ])
    const then = await on('2022-02-28')
    expect([then.empty, then.members.length, then.substitutes.length, then.officials.map((m) => m.holder?.personName)]).toEqual([1, 2, 0, ['Dan Prov']])
    expect((await on('2022-05-17')).substitutes.map((m) => m.holder)).toEqual([null])
    must(await give('chair1', 'Dan', '2022-04-01'))
    expect((await on('2022-04-01')).members[0]?.holder?.personName).toBe('Dan Prov')
    expect((await on('2022-03-31')).members[0]?.holder?.personName).toBe('Anna Prov')
  })

  it('are added with a name, and leave after they came', async () => {
    expect(codes(await addPerson(deps, chief, { givenName: ' ', familyName: '', party: '', email: 'nej' }))).toEqual([
      'person.name',
      'person.name',
      'person.email',
    ])
    expect(codes(await addPerson(deps, anybody, { givenName: 'A', familyName: 'B', party: '', email: '' }))).toEqual(['access.post'])
    expect(codes(await endAppointment(deps, chief, { appointmentId: '018f0000-0000-7000-8000-00000000dead', on: today }))).toEqual(['appointment.unknown'])
  })

  it('never hold a post two at a time, even when two appoint at once', async () => {
    const unit = await make('unit', 'Växeln', root.id, '2011-01-01')
    const post = must(await createPost(deps, chief, { nodeId: unit.id, role: 'officer', title: verbatim('Handläggare'), seat: null }))
    const ids = [
      must(await addPerson(deps, chief, { givenName: 'E', familyName: 'Prov', party: '', email: '' })).id,
      must(await addPerson(deps, chief, { givenName: 'F', familyName: 'Prov', party: '', email: '' })).id,
    ]
    const both = await Promise.all(ids.map((personId) => appoint(deps, chief, { postId: post.id, personId, from: today, to: null })))
    expect(both.map((verdict) => verdict.ok).toSorted()).toEqual([false, true])
  })
})
