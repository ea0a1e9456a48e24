import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type Deps, inBatch, transact } from '../database/transact.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { loadTimeline } from './node-store.ts'
import { loadTree } from './tree.ts'

describe('the organisation that is kept in memory', () => {
  const today = day('2022-05-17')
  let database: TestDatabase
  let [one, other]: Connection[] = []
  const deps = (): Deps => ({ store: (one as Connection).store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
  const make = (to: Deps, slug: string, from = '2020-01-01') =>
    transact(to, { actor: 'system:test', act: 'make' }, async (tx) => {
      const id = to.ids.next()
      await tx.insertInto('node').values({ id, slug, kind: 'unit' }).execute()
      await tx
        .insertInto('node_version')
        .values({ node_id: id, valid: `[${from},)`, name_sv: slug, name_en: slug, short: slug, parent_id: null, seats: null })
        .execute()
    })
  const seenBy = async ({ store }: Pick<Deps, 'store'>, on = today) => (await loadTree(store, on)).nodes.map((n) => n.slug)
  beforeAll(async () => {
    database = await freshDatabase()
    one = openStore(database.url)
    other = openStore(database.url)
  })
  afterAll(async () => {
    await one?.close()
    await other?.close()
    await database.drop()
  })

  it('is read anew when anybody has changed it', async () => {
    expect(await seenBy(other as Connection)).toEqual([])
    await make(deps(), 'a')
    expect(await seenBy(other as Connection)).toEqual(['a'])
    expect((await loadTimeline((other as Connection).store)).size).toBe(1)
  })

  it('is that of the day that is asked for, though many days have the same', async () => {
    await make(deps(), 'b', '2022-05-01')
    expect(await seenBy(deps(), day('2022-04-30'))).toEqual(['a'])
    expect(await seenBy(deps(), day('2022-05-01'))).toEqual(['a', 'b'])
    expect(await seenBy(deps(), day('2019-01-01'))).toEqual([])
    expect((await loadTree(deps().store, day('2022-05-09'))).at).toBe('2022-05-09')
  })

  it('is not what a transaction saw that was undone', async () => {
    const undone = inBatch(deps(), async (batch) => {
      await make(batch, 'c')
      expect(await seenBy(batch)).toEqual(['a', 'b', 'c'])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await seenBy(deps())).toEqual(['a', 'b'])
    await make(deps(), 'd')
    expect(await seenBy(other as Connection)).toEqual(['a', 'b', 'd'])
  })

  it('is changed by a batch of acts together, each told to the history', async () => {
    await inBatch(deps(), async (batch) => {
      await make(batch, 'e')
      await make(batch, 'f')
      expect(await seenBy(other as Connection)).toEqual(['a', 'b', 'd'])
    })
    expect(await seenBy(other as Connection)).toEqual(['a', 'b', 'd', 'e', 'f'])
  })
})
