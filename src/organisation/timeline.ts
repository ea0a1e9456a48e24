import type { Day } from '../kernel/day.ts'
import { type Text, verbatim } from '../kernel/text.ts'
import { type NodeKind, type Tree, treeOf } from './tree.ts'

/** What a node was from a day until another; `to` is the first day it no longer was so, null while open. */
export interface Version {
  readonly nodeId: string
  readonly from: Day
  readonly to: Day | null
  readonly name: Text
  readonly short: string
  readonly parentId: string | null
  readonly seats: number | null
}

/** A node with its versions, earliest first. */
export interface NodeLife {
  readonly id: string
  readonly slug: string
  readonly kind: NodeKind
  readonly versions: readonly Version[]
}

/** The whole organisation through all time: what the rules of change look at. */
export type Timeline = ReadonlyMap<string, NodeLife>

interface Span {
  readonly from: Day
  readonly to: Day | null
}

/** Does the span hold on the day? */
export const holdsOn = ({ from, to }: Span, on: Day): boolean => from <= on && (to === null || on < to)

/** The earlier of two ends, where null is no end. */
export const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b)

/** Do two spans share a day? */
export const overlap = (a: Span, b: Span): boolean => (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)

/** The version that holds on the day. */
export const versionOn = (life: NodeLife | undefined, on: Day): Version | undefined => life?.versions.find((v) => holdsOn(v, on))

/** The last version there is, whether it has begun or not. */
export const lastVersion = (life: NodeLife): Version => {
  const last = life.versions.at(-1)
  if (!last) throw new Error(`node without versions: ${life.id}`)
  return last
}

/** What the node is called last, for telling about it. */
export const nameOf = (timeline: Timeline, nodeId: string): Text => {
  const life = timeline.get(nodeId)
  return life ? lastVersion(life).name : verbatim('?')
}

/** Versions that lie under the node on some day from `from` on. */
export const childrenFrom = (timeline: Timeline, nodeId: string, from: Day): readonly Version[] =>
  [...timeline.values()].flatMap((life) => life.versions.filter((v) => v.parentId === nodeId && (v.to === null || v.to > from)))

/** Would the node, put under `parentId` from a day on, some day lie below itself? Looks at the changes already known to come. */
export const wouldCircle = (timeline: Timeline, nodeId: string, parentId: string, span: Span): boolean => {
  if (nodeId === parentId) return true
  return (timeline.get(parentId)?.versions ?? [])
    .filter((v) => v.parentId !== null && overlap(v, span))
    .some((v) =>
      wouldCircle(timeline, nodeId, v.parentId as string, {
        from: v.from > span.from ? v.from : span.from,
        to: earlier(v.to, span.to),
      }),
    )
}

/** The tree as it was, or will be, on a day. */
export const treeOn = (timeline: Timeline, on: Day): Tree =>
  treeOf(
    on,
    [...timeline.values()].flatMap(({ id, slug, kind, versions }) => {
      const v = versions.find((version) => holdsOn(version, on))
      return v ? [{ id, slug, kind, name: v.name, short: v.short, parentId: v.parentId, seats: v.seats }] : []
    }),
  )
