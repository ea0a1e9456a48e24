import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controller, figuresWorld, fill, loader, makeSeries, member, nodes, type World } from '../../test/figures-world.ts'
import { composeSeries } from '../figures/compose-series.ts'
import { recordFigure } from '../figures/record-figure.ts'
import type { Series } from '../figures/series.ts'
import { period } from '../kernel/period.ts'
import { anybody } from '../kernel/who.ts'
import { answerContradiction } from './answer-contradiction.ts'
import { refreshAll } from './refresh.ts'
import { contradictionsOn, countStanding, listStanding } from './standing-store.ts'

let world: World
beforeAll(async () => {
  world = await figuresWorld()
})
afterAll(() => world.close())

const named = (sv: string, over: Parameters<typeof makeSeries>[1] = {}): Promise<Series> =>
  makeSeries(world, { name: { sv, en: sv }, overTree: 'none', ...over })
const on = async (series: Series) => contradictionsOn(world.deps.store, [series.id], 'all')
const codes = (verdict: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (verdict.ok ? [] : (verdict.refusals ?? []).map((r) => r.code))
const again = (series: Series, value: number, seen: number) =>
  recordFigure(world.deps, controller, {
    seriesId: series.id,
    nodeId: nodes.board,
    period: period('2021'),
    value,
    status: seen === 0 ? 'final' : 'revised',
    reason: 'Rättad efter avstämning',
    seen,
  })

describe('a series that is made of others', () => {
  let [whole, first, second]: Series[] = []
  beforeAll(async () => {
    ;[whole, first, second] = await Promise.all([named('Allt'), named('Ett'), named('Två')])
  })
  const series = () => ({ whole: whole as Series, first: first as Series, second: second as Series })

  it('is asked for by one who may, with parts of one kind, and never of itself', async () => {
    const { whole, first, second } = series()
    const parts = [
      { seriesId: first.id, sign: 1 as const },
      { seriesId: second.id, sign: -1 as const },
    ]
    expect(codes(await composeSeries(world.deps, member, { wholeId: whole.id, parts }))).toEqual(['access.post'])
    const other = await named('Kronor', { unit: { sv: 'kr', en: 'kr' }, money: true })
    expect(codes(await composeSeries(world.deps, controller, { wholeId: whole.id, parts: [...parts, { seriesId: other.id, sign: 1 }] }))).toEqual([
      'series.part_unlike',
    ])
    expect(codes(await composeSeries(world.deps, controller, { wholeId: whole.id, parts: [...parts, ...parts] }))).toEqual(['series.part_twice'])
    expect(await composeSeries(world.deps, controller, { wholeId: whole.id, parts })).toMatchObject({ ok: true })
    expect(codes(await composeSeries(world.deps, controller, { wholeId: second.id, parts: [{ seriesId: whole.id, sign: 1 }] }))).toEqual(['series.part_circle'])
  })

  it('is told of as soon as a figure contradicts, on every page concerned, and gone when it is mended', async () => {
    const { whole, first, second } = series()
    await fill(world, first, { '2021': 700 })
    await fill(world, second, { '2021': 100 })
    expect(await on(whole)).toEqual([])
    expect(await again(whole, 610, 0)).toMatchObject({ ok: true })
    const [found, ...more] = await on(second)
    expect(more).toEqual([])
    expect(found?.finding).toMatchObject({ rule: 'sum', printed: { value: 610 }, computed: { value: 600 }, difference: 10 })
    expect(await on(whole)).toHaveLength(1)
    expect(await again(whole, 600, 1)).toMatchObject({ ok: true })
    expect(await on(whole)).toEqual([])
  })

  it('keeps an answer while the numbers stand, and asks anew for others', async () => {
    const { whole } = series()
    await again(whole, 650, 2)
    const [found] = await on(whole)
    const answer = (who: typeof controller, text: string, seen = '') => answerContradiction(world.deps, who, { id: found?.id ?? '', answer: text, seen })
    expect(codes(await answer(member, 'Det rör sig om en eftersläpning.'))).toEqual(['access.post'])
    expect(codes(await answer(controller, 'nja'))).toEqual(['contradiction.answer'])
    expect(await answer(controller, 'Det rör sig om en eftersläpning.')).toMatchObject({ ok: true })
    expect(codes(await answer(controller, 'Någon annan svarar samtidigt.'))).toEqual(['contradiction.conflict'])
    await refreshAll(world.deps)
    expect((await on(whole))[0]?.answer).toMatchObject({ text: 'Det rör sig om en eftersläpning.', by: 'Sven Kontroll' })
    await again(whole, 660, 3)
    expect((await on(whole))[0]?.answer).toBeNull()
    expect(codes(await answer(anybody, 'Jag vet nog hur det är.'))).toEqual(['access.post'])
  })

  it('says nothing where a part has no figure: missing is not zero', async () => {
    const { whole, first } = series()
    await fill(world, whole, { '2020': 500 })
    await fill(world, first, { '2020': 400 })
    expect((await on(whole)).filter(({ finding }) => finding.cells.some((c) => c.column?.includes('2020')))).toEqual([])
  })
})

describe('a unit', () => {
  it('whose figure is not the sum of those below is told of; rounding and missing units are not', async () => {
    const series = await named('Platser', { overTree: 'sum' })
    await fill(world, series, { '2020': 30 }, { nodeId: nodes.north })
    await fill(world, series, { '2020': 45 }, { nodeId: nodes.department })
    await refreshAll(world.deps)
    expect(await on(series)).toEqual([])
    await fill(world, series, { '2020': 10 }, { nodeId: nodes.south })
    await refreshAll(world.deps)
    const [found] = await on(series)
    expect(found).toMatchObject({ nodeId: nodes.department, finding: { rule: 'sum', printed: { value: 45 }, computed: { value: 40 } } })
    const mended = await recordFigure(world.deps, controller, {
      seriesId: series.id,
      nodeId: nodes.south,
      period: period('2020'),
      value: 15,
      status: 'revised',
      reason: 'Räknat om',
      seen: 1,
    })
    expect(mended).toMatchObject({ ok: true })
    expect(await on(series)).toEqual([])
  })
})

describe('what is secret', () => {
  it('is neither shown nor counted to those without right', async () => {
    const [whole, part] = await Promise.all([named('Hemligt', { secrecy: 'OSL 26:1' }), named('Del', { secrecy: 'OSL 26:1' })])
    await composeSeries(world.deps, loader, { wholeId: whole.id, parts: [{ seriesId: part.id, sign: 1 }] }, { bySystem: true })
    await fill(world, whole, { '2021': 50 })
    await fill(world, part, { '2021': 40 })
    await refreshAll(world.deps)
    const store = world.deps.store
    expect(await contradictionsOn(store, [whole.id], [nodes.board])).toHaveLength(1)
    expect(await contradictionsOn(store, [whole.id], [])).toEqual([])
    const [seen, hidden] = [await countStanding(store, 'all'), await countStanding(store, [])]
    expect(seen.error - hidden.error).toBe(1)
    const filter = { nodeIds: null, sureness: null, answered: null }
    expect((await listStanding(store, { ...filter, secretsOf: [] }, null)).rows.map((r) => r.secrecy).filter(Boolean)).toEqual([])
  })
})
