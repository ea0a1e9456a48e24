import { type Period, periodLabel } from '../kernel/period.ts'
import { verbatim, type Text } from '../kernel/text.ts'
import { rollupWords } from '../rulebook/rollup-words.ts'
import { Aside, Facts } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { Figure } from './figure.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import { textOfDay, unitWords } from './value.tsx'

/** Who handed in a figure, in words: a person by name, a part of the system, or as the loader said. */
export const recorderOf = (recordedBy: string, people: ReadonlyMap<string, string>): Text | null => {
  if (recordedBy.startsWith('person:')) {
    const name = people.get(recordedBy.slice('person:'.length))
    return name ? verbatim(name) : null
  }
  return recordedBy.startsWith('system:') ? words.loadedBySystem : verbatim(recordedBy)
}

/** Where the page of one figure with its versions is. */
export const figureHref = (slug: string, period: Period, node: string | undefined): string => `/series/${slug}/${period}${node ? `?node=${node}` : ''}`

/** Beside the big figure: source, period, status, who and when, versions, formula, direction, what missing means (law 2). */
export const Provenance = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, row, people, tree } = data
  const { t, locale } = view
  const { figure, latest } = row
  const who = figure && recorderOf(figure.recordedBy, people)
  return (
    <Aside id="whence" title={t(words.whence)}>
      <Facts
        facts={[
          { name: t(words.source), value: figure?.source ?? series.source },
          latest && { name: t(words.period), value: periodLabel(latest.period, locale) },
          { name: t(words.unit), value: t(unitWords(series)) },
          latest && { name: t(words.statusHead), value: t(figure ? words.status[figure.status] : words.countedHere) },
          figure && { name: t(words.handedIn), value: t(words.handedInBy(textOfDay(figure.recordedOn), who)) },
          figure && { name: t(words.version), value: <Versions figure={figure} slug={series.slug} node={tree.get(figure.nodeId)?.slug} view={view} /> },
          figure?.reason ? { name: t(words.reasonHead), value: figure.reason } : null,
          { name: t(words.formula), value: t(formulaOf(data)) },
          { name: t(words.directionHead), value: t(series.direction ? words.direction[series.direction] : words.noDirection) },
          { name: t(words.missingHead), value: series.missing ?? t(words.missingMeans) },
        ]}
      />
    </Aside>
  )
}

const Versions = ({
  figure,
  slug,
  node,
  view: { t },
}: {
  readonly figure: Figure
  readonly slug: string
  readonly node: string | undefined
  readonly view: View
}) => (
  <>
    {t(words.versionOf(figure.version))}
    {figure.version > 1 && (
      <>
        , <a href={`${figureHref(slug, figure.period, node)}#v${figure.version - 1}`}>{t(words.showVersion(figure.version - 1))}</a>
      </>
    )}
  </>
)

/** How it was counted: as the recorder said, or by the series' own rule. */
const formulaOf = ({ series, row: { figure, latest }, parts }: SeriesView): Text => {
  if (figure?.basis) return verbatim(figure.basis)
  const [numerator, denominator] = [series.numeratorId && parts.get(series.numeratorId), series.denominatorId && parts.get(series.denominatorId)]
  if (numerator && denominator) return words.quotient(numerator.name, denominator.name)
  if (latest && !figure) return rollupWords.rule[series.overTree]
  return series.overTime === 'none' ? words.notStated : rollupWords.rule[series.overTime]
}
