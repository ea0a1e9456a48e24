import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type Refusal, refused, unless, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { changedFrom } from './change.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { changeHindrances, parentHindrances } from './hindrances.ts'
import { refusalWords as words } from './refusal-words.ts'
import { lastVersion, wouldCircle } from './timeline.ts'

export interface MoveNode {
  readonly nodeId: string
  readonly parentId: string
  readonly on: Day
}

/** Puts a body or unit, with everything under it, under another from a day on. */
export const moveNode = (deps: Deps, who: Who, input: MoveNode, unread: readonly Refusal[] = []): Promise<Verdict<null>> =>
  changeOrganisation(deps, who, { act: 'move node', on: input.on, touches: [input.nodeId, input.parentId], unread, plan: (facts) => planMove(facts, input) })

/** The writes that move it, or why it cannot be moved. Pure. */
export const planMove = ({ timeline }: Facts, { nodeId, parentId, on }: MoveNode): Verdict<Plan<null>> => {
  const life = timeline.get(nodeId)
  if (!life) return refused(words.unknown('nodeId'))
  const last = lastVersion(life)
  const refusals = [
    ...changeHindrances(life, on),
    ...parentHindrances(timeline, life.kind, parentId, on),
    ...(wouldCircle(timeline, nodeId, parentId, { from: on, to: null }) ? [words.circle(last.name)] : []),
    ...(last.parentId === parentId ? [words.unchanged] : []),
  ]
  return unless(refusals, { changes: changedFrom(last, on, { parentId }), value: null })
}
