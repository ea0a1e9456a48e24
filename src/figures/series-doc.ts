import type { Doc } from '../documents/doc.ts'
import { longDay, type Day } from '../kernel/day.ts'
import { periodLabel } from '../kernel/period.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { municipalityName } from '../organisation/tree.ts'
import { nameOf } from '../organisation/timeline.ts'
import { latestChange, longestRun } from '../rulebook/variation.ts'
import { finding } from '../rulebook/variation-words.ts'
import { remarkOf } from './figure.ts'
import type { Line, SeriesView } from './load-series.ts'
import { pageWords as words } from './page-words.ts'
import { bare, notationOf } from './series.ts'
import { changeOf, unitWords } from './value.tsx'

const most = 120

/** A measure as a table to compare, latest first, with what was remarked on its figures. Signs as in official statistics. Pure. */
export const seriesDoc = (data: SeriesView, today: Day, locale: Locale): Doc => {
  const t = (text: Text): string => say(text, locale)
  const { series, lines, timeline, nodeId, row } = data
  const found = finding(longestRun(lines, notationOf(series)), latestChange(lines, notationOf(series)))
  const before = new Map(lines.map((l, i) => [l.period, lines[i - 1]?.value ?? null]))
  const value = (v: number | null): string => (v === null ? '..' : bare(v, series, locale))
  const latestFirst = lines.toReversed().slice(0, most)
  const banded = series.lowId !== null && series.highId !== null
  const cells = (l: Line): readonly string[] => [
    periodLabel(l.period, locale),
    `${value(l.value)}${l.figure?.status === 'preliminary' ? '*' : ''}`,
    changeOf(before.get(l.period) ?? null, l.value, series, locale) ?? '',
    ...(banded ? [value(l.low), value(l.high)] : []),
  ]
  const head = (text: Text) => ({ head: t(text), align: 'end' as const, share: 1 })
  const remarks = latestFirst.flatMap((l) => {
    const remark = l.figure && remarkOf(l.figure)
    return remark ? [{ name: periodLabel(l.period, locale), value: remark }] : []
  })
  return {
    kind: 'table',
    language: locale,
    title: t(series.name),
    sort: t(words.measure),
    authority: t(nameOf(timeline, nodeId)),
    municipality: municipalityName(data.tree, data.series.nodeId, locale),
    margin: [longDay(today, locale)],
    ...(series.secrecy ? { secrecy: series.secrecy } : {}),
    blocks: [
      ...(found ? [{ kind: 'paragraph' as const, tone: 'lead' as const, text: t(found) }] : []),
      {
        kind: 'table',
        caption: `${t(series.name)}, ${t(words.latestFirst)}.`,
        note: `${t(unitWords(series))}. ${t(words.signs)}`,
        columns: [{ head: t(words.period), share: 2 }, head(words.value), head(words.change), ...(banded ? [head(words.lowest), head(words.highest)] : [])],
        rows: latestFirst.map((l) => ({ cells: cells(l) })),
      },
      ...unitsBlock(data, locale),
      ...(remarks.length > 0 ? [{ kind: 'facts' as const, rows: remarks }] : []),
      { kind: 'paragraph', tone: 'quiet', text: `${t(words.source)}: ${row.figure?.source ?? series.source}` },
    ],
    sections: [],
  }
}

/** The units below, as decided and where the organisation has changed since also in today's units, side by side. */
const unitsBlock = ({ series, units, timeline }: SeriesView, locale: Locale): Doc['blocks'] => {
  if (!units) return []
  const t = (text: Text): string => say(text, locale)
  const sides = units.restated ? [units.decided, units.restated] : [units.decided]
  const cell = (rolled: { readonly value: number | null } | null | undefined): string =>
    !rolled ? '–' : rolled.value === null ? '..' : bare(rolled.value, series, locale)
  const periods = [
    ['before', periodLabel(units.before, locale)],
    ['now', periodLabel(units.period, locale)],
  ] as const
  const heads = periods.flatMap(([, name]) => (units.restated ? [t(words.asDecided(name)), t(words.asToday(name))] : [name]))
  const row = (id: string | null) => periods.flatMap(([which]) => sides.map((side) => cell(id === null ? side.whole[which] : side.lines.get(id)?.[which])))
  return [
    {
      kind: 'table',
      caption: `${t(words.units)}.`,
      ...(units.restated
        ? {
            note: [words.restatedNote, ...(units.unknown.length > 0 ? [words.unknownShares(units.unknown.map((id) => nameOf(timeline, id)))] : [])]
              .map(t)
              .join(' '),
          }
        : {}),
      columns: [{ head: t(words.unitHead), share: 2 }, ...heads.map((head) => ({ head, align: 'end' as const, share: 1 }))],
      rows: [...units.nodeIds.map((id) => ({ cells: [t(nameOf(timeline, id)), ...row(id)] })), { cells: [t(words.together), ...row(null)] }],
    },
  ]
}
