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
export const MeasureTable = ({ view, rows }: { readonly view: View; readonly rows: readonly SeriesRow[] }) => {
  const { t, locale } = view
  const value = (row: SeriesRow, point: SeriesRow['latest']) =>
    !point || point.value === null ? <span className="q3">{t(words.missing)}</span> : bare(point.value, row.series, locale)
  const columns: readonly Column<SeriesRow>[] = [
    {
      id: 'name',
      head: t(words.measure),
      rowHead: true,
      cell: (r) => (
        <>
          <a href={`/series/${r.series.slug}`}>{t(r.series.name)}</a>
          <span className="sub">{t(r.series.unit)}</span>
        </>
      ),
    },
    {
      id: 'light',
      head: t(words.state),
      cell: (r) => (
        <Light sign={signOf(r.judged.light)} locale={locale}>
          {t(r.judged.words)}
        </Light>
      ),
    },
    { id: 'before', head: t(words.before), numeric: true, cell: (r) => r.latest && value(r, previousOf(r.points, r.latest.period, r.series)) },
    {
      id: 'latest',
      head: t(words.latest),
      numeric: true,
      now: true,
      cell: (r) => (
        <>
          {value(r, r.latest)}
          {r.latest && <span className="sub">{periodLabel(r.latest.period, locale)}</span>}
        </>
      ),
    },
    { id: 'line', head: t(words.line), headHidden: true, cell: (r) => <Sparkline values={r.points.slice(-onLine).map((p) => p.value)} /> },
    { id: 'target', head: t(words.target), numeric: true, cell: (r) => targetOf(view, r) },
  ]
  return (
    <DataTable
      locale={locale}
      caption={t(words.measuresCaption)}
      captionHidden
      kind="numbers"
      name={t(words.measuresCaption)}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.series.id}
      empty={t(words.noMeasures)}
    />
  )
}

const targetOf = ({ t, locale }: View, { target, series }: SeriesRow): string => {
  if (!target) return '–'
  const rule = t(words.targetRule[target.rule])
  return target.value === null ? rule : `${rule} ${written(target.value, { ...notationOf(series), unit: null }, locale)}`
}
