import { may } from '../access/policy.ts'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import type { Facts } from './facts.ts'
import { loadFormerNames } from './former-names.ts'
import { loadFacts } from './load-facts.ts'
import { mendsFor } from './mends.ts'
import { type Opening, openingOf } from './opening.ts'
import type { Scene } from './scene.ts'
import { threadOf } from './stations.ts'
import type { Thread } from './thread.ts'
import { usualLimits, type Walk, type WalkedThing, type WalkLimits } from './walk.ts'
import { walkLinks } from './walk-links.ts'

/** What there is at the address of a thread, for this reader on this day. */
export type Found =
  | { readonly is: 'thread'; readonly start: WalkedThing; readonly scene: Scene; readonly thread: Thread; readonly opening: Opening }
  | { readonly is: 'secret'; readonly number: string | null; readonly section: string }
  | { readonly is: 'later'; readonly start: WalkedThing }
  | { readonly is: 'unknown' }

interface Asked {
  readonly who: Who
  readonly today: Day
  /** The thread as it was on this day; `today` for now. */
  readonly day: Day
  readonly limits?: WalkLimits
}

/** Loads the red thread of a thing: one walk, one question for each kind of thing on it, and the rest is pure. */
export const loadThread = async (store: Store, thingId: string, { who, today, day, limits = usualLimits }: Asked): Promise<Found> => {
  const [walk, tree] = await Promise.all([walkLinks(store, thingId, limits), loadTree(store, day)])
  const start = walk?.things.find((t) => t.id === thingId)
  if (!walk || !start) return { is: 'unknown' }
  const [facts, formerNames] = await Promise.all([loadFacts(store, walk.things, day, today), loadFormerNames(store, tree)])
  const scene = sceneOf({ walk, facts, tree, formerNames, who, day, today })
  if (!scene.sees(start)) return { is: 'secret', number: start.number, section: start.secrecy ?? '' }
  if (start.day > day && start.kind !== 'series') return { is: 'later', start }
  const thread = threadOf(scene)
  return { is: 'thread', start, scene, thread, opening: openingOf(scene, thread) }
}

interface SceneParts {
  readonly walk: Walk
  readonly facts: Facts
  readonly tree: Tree
  readonly formerNames: Scene['formerNames']
  readonly who: Who
  readonly day: Day
  readonly today: Day
}

/** The scene as this reader may see it and act in it. What has passed is not mended: an earlier day offers nothing to do. */
export const sceneOf = ({ walk, facts, tree, formerNames, who, day, today }: SceneParts): Scene => {
  const subject = (thing: WalkedThing) =>
    subjectOf({ nodeId: thing.nodeId, ownerId: facts.entries.get(thing.id)?.ownerId ?? null, secrecy: thing.secrecy }, tree)
  return {
    walk,
    facts,
    tree,
    formerNames,
    day,
    sees: (thing) => may(who, 'see', subject(thing), today).length === 0,
    mends: day < today ? () => [] : mendsFor(who, subject, facts, today),
  }
}
