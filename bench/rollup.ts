// Ten million figures of a tree of five thousand units, by month for fifteen years: the page of a measure at the top, at a board, and
// read right after a unit's figure was written, against raw SQL that adds up the same figures. Usage: npm run bench:rollup [figures] [reads]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '../src/database/connection.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { type Deps, transact } from '../src/database/transact.ts'
import { loadSeriesView } from '../src/figures/load-series.ts'
import { recordFigures } from '../src/figures/record-figures.ts'
import { seriesByIds } from '../src/figures/series-store.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { type Period, periodOf } from '../src/kernel/period.ts'
import { anybody } from '../src/kernel/who.ts'
import { time, withoutHistory } from './parts/lay.ts'
import { row, table } from './measure.ts'

const figures = Number(process.argv[2] ?? 10_000_000)
const reads = Number(process.argv[3] ?? 30)
const today = day('2026-05-18')
const [boards, areasOf, unitsOf, months] = [20, 20, 12, 180]
const units = boards * areasOf * unitsOf
const seriesCount = Math.max(1, Math.round(figures / (units * months)))

const statements = [
  `insert into node select md5('n0')::uuid, 'kommunen', 'municipality'`,
  `insert into node select md5('b' || b)::uuid, 'b' || b, 'board' from generate_series(1, ${boards}) b`,
  `insert into node select md5('a' || a)::uuid, 'a' || a, 'unit' from generate_series(1, ${boards * areasOf}) a`,
  `insert into node select md5('u' || u)::uuid, 'u' || u, 'unit' from generate_series(1, ${units}) u`,
  `insert into node_version
     select id, '[2010-01-01,)', slug, slug, slug, case left(slug, 1) when 'b' then md5('n0')::uuid
            when 'a' then md5('b' || (1 + (substr(slug, 2)::int - 1) / ${areasOf}))::uuid
            when 'u' then md5('a' || (1 + (substr(slug, 2)::int - 1) / ${unitsOf}))::uuid end, null from node`,
  `insert into thing select md5('s' || s)::uuid, 'series', null, null, 'Mått ' || s, md5('n0')::uuid, '2011-01-01', null from generate_series(1, ${seriesCount}) s`,
  `insert into series (id, slug, name_sv, name_en, unit_sv, unit_en, money, decimals, direction, over_time, over_tree, source, period_kind)
     select md5('s' || s)::uuid, 's' || s, 'Mått ' || s, 'Measure ' || s, 'st', 'st', false, 0, 'up', 'sum', 'sum', 'bänk', 'month' from generate_series(1, ${seriesCount}) s`,
]
const ofSeries = (s: number): string => `
  insert into figure (id, series_id, node_id, period, version, value, status, source, recorded_by, recorded_on)
    select gen_random_uuid(), md5('s${s}')::uuid, md5('u' || u)::uuid, to_char(d, 'YYYY"M"MM'), 1, 10 + (u * 7 + ${s} * 13 + extract(month from d)::int) % 90, 'final', 'bänk', 'system:bench', d::date
      from generate_series('2011-05-01'::date, '2026-04-01'::date, '1 month') d, generate_series(1, ${units}) u`

/** As anybody would write it: the units below by a walk of the tree, their latest versions, added up by month, for the five years that the page shows. */
const raw = `
  with recursive below (id) as (select $1::uuid union all select v.parent_child from (select node_id as parent_child, parent_id from node_version where upper_inf(valid)) v join below on v.parent_id = below.id)
  select period, sum(value) from (
    select distinct on (node_id, period) node_id, period, value from figure where series_id = $2 and period >= '2021M05' order by node_id, period, version desc) f
    join below on below.id = f.node_id group by period order by period`

const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres') })
try {
  await migrate(url)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const laid = await time(async () => {
    await owner.query('drop index figure_columns; drop index figure_node')
    await withoutHistory(
      owner,
      ['node', 'node_version', 'thing', 'series', 'figure'],
      [...statements, ...Array.from({ length: seriesCount }, (_, s) => ofSeries(s + 1))],
    )
    await owner.query(
      `create index figure_node on figure (node_id, series_id); create index figure_columns on figure (series_id, period, node_id, version desc) include (value)`,
    )
    await owner.query('vacuum analyze')
  })
  const { rows } = await owner.query<{ n: string; size: string }>(
    `select count(*) as n, pg_size_pretty(pg_database_size(current_database())) as size from figure`,
  )
  process.stdout.write(`${rows[0]?.n} figures of ${units} units laid in ${Math.round(laid / 1000)} s, ${rows[0]?.size}\n`)
  const { store, pool, close } = openStore(url)
  const deps: Deps = { store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
  const idOf = async (name: string): Promise<string> => ((await owner.query<{ id: string }>('select md5($1)::uuid as id', [name])).rows[0] as { id: string }).id
  const [top, board] = [await idOf('n0'), await idOf('b7')]
  const measured = { top: [[], []], board: [[], []], written: [[], []] } as Record<'top' | 'board' | 'written', [number[], number[]]>
  for (let n = -3; n < reads; n++) {
    const seriesId = await idOf(`s${1 + ((n + 3) % seriesCount)}`)
    const series = (await seriesByIds(store, [seriesId])).get(seriesId)
    if (!series) throw new Error('no series')
    const view = (nodeId: string) => loadSeriesView(store, series, { nodeId, who: anybody, today })
    const take = async (name: keyof typeof measured, nodeId: string): Promise<void> => {
      const [own, peer] = [await time(() => view(nodeId)), await time(() => pool.query(raw, [nodeId, seriesId]))]
      if (n >= 0) {
        measured[name][0].push(own)
        measured[name][1].push(peer)
      }
    }
    await take('top', top)
    await take('board', board)
    const unit = await idOf(`u${1 + (((n + 3) * 977) % units)}`)
    await transact(deps, { actor: 'system:bench', act: 'record' }, (tx) =>
      recordFigures(tx, deps, [
        {
          seriesId,
          nodeId: unit,
          period: periodOf(day('2026-04-01'), 'month') as Period,
          value: 1000 + n,
          status: 'revised',
          reason: 'Rättad i mätningen.',
          recordedBy: 'system:bench',
          recordedOn: today,
        },
      ]),
    )
    await take('written', top)
    const { rows: sums } = await pool.query<{ period: string; sum: number }>(raw, [top, seriesId])
    const shown = (await view(top)).row.points.at(-1)
    if (shown?.value !== Number(sums.at(-1)?.sum)) throw new Error(`the page says ${shown?.value}, the figures ${sums.at(-1)?.sum}`)
  }
  table(`A measure's page over ${rows[0]?.n} figures (ms, against raw SQL adding up the same five years)`, [
    row('the whole municipality', ...measured.top),
    row('a board', ...measured.board),
    row('the whole, right after a write', ...measured.written),
  ])
  await owner.end()
  await close()
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
