import type { Deps } from '../database/transact.ts'
import { must } from '../demo/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Ids } from '../kernel/identity.ts'
import type { Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Change } from '../organisation/change.ts'
import type { Facts, Plan } from '../organisation/change-organisation.ts'
import { type CloseNode, closeNode, planClosing } from '../organisation/close-node.ts'
import { type CreateNode, createNode, planCreation } from '../organisation/create-node.ts'
import { type MergeNodes, mergeNodes, planMerger } from '../organisation/merge-nodes.ts'
import { type MoveNode, moveNode, planMove } from '../organisation/move-node.ts'
import { planSplit, type SplitNode, splitNode } from '../organisation/split-node.ts'
import type { NodeLife, Version } from '../organisation/timeline.ts'
import { idsOf } from './random.ts'

/** One act on the tree: what it writes, planned by the act's own rules, and the act itself. */
export interface TreeStep {
  readonly key: string
  readonly on: Day
  /** The act's name in the history. */
  readonly act: string
  readonly changes: readonly Change[]
  /** The identities that are left when the plan has taken its own, for those that saving needs. */
  readonly ids: Ids
  readonly run: (deps: Deps, who: Who) => Promise<Verdict<unknown>>
}

/** The organisation as it is drawn up: each step is judged by the rules of the act, on the tree that the steps before have made. */
export interface Sketch {
  readonly timeline: Map<string, NodeLife>
  readonly steps: TreeStep[]
  create(key: string, input: CreateNode): string
  merge(key: string, input: MergeNodes): string
  split(key: string, input: SplitNode): readonly string[]
  move(key: string, input: MoveNode): void
  close(key: string, input: CloseNode): void
}

/** Begins with the municipality alone. Steps must come in the order of their days. */
export const sketchFrom = (seed: number, voters: number, root: NodeLife): Sketch => {
  const timeline = new Map([[root.id, root]])
  const steps: TreeStep[] = []
  const step = <T>(key: string, on: Day, act: string, plan: (facts: Facts) => Verdict<Plan<T>>, run: TreeStep['run']): T => {
    const ids = idsOf(seed, key, on)
    const { changes, value } = must(key, plan({ timeline, voters, newId: () => ids.next() }))
    for (const change of changes) apply(timeline, change)
    steps.push({ key, on, act, changes, ids, run })
    return value
  }
  return {
    timeline,
    steps,
    create: (key, input) =>
      step(
        key,
        input.on,
        'create node',
        (facts) => planCreation(facts, input),
        (deps, who) => createNode(deps, who, input),
      ).id,
    merge: (key, input) =>
      step(
        key,
        input.on,
        'merge nodes',
        (facts) => planMerger(facts, input),
        (deps, who) => mergeNodes(deps, who, input),
      ).id,
    split: (key, input) =>
      step(
        key,
        input.on,
        'split node',
        (facts) => planSplit(facts, input),
        (deps, who) => splitNode(deps, who, input),
      ).map(({ id }) => id),
    move: (key, input) =>
      step(
        key,
        input.on,
        'move node',
        (facts) => planMove(facts, input),
        (deps, who) => moveNode(deps, who, input),
      ),
    close: (key, input) =>
      step(
        key,
        input.on,
        'close node',
        (facts) => planClosing(facts, input),
        (deps, who) => closeNode(deps, who, input),
      ),
  }
}

/** What the change makes of the timeline: the database's answer to it, in memory. */
const apply = (timeline: Map<string, NodeLife>, change: Change): void => {
  const revised = (id: string, versions: (of: readonly Version[]) => readonly Version[]): void => {
    const life = timeline.get(id) as NodeLife
    timeline.set(id, { ...life, versions: versions(life.versions) })
  }
  switch (change.kind) {
    case 'found':
      timeline.set(change.node.id, { ...change.node, versions: [] })
      return
    case 'begin':
      revised(change.version.nodeId, (of) => [...of, change.version])
      return
    case 'end':
      revised(change.nodeId, (of) => of.map((v) => (v.from === change.from ? { ...v, to: change.to } : v)))
      return
    case 'revise':
      revised(change.version.nodeId, (of) => of.map((v) => (v.from === change.version.from ? change.version : v)))
      return
    default: // successions and appointments are no part of the timeline
  }
}
