import { longDay } from '../kernel/day.ts'
import { type Period, periodLabel } from '../kernel/period.ts'
import type { Tree } from '../organisation/tree.ts'
import { DataTable } from '../web/components/data-table.tsx'
import { Empty, PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { type Figure, remarkOf } from './figure.ts'
import { figureWords as words } from './figure-words.ts'
import type { Override } from './override-store.ts'
import { pageWords } from './page-words.ts'
import { recorderOf } from './provenance.tsx'
import type { Series } from './series.ts'
import { unitWords, Value } from './value.tsx'

interface Props {
  readonly view: View
  readonly series: Series
  readonly tree: Tree
  readonly nodeId: string
  readonly period: Period
  /** The latest first. */
  readonly versions: readonly Figure[]
  readonly overrides: readonly Override[]
  readonly people: ReadonlyMap<string, string>
}

/** One figure with all its versions, and every judgement of its light: nothing is overwritten. */
export const FigurePage = ({ view, series, tree, nodeId, period, versions, overrides, people }: Props) => {
  const { t, locale } = view
  const name = tree.get(nodeId)?.name
  const title = t(words.title(series.name, { sv: periodLabel(period, 'sv'), en: periodLabel(period, 'en') }))
  const first = versions[0]?.version
  return (
    <Shell view={view} title={title} question={4} room="series">
      <PageHead kicker={name && t(name)} title={title} lead={t(versions.length === 0 ? words.none : words.lead(versions.length))}>
        <p className="ui">
          <a href={`/series/${series.slug}${tree.get(nodeId) ? `?node=${tree.get(nodeId)?.slug}` : ''}`}>{t(words.back)}</a>
        </p>
      </PageHead>
      {versions.length > 0 && (
        <Section id="versions" title={t(words.versions)}>
          <DataTable
            locale={locale}
            kind="numbers"
            caption={title}
            captionNote={`${t(unitWords(series))}. ${t(pageWords.signs)}`}
            columns={[
              {
                id: 'version',
                head: t(pageWords.version),
                rowHead: true,
                cell: (f) => (
                  <span id={`v${f.version}`}>
                    {f.version}
                    <span className="sub">{t(f.version === first ? words.holds : words.superseded)}</span>
                  </span>
                ),
              },
              {
                id: 'value',
                head: t(pageWords.value),
                numeric: true,
                now: true,
                cell: (f) => <Value value={f.value} figure={f} series={series} locale={locale} />,
              },
              { id: 'status', head: t(pageWords.statusHead), cell: (f) => t(pageWords.status[f.status]) },
              {
                id: 'day',
                head: t(pageWords.handedIn),
                cell: (f) => {
                  const who = recorderOf(f.recordedBy, people)
                  return t(pageWords.handedInBy({ sv: longDay(f.recordedOn, 'sv'), en: longDay(f.recordedOn, 'en') }, who))
                },
              },
              { id: 'source', head: t(pageWords.source), cell: (f) => [f.source, f.basis].filter(Boolean).join('. ') },
              { id: 'reason', head: t(words.reason), cell: (f) => f.reason },
              { id: 'note', head: t(words.note), cell: (f) => [f.missing, remarkOf(f)].filter(Boolean).join('. ') },
            ]}
            rows={versions}
            rowKey={(f) => f.id}
          />
        </Section>
      )}
      <Section id="judgements" title={t(words.judgements)}>
        {overrides.length === 0 ? (
          <Empty>{t(words.noJudgements)}</Empty>
        ) : (
          <ol className="prose">
            {overrides.map((o) => (
              <li key={o.id}>
                {t(
                  pageWords.judgedOtherwise(
                    o.personName ?? t(pageWords.somebody),
                    { sv: longDay(o.day, 'sv'), en: longDay(o.day, 'en') },
                    pageWords.light[o.light],
                  ),
                )}
                : {o.reason}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Shell>
  )
}
