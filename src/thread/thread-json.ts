import type { Found } from './load-thread.ts'

/** The thread as other programs get it: the same stations, gaps and words that the page shows this reader. */
export const threadJson = ({ start, thread, opening }: Extract<Found, { is: 'thread' }>) => ({
  id: start.id,
  kind: start.kind,
  register: start.register,
  number: start.number,
  title: start.title,
  day: thread.day,
  opening: { sv: sentence(opening, 'sv'), en: sentence(opening, 'en') },
  lanes: thread.lanes,
  stations: thread.stations.map(({ acts: _, gap, ...station }) => ({
    ...station,
    gap: gap && { code: gap.code, words: gap.words, short: gap.short, why: gap.why },
  })),
  cut: thread.cut,
})

const sentence = ({ before, broken, after }: Extract<Found, { is: 'thread' }>['opening'], locale: 'sv' | 'en'): string =>
  broken ? `${before[locale]} ${broken[locale]}${after[locale]}` : before[locale]
