import { hasHappened, isMissing, type Station } from './model.ts'
import type { Stop } from './stops.ts'

/**
 * How two stops are joined. 'solid': it has happened. 'dotted': planned. 'cut': the line leaves, ends at a cross-bar, and nothing
 * follows. 'resume': nothing, then a cross-bar where the line begins again. 'broken': both. 'none': nothing at all.
 */
export type LineKind = 'solid' | 'dotted' | 'cut' | 'resume' | 'broken' | 'none'

/** A stretch of the thread. 'along' its own branch, 'leave' where a branch begins, 'join' where it comes back. */
export interface Edge {
  readonly from: Stop
  readonly to: Stop
  readonly way: 'along' | 'leave' | 'join'
  readonly line: LineKind
}

/** The line between two stops that follow each other. `own`: a gap after the first lies on this line, not on another one that leaves it. */
export const lineBetween = (from: Pick<Station, 'mark' | 'gap'>, to: Pick<Station, 'mark' | 'gap'>, own = true): LineKind => {
  const gapAfter = own && from.gap !== undefined && !isMissing(from)
  if (gapAfter && !isMissing(to) && hasHappened(to)) return hasHappened(from) ? 'broken' : 'resume'
  if (gapAfter || isMissing(to)) return hasHappened(from) ? 'cut' : 'none'
  if (isMissing(from)) return hasHappened(to) ? 'resume' : 'dotted'
  return hasHappened(to) ? 'solid' : 'dotted'
}

/** Every stretch between the stops, which are in order. References backwards in the order, or to nothing, are left out. */
export const edgesOf = (stops: readonly Stop[]): readonly Edge[] => {
  const at = new Map(stops.map((s, i) => [s.id, i]))
  const last = new Map<string, Stop>()
  const edges: Edge[] = []
  for (const [i, stop] of stops.entries()) {
    const before = last.get(stop.lane)
    const named = stop.from?.map((id) => at.get(id)).filter((n): n is number => n !== undefined && n < i)
    if (before) {
      if (stop.from === null || stop.from.length > 0) edges.push({ from: before, to: stop, way: 'along', line: lineBetween(before, stop) })
      for (const n of named ?? []) {
        const from = stops[n] as Stop
        if (from.lane !== stop.lane) edges.push({ from, to: stop, way: 'join', line: lineBetween(from, stop, endsAt(stops, from)) })
      }
    } else {
      const sources = named ? named.map((n) => stops[n] as Stop) : [last.get('')].filter((s) => s !== undefined)
      for (const [k, from] of sources.entries()) {
        const way = k === 0 ? 'leave' : 'join'
        edges.push({ from, to: stop, way, line: lineBetween(from, stop, way === 'join' && endsAt(stops, from)) })
      }
    }
    last.set(stop.lane, stop)
  }
  return edges
}

/** Is the stop the last of its branch? */
export const endsAt = (stops: readonly Stop[], stop: Stop): boolean => stops.findLast((s) => s.lane === stop.lane)?.id === stop.id
