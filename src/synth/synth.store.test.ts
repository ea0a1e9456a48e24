import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { buildApp } from '../app.tsx'
import { localAccountsOnly } from '../access/config.ts'
import { loadWho } from '../access/who.ts'
import type { Connection } from '../database/connection.ts'
import { openLive } from '../database/live.ts'
import { type Deps, transact } from '../database/transact.ts'
import { verifyHistory } from '../database/verify.ts'
import { must } from '../demo/event.ts'
import { countedPoints } from '../figures/counted-points.ts'
import { newestFigures, reportingPairs } from '../figures/figure-store.ts'
import { recordFigures } from '../figures/record-figures.ts'
import type { Series } from '../figures/series.ts'
import { selectSeries, toSeries } from '../figures/series-store.ts'
import { bookOf, spineOf } from '../figures/standing.ts'
import { clockAt } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { lastDay } from '../kernel/period.ts'
import type { Who } from '../kernel/who.ts'
import { addPerson } from '../organisation/add-person.ts'
import { appoint } from '../organisation/appoint.ts'
import { createPost } from '../organisation/create-post.ts'
import { loadTree } from '../organisation/tree.ts'
import { valueOf } from '../rulebook/rollup.ts'
import { openMunicipality } from '../municipality.ts'
import { digestOfData } from './digest.ts'
import { defineAll, figureCalls } from './figures.ts'
import { finish, make, onItsDay, type Plan, planOf, synthDay, tell } from './make.ts'
import { idsOf } from './random.ts'
import { actor, found } from './write-organisation.ts'

const asked = { seed: 7, size: 'liten', years: 2 } as const
const quietly = { done: () => {}, signal: new AbortController().signal }

/** As `make` does it, but every act by itself: in a transaction of its own, on its day, by somebody who may. */
const makeByActs = async (deps: Deps, plan: Plan): Promise<void> => {
  const { organisation, crew, chief, series, happenings } = plan
  await tell(deps, plan, false)
  await found(deps, organisation, chief)
  interface Step {
    readonly on: Day
    readonly key: string
    readonly run: (deps: Deps, who: Who) => Promise<Parameters<typeof must>[1]>
  }
  const steps: Step[] = [
    ...organisation.sketch.steps,
    ...crew.posts.map((p): Step => ({ on: p.from, key: p.key, run: (on, who) => createPost(on, who, p) })),
    ...crew.persons.filter((p) => p !== chief).map((p): Step => ({ on: p.from, key: p.key, run: (on, who) => addPerson(on, who, p) })),
    ...crew.appointments.map((a): Step => ({ on: a.from, key: a.key, run: (on, who) => appoint(on, who, { ...a, postId: a.post.id }) })),
  ]
  let who: Who | null = null
  for (const { on, key, run } of steps.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const then = { ...deps, clock: clockAt(on), ids: idsOf(asked.seed, key, on) }
    who ??= await loadWho(deps.store, undefined, chief.id, on)
    must(key, await run(then, who))
  }
  await defineAll(deps, organisation, series)
  for (const { key, ids, figures } of figureCalls(organisation, series))
    for (const figure of figures)
      await transact({ ...deps, clock: clockAt(synthDay) }, { actor, act: 'load figures' }, async (tx) => must(key, await recordFigures(tx, { ids }, [figure])))
  for (const happening of happenings) await happening.run(onItsDay(deps, asked.seed, happening))
  await finish(deps, plan)
}

