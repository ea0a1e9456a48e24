import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type Refusal, refused, unless, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { ended, orphanNames, rehomed, rehomeHindrances } from './ending.ts'
import { endHindrances, receiveHindrances } from './hindrances.ts'
import { refusalWords as words } from './refusal-words.ts'
import { lastVersion, nameOf, wouldCircle } from './timeline.ts'

export interface CloseNode {
  readonly nodeId: string
  /** The first day without it. */
  readonly on: Day
  /** Where what lies under it goes; null when nothing does. */
  readonly childrenTo: string | null
}

/** Ends a body or unit that nobody takes over. Appointments to its posts end with it; what lies under it must be told where to go. */
export const closeNode = (deps: Deps, who: Who, input: CloseNode, unread: readonly Refusal[] = []): Promise<Verdict<null>> =>
  changeOrganisation(deps, who, {
    act: 'close node',
    on: input.on,
    touches: [input.nodeId, ...(input.childrenTo ? [input.childrenTo] : [])],
    unread,
    plan: (facts) => planClosing(facts, input),
  })

/** The writes that close it, or why it cannot be closed. Pure. */
export const planClosing = ({ timeline }: Facts, { nodeId, on, childrenTo }: CloseNode): Verdict<Plan<null>> => {
  const life = timeline.get(nodeId)
  if (!life) return refused(words.unknown('nodeId'))
  const { name } = lastVersion(life)
  const children = orphanNames(timeline, [nodeId], on)
  const homeless = children.length > 0 && childrenTo === null ? [words.hasChildren(name, children)] : []
  const unfit =
    children.length > 0 && childrenTo !== null
      ? [
          ...receiveHindrances(timeline, childrenTo, on, 'childrenTo'),
          ...(wouldCircle(timeline, nodeId, childrenTo, { from: on, to: null }) ? [words.below('childrenTo', nameOf(timeline, childrenTo), name)] : []),
          ...rehomeHindrances(timeline, [nodeId], childrenTo, on),
        ]
      : []
  const refusals = [...endHindrances(life, on), ...homeless, ...unfit]
  return unless(refusals, { changes: [...ended(life, on), ...(childrenTo ? rehomed(timeline, [nodeId], childrenTo, on) : [])], value: null })
}
