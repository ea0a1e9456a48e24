import { compare, type Rational, rational, written } from '../rational.ts'
import type { LevellingFacts, LevellingLot, LevellingStep } from './levelling-shapes.ts'
import { largest, oddQuotient } from './odd-numbers.ts'

type Ask<T> = Generator<LevellingLot, T, string>

/** A party while seats are given: its votes and seats by constituency. Local to one count. */
export interface Party {
  readonly name: string
  readonly votes: number
  readonly in: ReadonlyMap<string, { readonly votes: number; fixed: number; levelling: number; readonly won: Rational[] }>
  share: number
  first: number
  returned: number
  moved: number
  levelling: number
}

/** A count under way: what is given so far can be told also where it waits for a lot. */
export interface Count {
  readonly facts: LevellingFacts
  readonly taking: readonly Party[]
  readonly steps: LevellingStep[]
}

const placeOf = (party: Party, constituency: string) => party.in.get(constituency) ?? { votes: 0, fixed: 0, levelling: 0, won: [] }
/** The fixed seats a party has now. */
const fixedOf = (party: Party): number => party.first - party.returned + party.moved
/** All its seats. */
export const seatsOf = (party: Party): number => fixedOf(party) + party.levelling

/** The fixed seats of each constituency on the parties that take part (vallag 14:7 by 14:3). */
const giveFixed = function* ({ facts, taking, steps }: Count): Ask<void> {
  for (const { name: constituency, seats } of facts.constituencies) {
    for (let left = seats; left > 0; left--) {
      const running = taking.flatMap((party) => {
        const place = placeOf(party, constituency)
        return place.votes === 0 ? [] : [{ party, place, quotient: oddQuotient(place.votes, place.fixed) }]
      })
      const tied = largest(running)
      if (tied[0] === undefined) break
      const byLot = tied.length > left
      const drawn = byLot
        ? yield { step: 'fixed', constituency, party: null, among: tied.map(({ party }) => party.name), quotient: written(tied[0].quotient) }
        : null
      const { party, place, quotient } = tied.find((t) => t.party.name === drawn) ?? tied[0]
      place.fixed++
      place.won.push(quotient)
      party.first++
      steps.push({ kind: 'fixed', constituency, party: party.name, quotient: written(quotient), byLot })
    }
  }
}

/** What each party would have with the municipality as one constituency (14:4). */
const giveShares = function* (parties: readonly Party[], seats: number): Ask<void> {
  for (const party of parties) party.share = 0
  for (let left = seats; left > 0; left--) {
    const tied = largest(parties.map((party) => ({ party, quotient: oddQuotient(party.votes, party.share) })))
    if (tied[0] === undefined) break
    const drawn =
      tied.length > left
        ? yield { step: 'share', constituency: null, party: null, among: tied.map(({ party }) => party.name), quotient: written(tied[0].quotient) }
        : null
    const winner = tied.find(({ party }) => party.name === drawn) ?? tied[0]
    winner.party.share++
  }
}

const leastForReturn = 3

/** Seats beyond a party's share, those won by the lowest numbers, are given back; not where there are fewer than three fixed seats (14:4 a). */
const giveBack = function* ({ facts, taking, steps }: Count): Ask<ReadonlyMap<string, number>> {
  const open = new Map<string, number>()
  const short = taking.filter((party) => party.first < party.share)
  for (const party of taking) {
    for (let surplus = party.first - party.share; surplus > 0; surplus--) {
      const able = facts.constituencies.filter(({ name, seats }) => seats >= leastForReturn && short.some((other) => placeOf(other, name).votes > 0))
      const held = able.flatMap(({ name }) => {
        const quotient = placeOf(party, name).won.at(-1)
        return quotient === undefined ? [] : [{ name, quotient }]
      })
      const lowest = held.reduce<typeof held>((low, one) => {
        const than = low[0] === undefined ? -1 : compare(one.quotient, low[0].quotient)
        return than < 0 ? [one] : than === 0 ? [...low, one] : low
      }, [])
      if (lowest[0] === undefined) break
      const byLot = lowest.length > surplus
      const drawn = byLot
        ? yield { step: 'returned', constituency: null, party: party.name, among: lowest.map(({ name }) => name), quotient: written(lowest[0].quotient) }
        : null
      const { name: constituency, quotient } = lowest.find(({ name }) => name === drawn) ?? lowest[0]
      const place = placeOf(party, constituency)
      place.won.pop()
      place.fixed--
      party.returned++
      open.set(constituency, (open.get(constituency) ?? 0) + 1)
      steps.push({ kind: 'returned', constituency, party: party.name, quotient: written(quotient), byLot })
    }
  }
  return open
}

