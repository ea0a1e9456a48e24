import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Tree } from '../organisation/tree.ts'
import type { Mend } from '../rulebook/gaps.ts'
import type { Facts } from './facts.ts'
import type { StationAct } from './thread.ts'
import type { Walk, WalkedThing } from './walk.ts'
import { words } from './words.ts'

/** Everything that the stations are made of. Given from outside, so that the thread itself is a pure function. */
export interface Scene {
  readonly walk: Walk
  readonly facts: Facts
  readonly tree: Tree
  /** Names of bodies and units that are not in the tree of the day. */
  readonly formerNames: ReadonlyMap<string, Text>
  /** The day that the thread is shown as of. */
  readonly day: Day
  /** May the reader read this thing? */
  sees(thing: WalkedThing): boolean
  /** What this reader can do about a gap of a thing; empty for those who may do nothing. */
  mends(mend: Mend, thing: WalkedThing): readonly StationAct[]
}

/** The name of a body or unit on the scene's day; a plain word where it is not known. */
export const nameOf = ({ tree, formerNames }: Pick<Scene, 'tree' | 'formerNames'>, nodeId: string | null): Text =>
  nodeId === null ? words.nobody : (tree.get(nodeId)?.name ?? formerNames.get(nodeId) ?? words.unknownNode)

/**
 * The decision that the thread is about: the start itself; else the nearest upstream, the earliest where several are as near (a
 * later one changed or closed what the first began); else the nearest that came of the start.
 */
export const mainDecision = ({ walk, sees }: Pick<Scene, 'walk' | 'sees'>): WalkedThing | undefined => {
  const distance = (t: WalkedThing): number => (t.step <= 0 ? -t.step : 1000 + t.step)
  return walk.things.filter((t) => t.kind === 'decision' && sees(t)).toSorted((a, b) => distance(a) - distance(b) || (a.day < b.day ? -1 : 1))[0]
}
