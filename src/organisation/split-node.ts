import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Change } from './change.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { draftHindrances, found, type Founded, type NodeDraft } from './draft.ts'
import { ended, orphanNames, rehomed } from './ending.ts'
import { endHindrances } from './hindrances.ts'
import { refusalWords as words } from './refusal-words.ts'
import { sumToOne } from './succession.ts'
import { lastVersion } from './timeline.ts'

/** A part of what is split: a new body or unit of the same kind, at the same place in the tree, with its share (0–1) of what was, null when nobody knows it. */
export interface Part extends NodeDraft {
  readonly share: number | null
}

export interface SplitNode {
  readonly nodeId: string
  readonly parts: readonly Part[]
  /** Which part (from 0) gets what lies under it; null when nothing does. */
  readonly childrenTo: number | null
  readonly on: Day
}

/** One body or unit becomes several from a day on: it ends, they succeed it with shares that make one whole. Appointments to its posts end. */
export const splitNode = (deps: Deps, who: Who, input: SplitNode, unread: readonly Refusal[] = []): Promise<Verdict<readonly Founded[]>> =>
  changeOrganisation(deps, who, { act: 'split node', on: input.on, touches: [input.nodeId], unread, plan: (facts) => planSplit(facts, input) })

/** The writes that split it, or why it cannot be split. Pure. */
export const planSplit = (facts: Facts, { nodeId, parts, childrenTo, on }: SplitNode): Verdict<Plan<readonly Founded[]>> => {
  const { timeline } = facts
  const life = timeline.get(nodeId)
  if (!life) return refused(words.unknown('nodeId'))
  const { name, parentId } = lastVersion(life)
  const children = orphanNames(timeline, [nodeId], on)
  const refusals = [
    ...endHindrances(life, on),
    ...parts.flatMap((part, no) => draftHindrances(part, life.kind, facts.voters, `.${no}`)),
    ...shareHindrances(parts),
    ...(children.length > 0 && (childrenTo === null || !parts[childrenTo]) ? [words.hasChildren(name, children)] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const made: { node: Founded; changes: readonly Change[] }[] = []
  for (const draft of parts) {
    const taken = made.map(({ node }) => node.slug)
    made.push(found(facts, { draft, kind: life.kind, parentId, from: on }, taken))
  }
  const heir = childrenTo === null ? undefined : made[childrenTo]?.node
  return granted({
    value: made.map(({ node }) => node),
    changes: [
      ...made.flatMap(({ changes }) => changes),
      ...ended(life, on),
      ...(heir ? rehomed(timeline, [nodeId], heir.id, on) : []),
      ...made.map(
        ({ node }, no): Change => ({
          kind: 'succeed',
          succession: { fromId: nodeId, toId: node.id, onDay: on, kind: 'split', share: parts[no]?.share ?? null },
        }),
      ),
    ],
  })
}

const shareHindrances = (parts: readonly Part[]): readonly Refusal[] => {
  if (parts.length < 2) return [words.fewParts]
  const bad = parts.flatMap(({ share }, no) => (share === null || (share > 0 && share <= 1) ? [] : [words.badShare(`share.${no}`)]))
  const shares = parts.flatMap((part) => part.share ?? [])
  const sum = shares.reduce((a, b) => a + b, 0)
  if (bad.length > 0) return bad
  if (shares.length < parts.length) return sum < 1 && !sumToOne(shares) ? [] : [words.nothingLeft]
  return sumToOne(shares) ? [] : [words.sharesNotWhole(sum * 100)]
}
