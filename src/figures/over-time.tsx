import { DocLinks } from '../files/send-document.tsx'
import { type Period, periodLabel } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import { shown } from '../rulebook/notation.ts'
import { rollupWords } from '../rulebook/rollup-words.ts'
import { latestChange, longestRun } from '../rulebook/variation.ts'
import { finding } from '../rulebook/variation-words.ts'
import { LineChart } from '../web/charts/line-chart.tsx'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { RemarkRef, Remarks } from '../web/components/remarks.tsx'
import { Details, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import { remarkOf } from './figure.ts'
import type { Line, SeriesView } from './load-series.ts'
import type { Longer } from './longer.ts'
import { pageWords as words } from './page-words.ts'
import { figureHref } from './provenance.tsx'
import { notationOf } from './series.ts'
import { changeOf, shortPeriod, targetWords, unitWords, Value } from './value.tsx'

/** A period as it is read, in both languages. */
export const labelOf = (period: Period): Text => ({ sv: periodLabel(period, 'sv'), en: periodLabel(period, 'en') })

/** More periods than this are too many for one table; the latest are shown. */
const most = 120

/** The measure over time: every period with its range and change, remarks on figures that contradict others, and what it comes to over longer periods. */
export const OverTime = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, lines, longer } = data
  const node = data.tree.get(data.nodeId)?.slug
  const { t, locale } = view
  if (lines.length === 0) return null
  const latestFirst = lines.toReversed().slice(0, most)
  const noted = latestFirst.filter(({ figure }) => figure !== null && remarkOf(figure) !== null)
  const banded = series.lowId !== null && series.highId !== null
  return (
    <Section id="over-time" title={t(words.overTime)} intro={t(words.overTimeIntro(banded))}>
      {lines.filter((l) => l.value !== null).length > 1 && <Picture view={view} data={data} banded={banded} />}
      <Details summary={t(words.everyFigure)} open={lines.length < 2}>
        <DataTable
          locale={locale}
          kind="numbers"
          caption={`${t(series.name)}, ${t(words.latestFirst)}`}
          captionNote={`${t(unitWords(series))}. ${t(words.signs)}`}
          columns={columns(view, data, banded, noted)}
          rows={latestFirst}
          rowKey={(l) => l.period}
        />
      </Details>
      <p className="acts">
        <DocLinks view={view} href={`/series/${series.slug}${node ? `?node=${node}` : ''}`} />
      </p>
      {noted.length > 0 && <Remarks remarks={noted.map((l) => ({ title: t(words.noteOn(labelOf(l.period))), text: l.figure && remarkOf(l.figure) }))} />}
      {longer.length > 0 && <LongerTable view={view} data={data} longer={longer} />}
    </Section>
  )
}

/** Points that a picture can hold. */
const drawn = 60

const Picture = ({ view, data: { series, lines, row }, banded }: { readonly view: View; readonly data: SeriesView; readonly banded: boolean }) => {
  const { t, locale } = view
  const notation = notationOf(series)
  const inUnit = (value: number | null): number | null => (value === null ? null : shown(value, notation))
  const found = finding(longestRun(lines, notation), latestChange(lines, notation))
  const { target } = row
  return (
    <LineChart
      locale={locale}
      title={t(found ?? series.name)}
      unit={`${t(series.name)}, ${t(unitWords(series))}.`}
      decimals={series.decimals}
      points={lines.slice(-drawn).map((l) => ({
        label: shortPeriod(l.period, locale),
        value: inUnit(l.value),
        low: inUnit(l.low),
        high: inUnit(l.high),
        preliminary: l.figure?.status === 'preliminary',
      }))}
      target={target && target.value !== null ? { value: target.value / notation.scale, label: t(words.targetLine(targetWords(target, series))) } : null}
      {...(banded && { rangeLabel: t(words.highLow) })}
      source={row.figure?.source ?? series.source}
    />
  )
}

const columns = (view: View, { series, lines, nodeId, tree }: SeriesView, banded: boolean, noted: readonly Line[]): readonly Column<Line>[] => {
  const { t, locale } = view
  const before = new Map(lines.map((l, i) => [l.period, lines[i - 1]?.value ?? null]))
  const node = tree.get(nodeId)?.slug
  const range: readonly Column<Line>[] = [
    { id: 'low', head: t(words.lowest), numeric: true, cell: (l) => <Value value={l.low} series={series} locale={locale} /> },
    { id: 'high', head: t(words.highest), numeric: true, cell: (l) => <Value value={l.high} series={series} locale={locale} /> },
  ]
  return [
    {
      id: 'period',
      head: t(words.period),
      rowHead: true,
      cell: (l) => (
        <>
          {l.figure ? <a href={figureHref(series.slug, l.period, node)}>{periodLabel(l.period, locale)}</a> : periodLabel(l.period, locale)}
          {noted.includes(l) && <RemarkRef index={noted.indexOf(l)} locale={locale} />}
        </>
      ),
    },
    { id: 'value', head: t(words.value), numeric: true, now: true, cell: (l) => <Value value={l.value} figure={l.figure} series={series} locale={locale} /> },
    { id: 'change', head: t(words.change), numeric: true, cell: (l) => changeOf(before.get(l.period) ?? null, l.value, series, locale) },
    ...(banded ? range : []),
  ]
}

const LongerTable = ({ view, data: { series }, longer }: { readonly view: View; readonly data: SeriesView; readonly longer: readonly Longer[] }) => {
  const { t, locale } = view
  return (
    <DataTable
      locale={locale}
      kind="fit"
      caption={t(words.longer)}
      captionNote={t(words.longerIntro(rollupWords.rule[series.overTime]))}
      columns={[
        { id: 'period', head: t(words.period), rowHead: true, cell: (l) => periodLabel(l.period, locale) },
        {
          id: 'value',
          head: `${t(words.value)}, ${t(unitWords(series))}`,
          numeric: true,
          cell: ({ rolled }) => <Value value={rolled.value} series={series} locale={locale} />,
        },
        {
          id: 'how',
          head: t(words.how),
          cell: ({ rolled }) =>
            rolled.why === null ? null : t(rolled.why === 'missing' ? rollupWords.missingPeriods(rolled.missing) : rollupWords.why[rolled.why]),
        },
      ]}
      rows={longer}
      rowKey={(l) => l.period}
    />
  )
}
