import type { Day } from '../kernel/day.ts'
import { isElected, type Post, seatRoles } from './post.ts'
import type { Holding } from './post-store.ts'
import { holdsOn } from './timeline.ts'

/** A post with whoever holds it on the day. */
export interface Manned {
  readonly post: Post
  readonly holder: Holding | null
}

/** The people of a body or unit on a day. */
export interface People {
  readonly members: readonly Manned[]
  readonly substitutes: readonly Manned[]
  readonly officials: readonly Manned[]
  /** Seats of each party, largest first; null is those who stand for none. */
  readonly parties: readonly { readonly party: string | null; readonly seats: number }[]
  /** Seats without a member; 0 where the number of seats is not known. */
  readonly empty: number
}

/**
 * Sorts the posts of a body by what they are and says who holds them on the day. A post nobody holds stands there if it is held
 * or to be held some day near: it has had a holder before, or has never had one and the day is not past.
 */
export const peopleOn = (posts: readonly Post[], holdings: readonly Holding[], seats: number | null, on: Day, today: Day): People => {
  const byPost = Map.groupBy(holdings, (h) => h.postId)
  const manned = posts.flatMap((post): Manned[] => {
    const own = byPost.get(post.id) ?? []
    const holder = own.find((h) => holdsOn(h, on)) ?? null
    const stands = holder !== null || own.some((h) => h.from <= on) || (own.length === 0 && on >= today)
    return stands ? [{ post, holder }] : []
  })
  const members = manned.filter(({ post }) => seatRoles.includes(post.role))
  const sitting = members.flatMap(({ holder }) => holder ?? [])
  // A place that was left for an office of the same body is no empty seat: the office has the seat. No more stand empty than there are seats.
  const spare = seats === null ? 0 : Math.max(0, members.length - Math.max(seats, sitting.length))
  const left = new Set(
    members
      .filter(({ holder }) => holder === null)
      .toReversed()
      .slice(0, spare)
      .map(({ post }) => post.id),
  )
  const parties = [...Map.groupBy(sitting, (h) => h.party)]
    .map(([party, own]) => ({ party, seats: own.length }))
    .toSorted((a, b) => b.seats - a.seats || (a.party ?? '\uffff').localeCompare(b.party ?? '\uffff', 'sv'))
  return {
    members: members.filter(({ post }) => !left.has(post.id)),
    substitutes: manned.filter(({ post }) => post.role === 'substitute'),
    officials: manned.filter(({ post }) => !isElected(post.role)),
    parties,
    empty: seats === null ? 0 : Math.max(0, seats - sitting.length),
  }
}
