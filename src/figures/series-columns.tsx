import { periodLabel } from '../kernel/period.ts'
import type { Tree } from '../organisation/tree.ts'
import { Sparkline } from '../web/charts/sparkline.tsx'
import type { Column } from '../web/components/data-table.tsx'
import type { View } from '../web/view.ts'
import { pageWords as words } from './page-words.ts'
import type { SeriesRow } from './standing.ts'
import { LightOf, Nothing, targetWords, unitWords, Value } from './value.tsx'

interface Sorting {
  readonly sort: string
  readonly name: string
  readonly light: string
}

/** The columns that lists of series have: name and whose, light in words, the last three outcomes, target. Sortable where `sorting` is given. */
export const seriesColumns = (view: View, tree: Tree, sorting?: Sorting): readonly Column<SeriesRow>[] => [
  {
    id: 'name',
    head: view.t(words.name),
    rowHead: true,
    ...(sorting && { sortHref: sorting.name, ...(sorting.sort === 'name' && { sorted: 'ascending' as const }) }),
    cell: (row) => (
      <>
        <a href={`/series/${row.series.slug}`}>{view.t(row.series.name)}</a>
        <span className="sub">
          {[tree.get(row.nodeId)?.name, unitWords(row.series)]
            .filter((text) => text !== undefined)
            .map((text) => view.t(text))
            .join(' · ')}
        </span>
      </>
    ),
  },
  {
    id: 'light',
    head: view.t(words.lightHead),
    label: `${view.t(words.lightHead)}:`,
    ...(sorting && { sortHref: sorting.light, ...(sorting.sort === 'light' && { sorted: 'ascending' as const }) }),
    cell: (row) => <LightOf judged={row.judged} view={view} />,
  },
  {
    id: 'history',
    head: view.t(words.history),
    cell: (row) => row.points.length > 2 && <Sparkline values={row.points.map((p) => p.value)} />,
  },
  ...([3, 2, 1] as const).map((back): Column<SeriesRow> => outcomeColumn(view, back)),
  {
    id: 'target',
    head: view.t(words.target),
    label: `${view.t(words.target)}:`,
    numeric: true,
    cell: (row) => row.target && view.t(targetWords(row.target, row.series)),
  },
]

const heads = { 1: words.latest, 2: words.oneBefore, 3: words.twoBefore } as const

/** The outcome so many periods from the end; the latest with its period and, where it has a history, its line. */
const outcomeColumn = (view: View, back: 1 | 2 | 3): Column<SeriesRow> => ({
  id: `outcome-${back}`,
  head: view.t(heads[back]),
  label: `${view.t(heads[back])}:`,
  numeric: true,
  nowrap: true,
  ...(back === 1 && { now: true }),
  cell: (row) => {
    const point = row.points.at(-back)
    if (!point) return row.latest ? <Nothing locale={view.locale} /> : null
    return (
      <>
        <Value value={point.value} figure={back === 1 ? row.figure : null} series={row.series} locale={view.locale} />
        {back === 1 && <span className="sub">{periodLabel(point.period, view.locale)}</span>}
      </>
    )
  },
})
