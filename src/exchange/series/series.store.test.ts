import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controller, figuresWorld, fill, makeSeries, member, nodes, type World } from '../../../test/figures-world.ts'
import type { Series } from '../../figures/series.ts'
import type { Who } from '../../kernel/who.ts'
import { readTable } from '../sheet/read-table.ts'
import type { ImportOutcome } from '../import/problem.ts'
import { importSeries } from './import-series.ts'

let world: World
let series: Series
beforeAll(async () => {
  world = await figuresWorld()
  series = await makeSeries(world)
  await fill(world, series, { 2019: 707, 2020: 728 })
})
afterAll(() => world.close())

const heads = 'Enhet;Period;Värde (hushåll);Status;Skäl till revidering;Version'
const read = async (who: Who, rows: readonly string[], { apply = false, into = series, head = heads } = {}): Promise<ImportOutcome> => {
  const table = await readTable(Buffer.from([head, ...rows].join('\r\n')))
  if (!table.ok) throw new Error(JSON.stringify(table.refusals))
  return importSeries(world.deps, who, into, { table: table.value, apply })
}
const told = (outcome: ImportOutcome): string => outcome.problems.map((p) => JSON.stringify(p)).join('\n')
const standing = async (of: Series): Promise<readonly string[]> => {
  const { rows } = await sql<{ line: string }>`
    select period || ' v' || version || ' ' || coalesce(value::text, '-') as line from figure
     where series_id = ${of.id} and node_id = ${nodes.board} order by period, version`.execute(world.deps.store)
  return rows.map((r) => r.line)
}

describe('figures of a measure read in', () => {
  it('are previewed without a trace, then written as new versions; what says the same is left alone', async () => {
    const rows = ['Nämnden;2020;728;Slutlig;;1', 'Nämnden;2021;736;Slutlig;;']
    const before = await standing(series)
    const preview = await read(controller, rows)
    expect([told(preview), preview.rows.length, preview.unchanged, preview.applied]).toEqual(['', 1, 1, false])
    expect(await standing(series)).toEqual(before)
    const applied = await read(controller, rows, { apply: true })
    expect([applied.rows.length, applied.applied]).toEqual([1, true])
    expect(await standing(series)).toEqual([...before, '2021 v1 736'])
    expect((await read(controller, rows, { apply: true })).unchanged).toBe(2)
  })

  it('change a final figure only with a reason, and never over a version that others have made', async () => {
    expect(told(await read(controller, ['Nämnden;2019;708;Slutlig;;1']))).not.toBe('')
    expect(told(await read(controller, ['Nämnden;2019;708;Slutlig;Rättad summa;7']))).not.toBe('')
    const mended = await read(controller, ['Nämnden;2019;708;Slutlig;Rättad summa;1'], { apply: true })
    expect([told(mended), mended.applied]).toEqual(['', true])
    expect(await standing(series)).toContain('2019 v1 707')
    expect(await standing(series)).toContain('2019 v2 708')
  })

  it('are all written, or none where one line is wrong, told by its cell', async () => {
    const before = await standing(series)
    const outcome = await read(controller, ['Nämnden;2022;700;Slutlig;;', 'Nämnden;2023;många;Slutlig;;', 'Ingenstans;2024;1;Slutlig;;'], { apply: true })
    expect(outcome.applied).toBe(false)
    expect(told(outcome)).toMatch(/C3/)
    expect(told(outcome)).toMatch(/A4/)
    expect(await standing(series)).toEqual(before)
  })

  it('are refused who may not record them, with nothing written', async () => {
    const before = await standing(series)
    const outcome = await read(member, ['Nämnden;2022;700;Slutlig;;'], { apply: true })
    expect([outcome.applied, outcome.problems.length > 0]).toEqual([false, true])
    expect(await standing(series)).toEqual(before)
  })

  it('of a secret measure are noted in the access log, previewed or not; of an open one they are not', async () => {
    const secret = await makeSeries(world, { name: { sv: 'Skyddad', en: 'Protected' }, secrecy: 'OSL 26:1' })
    const secretary: Who = { ...controller, posts: controller.posts.map((held) => ({ ...held, role: 'secretary' as const })) }
    await read(secretary, ['Nämnden;2021;1;Slutlig;;'], { into: secret })
    await read(secretary, ['Nämnden;2021;1;Slutlig;;'])
    const { rows } = await sql<{ thing_id: string; route: string }>`select thing_id, route from access_log`.execute(world.deps.store)
    expect(rows).toEqual([{ thing_id: secret.id, route: '/import/series' }])
  })
})
