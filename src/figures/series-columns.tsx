import { periodLabel } from '../kernel/period.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Column } from '../web/components/data-table.tsx'
import type { View } from '../web/view.ts'
import { pageWords as words } from './page-words.ts'
import type { SeriesRow } from './standing.ts'
import { LightOf, targetWords, unitWords, Value } from './value.tsx'

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
    id: 'outcomes',
    head: view.t(words.lastThree),
    label: `${view.t(words.lastThree)}:`,
    numeric: true,
    cell: (row) => <LastThree row={row} view={view} />,
  },
  {
    id: 'target',
    head: view.t(words.target),
    label: `${view.t(words.target)}:`,
    numeric: true,
    cell: (row) => row.target && view.t(targetWords(row.target, row.series)),
  },
]

const LastThree = ({ row, view }: { readonly row: SeriesRow; readonly view: View }) => {
  const last = row.points.slice(-3)
  if (last.length === 0) return null
  return (
    <>
      {last.map((point, i) => (
        <span key={point.period} className="nb">
          {i > 0 && '  '}
          <Value value={point.value} figure={point === row.latest ? row.figure : null} series={row.series} locale={view.locale} />
        </span>
      ))}
      <span className="sub">
        {last.length > 1 && `${periodLabel(last[0]?.period ?? row.points[0]!.period, view.locale)}–`}
        {periodLabel(last.at(-1)!.period, view.locale)}
      </span>
    </>
  )
}
