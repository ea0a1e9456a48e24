import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { draftHindrances, found, type Founded, type NodeDraft } from './draft.ts'
import { parentHindrances } from './hindrances.ts'
import type { NodeKind } from './tree.ts'

export interface CreateNode extends NodeDraft {
  readonly kind: NodeKind
  /** Where it belongs; null only for the municipality itself. */
  readonly parentId: string | null
  readonly on: Day
}

/** Makes a body or unit that is there from a day on, without predecessors. Bodies that come out of others are made by merging or splitting. */
export const createNode = (deps: Deps, who: Who, input: CreateNode, unread: readonly Refusal[] = []): Promise<Verdict<Founded>> =>
  changeOrganisation(deps, who, {
    act: 'create node',
    on: input.on,
    touches: input.parentId === null ? [] : [input.parentId],
    unread,
    plan: (facts) => planCreation(facts, input),
  })

/** The writes that make it, or why it cannot be made. Pure. */
export const planCreation = (facts: Facts, { kind, parentId, on, ...draft }: CreateNode): Verdict<Plan<Founded>> => {
  const refusals = [...draftHindrances(draft, kind, facts.voters), ...parentHindrances(facts.timeline, kind, parentId, on)]
  if (refusals.length > 0) return refused(...refusals)
  const { node, changes } = found(facts, { draft, kind, parentId, from: on })
  return granted({ changes, value: node })
}
