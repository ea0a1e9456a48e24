import { findContradictions } from '../../../src/rulebook/contradictions/find-contradictions.ts'
import type { Finding } from '../../../src/rulebook/contradictions/finding.ts'
import { diceOf } from '../build.ts'
import { accountDrafts } from './accounts.ts'
import { peopleDrafts } from './people.ts'
import { type Draft, type Hand, handOf, type KindOfSlip, kindsOfSlip, type Made, print, type Slot, slipped } from './sheet.ts'

const drafts = { ...accountDrafts, ...peopleDrafts }
/** The kinds of table that are made. */
export const kindsOfTable: readonly string[] = Object.keys(drafts)

export interface Sample {
  readonly seed: number
  readonly kind: string
  readonly hand: Hand
  readonly draft: Draft
  readonly made: Made
}

/** The table of a seed: the same seed gives the same, and every kind comes in turn. */
export const sampleOf = (seed: number): Sample => {
  const dice = diceOf(seed)
  const kind = kindsOfTable[seed % kindsOfTable.length] as string
  const draft = (drafts[kind] as (typeof drafts)[string])(dice)
  const hand = handOf(dice)
  return { seed, kind, hand, draft, made: print(draft, hand) }
}

export const findingsIn = (made: Made): readonly Finding[] => findContradictions({ documents: [made.document] }).findings

export interface Slip {
  readonly slot: Slot
  readonly kind: KindOfSlip
  readonly to: number
  readonly made: Made
}

/** The sample with one slip of the hand, larger than all rounding in the table can hide; null where it has no number that others depend on. */
export const slipIn = ({ seed, draft, hand, made }: Sample): Slip | null => {
  const dice = diceOf(seed + 7_000_003)
  if (made.slots.length === 0) return null
  for (let attempt = 0; attempt < 20; attempt++) {
    const slot = dice.pick(made.slots)
    const kind = dice.pick(kindsOfSlip)
    const lines = (made.document.tables?.[slot.table]?.rows.length ?? 0) + 8
    // Means of per cent carry the rounding of both their numbers: of small ones much.
    const least = 10 ** -slot.decimals * lines * 2
    const to = slipped(slot, kind, dice, least)
    if (to !== null) return { slot, kind, to, made: print(draft, hand, { slot, to }) }
  }
  return null
}

/** Is the cell of the slip among those that the finding, or what follows from it, names? */
export const names = (finding: Finding, { row, heading }: Slot): boolean =>
  [finding, ...finding.consequences].some(({ cells }) => cells.some((cell) => (cell.row === row || cell.row?.endsWith(` / ${row}`)) && cell.column === heading))

/**
 * May a slip hide though the roles are stated? A sign in a table of one column may be another convention of signs, since documents print
 * costs and nets either way; growth of thousands of per cent comes from a base that is next to nothing beside its own rounding.
 */
export const mayHide = ({ slot, kind }: Slip, { made }: Sample): boolean =>
  (kind === 'sign' && made.document.tables?.[slot.table]?.columns.length === 1) || (slot.heading.includes('%') && Math.abs(slot.value) > 1000)
