import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Gap } from '../rulebook/gaps.ts'
import type { Light } from '../rulebook/light.ts'

export type Question = 1 | 2 | 3 | 4
export type StationMark = 'decision' | 'done' | 'half' | 'open' | 'gap' | 'none' | 'stop'

/** Something the reader may do at a station. */
export interface StationAct {
  readonly words: Text
  readonly href: string
}

/** A station of the red thread, before it is drawn. Names and titles are not translated, everything else is. */
export interface Station {
  /** The thing's id; of what is planned or missing, the thing's id and what it is. */
  readonly id: string
  readonly question: Question
  readonly mark: StationMark
  readonly title: Text
  /** 'sedan 1 april 2022', 'skulle lämnats 13 maj'. */
  readonly when: Text | null
  /** The day it stands at, for order and for the line of today; null when it has none. */
  readonly day: Day | null
  /** A few words under the station in the picture. */
  readonly note: Text | null
  /** A sentence or two beside it in the walk. */
  readonly text: Text | null
  /** Who, and other small print. */
  readonly meta: Text | null
  readonly href: string | null
  /** The branch it lies on; null on the stem. */
  readonly lane: string | null
  readonly gap: Gap | null
  readonly light: Light | null
  /** Stations that it comes from. Empty only where the thread begins. */
  readonly from: readonly string[]
  readonly acts: readonly StationAct[]
  /** It has not happened: a date to come. */
  readonly planned: boolean
}

/** A branch of the thread: 'arbetet', 'pengarna', or the short title of what was decided. */
export interface Lane {
  readonly id: string
  readonly name: Text
}

/** The red thread of a thing as it was on `day`: stations in order of question and time. */
export interface Thread {
  readonly startId: string
  readonly day: Day
  readonly stations: readonly Station[]
  readonly lanes: readonly Lane[]
  /** More was linked than is shown. */
  readonly cut: boolean
}

/** The places where the thread is broken, in its order. */
export const gapsOf = (thread: Thread): readonly Gap[] => thread.stations.flatMap((s) => s.gap ?? [])
