import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'
import { loadFormerNames } from './former-names.ts'
import { loadFacts } from './load-facts.ts'
import { sceneOf } from './load-thread.ts'
import type { Scene } from './scene.ts'
import { threadOf } from './stations.ts'
import type { Thread } from './thread.ts'
import type { WalkedThing, WalkLimits } from './walk.ts'
import { walkMany } from './walk-links.ts'

/** A decision with its thread, as this reader sees it. */
export interface DecisionThread {
  readonly decision: WalkedThing
  readonly scene: Scene
  readonly thread: Thread
}

/** Of each decision in a list: enough for a row, which shows one station a question. */
const rowLimits: WalkLimits = { steps: 12, things: 60 }

/** The threads of many decisions, in the order given: the same few questions to the database however many they are. Secret ones are left out. */
export const loadThreads = async (
  store: Store,
  decisionIds: readonly string[],
  { who, tree, today }: { readonly who: Who; readonly tree: Tree; readonly today: Day },
): Promise<readonly DecisionThread[]> => {
  const walks = await walkMany(store, decisionIds, rowLimits)
  const things = new Map(walks.flatMap((w) => w.things.map((t) => [t.id, t] as const)))
  const [facts, formerNames] = await Promise.all([loadFacts(store, [...things.values()], today, today), loadFormerNames(store, tree)])
  return walks.flatMap((walk) => {
    const decision = walk.things.find((t) => t.id === walk.startId)
    const scene = sceneOf({ walk, facts, tree, formerNames, who, day: today, today })
    return decision && scene.sees(decision) ? [{ decision, scene, thread: threadOf(scene) }] : []
  })
}
