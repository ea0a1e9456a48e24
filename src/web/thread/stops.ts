import type { Day } from '../../kernel/day.ts'
import type { MarkName } from '../components/mark.tsx'
import { type Era, eraOf, hasGap, hasHappened, inOrder, type Question, type Station, type Thread } from './model.ts'

/** A place on the drawn line: a station, or a group of stations that there is no room for one by one. */
export interface Stop {
  readonly id: string
  readonly question: Question
  readonly mark: MarkName
  readonly title: string
  readonly when: string
  readonly text: string
  readonly gap: string | undefined
  readonly href: string | undefined
  readonly lane: string
  readonly era: Era
  readonly day: Day | null
  /** Upstream stops; null where the default holds. */
  readonly from: readonly string[] | null
  /** Is it what the thread is of? */
  readonly own: boolean
}

/** Words that the drawing adds of its own. */
export interface StopWords {
  /** '+14 till'. */
  more(count: number): string
  /** 'varav 3 luckor'; '' when there are none. */
  moreGaps(count: number): string
  readonly walkHref: string | undefined
}

const stopOf = (station: Station, { today, subject }: Pick<Thread, 'today' | 'subject'>): Stop => ({
  id: station.id,
  question: station.question,
  mark: station.mark,
  title: station.title,
  when: station.when ?? '',
  text: station.text ?? '',
  gap: station.gap,
  href: station.href,
  lane: station.lane ?? '',
  era: eraOf(station, today),
  day: station.day ?? null,
  from: station.from ?? null,
  own: station.id === subject,
})

/** The stops of a thread, in order. */
export const stopsOf = (thread: Thread): readonly Stop[] => inOrder(thread).map((s) => stopOf(s, thread))

/** Which stops belong together when there is no room: those of one branch within one question. */
export const placeOf = (stop: Pick<Stop, 'question' | 'lane'>): string => `${stop.question} ${stop.lane}`

/** How many stops each place has. */
export const countByPlace = (stops: readonly Stop[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const stop of stops) counts.set(placeOf(stop), (counts.get(placeOf(stop)) ?? 0) + 1)
  return counts
}

/**
 * Takes one stop away from the fullest place. A place with a decision, or with a gap and a decision, keeps them in sight as long as others can give way.
 * False when every place is down to one.
 */
export const tighten = (limits: Map<string, number>, stops: readonly Stop[]): boolean => {
  const decided = new Set(stops.filter((s) => s.mark === 'decision').map(placeOf))
  const broken = new Set(stops.filter(hasGap).map(placeOf))
  const fullest = (least: (place: string) => number): string | undefined => {
    const open = [...limits].filter(([place, count]) => count > least(place))
    return open.length === 0 ? undefined : open.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  }
  const place = fullest((p) => (decided.has(p) ? (broken.has(p) ? 3 : 2) : 1)) ?? fullest((p) => (decided.has(p) ? 2 : 1)) ?? fullest(() => 1)
  if (place === undefined) return false
  limits.set(place, (limits.get(place) as number) - 1)
  return true
}

/**
 * Keeps at most `limits` stops a place. The rest become one "+14 till" where the first of them stood. Kept first: what the thread is
 * of, then gaps, then decisions, then the last and the first of the place. References to a grouped stop lead to its group.
 */
export const group = (stops: readonly Stop[], limits: ReadonlyMap<string, number>, words: StopWords): readonly Stop[] => {
  const into = new Map<string, string>()
  const result: Stop[] = []
  const groups = new Map<string, { stop: Stop; hidden: Set<string> }>()
  for (const [place, own] of Map.groupBy(stops, placeOf)) {
    const limit = limits.get(place) ?? own.length
    if (own.length <= limit) continue
    const kept = new Set(rank(own).slice(0, Math.max(0, limit - 1)))
    const hidden = own.filter((s) => !kept.has(s.id))
    const stop = groupOf(hidden, words)
    for (const h of hidden) into.set(h.id, stop.id)
    groups.set((hidden[0] as Stop).id, { stop, hidden: new Set(hidden.map((h) => h.id)) })
  }
  for (const stop of stops) {
    const own = groups.get(stop.id)
    if (own) result.push(own.stop)
    else if (!into.has(stop.id)) result.push(stop)
  }
  return result.map((s) => (s.from === null ? s : { ...s, from: [...new Set(s.from.map((id) => into.get(id) ?? id))].filter((id) => id !== s.id) }))
}

const rank = (own: readonly Stop[]): readonly string[] => {
  const weight = (s: Stop, i: number): number => (s.own ? 5 : hasGap(s) ? 4 : s.mark === 'decision' ? 3 : i === own.length - 1 ? 2 : i === 0 ? 1 : 0)
  return own
    .map((s, i) => ({ id: s.id, w: weight(s, i), i }))
    .toSorted((a, b) => b.w - a.w || b.i - a.i)
    .map(({ id }) => id)
}

const groupOf = (hidden: readonly Stop[], words: StopWords): Stop => {
  const first = hidden[0] as Stop
  const happened = hidden.filter(hasHappened).length
  const outside = hidden.flatMap((s) => s.from ?? []).filter((id) => !hidden.some((h) => h.id === id))
  return {
    ...first,
    own: false,
    id: `more-${first.id}`,
    mark: happened === hidden.length ? 'done' : happened > 0 ? 'half' : 'open',
    title: words.more(hidden.length),
    when: '',
    text: words.moreGaps(hidden.filter(hasGap).length),
    gap: undefined,
    href: words.walkHref,
    from: outside.length > 0 ? outside : first.from === null ? null : [],
  }
}
