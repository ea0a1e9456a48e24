import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodes } from '../../test/decision-town.ts'
import { anEntry, assignmentData, manyEntries, personas, type RegisterWorld, registerWorld, risk, riskData, secretRisk } from '../../test/register-world.ts'
import { transact } from '../database/transact.ts'
import { addDays, day } from '../kernel/day.ts'
import { loadTree } from '../organisation/tree.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { assignment } from './definitions/assignment.ts'
import type { Entry } from './entry.ts'
import { type ListQuery, readListQuery } from './list-query.ts'
import { countEntries, countList, settleSearch, tally } from './list-counts.ts'
import { listEntries } from './list-store.ts'
import { loadList } from './load-list.ts'
import { type Looking, lookingOf } from './looking.ts'
import { sortKeys } from './sort-keys.ts'

const register = risk as AnyDefinition
const today = day('2022-05-17')
const total = 2000
let world: RegisterWorld
let looking: Looking
let ids: readonly string[]

/** Spread so that many share a sort value and some lack one. */
const fields = (i: number): EntryData =>
  riskData({
    title: `Risk ${String.fromCodePoint(65 + (i % 26))}${i % 7 === 0 ? 'ärende' : 'åtgärd'} ${i % 100}`,
    likelihood: i % 5,
    level: i % 3 === 0 ? 'high' : 'low',
    ...(i % 4 === 0 ? {} : { cost: (i % 50) * 100_000 }),
    ...(i % 5 === 0 ? {} : { review: addDays(day('2022-04-01'), i % 90) }),
    ...(i % 2 === 0 ? { responsible: '0190b0b0-0000-7000-8000-000000000012' } : {}),
  })

beforeAll(async () => {
  world = await registerWorld()
  const tree = await loadTree(world.deps.store, today)
  looking = lookingOf(personas.secretary, tree, today)
  ids = await manyEntries(
    world.deps,
    register,
    Array.from({ length: total }, (_, i) => fields(i)),
  )
})
afterAll(() => world.close())

const query = (address = ''): ListQuery => readListQuery(register, new URLSearchParams(address)).query

/** Walks every page; `between` is done after each of them. */
const walk = async (address: string, between?: (page: number) => Promise<unknown>): Promise<readonly Entry[]> => {
  const seen: Entry[] = []
  let at = query(address)
  for (let page = 0; ; page++) {
    const { entries, next } = await listEntries(world.deps.store, register, at, looking)
    seen.push(...entries)
    if (!next) return seen
    at = { ...at, after: next }
    await between?.(page)
  }
}

describe('walking all pages of 2 000 entries while others write', () => {
  const orders = Object.keys(sortKeys(register)).flatMap((key) => [key, `-${key}`])
  test.each(orders)('by %s: none lost, none twice', async (sort) => {
    const seen = await walk(`sort=${sort}&size=200`, (page) =>
      manyEntries(world.deps, register, [fields(page * 13), fields(page * 31 + 1), fields(page * 7 + 2)]),
    )
    const found = seen.map((e) => e.id)
    expect(new Set(found).size).toBe(found.length)
    const set = new Set(found)
    expect(ids.filter((id) => !set.has(id))).toEqual([])
  })

  test('in order, the missing last', async () => {
    const days = (await walk('sort=review&size=200')).map((e) => (e.data['review'] as string | undefined) ?? '9999')
    expect(days).toEqual(days.toSorted())
    const costs = (await walk('sort=-cost&size=200')).map((e) => (e.data['cost'] as number | undefined) ?? Number.POSITIVE_INFINITY)
    expect(costs).toEqual(costs.toSorted((a, b) => b - a))
    const numbers = (await walk('sort=number&size=200')).map((e) => Number(e.number.split('-')[1]))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  test('Swedish letters come after z', async () => {
    const titles = (await walk('sort=title&size=200')).map((e) => e.title)
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('sv').compare))
  })
})

