import { formatNumber } from '../kernel/number.ts'
import { periodLabel } from '../kernel/period.ts'
import { nameOf } from '../organisation/timeline.ts'
import { shown } from '../rulebook/notation.ts'
import { latestChange, longestRun } from '../rulebook/variation.ts'
import { changeSentence, runSentence } from '../rulebook/variation-words.ts'
import { Acts, ButtonLink } from '../web/components/button.tsx'
import { Lead, PageHead } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import { Provenance } from './provenance.tsx'
import { notationOf } from './series.ts'
import { LightOf, textOfValue, unitWords } from './value.tsx'

/** The head of a measure's page: whose it is, the one big figure with its light, the honest sentence, and where the figure comes from. */
export const SeriesHead = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, nodeId, timeline, tree } = data
  const { t } = view
  const asker = series.askedBy ? [words.followedBy(nameOf(timeline, series.askedBy))] : []
  const node = tree.get(nodeId)?.slug
  const at = node ? `?node=${node}` : ''
  return (
    <PageHead
      kicker={[words.measure, nameOf(timeline, nodeId), ...asker].map((text) => t(text)).join(' · ')}
      title={t(series.name)}
      aside={<Provenance view={view} data={data} />}
    >
      {data.homeId !== nodeId && (
        <p className="ui">
          <a href={`/series/${series.slug}`}>{t(words.showFor(nameOf(timeline, data.homeId)))}</a>
        </p>
      )}
      <Hero view={view} data={data} />
      <div className="stack">
        <Sentences view={view} data={data} />
        {(data.mayRecord || data.mayJudge) && (
          <div className="no-print">
            <Acts>
              {data.mayRecord && <ButtonLink href={`/series/${series.slug}/record${at}`}>{t(words.recordFigure)}</ButtonLink>}
              {data.mayJudge && data.row.latest && (
                <ButtonLink href={`/series/${series.slug}/judge${at}`} kind="second">
                  {t(words.judge)}
                </ButtonLink>
              )}
            </Acts>
          </div>
        )}
      </div>
    </PageHead>
  )
}

const Hero = ({ view, data: { series, row } }: { readonly view: View; readonly data: SeriesView }) => {
  const { t, locale } = view
  const { latest, target, figure, judged } = row
  if (!latest) return <Lead small>{t(words.noFigure)}</Lead>
  const notation = notationOf(series)
  const goal = target && words.targetIs(target.rule, target.value === null ? { sv: '', en: '' } : textOfValue(target.value, series))
  return (
    <p className="hero-n">
      <b>{latest.value === null ? '..' : formatNumber(shown(latest.value, notation), notation.decimals, locale)}</b>
      <span>
        {t(words.inPeriod(unitWords(series), { sv: periodLabel(latest.period, 'sv'), en: periodLabel(latest.period, 'en') }))}
        {figure?.status === 'preliminary' && ` ${t(words.status.preliminary)}.`}
        <br />
        {t(goal ?? words.noTarget)}
        <br />
        <LightOf judged={judged} view={view} />
      </span>
    </p>
  )
}

/** What can be said of the latest change, and of the longest run before it; never more than the figures bear. */
const Sentences = ({ view, data: { series, lines, row } }: { readonly view: View; readonly data: SeriesView }) => {
  const { t } = view
  const notation = notationOf(series)
  const change = latestChange(lines, notation)
  const run = longestRun(lines, notation)
  const missing =
    row.latest?.value === null && row.figure?.missing
      ? words.outcomeMissing({ sv: periodLabel(row.latest.period, 'sv'), en: periodLabel(row.latest.period, 'en') }, row.figure.missing)
      : null
  const said = [missing, change && changeSentence(change, notation), run && runSentence(run, change, notation)].filter((text) => text !== null)
  return said.length === 0 ? null : <Lead small>{said.map((text) => t(text)).join(' ')}</Lead>
}
