import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { type Day, day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody, type Role, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { loadSurroundings, deskOf } from './desk.ts'
import { may } from './policy.ts'
import { seesSecretsOf, visibleThing } from './visible.ts'
import { loadWho } from './who.ts'

let database: TestDatabase
let connection: Connection
let deps: Deps
const today = day('2022-05-17')
const id: Record<string, string> = {}
const post = async (role: Role, node: string, from: string, to = ''): Promise<string> => {
  const person = deps.ids.next()
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    const postId = deps.ids.next()
    await tx.insertInto('person').values({ id: person, given_name: role, family_name: node }).execute()
    await tx
      .insertInto('post')
      .values({ id: postId, slug: `${role}-${postId}`, node_id: id[node] ?? '', role, title_sv: role, title_en: role })
      .execute()
    await tx
      .insertInto('appointment')
      .values({ id: deps.ids.next(), post_id: postId, person_id: person, valid: `[${from},${to})` })
      .execute()
  })
  return person
}
const whoOn = (person: string, on: Day = today): Promise<Who> => loadWho(connection.store, undefined, person, on)

beforeAll(async () => {
  database = await freshDatabase()
  connection = openStore(database.url, { max: 2 })
  deps = { store: connection.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
  await transact(deps, { actor: 'system:test', act: 'prepare' }, async (tx) => {
    for (const [name, kind, parent] of [
      ['stad', 'municipality', null],
      ['aln', 'board', 'stad'],
      ['alf', 'department', 'aln'],
      ['ifon', 'board', 'stad'],
      ['revision', 'auditors', 'stad'],
    ] as const) {
      id[name] = deps.ids.next()
      await tx.insertInto('node').values({ id: id[name], slug: name, kind }).execute()
      await tx
        .insertInto('node_version')
        .values({ node_id: id[name], valid: '[2011-01-01,)', name_sv: name, name_en: name, short: name, parent_id: parent && (id[parent] as string) })
        .execute()
    }
    for (const [node, secrecy] of [
      ['aln', null],
      ['aln', 'OSL 26:1'],
      ['alf', 'OSL 26:1'],
      ['ifon', 'OSL 26:1'],
    ] as const) {
      await tx
        .insertInto('thing')
        .values({ id: deps.ids.next(), kind: 'case', title: `${node} ${secrecy ?? 'öppet'}`, node_id: id[node] ?? '', day: '2022-01-01', secrecy })
        .execute()
    }
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

describe('who', () => {
  it('holds posts from their first day until the day after their last', async () => {
    const person = await post('secretary', 'aln', '2022-01-01', '2022-06-01')
    const posts = async (on: string) => (await whoOn(person, day(on))).posts.length
    expect([await posts('2021-12-31'), await posts('2022-01-01'), await posts('2022-05-31'), await posts('2022-06-01')]).toEqual([0, 1, 1, 0])
    const who = await whoOn(person)
    expect(who).toMatchObject({
      personId: person,
      name: 'secretary aln',
      posts: [{ role: 'secretary', chain: [id['aln']], from: '2022-01-01', to: '2022-06-01' }],
    })
    expect(may(who, 'decision.register', { belongsTo: [id['aln'] ?? ''], secrecy: null }, today)).toEqual([])
  })

  it('works for the body above', async () => {
    const who = await whoOn(await post('officer', 'alf', '2019-01-01'))
    expect(who.posts[0]?.chain).toEqual([id['alf'], id['aln']])
  })

  it('is anybody when unknown', async () => {
    expect(await whoOn(deps.ids.next())).toEqual(anybody)
  })

  it('sits at the desk of the first post’s body, else at the instance’s own, else at the municipality’s', async () => {
    const { tree } = await loadSurroundings(connection.store, today)
    expect(deskOf(await whoOn(await post('officer', 'alf', '2019-01-01')), tree, 'ifon', 'sv').slug).toBe('aln')
    expect(deskOf(anybody, tree, 'ifon', 'sv')).toEqual({ slug: 'ifon', name: 'ifon', municipality: 'stad' })
    expect(deskOf(anybody, tree, 'nowhere', 'sv')).toEqual({ slug: '', name: 'stad', municipality: 'stad' })
  })
})

describe('secrets in lists', () => {
  it.each([
    ['anybody', null, ['aln öppet']],
    ['member', 'aln', ['aln OSL 26:1', 'aln öppet', 'alf OSL 26:1']],
    ['officer', 'alf', ['aln OSL 26:1', 'aln öppet', 'alf OSL 26:1']],
    ['controller', 'alf', ['aln öppet']],
    ['secretary', 'ifon', ['aln öppet', 'ifon OSL 26:1']],
    ['auditor', 'revision', ['aln OSL 26:1', 'aln öppet', 'alf OSL 26:1', 'ifon OSL 26:1']],
  ] as const)('are those that the policy grants, thing by thing: %s %s', async (role, node, titles) => {
    const who = node === null ? anybody : await whoOn(await post(role, node, '2019-01-01'))
    const tree = await loadTree(connection.store, today)
    const rows = await connection.store
      .selectFrom('thing')
      .selectAll()
      .where(visibleThing(seesSecretsOf(who, tree, today)))
      .execute()
    expect(rows.map((r) => r.title).toSorted()).toEqual([...titles].toSorted())
    const all = await connection.store.selectFrom('thing as t').selectAll('t').execute()
    expect(
      all
        .filter((t) => may(who, 'see', { belongsTo: tree.chain(t.node_id), secrecy: t.secrecy }, today).length === 0)
        .map((t) => t.title)
        .toSorted(),
    ).toEqual([...titles].toSorted())
    const byAlias = await connection.store
      .selectFrom('thing as t')
      .select('t.id')
      .where(visibleThing(seesSecretsOf(who, tree, today), 't'))
      .execute()
    expect(byAlias).toHaveLength(titles.length)
  })
})
