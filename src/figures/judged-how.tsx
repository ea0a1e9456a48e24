import { lightRule } from '../rulebook/light.ts'
import { Details, Facts, Note, Section } from '../web/components/section.tsx'
import { nameOf } from '../organisation/timeline.ts'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import { LightOf, textOfDay } from './value.tsx'

/** How the light is judged: the rule in sentences, and whoever judged otherwise with when and why. */
export const JudgedHow = ({ view, data: { row } }: { readonly view: View; readonly data: SeriesView }) => {
  const { t } = view
  const { judged } = row
  const { override } = judged
  return (
    <Section id="judged" title={t(words.howJudged)}>
      <p>
        <LightOf judged={{ ...judged, override: null }} view={view} />
      </p>
      {override && (
        <Note>
          <p>
            <strong>{t(words.judgedOtherwise(override.personName ?? t(words.somebody), textOfDay(override.day), words.light[override.light]))}.</strong>{' '}
            {override.reason}
          </p>
          <p>{t(words.ruleSays(words.light[judged.rule.light], judged.rule.words))}</p>
        </Note>
      )}
      <Details summary={t(words.showRule)}>
        <ul className="prose">
          {lightRule.map((sentence) => (
            <li key={sentence.sv}>{t(sentence)}</li>
          ))}
        </ul>
      </Details>
    </Section>
  )
}

/** Who asks for the measure, what for and who reads it (law 4); where nobody has said, a gap. */
export const WhyAsked = ({ view, data: { series, timeline } }: { readonly view: View; readonly data: SeriesView }) => {
  const { t } = view
  const said = series.askedBy || series.purpose || series.readers
  return (
    <Section id="why" title={t(words.whyAsked)}>
      {said ? (
        <Facts
          facts={[
            series.askedBy !== null && { name: t(words.asks), value: t(nameOf(timeline, series.askedBy)) },
            series.purpose && { name: t(words.purpose), value: t(series.purpose) },
            series.readers && { name: t(words.reads), value: t(series.readers) },
          ]}
        />
      ) : (
        <Note kind="gap">{t(words.nobodySaid)}</Note>
      )}
    </Section>
  )
}
