import { longDay, monthName } from '../kernel/day.ts'
import { formatChange } from '../kernel/number.ts'
import { isAccumulated, kindOf, lastDay, type Period, periodYear } from '../kernel/period.ts'
import type { Locale, Text } from '../kernel/text.ts'
import { say } from '../kernel/text.ts'
import { shown, written } from '../rulebook/notation.ts'
import { Light, signOf } from '../web/components/status.tsx'
import type { View } from '../web/view.ts'
import type { Figure } from './figure.ts'
import { pageWords as words } from './page-words.ts'
import { bare, moneyUnitOf, notationOf, type Series } from './series.ts'
import type { Judged } from './standing.ts'
import type { Target } from './target.ts'

interface SignProps {
  readonly sign: string
  readonly meaning: string
}

/** A sign of official statistics, with what it means for ear and pointer. */
const Sign = ({ sign, meaning }: SignProps) => (
  <abbr title={meaning}>
    <span aria-hidden="true">{sign}</span>
    <span className="vh">{meaning}</span>
  </abbr>
)

/** A figure in a table, without unit: preliminary marked *, not available ... Zero is a number like others. */
export const Value = ({
  value,
  figure,
  series,
  locale,
}: {
  readonly value: number | null
  readonly figure?: Figure | null
  readonly series: Series
  readonly locale: Locale
}) => {
  if (value === null) return <Sign sign=".." meaning={figure?.missing ?? say(words.notAvailable, locale)} />
  return (
    <>
      {bare(value, series, locale)}
      {figure?.status === 'preliminary' && <Sign sign="*" meaning={say(words.preliminary, locale)} />}
    </>
  )
}

/** Where nothing was ever to be reported. */
export const Nothing = ({ locale }: { readonly locale: Locale }) => <Sign sign="–" meaning={say(words.nothing, locale)} />

/** '+8' between two kept values; nothing where one is missing. */
export const changeOf = (from: number | null, to: number | null, series: Series, locale: Locale): string | null => {
  if (from === null || to === null) return null
  const notation = notationOf(series)
  return formatChange(shown(to, notation) - shown(from, notation), series.decimals, locale)
}

/** Sign, colour and words of a light. An override is told with its name. */
export const LightOf = ({ judged, view }: { readonly judged: Judged; readonly view: View }) => (
  <Light sign={signOf(judged.light)} locale={view.locale}>
    {view.t(judged.words)}
    {judged.override && (
      <span className="sub">
        {view.t(words.judgedOtherwise(judged.override.personName ?? view.t(words.somebody), textOfDay(judged.override.day), words.light[judged.light]))}
      </span>
    )}
  </Light>
)

/** A day in both languages. */
export const textOfDay = (day: Parameters<typeof longDay>[0]): Text => ({ sv: longDay(day, 'sv'), en: longDay(day, 'en') })

/** A kept value in both languages, with its short unit. */
export const textOfValue = (value: number, series: Series): Text => ({
  sv: written(value, notationOf(series), 'sv'),
  en: written(value, notationOf(series), 'en'),
})

/** 'högst 700'. */
export const targetWords = (target: Target, series: Series): Text =>
  words.targetShort(target.rule, target.value === null ? { sv: '', en: '' } : textOfValue(target.value, series))

/** The unit as a caption states it: 'hushåll', 'tkr', '%'. */
export const unitWords = (series: Series): Text => {
  const money = moneyUnitOf(series)
  return money ? { sv: money, en: money } : series.unit
}

/** The period where room is scarce, under a picture: '2021', 'mars 2022', 'T2 2022', 'jan–aug 2022'. */
export const shortPeriod = (period: Period, locale: Locale): string => {
  const kind = kindOf(period)
  if (kind === 'year' || kind === 'day') return period
  const month = (no: number): string => monthName(no, locale).slice(0, 3)
  const last = month(Number(lastDay(period).slice(5, 7)))
  if (isAccumulated(period)) return `${month(1)}–${last}\u00a0${periodYear(period)}`
  return `${kind === 'month' ? last : period.slice(4)}\u00a0${periodYear(period)}`
}
