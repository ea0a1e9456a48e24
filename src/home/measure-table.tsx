import { periodLabel } from '../kernel/period.ts'
import { bare, notationOf } from '../figures/series.ts'
import { previousOf, type SeriesRow } from '../figures/standing.ts'
import { written } from '../rulebook/notation.ts'
import { Sparkline } from '../web/charts/sparkline.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Light, signOf } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'

import { words } from './words.ts'

/** Points that the little line shows. */
const onLine = 8

/** The body's measures: light in words, the outcome before and the latest, the line, and the target. */
export const MeasureTable = ({ view, rows }: { readonly view: View; readonly rows: readonly SeriesRow[] }) => (
  <DataTable
    locale={view.locale}
    caption={view.t(words.measuresCaption)}
    captionHidden
    kind="numbers"
    name={view.t(words.measuresCaption)}
    columns={columns(view)}
    rows={rows}
    rowKey={(r) => r.series.id}
    empty={view.t(words.noMeasures)}
  />
)

const columns = (view: View): readonly Column<SeriesRow>[] => [
  { id: 'name', head: view.t(words.measure), rowHead: true, cell: (row) => <Name view={view} row={row} /> },
  { id: 'light', head: view.t(words.state), cell: (row) => <HowItStands view={view} row={row} /> },
  { id: 'before', head: view.t(words.before), numeric: true, cell: (row) => <Value view={view} row={row} at="before" /> },
  { id: 'latest', head: view.t(words.latest), numeric: true, now: true, cell: (row) => <Value view={view} row={row} at="latest" /> },
  { id: 'line', head: view.t(words.line), headHidden: true, cell: (row) => <Sparkline values={row.points.slice(-onLine).map((p) => p.value)} /> },
  { id: 'target', head: view.t(words.target), numeric: true, cell: (row) => targetOf(view, row) },
]

interface CellProps {
  readonly view: View
  readonly row: SeriesRow
}

const Name = ({ view: { t }, row: { series } }: CellProps) => (
  <>
    <a href={`/series/${series.slug}`}>{t(series.name)}</a>
    <span className="sub">{t(series.unit)}</span>
  </>
)

const HowItStands = ({ view, row: { judged } }: CellProps) => (
  <Light sign={signOf(judged.light)} locale={view.locale}>
    {view.t(judged.words)}
  </Light>
)

const Value = ({ view, row, at }: CellProps & { readonly at: 'before' | 'latest' }) => {
  if (!row.latest) return '–'
  const { period, value } = at === 'latest' ? row.latest : previousOf(row.points, row.latest.period, row.series)
  return (
    <>
      {value === null ? <span className="q3">{view.t(words.missing)}</span> : bare(value, row.series, view.locale)}
      <span className="sub">{periodLabel(period, view.locale)}</span>
    </>
  )
}

const targetOf = ({ t, locale }: View, { target, series }: SeriesRow): string => {
  if (!target) return '–'
  const rule = t(words.targetRule[target.rule])
  return target.value === null ? rule : `${rule} ${written(target.value, { ...notationOf(series), unit: null }, locale)}`
}
