import type { Day } from '../kernel/day.ts'
import type { NodeKind } from './tree.ts'
import type { Succession } from './succession.ts'
import type { Version } from './timeline.ts'

/** One write to the organisation. Acts are planned as lists of these, so that the planning is pure. */
export type Change =
  | { readonly kind: 'found'; readonly node: { readonly id: string; readonly slug: string; readonly kind: NodeKind } }
  | { readonly kind: 'begin'; readonly version: Version }
  /** The version that began on `from` ends: `to` is the first day without it. */
  | { readonly kind: 'end'; readonly nodeId: string; readonly from: Day; readonly to: Day }
  /** The version that begins on `version.from` reads like this instead. */
  | { readonly kind: 'revise'; readonly version: Version }
  | { readonly kind: 'succeed'; readonly succession: Succession }
  /** The node is no more from `on`: what its posts' holders had ends. */
  | { readonly kind: 'vacate'; readonly nodeId: string; readonly on: Day }

/** The version reads differently from a day on: a new one from then, or itself revised when it begins that very day. */
export const changedFrom = (version: Version, from: Day, patch: Partial<Pick<Version, 'name' | 'short' | 'parentId' | 'seats'>>): readonly Change[] =>
  from <= version.from
    ? [{ kind: 'revise', version: { ...version, ...patch } }]
    : [
        { kind: 'end', nodeId: version.nodeId, from: version.from, to: from },
        { kind: 'begin', version: { ...version, ...patch, from } },
      ]
