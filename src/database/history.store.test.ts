import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { type Connection, openStore } from './connection.ts'
import { type Deps, transact } from './transact.ts'
import { verifyHistory, verifyWithin } from './verify.ts'

const ids = timeOrderedIds(() => new Date())
const depsOn = (connection: Connection, today = '2022-05-17'): Deps => ({ store: connection.store, clock: clockAt(day(today)), ids })

/** Honest work: people come, change names and leave, some in one transaction and some in several. */
const honest = async (deps: Deps, n: number): Promise<void> => {
  for (let i = 0; i < n; i++) {
    await transact(deps, { actor: 'system:test', act: 'work' }, async (tx) => {
      const id = ids.next()
      await tx
        .insertInto('person')
        .values({ id, given_name: `Given ${i}`, family_name: 'Family', party: null, email: null })
        .execute()
      if (i % 2 === 0) await tx.updateTable('person').set({ party: 'S' }).where('id', '=', id).execute()
      if (i % 5 === 4) await tx.deleteFrom('person').where('id', '=', id).execute()
    })
  }
}

/** Does something as the database's owner with all triggers off, as an attacker with full rights would. */
const tamperBy = async (owner: pg.Client, sql: string): Promise<number> => {
  await owner.query(`set session_replication_role = 'replica'; alter table person disable trigger all`)
  const results = (await owner.query(sql)) as pg.QueryResult | pg.QueryResult[]
  return [results].flat().reduce((n, r) => n + (r.rowCount ?? 0), 0)
}
const tamper = async (ownerUrl: string, sql: string): Promise<number> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return tamperBy(client, sql).finally(() => client.end())
}

const verifyAt = async (ownerUrl: string, anchors: Parameters<typeof verifyHistory>[1] = {}): ReturnType<typeof verifyHistory> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return verifyHistory(client, anchors).finally(() => client.end())
}

