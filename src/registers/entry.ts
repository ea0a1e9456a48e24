import type { Day } from '../kernel/day.ts'
import type { EntryData } from './define.ts'

/** One thing of a register, as the engine handles it. */
export interface Entry {
  readonly id: string
  readonly register: string
  readonly number: string
  readonly title: string
  /** The body that it belongs to: the giver of an assignment, the adopter of a document. */
  readonly nodeId: string
  /** The node that carries it out, or null when nobody is named. */
  readonly ownerId: string | null
  readonly state: string
  readonly data: EntryData
  readonly day: Day
  /** The next open deadline, or null. */
  readonly due: Day | null
  readonly version: number
  /** The clause that made it, and the one that last changed it; null in registers that do not steer. */
  readonly clauseId: string | null
  readonly lastClauseId: string | null
  /** The entry it is a part of, or null. */
  readonly parentId: string | null
  readonly secrecy: string | null
}
