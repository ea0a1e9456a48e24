import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { councilSeats } from '../election/council-seats.ts'
import { election } from '../election/election.ts'
import { levelling } from '../election/levelling.ts'
import { substituteOrder } from '../election/substitute-order.ts'
import { defaultVariants } from '../variants.ts'

// The elections counted a second time, as plainly as the statutes tell it: lag 2022:629 14–22 §§, vallag 14:3–8.

type Fraction = readonly [bigint, bigint]
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b
const same = (x: Fraction, y: Fraction): boolean => !less(x, y) && !less(y, x)
const top = <T>(all: readonly T[], of: (one: T) => Fraction): readonly T[] => {
  const most = all.map(of).reduce((best, one) => (less(best, one) ? one : best), [-1n, 1n] as Fraction)
  return all.filter((one) => same(of(one), most))
}
const odd = (votes: number, seats: number): Fraction => (seats === 0 ? [BigInt(votes) * 5n, 6n] : [BigInt(votes), BigInt(2 * seats + 1)])

describe('a proportional election', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const mark = fc.oneof({ weight: 8, arbitrary: name }, fc.record({ name, struck: fc.boolean(), unclear: fc.boolean() }))
  const ballot = fc.record(
    {
      label: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('X', 'Y', 'Z') }, fc.constant(null)),
      names: fc.uniqueArray(mark, { maxLength: 5, selector: (m) => (typeof m === 'string' ? m : m.name) }),
      count: fc.integer({ min: 1, max: 12 }),
      fault: fc.constantFrom('not_closed' as const, 'form' as const),
    },
    { requiredKeys: ['label', 'names', 'count'] },
  )
  test('gives the same seats, numbers and lots as the second count', () => {
    fc.assert(
      fc.property(
        fc.array(ballot, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.subarray(['a', 'b', 'c']),
        fc.infiniteStream(fc.nat(5)),
        fc.boolean(),
        (all, seats, ineligible, draws, byRounds) => {
          const ballots = all.map((b, i) => (i % 4 === 0 ? b : { label: b.label, names: b.names, count: b.count }))
          const groups: { label: string; names: string[]; votes: number; gave: string[] }[] = []
          for (const b of ballots) {
            if (b.label === null || b.fault) continue
            const names = b.names
              .map((n) => (typeof n === 'string' ? { name: n, struck: false, unclear: false } : n))
              .filter((n) => !n.struck && !n.unclear && !ineligible.includes(n.name))
              .map((n) => n.name)
              .slice(0, seats)
            const known = groups.find((g) => g.label === b.label && g.names.join() === names.join())
            if (known) known.votes += b.count
            else groups.push({ label: b.label, names, votes: b.count, gave: [] })
          }
          // A seat that k groups share weighs 1/k on each: with at most five groups every load is a whole number of sixtieths.
          const load = (g: (typeof groups)[number]): bigint =>
            g.gave.reduce((sum, p) => sum + 60n / BigInt(groups.filter((h) => h.gave.includes(p)).length), 0n)
          const number = (g: (typeof groups)[number]): Fraction => [BigInt(g.votes) * 60n, load(g) + 60n]
          const lots: number[] = []
          const steps: [number, string][] = []
          const elected = (): string[] => [...new Set(steps.map(([, who]) => who))]
          while ((byRounds ? steps.length : elected().length) < seats) {
            const equal = top(
              groups.filter((g) => g.gave.length < g.names.length),
              number,
            )
            if (equal.length === 0) break
            const winner = equal[draws.next().value % equal.length] as (typeof groups)[number]
            if (equal.length > 1) lots.push(groups.indexOf(winner) + 1)
            const who = winner.names[winner.gave.length] as string
            winner.gave.push(who)
            steps.push([groups.indexOf(winner) + 1, who])
          }
          const variants = { ...defaultVariants, sharedSeats: byRounds ? ('one_round_a_seat' as const) : ('until_all_seats' as const) }
          const { value } = election({ seats, ballots, ineligible, lots }, variants)
          expect(value?.steps.map((s) => [s.group, s.name])).toEqual(steps)
          expect(value?.elected).toEqual(elected())
          expect(value?.groups.map((g) => [g.label, g.names, g.votes])).toEqual(groups.map((g) => [g.label, g.names, g.votes]))
          expect(value?.status).not.toBe('lot')
          if (lots.length > 0) expect(election({ seats, ballots, ineligible, lots: lots.slice(0, -1) }, variants).value?.status).toBe('lot')
        },
      ),
      { numRuns: 1500 },
    )
  })
})

