import type { Day } from '../kernel/day.ts'
import { roundTo } from '../kernel/number.ts'

/** What a reorganisation may do with a unit. */
export const successionKinds = ['merge', 'split', 'move'] as const
export type SuccessionKind = (typeof successionKinds)[number]

/** From `onDay` the share (0–1; null: unknown) of what `fromId` did is done by `toId`. What no succession of that day takes stays where it was. */
export interface Succession {
  readonly fromId: string
  readonly toId: string
  readonly onDay: Day
  readonly kind: SuccessionKind
  readonly share: number | null
}

/** Shares are kept to a millionth: sums are right to half of one. Far below that lies only the noise of binary fractions. */
const tolerance = 5e-7
const noise = 1e-12

/** Do the shares make one whole, to a millionth? */
export const sumToOne = (shares: readonly number[]): boolean => Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < tolerance

/**
 * Who does on the day `to` what one node did on the day `from`, and how large a share of it: for restating figures to later units.
 * Follows chains of successions with `from < onDay ≤ to`; those of one day happen at the same moment. The shares sum to 1.
 * A node that was closed without a successor keeps what it had: nobody else does it. With `to ≤ from` it is the node alone.
 * What follows on an unknown share is unknown (null), never zero; the known ones beside it stay known.
 */
export const sharesToday = (successions: readonly Succession[], nodeId: string, from: Day, to: Day): ReadonlyMap<string, number | null> => {
  const between = successions.filter((s) => s.onDay > from && s.onDay <= to)
  const byDay = [...Map.groupBy(between, (s) => s.onDay)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let shares = new Map<string, number | null>([[nodeId, 1]])
  for (const [, sameDay] of byDay)
    shares = passOn(
      shares,
      Map.groupBy(sameDay, (s) => s.fromId),
    )
  return new Map([...shares].map(([id, share]) => [id, share === null ? null : roundTo(share, 12)]))
}

const passOn = (shares: ReadonlyMap<string, number | null>, byFrom: ReadonlyMap<string, readonly Succession[]>): Map<string, number | null> => {
  const after = new Map<string, number | null>()
  const add = (id: string, share: number | null): void => {
    const already = after.get(id)
    if (share === null || already === null) after.set(id, null)
    else if (share > noise) after.set(id, (already ?? 0) + share)
  }
  for (const [id, share] of shares) {
    const given = byFrom.get(id) ?? []
    for (const s of given) add(s.toId, share === null || s.share === null ? null : share * s.share)
    // Unknown shares take what the known ones leave: nothing stays.
    if (given.some((s) => s.share === null)) continue
    const left = 1 - given.reduce((sum, s) => sum + (s.share ?? 0), 0)
    if (left > noise) add(id, share === null ? null : share * left)
  }
  return after
}

/** The node itself and all whose work it does, wholly or in part, on the day: what is asked for by today's unit may have been given to them. */
export const doneBefore = (successions: readonly Succession[], nodeId: string, today: Day): readonly string[] => {
  const found = new Set([nodeId])
  // What comes to be added is walked too: predecessors of predecessors, as long as they handed on before.
  for (const id of found) for (const s of successions) if (s.toId === id && s.onDay <= today) found.add(s.fromId)
  return [...found]
}
