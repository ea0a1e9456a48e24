import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { type Change, changedFrom } from './change.ts'
import { refusalWords as words } from './refusal-words.ts'
import { childrenFrom, lastVersion, type NodeLife, type Timeline, wouldCircle } from './timeline.ts'

/** The node is no more from the day: its last version ends, and with it what the holders of its posts had. */
export const ended = (life: NodeLife, on: Day): readonly Change[] => [
  { kind: 'end', nodeId: life.id, from: lastVersion(life).from, to: on },
  { kind: 'vacate', nodeId: life.id, on },
]

/** What lies under the nodes from the day on, apart from the nodes themselves: it must go somewhere when they end. */
export const orphans = (timeline: Timeline, nodeIds: readonly string[], on: Day) =>
  nodeIds.flatMap((id) => childrenFrom(timeline, id, on)).filter((child) => !nodeIds.includes(child.nodeId))

/** Names of what would be left without a place, each once. */
export const orphanNames = (timeline: Timeline, nodeIds: readonly string[], on: Day) => [
  ...new Map(orphans(timeline, nodeIds, on).map((child) => [child.nodeId, child.name])).values(),
]

/** Why what lies under ending nodes cannot go to `toId`: something of it would come to lie under itself. */
export const rehomeHindrances = (timeline: Timeline, nodeIds: readonly string[], toId: string, on: Day): readonly Refusal[] =>
  orphans(timeline, nodeIds, on)
    .filter((child) => wouldCircle(timeline, child.nodeId, toId, { from: child.from > on ? child.from : on, to: child.to }))
    .map((child) => words.circle(child.name))

/** Puts what lies under ending nodes under another from the day. */
export const rehomed = (timeline: Timeline, nodeIds: readonly string[], toId: string, on: Day): readonly Change[] =>
  orphans(timeline, nodeIds, on).flatMap((child) => changedFrom(child, on, { parentId: toId }))