test('the order of substitutes: own label, then votes, then the list (22 §)', () => {
  const groups = fc.array(fc.record({ label: fc.constantFrom('X', 'Y', 'Z'), votes: fc.nat(6), size: fc.nat(3) }), { maxLength: 5 })
  fc.assert(
    fc.property(groups, fc.constantFrom('X', 'Y', 'Q'), (asked, label) => {
      const all = asked.map((g, i) => ({ label: g.label, votes: g.votes, substitutes: Array.from({ length: g.size }, (_, k) => `s${i}${k}`) }))
      const taking = all.filter((g) => g.substitutes.length > 0)
      const order = [true, false].flatMap((own) => taking.filter((g) => (g.label === label) === own).toSorted((a, b) => b.votes - a.votes))
      const lot = order.some((g, i) => i > 0 && g.votes === order[i - 1]?.votes && (g.label === label) === (order[i - 1]?.label === label))
      const { value } = substituteOrder({ labels: [label], groups: all })
      expect(value?.status).toBe(lot ? 'lot' : 'done')
      if (!lot) expect(value?.order.map((o) => o.name)).toEqual(order.flatMap((g) => g.substitutes))
    }),
    { numRuns: 500 },
  )
})

describe('the seats of a council', () => {
  test('one by one to the largest number, among parties of two per cent', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 61 }), fc.nat(200), (votes, seats, others) => {
        const valid = votes.reduce((a, b) => a + b, others)
        const taking = votes.map((v, party) => ({ party, v, n: 0 })).filter(({ v }) => v > 0 && v * 100 >= valid * 2)
        let lot = false
        for (let left = seats; left > 0 && taking.length > 0 && !lot; left--) {
          const equal = top(taking, ({ v, n }) => odd(v, n))
          if (equal.length > left) lot = true
          else (equal[0] as (typeof taking)[number]).n++
        }
        const { value } = councilSeats({ seats, validVotes: valid, constituencies: false, parties: votes.map((v, i) => ({ name: `P${i}`, votes: v })) })
        expect(value?.status).toBe(lot ? 'lot' : 'done')
        expect(value?.seats.map((s) => s.seats)).toEqual(votes.map((_, party) => taking.find((t) => t.party === party)?.n ?? 0))
      }),
      { numRuns: 800 },
    )
  })

  test('in constituencies: everybody’s share where it can be reached, no seat lost, none beyond it but where none could be moved', () => {
    const party = fc.array(fc.integer({ min: 40, max: 4000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(party, { minLength: 2, maxLength: 6 }),
        fc.array(fc.integer({ min: 3, max: 14 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 2, max: 5 }),
        fc.infiniteStream(fc.nat(7)),
        (votes, fixed, extra, draws) => {
          const places = ['N', 'S', 'V']
          const facts = {
            constituencies: places.map((name, i) => ({ name, seats: fixed[i] ?? 3 })),
            levelling: extra,
            parties: votes.map((by, i) => ({ name: `P${i}`, votes: Object.fromEntries(places.map((c, k) => [c, by[k] ?? 0])) })),
          }
          const lots: string[] = []
          let ruled = levelling(facts)
          while (ruled.value?.lot) {
            lots.push(ruled.value.lot.among[draws.next().value % ruled.value.lot.among.length] as string)
            ruled = levelling({ ...facts, lots })
          }
          const value = ruled.value
          const all = fixed.reduce((a, b) => a + b, extra)
          expect(ruled.ok).toBe(true)
          expect(value?.parties.reduce((sum, p) => sum + p.seats, 0)).toBe(all)
          // Everyone has voters everywhere and every constituency three seats: then everybody has the share of the whole.
          expect(value?.parties.every((p) => p.seats === p.share)).toBe(true)
          const shares = councilSeats({
            seats: all,
            constituencies: true,
            parties: votes.map((by, i) => ({ name: `P${i}`, votes: by.reduce((a, b) => a + b, 0) })),
          })
          if (shares.value?.status === 'done') expect(value?.parties.map((p) => p.share)).toEqual(shares.value.seats.map((s) => s.seats))
          for (const [i, { name, seats }] of facts.constituencies.entries()) {
            expect(value?.steps.filter((s) => s.kind === 'fixed' && s.constituency === name)).toHaveLength(seats)
            expect(value?.constituencies[i]?.seats.reduce((sum, s) => sum + s.fixed, 0)).toBe(seats)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
