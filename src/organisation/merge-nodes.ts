import type { Deps } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import type { Change } from './change.ts'
import { changeOrganisation, type Facts, type Plan } from './change-organisation.ts'
import { draftHindrances, found, type Founded, type NodeDraft } from './draft.ts'
import { ended, rehomed, rehomeHindrances } from './ending.ts'
import { endHindrances, parentHindrances, receiveHindrances } from './hindrances.ts'
import { refusalWords as words } from './refusal-words.ts'
import { lastVersion, nameOf, type NodeLife, type Timeline, wouldCircle } from './timeline.ts'
import { isBody } from './tree.ts'

export interface MergeNodes {
  readonly fromIds: readonly string[]
  /** One that is there already and takes the others over, or a new one. */
  readonly into: { readonly nodeId: string } | (NodeDraft & { readonly parentId: string })
  readonly on: Day
}

/**
 * Several bodies, or several units, become one from a day on: they end, it succeeds them with the whole of each, and what lay
 * under them lies under it. Appointments to their posts end.
 */
export const mergeNodes = (deps: Deps, who: Who, input: MergeNodes, unread: readonly Refusal[] = []): Promise<Verdict<Founded>> =>
  changeOrganisation(deps, who, {
    act: 'merge nodes',
    on: input.on,
    touches: [...input.fromIds, 'nodeId' in input.into ? input.into.nodeId : input.into.parentId],
    unread,
    plan: (facts) => planMerger(facts, { ...input, fromIds: [...new Set(input.fromIds)] }),
  })

/** The writes that merge them, or why they cannot be merged. Pure; `fromIds` names each once. */
export const planMerger = (facts: Facts, input: MergeNodes): Verdict<Plan<Founded>> => {
  const { timeline } = facts
  const { fromIds, into, on } = input
  const lives = fromIds.flatMap((id) => timeline.get(id) ?? [])
  const first = lives[0]
  if (lives.length < fromIds.length) return refused(words.unknown('from.0'))
  if (!first || (lives.length === 1 && !('nodeId' in into))) return refused(words.fewToMerge)
  const refusals = [
    ...lives.flatMap((life) => endHindrances(life, on)),
    ...('nodeId' in into
      ? takeoverHindrances(timeline, lives, into.nodeId, on)
      : [
          ...(lives.some((life) => isBody(life.kind) !== isBody(first.kind)) ? [words.mergeMixed] : []),
          ...draftHindrances(into, first.kind, facts.voters),
          ...parentHindrances(timeline, first.kind, into.parentId, on),
          ...belowHindrances(timeline, lives, into.parentId, on),
        ]),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const { node, changes } =
    'nodeId' in into ? existing(timeline, into.nodeId) : found(facts, { draft: into, kind: first.kind, parentId: into.parentId, from: on })
  return granted({
    value: node,
    changes: [
      ...changes,
      ...lives.flatMap((life) => ended(life, on)),
      ...rehomed(timeline, fromIds, node.id, on),
      ...lives.map((life): Change => ({ kind: 'succeed', succession: { fromId: life.id, toId: node.id, onDay: on, kind: 'merge', share: 1 } })),
    ],
  })
}

const takeoverHindrances = (timeline: Timeline, lives: readonly NodeLife[], intoId: string, on: Day): readonly Refusal[] => {
  const into = timeline.get(intoId)
  if (!into) return [words.unknown('into')]
  if (lives.some((life) => life.id === intoId)) return [words.mergeIntoItself(lastVersion(into).name)]
  return [
    ...(lives.some((life) => isBody(life.kind) !== isBody(into.kind)) ? [words.mergeMixed] : []),
    ...receiveHindrances(timeline, intoId, on, 'into'),
    ...belowHindrances(timeline, lives, intoId, on),
  ]
}

/** What takes over may not lie under what ends, nor under anything that comes to it. */
const belowHindrances = (timeline: Timeline, lives: readonly NodeLife[], receiverId: string, on: Day): readonly Refusal[] => {
  const above = lives.find((life) => wouldCircle(timeline, life.id, receiverId, { from: on, to: null }))
  if (above) return [words.below('into', nameOf(timeline, receiverId), lastVersion(above).name)]
  return rehomeHindrances(
    timeline,
    lives.map((life) => life.id),
    receiverId,
    on,
  )
}

const existing = (timeline: Timeline, id: string): { node: Founded; changes: readonly Change[] } => ({
  node: { id, slug: timeline.get(id)?.slug ?? '' },
  changes: [],
})
