import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type Connection, openStore } from '../database/connection.ts'
import { type OpenedLive, openLive } from '../database/live.ts'
import { type Deps, transact } from '../database/transact.ts'
import { systemClock } from '../kernel/clock.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { enqueue } from './enqueue.ts'
import { defineJob, type Job, NotNow } from './job.ts'
import { countJobs, finishJob, keepJob, retryFailed, takeJob, takeTurn } from './job-store.ts'
import { runDue } from './run-job.ts'
import { startRunner } from './start-runner.ts'

const number = z.object({ n: z.number() })
const asks = { actor: 'system:test', act: 'ask for work' }

describe('jobs', () => {
  let database: TestDatabase
  let connection: Connection
  let live: OpenedLive
  let deps: Deps
  beforeAll(async () => {
    database = await freshDatabase()
    connection = openStore(database.url, { max: 20 })
    live = openLive(database.url)
    deps = { store: connection.store, clock: systemClock, ids: timeOrderedIds(() => new Date()) }
  })
  afterAll(async () => {
    await live.close()
    await connection.close()
    await database.drop()
  })
  beforeEach(() => deps.store.deleteFrom('job').execute())

  const ask = (...args: Parameters<typeof enqueue> extends [unknown, ...infer Rest] ? Rest : never) => transact(deps, asks, (tx) => enqueue(tx, ...args))
  const at = (holder: string) => ({ ...deps, holder })
  const one = '0190b0b0-0000-7000-8000-000000000001'
  const two = '0190b0b0-0000-7000-8000-000000000002'

  it('are done once by several runners, as soon as they are asked for', async () => {
    const done: number[] = []
    let all: () => void = () => {}
    const finished = new Promise<void>((resolve) => (all = resolve))
    const job = defineJob('count', number, async (_, { n }) => {
      done.push(n)
      if (done.length === 100) all()
    })
    const runners = [1, 2, 3].map(() => startRunner({ deps, live, work: { jobs: [job], turns: [] }, onError: () => {} }))
    await transact(deps, asks, async (tx) => {
      for (let n = 0; n < 100; n++) await enqueue(tx, 'count', { n })
    })
    await finished
    await Promise.all(runners.map((runner) => runner.stop()))
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n))
    expect(await countJobs(deps.store)).toEqual([])
  })

  it('are asked for with the change, or not at all; one of a key waits', async () => {
    await expect(
      transact(deps, asks, async (tx) => {
        await enqueue(tx, 'count', { n: 1 })
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await ask('count', { n: 2 }, { key: 'a' })
    await ask('count', { n: 3 }, { key: 'a' })
    await ask('count', { n: 4 }, { at: new Date(Date.now() + 3_600_000) })
    const done: number[] = []
    const job = defineJob('count', number, async (_, { n }) => {
      done.push(n)
      if (n === 2) await ask('count', { n: 5 }, { key: 'a' })
    })
    expect(await runDue(at(one), [job])).toBe(2)
    expect(done).toEqual([2, 5])
  })

  it('are taken over from the dead, who can no longer finish them', async () => {
    await ask('count', { n: 1 })
    const first = await takeJob(deps.store, one, ['count'], 1)
    if (!first) throw new Error('nothing to take')
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = await takeJob(deps.store, two, ['count'], 60_000)
    expect(second).toMatchObject({ id: first.id, attempts: 2 })
    expect(await keepJob(deps.store, one, first, 60_000)).toBe(false)
    await finishJob(deps.store, one, first)
    expect(await takeJob(deps.store, one, ['count'], 60_000)).toBeNull()
    expect(await countJobs(deps.store)).toMatchObject([{ kind: 'count', running: 1 }])
  })

  it('wait when they cannot be done now, and are given up after many failures, until somebody lets them try again', async () => {
    await ask('later')
    await ask('bad', {}, { key: 'b' })
    const jobs: readonly Job[] = [
      defineJob('later', z.object({}), () => Promise.reject(new NotNow('the server is away', 60))),
      defineJob('bad', z.object({}), () => Promise.reject(new Error('broken'))),
    ]
    await expect(runDue(at(one), jobs)).rejects.toThrow('broken')
    const waiting = () => deps.store.selectFrom('job').select(['kind', 'attempts', 'error', 'failed_at']).orderBy('kind').execute()
    expect(await waiting()).toMatchObject([
      { kind: 'bad', attempts: 1, error: 'broken', failed_at: null },
      { kind: 'later', attempts: 0, error: 'the server is away' },
    ])
    for (let n = 0; n < 8; n++) {
      await deps.store
        .updateTable('job')
        .set({ run_at: new Date(0) })
        .where('kind', '=', 'bad')
        .execute()
      await expect(runDue(at(one), jobs)).rejects.toThrow('broken')
    }
    expect((await countJobs(deps.store))[0]).toMatchObject({ kind: 'bad', failed: 1, waiting: 0 })
    // A new one of the key may come meanwhile, and goes before.
    await ask('bad', {}, { key: 'b' })
    expect(await retryFailed(deps.store)).toBe(0)
    await deps.store.deleteFrom('job').where('failed_at', 'is', null).execute()
    expect(await retryFailed(deps.store)).toBe(1)
  })

  it('come back each turn, once', async () => {
    const turn = (slot: string) => Promise.all([1, 2, 3].map(() => takeTurn(deps.store, 'night', slot)))
    const done: string[] = []
    const job = defineJob('night', z.object({ slot: z.string() }), async (_, { slot }) => void done.push(slot))
    await turn('2022-05-17')
    await runDue(at(one), [job])
    await turn('2022-05-17')
    await turn('2022-05-16')
    await turn('2022-05-18')
    await runDue(at(one), [job])
    expect(done).toEqual(['2022-05-17', '2022-05-18'])
  })
})
