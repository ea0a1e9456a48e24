import { periodLabel } from '../kernel/period.ts'
import { nameOf } from '../organisation/timeline.ts'
import { shown } from '../rulebook/notation.ts'
import { BarsCompare } from '../web/charts/bars-compare.tsx'
import { Details, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { labelOf } from './over-time.tsx'
import { pageWords as words } from './page-words.ts'
import { notationOf } from './series.ts'
import { unitWords } from './value.tsx'

/** The node beside others that report the same measure. */
export const Compared = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, comparison, nodeId, timeline, tree } = data
  const { t, locale } = view
  if (!comparison) return null
  const { peers, period, before, absent, place, total } = comparison
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' }).format(absent.slice(0, 8).map((id) => t(nameOf(timeline, id))))
  const notation = notationOf(series)
  const finding = t(words.rank(nameOf(timeline, nodeId), place, total, labelOf(period), series.direction === 'down'))
  const others = peers.flatMap((p) => {
    const slug = tree.get(p.nodeId)?.slug
    return slug && p.nodeId !== nodeId ? [{ id: p.nodeId, slug }] : []
  })
  return (
    <Section id="compared" title={t(words.compared)} intro={t(words.comparedIntro)}>
      <BarsCompare
        locale={locale}
        title={finding}
        unit={`${t(series.name)}, ${t(unitWords(series))}, ${periodLabel(period, locale)}.`}
        decimals={series.decimals}
        nameHead={t(words.who)}
        times={[periodLabel(period, locale), periodLabel(before, locale)]}
        bars={peers.map((p) => ({
          name: t(nameOf(timeline, p.nodeId)),
          value: shown(p.value, notation),
          previous: p.before === null ? null : shown(p.before, notation),
          mine: p.nodeId === nodeId,
        }))}
      />
      <Details summary={t(words.openOther)}>
        <ul>
          {others.map(({ id, slug }) => (
            <li key={id}>
              <a href={`/series/${series.slug}?node=${slug}`}>{t(nameOf(timeline, id))}</a>
            </li>
          ))}
        </ul>
      </Details>
      {absent.length > 0 && <p className="q3 ui">{t(words.absent({ sv: listed, en: listed }))}</p>}
    </Section>
  )
}