/** Seats given back go, the largest number first over all constituencies, to parties that have not reached their share (14:4 a–b). */
const moveOn = function* ({ taking, steps }: Count, given: ReadonlyMap<string, number>): Ask<void> {
  const open = new Map(given)
  for (;;) {
    const running = [...open].flatMap(([constituency, left]) =>
      left === 0
        ? []
        : taking.flatMap((party) => {
            const place = placeOf(party, constituency)
            return place.votes === 0 || fixedOf(party) >= party.share ? [] : [{ party, place, constituency, quotient: oddQuotient(place.votes, place.fixed) }]
          }),
    )
    const tied = largest(running)
    if (tied[0] === undefined) return
    const nameOf = ({ party, constituency }: (typeof tied)[number]): string => `${party.name}, ${constituency}`
    const byLot = tied.length > 1
    const drawn = byLot ? yield { step: 'moved', constituency: null, party: null, among: tied.map(nameOf), quotient: written(tied[0].quotient) } : null
    const { party, place, constituency, quotient } = tied.find((t) => nameOf(t) === drawn) ?? tied[0]
    place.fixed++
    place.won.push(quotient)
    party.moved++
    open.set(constituency, (open.get(constituency) ?? 0) - 1)
    steps.push({ kind: 'moved', constituency, party: party.name, quotient: written(quotient), byLot })
  }
}

/** A party that still has more than its share is left out with its seats, and the others share what is left anew (14:5). */
const leaveOut = function* (parties: readonly Party[], seats: number): Ask<readonly Party[]> {
  const over = parties.filter((party) => fixedOf(party) > party.share)
  if (over.length === 0) return parties
  const rest = parties.filter((party) => !over.includes(party))
  const left = seats - over.reduce((sum, party) => sum + fixedOf(party), 0)
  yield* giveShares(rest, left)
  return yield* leaveOut(rest, left)
}

/** A party's levelling seats go one by one to the constituency where its number is largest; its votes themselves where it has no seat (14:5). */
const placeLevelling = function* (party: Party, { steps }: Count): Ask<void> {
  for (let left = party.share - fixedOf(party); left > 0; left--) {
    const places = [...party.in].map(([constituency, place]) => {
      const seats = place.fixed + place.levelling
      return { constituency, place, quotient: seats === 0 ? rational(place.votes) : oddQuotient(place.votes, seats) }
    })
    const tied = largest(places)
    if (tied[0] === undefined) return
    const byLot = tied.length > left
    const drawn = byLot
      ? yield { step: 'levelling', constituency: null, party: party.name, among: tied.map((t) => t.constituency), quotient: written(tied[0].quotient) }
      : null
    const { constituency, place, quotient } = tied.find((t) => t.constituency === drawn) ?? tied[0]
    place.levelling++
    party.levelling++
    steps.push({ kind: 'levelling', constituency, party: party.name, quotient: written(quotient), byLot })
  }
}

/** The whole count; it asks for each lot that decides anything, and goes on with the name that was drawn. */
export const level = function* (count: Count): Ask<void> {
  const all = count.facts.constituencies.reduce((sum, { seats }) => sum + seats, 0) + count.facts.levelling
  yield* giveFixed(count)
  yield* giveShares(count.taking, all)
  yield* moveOn(count, yield* giveBack(count))
  for (const party of yield* leaveOut(count.taking, all)) yield* placeLevelling(party, count)
}
