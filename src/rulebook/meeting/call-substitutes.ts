import type { ServingFacts } from './serving-shapes.ts'

type Person = ServingFacts['substitutes'][number]
type Member = ServingFacts['members'][number]

/** Which substitutes may be called to a seat: lists in order of preference, each in its own order. Worked out once a meeting. */
export type Callable = (seat: Member) => readonly (readonly string[])[]

/** What stands under a name itself: names are whatever anyone calls a party, also '__proto__'. */
const own = (lists: Readonly<Record<string, readonly string[]>> | undefined, name: string): readonly string[] | undefined =>
  lists !== undefined && Object.hasOwn(lists, name) ? lists[name] : undefined

const key = (party: string, constituency: string): string => `${party.length} ${party}${constituency}`

/**
 * The lists of substitutes for a seat: same party and same constituency first, then the party's other constituencies in the order
 * of fallback (KL 5:21); in boards, where constituencies have no meaning, also other groups, as the council has decided (KL 6:17). In a
 * council a seat outside the parties has none.
 */
export const callableOf = (facts: ServingFacts): Callable => {
  const lists = new Map<string, string[]>()
  const place = ({ constituency = '' }: Person): string => (facts.body === 'council' ? constituency : '')
  const seen = new Set<string>(facts.constituencies ?? [])
  for (const member of facts.members) seen.add(place(member))
  for (const substitute of facts.substitutes) {
    const [{ id, party }, constituency] = [substitute, place(substitute)]
    seen.add(constituency)
    const at = key(party ?? '', constituency)
    const list = lists.get(at)
    if (list) list.push(id)
    else lists.set(at, [id])
  }
  const order = [...seen]
  // Where members have substitutes of their own: those of the party's first place in the constituency, then of the second, and so on (KL 5:21).
  const orders = new Map<string, (readonly string[])[]>()
  for (const member of facts.body === 'council' ? facts.members : []) {
    if (member.order === undefined || member.party === null) continue
    const at = key(member.party, place(member))
    orders.set(at, [...(orders.get(at) ?? []), member.order])
  }
  const made = new Map<string, readonly (readonly string[])[]>()
  return (seat) => {
    const [{ party }, constituency] = [seat, place(seat)]
    if (party === null && facts.body === 'council') return []
    const at = key(party ?? '', constituency)
    const withOwn = (chain: readonly (readonly string[])[]) => (seat.order === undefined || facts.body !== 'council' ? chain : [seat.order, ...chain])
    const known = made.get(at)
    if (known) return withOwn(known)
    const others = own(facts.fallback, constituency) ?? order.filter((c) => c !== constituency)
    const parties = [...new Set([party ?? '', ...(facts.body === 'council' ? [] : (own(facts.partyFallback, party ?? '') ?? []))])]
    const places = [...new Set([constituency, ...others])]
    const chain = parties.flatMap((p) => places.flatMap((c) => [...(orders.get(key(p, c)) ?? []), lists.get(key(p, c)) ?? []]))
    made.set(at, chain)
    return withOwn(chain)
  }
}

/**
 * Fills open seats: every seat from its first list before any from its second, so that nobody takes another constituency's own
 * substitute. Within a list one who has begun to serve comes before the order (KL 5:18). `free` tells who can be called.
 */
export const callSubstitutes = (
  open: readonly Member[],
  callable: Callable,
  free: (who: string) => boolean,
  hasServed: (who: string) => boolean,
): ReadonlyMap<string, string> => {
  const called = new Map<string, string>()
  if (open.length === 0) return called
  const taken = new Set<string>()
  const chains = open.map((seat) => ({ seat, chain: callable(seat) }))
  const longest = Math.max(...chains.map(({ chain }) => chain.length))
  for (let round = 0; round < longest; round++) {
    for (const { seat, chain } of chains) {
      if (called.has(seat.id)) continue
      const able = (chain[round] ?? []).filter((who) => !taken.has(who) && free(who))
      const who = able.find(hasServed) ?? able[0]
      if (who === undefined) continue
      called.set(seat.id, who)
      taken.add(who)
    }
  }
  return called
}
