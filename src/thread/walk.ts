import type { LinkKind, ThingKind } from '../database/schema.ts'
import type { Day } from '../kernel/day.ts'

/** A thing that the walk reached. `step` counts links from the start: negative upstream, positive downstream. */
export interface WalkedThing {
  readonly id: string
  readonly kind: ThingKind
  readonly register: string | null
  readonly number: string | null
  readonly title: string
  readonly nodeId: string
  readonly day: Day
  readonly secrecy: string | null
  readonly step: number
}

/** A link between two walked things, from upstream to downstream. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: LinkKind
}

/** Everything that a walk along the links reached. `cut` is true when there was more than the limits let through. */
export interface Walk {
  readonly startId: string
  readonly things: readonly WalkedThing[]
  readonly edges: readonly Edge[]
  readonly cut: boolean
}

/** How far and how wide a walk goes. */
export interface WalkLimits {
  readonly steps: number
  readonly things: number
}

/** Wide enough for a council's budget decision, narrow enough for one page. */
export const usualLimits: WalkLimits = { steps: 24, things: 400 }
