import type { Day } from '../kernel/day.ts'
import { gapsOf } from '../thread/thread.ts'
import type { DecisionThread } from '../thread/load-threads.ts'

/** How a body's decisions stand, question by question. */
export interface Standing {
  readonly decisions: number
  readonly carriedOut: number
  readonly reported: number
  readonly measured: number
  readonly gaps: number
}

/** Counts decisions by how far they have come: being carried out or done, reported back, effect seen. Gaps are counted one by one. */
export const standingOf = (rows: readonly DecisionThread[]): Standing => ({
  decisions: rows.length,
  carriedOut: rows.filter(({ thread }) => thread.stations.some((s) => s.question === 2 && (s.mark === 'half' || s.mark === 'done'))).length,
  reported: rows.filter(({ thread, scene }) => thread.stations.some((s) => s.question === 3 && s.mark === 'done' && scene.facts.reports.has(s.id))).length,
  measured: rows.filter(({ thread }) => thread.stations.some((s) => s.question === 4 && s.light !== null && s.light !== 'unknown')).length,
  gaps: rows.reduce((n, { thread }) => n + gapsOf(thread).length, 0),
})

/** The day something last happened on the thread. */
export const lastChanged = ({ decision, thread }: DecisionThread): Day =>
  thread.stations
    .filter((s) => s.day !== null && s.question < 4 && !s.planned && s.gap === null && s.day <= thread.day)
    .reduce<Day>((last, s) => ((s.day as Day) > last ? (s.day as Day) : last), decision.day)

/** The rows most recently changed, newest first. */
export const mostRecent = (rows: readonly DecisionThread[], most: number): readonly DecisionThread[] =>
  rows
    .map((row) => ({ row, changed: lastChanged(row) }))
    .toSorted((a, b) => (a.changed > b.changed ? -1 : a.changed < b.changed ? 1 : a.row.decision.id < b.row.decision.id ? 1 : -1))
    .slice(0, most)
    .map(({ row }) => row)