describe('counts and filters', () => {
  test('agree with a naive count', async () => {
    const all = await walk('size=200')
    const late = all.filter((e) => e.due !== null && e.due < today)
    const nobody = all.filter((e) => e.data['responsible'] === undefined)
    expect(await tally(world.deps.store, register, query(), looking)).toEqual({
      total: all.length,
      late: late.length,
      broken: new Set([...late, ...nobody]).size,
      gaps: { responsible: nobody.length },
    })
    const high = query('level=high')
    expect(await countEntries(world.deps.store, register, high, looking)).toBe(all.filter((e) => e.data['level'] === 'high').length)
    const { shown, broken, facets } = await countList(world.deps.store, register, high, looking)
    const naive = (part: readonly Entry[], field: string): ReadonlyMap<string, number> =>
      new Map([...Map.groupBy(part, (e) => String(e.data[field]))].map(([value, some]) => [value, some.length]))
    const highs = all.filter((e) => e.data['level'] === 'high')
    expect(shown).toBe(highs.length)
    expect(broken).toBe(highs.filter((e) => late.includes(e) || nobody.includes(e)).length)
    expect(Object.fromEntries(facets)).toEqual({
      state: new Map([['open', highs.length]]),
      body: new Map([[nodes.labour, highs.length]]),
      unit: new Map(),
      level: naive(all, 'level'),
    })
  })

  test('search finds words inside titles, inflected ones, and numbers; signs are no wildcards', async () => {
    const titles = async (q: string): Promise<string[]> =>
      (
        await listEntries(world.deps.store, register, await settleSearch(world.deps.store, register, { ...query(), search: q, size: 200 }, looking), looking)
      ).entries.map((e) => `${e.number} ${e.title}`)
    await anEntry(world.deps, register, riskData({ title: 'Brandskyddet i lokalerna 100%_' }))
    expect(await titles('brandskydd lokal')).toHaveLength(1)
    expect(await titles('brandskydden')).toHaveLength(1)
    expect(await titles('100%_')).toHaveLength(1)
    expect(await titles('%')).toHaveLength(1)
    expect((await titles('r-17')).every((t) => t.toLowerCase().includes('r-17'))).toBe(true)
    expect(await titles('finns inte alls')).toEqual([])
  })
})

describe('secrets', () => {
  test('are neither listed, counted nor found by those who may not see them', async () => {
    await anEntry(world.deps, secretRisk, riskData({ title: 'Skyddad adress' }))
    const tree = await loadTree(world.deps.store, today)
    const open = readListQuery(secretRisk, new URLSearchParams('q=adress')).query
    for (const [who, n] of [
      ['secretary', 1],
      ['member', 1],
      ['stranger', 0],
      ['anybody', 0],
    ] as const) {
      const sees = lookingOf(personas[who], tree, today)
      expect((await listEntries(world.deps.store, secretRisk, open, sees)).entries).toHaveLength(n)
      expect(await countEntries(world.deps.store, secretRisk, open, sees)).toBe(n)
      expect((await tally(world.deps.store, secretRisk, open, sees)).total).toBe(n)
      expect((await loadList(world.deps.store, secretRisk, open, tree, sees)).facets['state']).toHaveLength(n)
    }
  })
})

test('a steering register lists as well', async () => {
  await anEntry(world.deps, assignment, assignmentData())
  const tree = await loadTree(world.deps.store, today)
  const list = await loadList(world.deps.store, assignment, readListQuery(assignment, new URLSearchParams()).query, tree, looking)
  expect(list).toMatchObject({ shown: 1, whole: { total: 1, broken: 1, late: 0, gaps: { responsible: 1 } } })
  expect([...list.next.values()]).toEqual([{ due: '2022-09-14', label: { sv: 'Slutredovisning', en: 'Final report' } }])
})

test('what was given to predecessors is found by today’s unit, where that is asked', async () => {
  const { deps } = world
  await anEntry(deps, assignment, assignmentData({ title: 'Ärvt uppdrag' }), { nodeId: nodes.old })
  await transact(deps, { actor: 'system:test', act: 'merge' }, (tx) =>
    tx
      .insertInto('succession')
      .values({ id: deps.ids.next(), from_id: nodes.old, to_id: nodes.culture, on_day: '2019-01-01', kind: 'merge', share: 1 })
      .execute(),
  )
  const tree = await loadTree(deps.store, today)
  const found = async (address: string) => {
    const { query } = readListQuery(assignment, new URLSearchParams(address))
    return (await loadList(deps.store, assignment, query, tree, looking)).page.entries.map((e) => e.title)
  }
  expect(await found(`body=${nodes.culture}`)).toEqual([])
  expect(await found(`body=${nodes.culture}&units=today`)).toEqual(['Ärvt uppdrag'])
  expect(await found(`body=${nodes.labour}&units=today`)).not.toContain('Ärvt uppdrag')
  const told = await loadList(deps.store, assignment, readListQuery(assignment, new URLSearchParams('units=today')).query, tree, looking)
  expect(told.unitsToday?.(nodes.old, day('2018-12-31'))?.map((name) => name.sv)).toEqual(['KUN-nämnden'])
  expect(told.unitsToday?.(nodes.culture, day('2018-12-31'))).toBeNull()
})
