import type { Edge } from './edges.ts'
import { questions } from './model.ts'
import type { Stop } from './stops.ts'

/** Columns of the wide picture, counted through all questions; two branches may share one. */
export interface Slots {
  /** Column of each stop, by id. */
  readonly of: ReadonlyMap<string, number>
  /** The question of each column. */
  readonly questions: readonly number[]
}

/**
 * Gives every stop a column within its question: after the previous stop of its branch, after the stop that its branch leaves, and,
 * for what is to come, after everything that has been. With `byDay` no column is left of an earlier day's column in another branch.
 */
export const assignSlots = (stops: readonly Stop[], edges: readonly Edge[], byDay: boolean): Slots => {
  const of = new Map<string, number>()
  const columns: number[] = []
  const upstream = Map.groupBy(edges, (e) => e.to.id)
  for (const question of questions) {
    const start = columns.length
    let end = start - 1
    let floor = start
    let pastEnd = start - 1
    for (const stop of stops.filter((s) => s.question === question)) {
      let slot = byDay ? floor : start
      for (const { from, to } of upstream.get(stop.id) ?? []) if (from.question === to.question) slot = Math.max(slot, (of.get(from.id) as number) + 1)
      const sameLane = stops.filter((s) => s.lane === stop.lane && s.question === question && of.has(s.id))
      for (const s of sameLane) slot = Math.max(slot, (of.get(s.id) as number) + 1)
      if (stop.era === 'future') slot = Math.max(slot, pastEnd + 1)
      if (stop.era === 'past') pastEnd = Math.max(pastEnd, slot)
      of.set(stop.id, slot)
      end = Math.max(end, slot)
      floor = Math.max(floor, slot)
    }
    for (let i = start; i <= end; i++) columns.push(question)
  }
  return { of, questions: columns }
}

/** From the column after its source to the last column that a branch needs, its way back included. */
interface Span {
  readonly lane: string
  readonly start: number
  readonly end: number
}

/** Row of every branch; the main line is row 0. Branches that leave later lie nearer to it, and share a row where they do not meet. */
export const assignRows = (stops: readonly Stop[], edges: readonly Edge[], slots: Slots): ReadonlyMap<string, number> => {
  const slot = (s: Stop): number => slots.of.get(s.id) as number
  const spans = [...Map.groupBy(stops, (s) => s.lane)]
    .filter(([lane]) => lane !== '')
    .map(([lane, own]): Span => {
      const leaves = edges.filter((e) => e.to.lane === lane && e.way === 'leave').map((e) => slot(e.from))
      const joins = edges.filter((e) => e.from.lane === lane && e.to.lane !== lane).map((e) => slot(e.to))
      return { lane, start: Math.min(...leaves, ...own.map(slot)), end: Math.max(...joins, ...own.map(slot)) }
    })
    .toSorted((a, b) => b.start - a.start)
  const rows = new Map<string, number>([['', 0]])
  const taken: Span[][] = []
  for (const span of spans) {
    let row = taken.findIndex((own) => own.every((o) => span.end < o.start || o.end < span.start))
    if (row < 0) row = taken.push([]) - 1
    taken[row]?.push(span)
    rows.set(span.lane, row + 1)
  }
  return rows
}
