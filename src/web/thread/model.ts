import type { Day } from '../../kernel/day.ts'
import type { MarkName } from '../components/mark.tsx'

/** The four questions that a thread runs through, left to right. */
export const questions = [1, 2, 3, 4] as const
export type Question = (typeof questions)[number]

/** One thing that happened, is going on, will come or is missing. All words are in the reader's language already. */
export interface Station {
  /** Unique within the thread; also the id of its entry in the walk. */
  readonly id: string
  readonly question: Question
  readonly mark: MarkName
  readonly title: string
  /** As it is shown: '23 juni 2021', 'skulle lämnats 13 maj'. */
  readonly when?: string | undefined
  /** For the order in time and the place of today's line; null or absent: after everything dated in its question. */
  readonly day?: Day | null | undefined
  /** A sentence or two. Pictures show its beginning, the walk all of it. */
  readonly text?: string | undefined
  /** Grey in the walk: who is responsible, where it was found. */
  readonly meta?: string | undefined
  readonly href?: string | undefined
  /** Branch: '' or absent is the main line; else its name as it is shown, 'pengarna'. */
  readonly lane?: string | undefined
  /** What is missing. On a station with the mark 'gap' or 'none' it is missing here; on any other, after it. */
  readonly gap?: string | undefined
  /** Ids of the stations upstream. Default: the previous one of the same lane; for a lane's first, the previous on the main line. */
  readonly from?: readonly string[] | undefined
  readonly acts?: readonly { readonly href: string; readonly label: string }[]
}

/** A thread as it is drawn: stations in any order, and the day that is today. */
export interface Thread {
  readonly title: string
  /** Id of the station that the page is about: it is never grouped away. */
  readonly subject?: string | undefined
  readonly stations: readonly Station[]
  readonly today: Day
}

/** Is something missing at or after the station? */
export const hasGap = (station: Pick<Station, 'mark' | 'gap'>): boolean => station.mark === 'gap' || station.gap !== undefined

/** Has it happened, so that the line to it is solid? */
export const hasHappened = (station: Pick<Station, 'mark'>): boolean => ['decision', 'done', 'half', 'stop'].includes(station.mark)

/** Is the thing itself missing, rather than something after it? */
export const isMissing = (station: Pick<Station, 'mark' | 'gap'>): boolean => station.mark === 'gap' || (station.mark === 'none' && station.gap !== undefined)

/** On which side of today's line: 'loose' is neither, something without day that nothing is known of. */
export type Era = 'past' | 'future' | 'loose'

/** What has happened, or should have, is past; what is planned is to come. */
export const eraOf = (station: Pick<Station, 'mark' | 'day' | 'gap'>, today: Day): Era => {
  if (hasHappened(station) || (station.day && station.day <= today)) return 'past'
  if (station.mark === 'open') return 'future'
  return station.mark === 'gap' && !station.day ? 'past' : 'loose'
}

const eras: readonly Era[] = ['past', 'future', 'loose']

/** Stations in the order they are told: by question, past before future, then by day (undated last), then as given. */
export const inOrder = ({ stations, today }: Pick<Thread, 'stations' | 'today'>): readonly Station[] =>
  stations
    .map((station, given) => ({ station, given, era: eras.indexOf(eraOf(station, today)) }))
    .toSorted((a, b) => a.station.question - b.station.question || a.era - b.era || compareDays(a.station.day, b.station.day) || a.given - b.given)
    .map(({ station }) => station)

const compareDays = (a: Day | null | undefined, b: Day | null | undefined): number => {
  if (a === b || (!a && !b)) return 0
  if (!a) return 1
  if (!b) return -1
  return a < b ? -1 : 1
}

/** Adds a gap to every question that has no station and that something is known to be missing in: `{ 4: 'inget mått är knutet' }`. */
export const withEmptyQuestions = (thread: Thread, missing: Partial<Record<Question, string>>): Thread => {
  const gaps = questions
    .filter((q) => missing[q] !== undefined && !thread.stations.some((s) => s.question === q))
    .map((q): Station => ({ id: `empty-${q}`, question: q, mark: 'none', title: '', gap: missing[q] }))
  return gaps.length === 0 ? thread : { ...thread, stations: [...thread.stations, ...gaps] }
}

/** Does the title begin with the branch's name already, so that the name need not stand before it? Long names are cut off with an ellipsis. */
export const tellsLane = (title: string, lane: string): boolean => title.toLowerCase().startsWith(lane.toLowerCase().replace(/[\s…]+$/, ''))
