import type { Text } from '../../kernel/text.ts'
import { daysBetween } from '../../kernel/day.ts'
import { isoWeek, weekday, weeksIn } from './calendar.ts'
import type { Draft, Found, Place, Sureness } from './finding.ts'
import type { DocumentInput, EventInput } from './material.ts'
import { daysInText, type PrintedDay, readPrintedDay, weekdayNumber } from './printed-day.ts'
import { impossibleInText, impossiblePeriod } from './printed-period.ts'
import { smallWords } from './small-words.ts'

const same = (words: string): Text => ({ sv: words, en: words })

/** A finding on something printed that is no number. */
export const plainDraft = (
  rule: 'date' | 'order',
  sureness: Sureness,
  places: readonly Place[],
  keys: readonly string[],
  printed: string,
  computed: string,
  text: Text,
  difference: number | null = null,
): Draft => ({
  rule,
  sureness,
  cells: places,
  keys,
  printed: { text: same(printed), value: null },
  computed: { text: same(computed), value: null },
  difference,
  unit: '',
  text,
  root: null,
})

const judgeDay = (what: string, printed: string, day: PrintedDay, place: Place, key: string): readonly Draft[] => {
  if (day.state === 'impossible') return [plainDraft('date', 'error', [place], [key], printed, '–', smallWords.noSuchDay(what, printed))]
  if (day.state !== 'span' || day.weekday === null || weekday(day.from) === day.weekday) return []
  return [plainDraft('date', 'error', [place], [key], printed, day.from, smallWords.weekday(what, day.from, day.weekday, weekday(day.from)))]
}

const judgePeriod = (what: string, printed: string, place: Place, key: string): readonly Draft[] => {
  const wrong = impossiblePeriod(printed)
  if (wrong) return [plainDraft('date', 'error', [place], [key], printed, '–', smallWords.noSuchPeriod(what, printed, wrong))]
  return judgeDay(what, printed, readPrintedDay(printed), place, key)
}

const weekNumber = (week: string | number | undefined): number | null => {
  const m = /(?:^|W|v\.?|vecka)\s*(\d{1,2})(?!\d)/i.exec(String(week ?? ''))
  return m ? Number(m[1]) : null
}

const judgeEvent = (document: DocumentInput, event: EventInput, at: number): readonly Draft[] => {
  const key = `${document.id}/event/${at}`
  const place = (printed: string): Place => ({
    document: document.id,
    statement: event.id ?? event.what,
    ...(event.place ? { place: event.place } : {}),
    printed,
  })
  const day = event.date === undefined ? null : readPrintedDay(event.date)
  const found: Draft[] = event.date === undefined ? [] : [...judgePeriod(event.what, event.date, place(event.date), key)]
  const one = day?.state === 'span' && day.from === day.to ? day.from : null
  const said = event.weekday === undefined ? null : weekdayNumber(event.weekday)
  if (one && said !== null && said !== weekday(one)) {
    found.push(
      plainDraft(
        'date',
        'error',
        [place(`${event.weekday} ${event.date}`)],
        [key],
        `${event.weekday} ${event.date}`,
        one,
        smallWords.weekday(event.what, one, said, weekday(one)),
      ),
    )
  }
  const week = weekNumber(event.week)
  const year = Number(/(?:19|20)\d{2}/.exec(`${event.week ?? ''} ${event.date ?? ''} ${event.from ?? ''}`)?.[0] ?? Number.NaN)
  if (week !== null && (week < 1 || week > (Number.isNaN(year) ? 53 : weeksIn(year)))) {
    found.push(
      plainDraft('date', 'error', [place(String(event.week))], [key], String(event.week), '–', smallWords.noSuchPeriod(event.what, String(event.week), 'week')),
    )
  } else if (one && week !== null && isoWeek(one).week !== week) {
    found.push(
      plainDraft(
        'date',
        'error',
        [place(String(event.week))],
        [key],
        String(event.week),
        String(isoWeek(one).week),
        smallWords.week(event.what, one, week, isoWeek(one).week),
      ),
    )
  }
  return [...found, ...judgeSpan(event, place, key)]
}