describe('a synthetic municipality', () => {
  const plan = planOf(asked)
  let [many, single]: TestDatabase[] = []
  let [one, other]: Connection[] = []
  const depsOf = ({ store }: Connection): Deps => ({ store, clock: clockAt(synthDay), ids: timeOrderedIds(() => new Date()) })
  beforeAll(async () => {
    many = await freshDatabase()
    single = await freshDatabase()
    one = await openMunicipality(many.ownerUrl, () => {})
    other = await openMunicipality(single.ownerUrl, () => {})
    await Promise.all([make(one.store, plan, quietly), makeByActs(depsOf(other), plan)])
  })
  afterAll(async () => {
    await one?.close()
    await other?.close()
    await many?.drop()
    await single?.drop()
  })

  it('is the same row for row, made many rows at a time or act by act', async () => {
    const [fast, slow] = [await digestOfData((one as Connection).store), await digestOfData((other as Connection).store)]
    expect(fast).toEqual(slow)
    for (const table of [
      'node',
      'succession',
      'appointment',
      'decision',
      'clause',
      'dispatch',
      'entry',
      'entry_event',
      'report',
      'figure',
      'frame',
      'target',
      'goal',
    ])
      expect(fast[table], table).not.toBe('')
  })

  it('is thought out the same for the same seed, and otherwise for another', () => {
    const told = (p: Plan): string => JSON.stringify([p.organisation.sketch.steps, p.crew.appointments, p.happenings.map((h) => [h.day, h.key])])
    expect(told(planOf(asked))).toBe(told(plan))
    expect(told(planOf({ ...asked, seed: 8 }))).not.toBe(told(plan))
  })

  it('has a history that holds', async () => {
    const owner = new pg.Client({ connectionString: (many as TestDatabase).ownerUrl })
    await owner.connect()
    const { breaks, rows } = await verifyHistory(owner).finally(() => owner.end())
    expect(breaks).toEqual([])
    expect(rows).toBeGreaterThan(5000)
  })

  it('has what a municipality has: reforms with shares, gaps, what is late, what is missing, what was revised, what is secret', async () => {
    const { pool } = one as Connection
    const count = async (sql: string): Promise<number> => Number((await pool.query(`select count(*) as n from ${sql}`)).rows[0].n)
    expect(await count(`succession where kind = 'split' and share < 1`)).toBeGreaterThan(1)
    expect(await count(`succession where kind = 'merge'`)).toBeGreaterThan(1)
    expect(await count(`figure where value is null and missing is not null`)).toBeGreaterThan(0)
    expect(await count(`figure where version > 1 and status = 'revised'`)).toBeGreaterThan(0)
    expect(await count(`entry where register = 'assignment' and state in ('given', 'accepted') and due < '${synthDay}'`)).toBeGreaterThan(0)
    expect(await count(`thing where secrecy is not null`)).toBeGreaterThan(0)
    expect(await count(`report where state = 'handed_in'`)).toBeGreaterThan(0)
  })

  it('opens its pages', async () => {
    const connection = one as Connection
    const live = openLive((many as TestDatabase).ownerUrl)
    const app = buildApp({
      deps: depsOf(connection),
      live,
      demo: true,
      assets: { css: '/a.css', js: '/a.js' },
      secureCookies: false,
      trustProxy: false,
      waysIn: localAccountsOnly,
      report: (error) => {
        throw error
      },
    })
    const id = async (sql: string): Promise<string> => (await connection.pool.query<{ id: string }>(`select ${sql} limit 1`)).rows[0]?.id ?? ''
    const pages = [
      '/',
      '/cases',
      '/decisions',
      '/series',
      '/register/assignments',
      '/organisation',
      `/cases/${await id('id from case_file')}`,
      `/decisions/${await id('decision_id as id from clause')}`,
      `/thread/${await id(`id from entry where state = 'fulfilled'`)}`,
      '/series/sjukfranvaro',
      '/series/nettokostnad',
    ]
    for (const page of pages) expect((await app.request(`http://localhost${page}`)).status, page).toBe(200)
    await live.close()
  })

  it('is counted from its units as a naive count does, period by period, each in the organisation of its time', async () => {
    const { store } = one as Connection
    const tree = await loadTree(store, synthDay)
    const byKey = new Map((await selectSeries(store).execute()).map(toSeries).map((s) => [s.slug, s]))
    const all = new Map([...byKey.values()].map((s) => [s.id, s]))
    for (const slug of ['sjukfranvaro', 'sjukdagar', 'nettokostnad', 'barn', 'elever']) {
      const series = byKey.get(slug) as Series
      const ids = [series.id, series.numeratorId, series.denominatorId].filter((id) => id !== null)
      const pairs = await reportingPairs(store, ids)
      const spine = spineOf(series, all, bookOf(await newestFigures(store, pairs, 1500)))
      const parts = new Map(ids.slice(1).map((id) => [id, all.get(id) as Series]))
      for (const nodeId of [plan.organisation.municipality, ...plan.organisation.places.flatMap((p) => p.boards.map((b) => b.id))]) {
        const points = await countedPoints(store, { series, nodeId, parts, pairs, tree, limit: 20 })
        const naive = await Promise.all(
          points.map(async ({ period }) => {
            const then = await loadTree(store, lastDay(period))
            return { period, value: valueOf(spine, nodeId, period, (id) => then.children(id).map((n) => n.id)).value }
          }),
        )
        expect(points, `${slug} ${nodeId}`).toEqual(naive)
      }
    }
  })

  it('is as the people say who sit in it: every seat held by one, every member in one seat of the body', async () => {
    const { rows } = await (one as Connection).pool.query(
      `select post.node_id, person_id from appointment join post on post.id = post_id
        where role in ('chair', 'vice_chair', 'second_vice_chair', 'member') and valid @> '${synthDay}'::date group by 1, 2 having count(*) > 1`,
    )
    expect(rows).toEqual([])
  })
})