describe('history', () => {
  let database: TestDatabase
  let connection: Connection
  beforeAll(async () => {
    database = await freshDatabase()
    connection = openStore(database.url)
  })
  afterAll(async () => {
    await connection.close()
    await database.drop()
  })

  it('records who, when, what and for which day', async () => {
    const id = ids.next()
    await transact(depsOn(connection, '2022-01-25'), { actor: 'person:x', act: 'add person' }, (tx) =>
      tx.insertInto('person').values({ id, given_name: 'Ada', family_name: 'B', party: null, email: null }).execute(),
    )
    const row = await connection.store.selectFrom('history.entry').selectAll().where('key', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ relation: 'person', op: 'insert', actor: 'person:x', act: 'add person', day: '2022-01-25' })
    expect(row.content).toMatchObject({ given_name: 'Ada' })
  })

  it('refuses a write that does not say who acts', async () => {
    const write = connection.store.insertInto('person').values({ id: ids.next(), given_name: 'A', family_name: 'B', party: null, email: null }).execute()
    await expect(write).rejects.toMatchObject({ code: 'GL001' })
  })

  it.each([
    ['update history.entry set actor = $$me$$'],
    ['delete from history.seal'],
    ['insert into history.seal values (999, 999, $$$$, $$$$)'],
    ['truncate person'],
    ['alter table person disable trigger record'],
    ['drop trigger record on person'],
    [`set session_replication_role = 'replica'`],
    ['update register set steering = false'],
    ['create table stolen as select * from history.entry'],
  ])('lets the program’s own role do nothing of the kind: %s', async (sql) => {
    await expect(connection.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  it('is sealed whole when many write at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => honest(depsOn(connection), 10)))
    expect((await verifyAt(database.ownerUrl)).breaks).toEqual([])
  })

  it('leaves nothing behind of a transaction that failed', async () => {
    const before = await verifyAt(database.ownerUrl)
    await expect(
      transact(depsOn(connection), { actor: 'system:test', act: 'fail' }, async (tx) => {
        await tx.insertInto('person').values({ id: ids.next(), given_name: 'A', family_name: 'B', party: null, email: null }).execute()
        throw new Error('on purpose')
      }),
    ).rejects.toThrow('on purpose')
    expect(await verifyAt(database.ownerUrl)).toEqual(before)
  })
})

/** One way of tampering; `n` picks the row. Each must be found whichever row it hits. */
const attacks: Record<string, (n: number) => string> = {
  'alter content': (n) =>
    `update history.entry set content = jsonb_set(coalesce(content, '{}'), '{party}', '"X"') where id = (select id from history.entry order by id offset ${n} limit 1)`,
  'alter content and its digest': (n) =>
    `with e as (update history.entry set content = '{"a":1}', content_digest = history.content_digest('{"a":1}') where id = (select id from history.entry order by id offset ${n} limit 1) returning 1) select from e`,
  'alter actor': (n) => `update history.entry set actor = 'person:other' where id = (select id from history.entry order by id offset ${n} limit 1)`,
  'alter day': (n) => `update history.entry set day = day - 1 where id = (select id from history.entry order by id offset ${n} limit 1)`,
  'remove an entry': (n) => `delete from history.entry where id = (select id from history.entry order by id offset ${n} limit 1)`,
  'remove a seal': (n) => `delete from history.seal where position = ${n + 1}`,
  'remove an entry with its seal': (n) =>
    `with s as (delete from history.seal where position = ${n + 1} returning entry_id) delete from history.entry where id in (select entry_id from s)`,
  'alter a seal': (n) => `update history.seal set chain = sha256(chain) where position = ${n + 1}`,
  'alter an entry with its seal': (n) =>
    `update history.entry set act = 'other' where id = (select id from history.entry order by id offset ${n} limit 1);
     update history.seal s set digest = history.digest(e) from history.entry e where e.id = s.entry_id and e.act = 'other'`,
  'slip in an entry': () =>
    `insert into history.entry (relation, key, op, content, content_digest, actor, act, day, recorded_at, transaction)
     values ('person', 'x', 'delete', null, history.content_digest(null), 'person:y', 'add', current_date, now(), pg_current_xact_id())`,
  'alter a row': (n) => `update person set given_name = 'Other' where id = (select id from person order by id offset ${n % 8} limit 1)`,
  'remove a row': (n) => `delete from person where id = (select id from person order by id offset ${n % 8} limit 1)`,
  'slip in a row': () => `insert into person values (gen_random_uuid(), 'Slipped', 'In')`,
  'cut off the tail': () =>
    `with s as (delete from history.seal where position = (select max(position) from history.seal) returning entry_id),
          e as (delete from history.entry where id in (select entry_id from s) returning key)
     delete from person where id::text in (select key from e)`,
}

describe('tampering', () => {
  test('whatever is altered, removed or slipped in is found', async () => {
    const database = await freshDatabase()
    const connection = openStore(database.url, { max: 2 })
    await honest(depsOn(connection), 10)
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const whole = await verifyHistory(owner)
    expect(whole.breaks).toEqual([])
    // Each tampering is looked at from within its transaction, as everybody would see it, and then undone for the next.
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(attacks)), fc.nat({ max: 14 }), async (name, n) => {
        await owner.query('begin')
        const hit = await tamperBy(owner, (attacks[name] as (n: number) => string)(n))
        const found = await verifyWithin(owner, { anchors: [whole.head] })
        await owner.query('rollback')
        expect({ name, n, hit, found: found.breaks.length > 0 }).toEqual({ name, n, hit, found: true })
      }),
      { numRuns: 40, examples: Object.keys(attacks).map((name) => [name, 3] as [string, number]) },
    )
    expect(await verifyHistory(owner)).toEqual(whole)
    await owner.end()
    await connection.close()
    await database.drop()
  })

  it('names the first row, whatever comes after it', async () => {
    const database = await freshDatabase()
    const connection = openStore(database.url, { max: 2 })
    await honest(depsOn(connection), 10)
    await tamper(database.ownerUrl, `${(attacks['alter actor'] as (n: number) => string)(9)}; ${(attacks['alter day'] as (n: number) => string)(4)}`)
    const { breaks } = await verifyAt(database.ownerUrl)
    expect(breaks[0]).toMatchObject({ kind: 'altered', position: 5 })
    await connection.close()
    await database.drop()
  })
})
