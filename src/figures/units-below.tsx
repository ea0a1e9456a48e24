import { periodLabel } from '../kernel/period.ts'
import { nameOf } from '../organisation/timeline.ts'
import type { Rolled } from '../rulebook/rollup.ts'
import { rollupWords } from '../rulebook/rollup-words.ts'
import { type Column, DataTable } from '../web/components/data-table.tsx'
import { Takeout } from '../web/components/takeout.tsx'
import { Note, Section } from '../web/components/section.tsx'
import type { View } from '../web/view.ts'
import type { SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import type { Side, UnitLine } from './units.ts'
import { textOfValue, unitWords, Value } from './value.tsx'

/** The row that tells what the units come to together. */
const whole = 'together'

/**
 * The units below with what they come to, by the series' own rule; where the organisation has changed since, as it was decided and
 * restated to today's units, side by side. Where the recorded figure says otherwise, both are told.
 */
export const UnitsBelow = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => {
  const { series, units, timeline, tree, row } = data
  const { t, locale } = view
  if (!units) return null
  const { decided, restated, period, before } = units
  const recorded = row.figure?.period === period ? row.figure.value : null
  const counted = decided.whole.now.value
  const differs = recorded !== null && counted !== null && t(textOfValue(recorded, series)) !== t(textOfValue(counted, series))
  const lineOf = (side: Side, id: string): UnitLine | undefined => (id === whole ? side.whole : side.lines.get(id))
  const how = (rolled: Rolled<string>, isTotal: boolean): string => {
    if (rolled.why === 'missing' && rolled.missing.length > 0) return t(rollupWords.missingUnits(rolled.missing.map((id) => nameOf(timeline, id))))
    if (rolled.why) return t(rollupWords.why[rolled.why])
    return t(rolled.parts === 0 && !isTotal ? words.recorded : words.counted(rolled.parts))
  }
  const howOf = (id: string): string => {
    const [then, today] = [lineOf(decided, id)?.now, restated ? lineOf(restated, id)?.now : undefined]
    if (then) return restated && !today ? `${how(then, false)}. ${t(words.goneSince)}` : how(then, id === whole)
    return today ? [t(words.newSince), today.why ? how(today, false) : ''].filter(Boolean).join('. ') : t(words.goneSince)
  }
  const column = (side: Side, which: 'now' | 'before', head: string): Column<string> => ({
    id: `${which} ${head}`,
    head,
    numeric: true,
    now: which === 'now',
    cell: (id) => {
      const rolled = lineOf(side, id)?.[which]
      return rolled ? <Value value={rolled.value} series={series} locale={locale} /> : <span className="q3">–</span>
    },
  })
  const [periodName, beforeName] = [periodLabel(period, locale), periodLabel(before, locale)]
  return (
    <Section id="units" title={t(words.units)} intro={t(words.unitsIntro(rollupWords.rule[series.overTree]))}>
      {restated && <Note>{t(words.restatedNote)}</Note>}
      {units.unknown.length > 0 && <Note kind="gap">{t(words.unknownShares(units.unknown.map((id) => nameOf(timeline, id))))}</Note>}
      <DataTable<string>
        locale={locale}
        kind={restated ? 'numbers' : 'fit'}
        name={t(words.units)}
        caption={`${t(series.name)}, ${periodName}`}
        captionNote={`${t(unitWords(series))}. ${t(words.signs)}`}
        columns={[
          {
            id: 'unit',
            head: t(words.unitHead),
            rowHead: true,
            cell: (id) => {
              const slug = tree.get(id)?.slug
              if (id === whole) return t(words.together)
              return slug ? <a href={`/series/${series.slug}?node=${slug}`}>{t(nameOf(timeline, id))}</a> : t(nameOf(timeline, id))
            },
          },
          ...(restated
            ? [
                column(decided, 'before', t(words.asDecided(beforeName))),
                column(restated, 'before', t(words.asToday(beforeName))),
                column(decided, 'now', t(words.asDecided(periodName))),
                column(restated, 'now', t(words.asToday(periodName))),
              ]
            : [column(decided, 'before', beforeName), column(decided, 'now', periodName)]),
          { id: 'how', head: t(words.how), cell: howOf },
        ]}
        rows={[...units.nodeIds, whole]}
        rowKey={(id) => id}
        rowClass={(id) => (id === whole ? 'sum' : undefined)}
      />
      {restated && <Takeout view={view} list={`series/${series.slug}`} more={{ units: 'today' }} />}
      {differs && recorded !== null && counted !== null && (
        <Note kind="gap">{t(words.differs(textOfValue(recorded, series), textOfValue(counted, series)))}</Note>
      )}
    </Section>
  )
}
