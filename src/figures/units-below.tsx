import { periodLabel } from '../kernel/period.ts'
import { nameOf } from '../organisation/timeline.ts'
import type { Rolled } from '../rulebook/rollup.ts'
import { rollupWords } from '../rulebook/rollup-words.ts'
import { DataTable } from '../web/components/data-table.tsx'
import { Note, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import type { UnitLine } from './units.ts'
import { textOfValue, unitWords, Value } from './value.tsx'

/** The units below with what they come to, by the series' own rule; where the recorded figure says otherwise, both are told. */
export const UnitsBelow = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, units, nodeId, timeline, tree, row } = data
  const { t, locale } = view
  if (!units) return null
  const node = tree.get(nodeId)?.slug ?? ''
  const total: UnitLine = { nodeId: 'together', now: units.counted, before: units.countedBefore }
  const recorded = row.figure?.period === units.period ? row.figure.value : null
  const differs = recorded !== null && units.counted.value !== null && t(textOfValue(recorded, series)) !== t(textOfValue(units.counted.value, series))
  const how = (rolled: Rolled<string>, isTotal: boolean): string => {
    if (rolled.why === 'missing' && rolled.missing.length > 0) return t(rollupWords.missingUnits(rolled.missing.map((id) => nameOf(timeline, id))))
    if (rolled.why) return t(rollupWords.why[rolled.why])
    return t(rolled.parts === 0 && !isTotal ? words.recorded : words.counted(rolled.parts))
  }
  return (
    <Section id="units" title={t(words.units)} intro={t(words.unitsIntro(rollupWords.rule[series.overTree]))}>
      {units.canRestate && (
        <p className="ui">
          {units.restated ? <a href={`/series/${series.slug}?node=${node}#units`}>{t(words.asThen)}</a> : <strong>{t(words.asThen)}</strong>}
          {' · '}
          {units.restated ? <strong>{t(words.asNow)}</strong> : <a href={`/series/${series.slug}?node=${node}&units=today#units`}>{t(words.asNow)}</a>}
        </p>
      )}
      {units.restated && <Note>{t(words.restatedNote)}</Note>}
      <DataTable
        locale={locale}
        kind="fit"
        caption={`${t(series.name)}, ${periodLabel(units.period, locale)}`}
        captionNote={`${t(unitWords(series))}. ${t(words.signs)}`}
        columns={[
          {
            id: 'unit',
            head: t(words.unitHead),
            rowHead: true,
            cell: (l) => {
              const slug = tree.get(l.nodeId)?.slug
              if (l === total) return t(words.together)
              return slug ? <a href={`/series/${series.slug}?node=${slug}`}>{t(nameOf(timeline, l.nodeId))}</a> : t(nameOf(timeline, l.nodeId))
            },
          },
          {
            id: 'before',
            head: periodLabel(units.before, locale),
            numeric: true,
            cell: (l) => <Value value={l.before.value} series={series} locale={locale} />,
          },
          {
            id: 'now',
            head: periodLabel(units.period, locale),
            numeric: true,
            now: true,
            cell: (l) => <Value value={l.now.value} series={series} locale={locale} />,
          },
          { id: 'how', head: t(words.how), cell: (l) => how(l.now, l === total) },
        ]}
        rows={[...units.lines, total]}
        rowKey={(l) => l.nodeId}
        rowClass={(l) => (l === total ? 'sum' : undefined)}
      />
      {differs && recorded !== null && units.counted.value !== null && (
        <Note kind="gap">{t(words.differs(textOfValue(recorded, series), textOfValue(units.counted.value, series)))}</Note>
      )}
    </Section>
  )
}