const judgeSpan = (event: EventInput, place: (printed: string) => Place, key: string): readonly Draft[] => {
  const [from, to] = [event.from, event.to].map((it) => (it === undefined ? null : readPrintedDay(it)))
  const found = [event.from, event.to].flatMap((it) => (it === undefined ? [] : judgePeriod(event.what, it, place(it), key)))
  if (from?.state !== 'span' || to?.state !== 'span') return found
  const printed = `${event.from} – ${event.to}`
  if (to.to < from.from)
    return [...found, plainDraft('date', 'error', [place(printed)], [key], printed, '–', smallWords.endsFirst(event.what, event.from ?? '', event.to ?? ''))]
  const exact = from.from === from.to && to.from === to.to
  if (!exact || event.days === undefined) return found
  const real = daysBetween(from.from, to.from)
  // Both ends counted gives one more: either way of counting is honest.
  if (event.days === real || event.days === real + 1) return found
  return [
    ...found,
    plainDraft(
      'date',
      'contradiction',
      [place(printed)],
      [key],
      String(event.days),
      String(real),
      smallWords.days(event.what, event.days, real),
      event.days - real,
    ),
  ]
}

const inDocument = (document: DocumentInput): readonly Draft[] => {
  const at = (what: string, printed: string, place?: string): Place => ({ document: document.id, statement: what, ...(place ? { place } : {}), printed })
  const texts = [
    ...(document.texts ?? []).map(({ text, place }) => ({ text, place })),
    ...(document.statements ?? []).flatMap(({ text, place }) => (text === undefined ? [] : [{ text, place }])),
  ]
  const told = new Set<string>()
  // A day that a text repeats is told where it stands first.
  const once = <T extends { readonly text: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ text }) => {
      const first = !told.has(text)
      told.add(text)
      return first
    })
  const title = document.title ?? document.id
  const periods = [
    ...(document.statements ?? []).flatMap(({ period, id, quantity }) => (period === undefined ? [] : [{ what: quantity ?? id ?? title, period }])),
    ...(document.tables ?? []).flatMap((table) =>
      [table, ...table.columns, ...table.rows].flatMap((it) =>
        it.period === undefined ? [] : [{ what: `${table.title}, ${'label' in it ? it.label : ''}`, period: it.period }],
      ),
    ),
  ]
  return [
    ...(document.date === undefined ? [] : judgePeriod(title, document.date, at(title, document.date), `${document.id}/date`)),
    ...periods.flatMap(({ what, period }, i) => judgePeriod(what, period, at(what, period), `${document.id}/period/${i}`)),
    ...texts.flatMap(({ text, place }, i) =>
      once(daysInText(text)).flatMap(({ text: printed, day }, j) =>
        judgeDay(text.length > 80 ? title : text, printed, day, at(printed, printed, place), `${document.id}/text/${i}/${j}`),
      ),
    ),
    ...texts.flatMap(({ text, place }, i) =>
      once(impossibleInText(text)).map(({ text: printed, unit }, j) =>
        plainDraft(
          'date',
          'error',
          [at(printed, printed, place)],
          [`${document.id}/period-text/${i}/${j}`],
          printed,
          '–',
          smallWords.noSuchPeriod(text.length > 80 ? title : text, printed, unit),
        ),
      ),
    ),
    ...(document.events ?? []).flatMap((event, i) => judgeEvent(document, event, i)),
  ]
}

/** Dates, weekdays, ISO weeks and periods that no calendar has, ends before beginnings, and days miscounted. */
export const dateRule = (documents: readonly DocumentInput[]): Found => ({ findings: documents.flatMap(inDocument), notes: [] })
