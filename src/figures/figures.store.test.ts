import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controller, figuresWorld, fill, loader, makeSeries, member, nodes, setTarget, type World } from '../../test/figures-world.ts'
import { period } from '../kernel/period.ts'
import { anybody } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { defineSeries } from './define-series.ts'
import type { FigureInput } from './figure.ts'
import { newestFigures, versionsOf } from './figure-store.ts'
import { listGoals, measuresOf } from './goal-store.ts'
import { readCursor } from './keyset.ts'
import { countSeries, listSeries, type SeriesFilter } from './list-series.ts'
import { overrideLight } from './override-light.ts'
import { overridesOf } from './override-store.ts'
import { recordFigure } from './record-figure.ts'
import { recordFigures } from './record-figures.ts'
import type { Series } from './series.ts'
import { refreshStandings } from './standing-store.ts'
import { lightOf, seriesSummary } from './summary.ts'
import { wishersOf } from './thread-store.ts'

let world: World
beforeAll(async () => {
  world = await figuresWorld()
})
afterAll(() => world.close())

const codes = (verdict: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (verdict.ok ? [] : (verdict.refusals ?? []).map((r) => r.code))
const today = () => world.deps.clock.today()
const everything: SeriesFilter = { nodeIds: null, lights: [], askedBy: null, search: '', sort: 'name', secretsOf: [] }

describe('recording a figure', () => {
  let series: Series
  beforeAll(async () => {
    series = await makeSeries(world, { name: { sv: 'Lämnade', en: 'Recorded' }, decimals: 1 })
  })
  const input = (over: Partial<FigureInput> = {}): FigureInput & { seen: number } => ({
    seriesId: series.id,
    nodeId: nodes.board,
    period: period('2021'),
    value: 731,
    status: 'preliminary',
    seen: 0,
    ...over,
  })

  it('makes versions, and keeps the earlier ones', async () => {
    expect(await recordFigure(world.deps, controller, input())).toMatchObject({
      ok: true,
      value: { version: 1, recordedBy: `person:${controller.personId}`, recordedOn: '2022-05-17' },
    })
    expect(await recordFigure(world.deps, controller, { ...input({ value: 736, status: 'final' }), seen: 1 })).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    const versions = await versionsOf(world.deps.store, input(), period('2021'))
    expect(versions.map((f) => [f.version, f.value, f.status])).toEqual([
      [2, 736, 'final'],
      [1, 731, 'preliminary'],
    ])
  })

  it('refuses with everything that is wrong', async () => {
    expect(codes(await recordFigure(world.deps, controller, input({ period: period('2022M01') })))).toEqual(['figure.period'])
    expect(codes(await recordFigure(world.deps, controller, input({ period: period('2019'), value: 1.25 })))).toEqual(['figure.decimals'])
    expect(codes(await recordFigure(world.deps, controller, input({ period: period('2019'), value: null })))).toEqual(['figure.missing_why'])
    expect(codes(await recordFigure(world.deps, controller, input({ period: period('2019'), missing: 'nej' })))).toEqual(['figure.both'])
    expect(codes(await recordFigure(world.deps, controller, { ...input({ value: 740, status: 'final' }), seen: 2 }))).toEqual([
      'figure.reason',
      'figure.status',
    ])
    expect(codes(await recordFigure(world.deps, controller, input({ value: 740, status: 'revised', reason: 'Rättad' })))).toEqual(['figure.conflict'])
    expect(codes(await recordFigure(world.deps, member, input({ period: period('2019') })))).toEqual(['access.post'])
    expect(codes(await recordFigure(world.deps, anybody, input({ period: period('2019') })))).toEqual(['access.post'])
    expect(codes(await recordFigure(world.deps, controller, { ...input({ seriesId: nodes.town }) }))).toEqual(['figure.series'])
  })

  it('lets one of two recorders at once through, and tells the other', async () => {
    const both = await Promise.all([
      recordFigure(world.deps, controller, input({ period: period('2018') })),
      recordFigure(world.deps, controller, input({ period: period('2018'), value: 1 })),
    ])
    expect(both.map((v) => v.ok).toSorted()).toEqual([false, true])
    expect(both.flatMap(codes)).toEqual(['figure.conflict'])
  })

  it('lets the controller of the series record a neighbour, and keeps zero apart from missing', async () => {
    expect(await recordFigure(world.deps, controller, input({ nodeId: nodes.neighbour, value: 0 }))).toMatchObject({ ok: true, value: { value: 0 } })
    expect(
      await recordFigure(world.deps, controller, input({ nodeId: nodes.neighbour, period: period('2020'), value: null, missing: 'Inte lämnad' })),
    ).toMatchObject({ ok: true, value: { value: null } })
  })

  it('is not altered even by the tables', async () => {
    await expect(world.write((tx) => tx.updateTable('figure').set({ value: 1 }).execute())).rejects.toThrow(/append-only/)
  })
})

describe('recording in bulk', () => {
  it('follows the same rules, and writes all or nothing', async () => {
    const series = await makeSeries(world, { name: { sv: 'Månader', en: 'Months' }, kind: 'month' })
    const months = Array.from({ length: 2400 }, (_, i) => `${1990 + Math.floor(i / 24)}M${String((Math.floor(i / 2) % 12) + 1).padStart(2, '0')}`)
    const inputs = months.map((m, i) => ({
      seriesId: series.id,
      nodeId: nodes.board,
      period: period(m),
      value: i,
      status: i % 2 === 0 ? ('preliminary' as const) : ('final' as const),
      recordedBy: 'system:test',
      recordedOn: today(),
    }))
    const done = await world.write((tx) => recordFigures(tx, world.deps, inputs))
    expect(done.ok && done.value.length).toBe(2400)
    const newest = await newestFigures(world.deps.store, [{ seriesId: series.id, nodeId: nodes.board }], 3)
    expect(newest.map((f) => [f.period, f.version, f.value])).toEqual([
      ['2089M10', 2, 2395],
      ['2089M11', 2, 2397],
      ['2089M12', 2, 2399],
    ])
    const wrong = await world.write((tx) =>
      recordFigures(tx, world.deps, [
        { ...inputs[0]!, period: period('2100M01') },
        { ...inputs[0]!, period: period('2100') },
      ]),
    )
    expect(codes(wrong)).toEqual(['figure.period#1'])
    expect(await versionsOf(world.deps.store, { seriesId: series.id, nodeId: nodes.board }, period('2100M01'))).toEqual([])
  })
})

describe('defining a series', () => {
  const ask = {
    nodeId: nodes.board,
    unit: { sv: 'st', en: 'pcs' },
    decimals: 0,
    direction: null,
    overTime: 'sum',
    overTree: 'sum',
    kind: 'year',
    source: 'Egen räkning',
  } as const
  it('asks who asks, what for and who reads', async () => {
    const verdict = await defineSeries(world.deps, controller, { ...ask, name: { sv: '', en: '' }, askedBy: null, purpose: null, readers: null })
    expect(codes(verdict)).toEqual(['series.name', 'series.askedBy', 'series.purpose', 'series.readers'])
    expect(
      codes(
        await defineSeries(world.deps, member, {
          ...ask,
          name: { sv: 'A', en: 'A' },
          askedBy: nodes.council,
          purpose: { sv: 'x', en: 'x' },
          readers: { sv: 'x', en: 'x' },
        }),
      ),
    ).toEqual(['access.post'])
  })
  it('refuses ratios without parts, money in other units, and last over a tree', async () => {
    const wrong = await defineSeries(
      world.deps,
      loader,
      { ...ask, name: { sv: 'B', en: 'B' }, money: true, overTime: 'ratio', overTree: 'last', askedBy: null, purpose: null, readers: null },
      { bySystem: true },
    )
    expect(codes(wrong)).toEqual(['series.money', 'series.over_tree', 'series.ratio'])
  })
  it('gives address words of their own, also to two at once', async () => {
    const made = await Promise.all([makeSeries(world, { name: { sv: 'New', en: 'New' } }), makeSeries(world, { name: { sv: 'New', en: 'New' } })])
    expect(made.map((s) => s.slug).toSorted()).toEqual(['new-2', 'new-3'])
  })
})

describe('how series stand', () => {
  it('tells light and words, the target, and what an override said', async () => {
    const series = await makeSeries(world, { name: { sv: 'Bistånd', en: 'Assistance' } })
    await fill(world, series, { 2019: 707, 2020: 728, 2021: 736 })
    const { decisionId, goalId, targetId } = await setTarget(world, series, { period: '2022', rule: 'at_most', value: 700 })
    const [row] = await seriesSummary(world.deps.store, { seriesIds: [series.id], today: today() })
    expect(row).toMatchObject({
      nodeId: nodes.board,
      latest: { period: '2021', value: 736 },
      target: { id: targetId },
      judged: { light: 'red', words: { sv: '36 över målet för 2022' }, override: null },
    })
    const judged = { seriesId: series.id, nodeId: nodes.board, period: period('2021'), seen: null }
    expect(codes(await overrideLight(world.deps, controller, { ...judged, light: 'yellow', reason: 'kort' }))).toEqual(['light.reason'])
    expect(codes(await overrideLight(world.deps, member, { ...judged, light: 'yellow', reason: 'Ny rutin från mars' }))).toEqual(['access.post'])
    expect(codes(await overrideLight(world.deps, controller, { ...judged, period: period('2017'), light: 'yellow', reason: 'Ny rutin från mars' }))).toEqual([
      'light.outcome',
    ])
    const first = await overrideLight(world.deps, controller, { ...judged, light: 'yellow', reason: 'Ny rutin från mars' })
    expect(first.ok).toBe(true)
    const pair = { seriesId: series.id, nodeId: nodes.board }
    expect(await lightOf(world.deps.store, { ...pair, period: period('2021'), today: today() })).toMatchObject({
      light: 'yellow',
      rule: { light: 'red' },
      override: { personName: 'Sven Kontroll', reason: 'Ny rutin från mars' },
    })
    expect(codes(await overrideLight(world.deps, controller, { ...judged, light: 'red', reason: 'Som regeln säger' }))).toEqual(['light.conflict'])
    expect(
      (await overrideLight(world.deps, controller, { ...judged, seen: first.ok ? first.value.id : null, light: 'red', reason: 'Som regeln säger' })).ok,
    ).toBe(true)
    expect(await lightOf(world.deps.store, { ...pair, period: period('2021'), today: today() })).toMatchObject({ light: 'red', override: null })
    expect(await overridesOf(world.deps.store, [pair])).toHaveLength(2)
    const wishers = await wishersOf(world.deps.store, series.id, [])
    expect(wishers.map((w) => [w.kind, w.decision?.id])).toEqual(
      expect.arrayContaining([
        ['goal', decisionId],
        ['target', decisionId],
      ]),
    )
    expect((await measuresOf(world.deps.store, [goalId])).get(goalId)).toEqual([series.id])
    expect((await listGoals(world.deps.store, { nodeIds: null, on: today(), search: 'bistånd', secretsOf: [] }, null)).goals.map((g) => g.id)).toEqual([goalId])
  })

  it('counts from the units below, and ratios from their parts', async () => {
    const clients = await makeSeries(world, { name: { sv: 'Deltagare', en: 'Participants' } })
    const left = await makeSeries(world, { name: { sv: 'Till arbete', en: 'To work' }, direction: 'up' })
    const share = await makeSeries(world, {
      name: { sv: 'Andel till arbete', en: 'Share to work' },
      unit: { sv: '%', en: '%' },
      decimals: 1,
      direction: 'up',
      overTime: 'ratio',
      overTree: 'ratio',
      numeratorId: left.id,
      denominatorId: clients.id,
    })
    await fill(world, clients, { 2020: 100, 2021: 100 }, { nodeId: nodes.north })
    await fill(world, clients, { 2020: 10, 2021: 10 }, { nodeId: nodes.south })
    await fill(world, left, { 2020: 10, 2021: 20 }, { nodeId: nodes.north })
    await fill(world, left, { 2020: 10, 2021: 10 }, { nodeId: nodes.south })
    const [row] = await seriesSummary(world.deps.store, { seriesIds: [share.id], today: today() })
    expect(row?.points.map((p) => [p.period, p.value && Math.round(p.value * 10) / 10])).toEqual([
      ['2020', 18.2],
      ['2021', 27.3],
    ])
    expect(row).toMatchObject({ nodeId: nodes.board, figure: null, judged: { light: 'green' } })
  })

  it('lists by light and by name, page by page, with what has changed counted in', async () => {
    for (let i = 0; i < 60; i++) {
      const series = await makeSeries(world, { name: { sv: `Lista ${String(i).padStart(2, '0')}`, en: `List ${i}` }, direction: i % 3 === 0 ? 'down' : 'up' })
      await fill(world, series, { 2020: 1, 2021: 2 })
    }
    await makeSeries(world, { name: { sv: 'Lista hemlig', en: 'List secret' }, secrecy: 'OSL 26:1' })
    const tree = await loadTree(world.deps.store, today())
    expect(await refreshStandings(world.deps, tree, 1)).toBe(1)
    expect(await refreshStandings(world.deps, tree)).toBeGreaterThan(60)
    expect(await refreshStandings(world.deps, tree)).toBe(0)
    const filter = { ...everything, search: 'LISTA', sort: 'light' as const }
    expect(await countSeries(world.deps.store, filter)).toBe(60)
    const first = await listSeries(world.deps, tree, filter, null)
    const second = await listSeries(world.deps, tree, filter, readCursor(first.next ?? '', 2))
    const all = [...first.rows, ...second.rows]
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
    expect(new Set(all.map((r) => r.series.id)).size).toBe(60)
    expect(all.map((r) => r.judged.light)).toEqual([...Array<string>(20).fill('red'), ...Array<string>(40).fill('green')])
    expect(await countSeries(world.deps.store, { ...filter, lights: ['red'] })).toBe(20)
    const byName = await listSeries(world.deps, tree, { ...filter, sort: 'name', secretsOf: [nodes.board] }, null)
    expect(byName.rows[0]?.series.name.sv).toBe('Lista 00')
    expect(await countSeries(world.deps.store, { ...filter, secretsOf: [nodes.board] })).toBe(61)
    const turned = byName.rows[0] as (typeof byName.rows)[number]
    await fill(world, turned.series, { 2022: 0 })
    expect(await refreshStandings(world.deps, tree)).toBe(1)
    expect(await countSeries(world.deps.store, { ...filter, lights: ['red'] })).toBe(19)
  })

  it('keeps what a measure of many units comes to, until something that it rests on changes', async () => {
    const { store } = world.deps
    const name = { sv: 'Räknad uppifrån', en: 'Counted from below' }
    const series = await makeSeries(world, { name })
    await fill(world, series, { 2020: 10, 2021: 20 }, { nodeId: nodes.north })
    await fill(world, series, { 2020: 1, 2021: 2 }, { nodeId: nodes.south })
    const listed = async () => {
      const tree = await loadTree(store, today())
      await refreshStandings(world.deps, tree)
      const { rows } = await listSeries(world.deps, tree, { ...everything, search: name.sv }, null)
      return rows.map((r) => [r.nodeId, r.points.map((p) => p.value)])
    }
    expect(await listed()).toEqual([[nodes.board, [11, 22]]])
    // That it is kept shows where another value is put there.
    const points = JSON.stringify([{ period: '2021', value: 99 }])
    const spoil = () => store.updateTable('series_standing').set({ points }).where('series_id', '=', series.id).execute()
    await spoil()
    expect(await listed()).toEqual([[nodes.board, [99]]])
    expect((await seriesSummary(store, { seriesIds: [series.id], today: today() }))[0]?.points).toEqual([{ period: '2021', value: 99 }])
    await fill(world, series, { 2022: 30 }, { nodeId: nodes.north })
    expect(await listed()).toEqual([[nodes.board, [11, 22, null]]])
    await spoil()
    // A unit moves away in the organisation as it was decided: what was counted in the earlier one is not shown.
    await world.write((tx) => tx.updateTable('node_version').set({ parent_id: nodes.town }).where('node_id', '=', nodes.south).execute())
    expect(await listed()).toEqual([[nodes.board, [10, 20, 30]]])
    await spoil()
    expect(await listed()).toEqual([[nodes.board, [99]]])
    await world.write((tx) => tx.updateTable('node_version').set({ parent_id: nodes.department }).where('node_id', '=', nodes.south).execute())
    expect(await listed()).toEqual([[nodes.board, [11, 22, null]]])
  })

  it('keeps a figure that comes while a measure is counted: two at once never leave the older sum', async () => {
    const series = await makeSeries(world, { name: { sv: 'Räknad medan det skrivs', en: 'Counted meanwhile' } })
    const listed = async () => {
      const tree = await loadTree(world.deps.store, today())
      await refreshStandings(world.deps, tree)
      return (await listSeries(world.deps, tree, { ...everything, search: 'medan det skrivs' }, null)).rows[0]?.points.at(-1)?.value ?? null
    }
    const years = Array.from({ length: 12 }, (_, i) => String(2005 + i))
    await Promise.all([...years.map((year, i) => fill(world, series, { [year]: i }, { nodeId: i % 2 ? nodes.north : nodes.south })), ...years.map(listed)])
    await fill(world, series, { 2021: 5 }, { nodeId: nodes.north })
    await Promise.all([fill(world, series, { 2021: 7 }, { nodeId: nodes.south }), listed(), listed()])
    expect(await listed()).toBe(12)
  })

  it('keeps its lists on their indexes', async () => {
    const { rows } = await sql<{
      'QUERY PLAN': string
    }>`explain select g.* from figure g where series_id = ${nodes.town} and node_id = ${nodes.town} order by period desc, version desc limit 5`.execute(
      world.deps.store,
    )
    expect(rows.map((r) => r['QUERY PLAN']).join('\n')).toMatch(/Index Scan/)
  })
})
