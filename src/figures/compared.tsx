import { periodLabel } from '../kernel/period.ts'
import { nameOf } from '../organisation/timeline.ts'
import { DataTable } from '../web/components/data-table.tsx'
import { Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { labelOf } from './over-time.tsx'
import { pageWords as words } from './page-words.ts'
import { changeOf, Nothing, unitWords, Value } from './value.tsx'

/** The node beside others that report the same measure. */
export const Compared = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, comparison, nodeId, timeline, tree } = data
  const { t, locale } = view
  if (!comparison) return null
  const { peers, period, before, absent, place, total } = comparison
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' }).format(absent.slice(0, 8).map((id) => t(nameOf(timeline, id))))
  return (
    <Section
      id="compared"
      title={t(words.compared)}
      intro={t(words.rank(nameOf(timeline, nodeId), place, total, labelOf(period), series.direction === 'down'))}
    >
      <DataTable
        locale={locale}
        kind="fit"
        caption={`${t(series.name)}, ${periodLabel(period, locale)}`}
        captionNote={`${t(unitWords(series))}. ${t(words.signs)}`}
        columns={[
          {
            id: 'who',
            head: t(words.who),
            rowHead: true,
            cell: (p) => {
              const slug = tree.get(p.nodeId)?.slug
              return slug && p.nodeId !== nodeId ? (
                <a href={`/series/${series.slug}?node=${slug}`}>{t(nameOf(timeline, p.nodeId))}</a>
              ) : (
                t(nameOf(timeline, p.nodeId))
              )
            },
          },
          {
            id: 'before',
            head: periodLabel(before, locale),
            numeric: true,
            cell: (p) => (p.before === null ? <Nothing locale={locale} /> : <Value value={p.before} series={series} locale={locale} />),
          },
          { id: 'now', head: periodLabel(period, locale), numeric: true, now: true, cell: (p) => <Value value={p.value} series={series} locale={locale} /> },
          { id: 'change', head: t(words.change), numeric: true, cell: (p) => changeOf(p.before, p.value, series, locale) },
        ]}
        rows={peers}
        rowKey={(p) => p.nodeId}
        rowClass={(p) => (p.nodeId === nodeId ? 'mine' : undefined)}
      />
      {absent.length > 0 && <p className="q3 ui">{t(words.absent({ sv: listed, en: listed }))}</p>}
    </Section>
  )
}
