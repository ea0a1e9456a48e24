import { openStore } from '../../src/database/connection.ts'
import { type Deps, transact } from '../../src/database/transact.ts'
import { loadSeriesView } from '../../src/figures/load-series.ts'
import { recordFigures } from '../../src/figures/record-figures.ts'
import { seriesByIds } from '../../src/figures/series-store.ts'
import { clockAt } from '../../src/kernel/clock.ts'
import { day } from '../../src/kernel/day.ts'
import { timeOrderedIds } from '../../src/kernel/identity.ts'
import { type Period, periodOf } from '../../src/kernel/period.ts'
import { anybody } from '../../src/kernel/who.ts'
import { row, type Row } from '../measure.ts'
import { asOwner, say, time } from '../parts/lay.ts'
import { type FiguresShape, layFigures } from '../parts/lay-figures.ts'

const today = day('2026-05-18')

/** As anybody would write it: the units below by a walk of the tree, their latest versions, added up by month, for the five years that the page shows. */
const raw = `
  with recursive below (id) as (select $1::uuid union all select v.parent_child from (select node_id as parent_child, parent_id from node_version where upper_inf(valid)) v join below on v.parent_id = below.id)
  select period, sum(value) from (
    select distinct on (node_id, period) node_id, period, value from figure where series_id = $2 and period >= '2021M05' order by node_id, period, version desc) f
    join below on below.id = f.node_id group by period order by period`

/**
 * Lays figures in the empty database at `url`, and times the page of a measure at the top, at a board, and at the top right after a unit's
 * figure was written. Throws when what the page says is not what the figures add up to.
 */
export const rollup = async (url: string, shape: FiguresShape, reads: number): Promise<readonly Row[]> =>
  asOwner(url, async (owner) => {
    const units = shape.boards * shape.areasOf * shape.unitsOf
    const laid = await time(() => layFigures(owner, shape))
    const { rows } = await owner.query<{ n: string; size: string }>(
      `select count(*) as n, pg_size_pretty(pg_database_size(current_database())) as size from figure`,
    )
    say(`${rows[0]?.n} figures of ${units} units laid in ${Math.round(laid / 1000)} s, ${rows[0]?.size}`)
    const { store, pool, close } = openStore(url)
    const deps: Deps = { store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) }
    const idOf = async (name: string): Promise<string> =>
      ((await owner.query<{ id: string }>('select md5($1)::uuid as id', [name])).rows[0] as { id: string }).id
    const [top, board] = [await idOf('n0'), await idOf(`b${shape.boards}`)]
    const measured = { top: [[], []], board: [[], []], written: [[], []] } as Record<'top' | 'board' | 'written', [number[], number[]]>
    for (let n = -3; n < reads; n++) {
      const seriesId = await idOf(`s${1 + ((n + 3) % shape.series)}`)
      const series = (await seriesByIds(store, [seriesId])).get(seriesId)
      if (!series) throw new Error('no series')
      const view = (nodeId: string) => loadSeriesView(store, series, { nodeId, who: anybody, today })
      const take = async (name: keyof typeof measured, nodeId: string): Promise<void> => {
        const [own, peer] = [await time(() => view(nodeId)), await time(() => pool.query(raw, [nodeId, seriesId]))]
        if (n < 0) return
        measured[name][0].push(own)
        measured[name][1].push(peer)
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
    await close()
    return [row('the whole municipality', ...measured.top), row('a board', ...measured.board), row('the whole, right after a write', ...measured.written)]
  })
