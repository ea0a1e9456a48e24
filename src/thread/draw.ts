import type { Locale } from '../kernel/text.ts'
import type { Station as Drawn, Thread as DrawnThread } from '../web/thread/model.ts'
import type { Lane, Station, Thread } from './thread.ts'
import { words } from './words.ts'

/** The thread as the look draws it: words in the reader's language, branches by the names that are shown. */
export const drawn = (thread: Thread, title: string, locale: Locale): DrawnThread => {
  const names = laneNames(thread.lanes, locale)
  return { title, subject: thread.startId, today: thread.day, stations: thread.stations.map((s) => drawStation(s, names, locale)) }
}

/** The work goes on along the stem; every other branch has a name of its own. */
const laneNames = (lanes: readonly Lane[], locale: Locale): ReadonlyMap<string, string> => {
  const taken = new Map<string, number>()
  return new Map(
    lanes.map((lane): [string, string] => {
      if (lane.name === words.workLane) return [lane.id, '']
      const name = lane.name[locale]
      const n = (taken.get(name) ?? 0) + 1
      taken.set(name, n)
      return [lane.id, n === 1 ? name : `${name} ${n}`]
    }),
  )
}

const drawStation = (s: Station, lanes: ReadonlyMap<string, string>, locale: Locale): Drawn => {
  const text = s.gap ? s.text?.[locale] : told(s.note?.[locale], s.text?.[locale])
  const lane = s.lane === null ? undefined : lanes.get(s.lane)
  return {
    id: s.id,
    question: s.question,
    mark: s.mark,
    title: s.title[locale],
    day: s.day,
    from: s.from,
    ...(s.when && { when: s.when[locale] }),
    ...(text && { text }),
    ...(s.meta && { meta: s.meta[locale] }),
    ...(s.href && { href: s.href }),
    ...(lane && { lane }),
    ...(s.gap && { gap: s.gap.short[locale] }),
    ...(s.acts.length > 0 && { acts: s.acts.map((a) => ({ href: a.href, label: a.words[locale] })) }),
  }
}

/** The short words first, since pictures show the beginning; not twice where the longer text begins with them. */
const told = (note: string | undefined, text: string | undefined): string | undefined => {
  if (!note || !text) return note ?? text
  return text.startsWith(note) ? text : `${note.charAt(0).toUpperCase()}${note.slice(1)}. ${text}`
}
