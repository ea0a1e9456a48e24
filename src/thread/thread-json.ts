import type { Found } from './load-thread.ts'
import type { Station } from './thread.ts'

type Shown = Extract<Found, { is: 'thread' }>

/** The thread as other programs get it: the same stations, gaps and words that the page shows this reader. What can be done is for pages. */
export const threadJson = ({ start, thread, opening }: Shown) => ({
  id: start.id,
  kind: start.kind,
  register: start.register,
  number: start.number,
  title: start.title,
  day: thread.day,
  opening: { sv: sentence(opening, 'sv'), en: sentence(opening, 'en') },
  lanes: thread.lanes,
  stations: thread.stations.map(stationJson),
  cut: thread.cut,
})

const stationJson = ({ id, question, mark, title, when, day, note, text, meta, href, lane, light, from, planned, gap }: Station) => ({
  id,
  question,
  mark,
  title,
  when,
  day,
  note,
  text,
  meta,
  href,
  lane,
  light,
  from,
  planned,
  gap: gap && { code: gap.code, words: gap.words, short: gap.short, why: gap.why },
})

const sentence = ({ before, broken, after }: Shown['opening'], locale: 'sv' | 'en'): string =>
  broken ? `${before[locale]} ${broken[locale]}${after[locale]}` : before[locale]
