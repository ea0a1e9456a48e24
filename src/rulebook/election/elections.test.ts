import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { councilSeats } from './council-seats.ts'
import { proportionalDemand } from './demand.ts'
import { election } from './election.ts'
import type { ElectionFacts } from './election-shapes.ts'
import { drawLots } from './lot.ts'
import { substituteOrder } from './substitute-order.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)
const list = (label: string, count: number, names: readonly string[]) => ({ label, count, names })
const many = (label: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${label}${i + 1}`)
const elect = (seats: number, ballots: ElectionFacts['ballots'], more: Partial<ElectionFacts> = {}) => election({ seats, ballots, ...more }, defaultVariants)

describe('demand for proportional election (E-R)', () => {
  it.each([
    [57, 11, '19/4', 5],
    [61, 5, '61/6', 11],
    [48, 11, '4', 4],
    [13, 3, '13/4', 4],
    [57, 1, '57/2', 29],
  ])('%i present, %i seats: %s, so %i', (present, seats, exact, required) => {
    expect(proportionalDemand({ present, seats, demanding: required })).toMatchObject({ ok: true, value: { quotient: { exact }, required } })
    expect(codes(proportionalDemand({ present, seats, demanding: required - 1 }))).toEqual(['demand.few'])
  })
  it('substitutes only if the members were', () =>
    expect(codes(proportionalDemand({ present: 57, seats: 11, demanding: 5, forSubstitutes: true, membersProportional: false }))).toEqual([
      'demand.substitutes',
    ]))
  it('nobody demands nothing', () => expect(codes(proportionalDemand({ present: 0, seats: 5, demanding: 0 }))).toEqual(['demand.few']))
})

describe('proportional elections', () => {
  it('E1: 6–3–2, in the order of the catalogue', () => {
    const { value } = elect(11, [list('X', 29, many('x', 11)), list('Y', 17, many('y', 11)), list('Z', 11, many('z', 11))])
    expect(value?.steps.map(({ label, quotient }) => `${label} ${quotient.exact}`)).toEqual([
      'X 29',
      'Y 17',
      'X 29/2',
      'Z 11',
      'X 29/3',
      'Y 17/2',
      'X 29/4',
      'X 29/5',
      'Y 17/3',
      'Z 11/2',
      'X 29/6',
    ])
    expect(value?.groups.map(({ seats }) => seats)).toEqual([6, 3, 2])
  })
  it('E2: one person on two lists is shared by halves', () => {
    const { value } = elect(3, [list('X', 6, ['a', 'b', 'c']), list('Y', 5, ['b', 'd', 'e'])])
    expect(value?.elected).toEqual(['a', 'b', 'd'])
    expect(value?.steps.map(({ label, name, quotient, shared }) => [label, name, quotient.exact, shared])).toEqual([
      ['X', 'a', '6', 1],
      ['Y', 'b', '5', 1],
      ['X', 'b', '3', 2],
      ['Y', 'd', '10/3', 1],
    ])
    expect(
      election({ seats: 3, ballots: [list('X', 6, ['a', 'b', 'c']), list('Y', 5, ['b', 'd', 'e'])] }, { ...defaultVariants, sharedSeats: 'one_round_a_seat' })
        .value,
    ).toMatchObject({ elected: ['a', 'b'], vacant: 1 })
  })
  it('E3: a lot, and on when it is drawn', () => {
    const ballots = [list('P', 8, ['p1', 'p2']), list('Q', 4, ['q1', 'q2'])]
    expect(elect(2, ballots).value).toMatchObject({ status: 'lot', elected: ['p1'], lot: { among: [1, 2], quotient: { exact: '4' } } })
    expect(elect(2, ballots, { lots: [2] }).value).toMatchObject({ status: 'done', elected: ['p1', 'q1'] })
    expect(elect(2, ballots, { lots: [1] }).value).toMatchObject({ status: 'done', elected: ['p1', 'p2'] })
    expect(elect(2, ballots, { lots: [3] })).toMatchObject({ ok: false, refusals: [{ code: 'election.lot', field: 'lots[0]' }], value: { status: 'lot' } })
  })
  it('one seat: the top of the largest group', () => {
    expect(elect(1, [list('X', 3, ['a', 'b']), list('Y', 2, ['c'])]).value?.elected).toEqual(['a'])
    expect(elect(1, [list('X', 3, ['a']), list('Y', 3, ['c'])]).value?.lot?.among).toEqual([1, 2])
  })
  it('equal lists under different labels are two groups, and different lists under one label too', () => {
    const { value } = elect(2, [list('X', 4, ['a', 'b']), list('Y', 3, ['a', 'b'])])
    expect(value?.steps.map(({ label, name, quotient }) => [label, name, quotient.exact])).toEqual([
      ['X', 'a', '4'],
      ['Y', 'a', '3'],
      ['X', 'b', '8/3'],
    ])
    expect(elect(2, [list('X', 4, ['a', 'b']), list('X', 3, ['b', 'a'])]).value?.groups).toHaveLength(2)
    expect(elect(2, [list('X', 4, ['a', 'b']), list('Y', 1, ['c']), list('X', 3, ['a', 'b'])]).value?.groups.map(({ votes }) => votes)).toEqual([7, 1])
  })
  it('lists that end leave seats to the others, or empty', () => {
    expect(elect(3, [list('X', 90, ['a']), list('Y', 1, ['b', 'c', 'd'])]).value).toMatchObject({ status: 'done', elected: ['a', 'b', 'c'] })
    expect(elect(3, [list('X', 9, ['a'])]).value).toMatchObject({ status: 'exhausted', elected: ['a'], vacant: 2 })
    expect(elect(3, []).value).toMatchObject({ status: 'exhausted', vacant: 3 })
  })
  it('leaves out what does not count, and says why', () => {
    const { value } = elect(
      2,
      [
        { ...list('X', 5, ['a', 'b']), fault: 'form' },
        { ...list('X', 2, ['a']), fault: 'not_closed' },
        { label: null, count: 4, names: ['q'] },
        { label: ' ', count: 1, names: ['q'] },
        list('Y', 1, ['i', 'y1', 'y1', 'y2', 'y3']),
        { label: 'Z', count: 1, names: [{ name: 's', struck: true }, { name: 'u', unclear: true }, 'z1'] },
      ],
      { ineligible: ['i'], maxNames: 2, lots: [1] },
    )
    expect(value?.groups.map(({ label, names }) => [label, names])).toEqual([
      ['Y', ['y1', 'y2']],
      ['Z', ['z1']],
    ])
    expect(value?.uncounted.map(({ why }) => why)).toEqual([
      'form',
      'not_closed',
      'no_label',
      'no_label',
      'ineligible',
      'unclear',
      'surplus',
      'struck',
      'unclear',
    ])
  })
  it('refuses more ballots than people', () => expect(codes(elect(1, [list('X', 6, ['a'])], { present: 5 }))).toEqual(['election.ballots']))

  // A second implementation: every load counted from the beginning each round, in whole numbers over a common denominator of all that can occur.
  test('agrees with a naive count', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const ballots = fc.array(
      fc.record({ label: fc.constantFrom('X', 'Y', 'Z', 'W'), count: fc.integer({ min: 1, max: 25 }), names: fc.shuffledSubarray(names, { minLength: 1 }) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.nat(5)), (asked, seats, draws) => {
        const groups: { label: string; names: string[]; votes: number; given: string[] }[] = []
        for (const { names: listed, ...rest } of asked) {
          const b = { ...rest, names: listed.slice(0, seats) }
          const same = groups.find((g) => g.label === b.label && g.names.join() === b.names.join())
          if (same) same.votes += b.count
          else groups.push({ label: b.label, names: b.names, votes: b.count, given: [] })
        }
        const lots: number[] = []
        const order: string[] = []
        for (;;) {
          if (new Set(order).size >= seats) break
          const able = groups.filter((g) => g.given.length < g.names.length)
          if (able.length === 0) break
          // With at most four groups every load is a whole number of twelfths.
          const twelfths = (g: (typeof groups)[number]): number =>
            g.given.reduce((sum, person) => sum + 12 / groups.filter((h) => h.given.includes(person)).length, 12)
          const largest = able.reduce((best, g) => (g.votes * twelfths(best) > best.votes * twelfths(g) ? g : best))
          const tied = able.filter((g) => g.votes * twelfths(largest) === largest.votes * twelfths(g))
          const winner = tied[draws.next().value % tied.length] as (typeof groups)[number]
          if (tied.length > 1) lots.push(groups.indexOf(winner) + 1)
          const person = winner.names[winner.given.length] as string
          winner.given.push(person)
          order.push(person)
        }
        const { value } = elect(seats, asked, { lots })
        expect(value?.steps.map(({ name }) => name)).toEqual(order)
        expect(value?.elected).toEqual([...new Set(order)])
        if (lots.length > 0) expect(elect(seats, asked).value?.status).toBe('lot')
      }),
      { numRuns: 400 },
    )
  })
})

describe('plain elections and lots', () => {
  const candidates = (votes: Record<string, number>) => Object.entries(votes).map(([name, v]) => ({ name, votes: v }))
  it.each([
    [1, { A: 29, B: 28 }, [], ['A'], null],
    [1, { A: 28, B: 28 }, [], [], { among: ['A', 'B'], places: 1 }],
    [1, { A: 28, B: 28 }, ['B'], ['B'], null],
    [3, { A: 9, B: 7, C: 7, D: 7, E: 1 }, [], ['A'], { among: ['B', 'C', 'D'], places: 2 }],
    [3, { A: 9, B: 7, C: 7, D: 7, E: 1 }, ['C'], ['A', 'C'], { among: ['B', 'D'], places: 1 }],
    [3, { A: 9, B: 7, C: 7, D: 7, E: 1 }, ['C', 'B'], ['A', 'C', 'B'], null],
    [3, { A: 9, B: 7, C: 7 }, [], ['A', 'B', 'C'], null],
    [3, { A: 9, B: 0 }, [], ['A'], null],
    [2, { A: 5, B: 5, C: 4 }, [], ['A', 'B'], null],
  ] as const)('%i places, %j, lots %j: %j %j', (places, votes, lots, elected, lot) =>
    expect(drawLots({ places, candidates: candidates(votes), lots: [...lots] }).value).toMatchObject({ elected, lot }),
  )
  it('a lot outside the tie is refused', () =>
    expect(codes(drawLots({ places: 1, candidates: candidates({ A: 2, B: 2 }), lots: ['C'] }))).toEqual(['lot.stranger']))
})

describe('the order of substitutes', () => {
  const groups = [
    { label: 'Y', votes: 17, substitutes: ['y1', 's'] },
    { label: 'X', votes: 11, substitutes: ['x1', 's'] },
    { label: 'Z', votes: 17, substitutes: ['z1'] },
  ]
  it('the same label first, then by votes, nobody twice', () => {
    expect(substituteOrder({ labels: ['X'], groups: groups.slice(0, 2) }).value?.order.map(({ name }) => name)).toEqual(['x1', 's', 'y1'])
    expect(substituteOrder({ labels: ['Q'], groups: groups.slice(0, 2) }).value?.order.map(({ name }) => name)).toEqual(['y1', 's', 'x1'])
  })
  it('the lot between equal votes', () => {
    expect(substituteOrder({ labels: ['X'], groups }).value).toMatchObject({ status: 'lot', order: [{ name: 'x1' }, { name: 's' }], lot: { among: [1, 3] } })
    expect(substituteOrder({ labels: ['X'], groups, lots: [3] }).value?.order.map(({ name }) => name)).toEqual(['x1', 's', 'z1', 'y1'])
    expect(codes(substituteOrder({ labels: ['X'], groups, lots: [2] }))).toEqual(['order.lot'])
  })
  test('agrees with sorting', () => {
    const shapes = fc.uniqueArray(
      fc.record({ label: fc.constantFrom('X', 'Y', 'Z'), votes: fc.integer({ min: 1, max: 500 }), substitutes: fc.shuffledSubarray(['a', 'b', 'c', 'd']) }),
      { selector: (g) => g.votes, maxLength: 8 },
    )
    fc.assert(
      fc.property(shapes, fc.subarray(['X', 'Y', 'Z']), (asked, labels) => {
        const wanted = asked
          .toSorted((a, b) => Number(labels[0] === b.label) - Number(labels[0] === a.label) || b.votes - a.votes)
          .flatMap(({ substitutes }) => substitutes)
        expect(substituteOrder({ labels, groups: asked }).value?.order.map(({ name }) => name)).toEqual([...new Set(wanted)])
      }),
    )
  })
})

describe('the seats of a council (F)', () => {
  const votes = { S: 6200, M: 4100, SD: 3900, C: 1500, V: 1300, L: 700, KD: 650, Lokal: 350 }
  const parties = Object.entries(votes).map(([name, v]) => ({ name, votes: v }))
  it('18 700 votes, 41 seats', () => {
    const { value } = councilSeats({ seats: 41, validVotes: 18_700, constituencies: false, parties })
    expect(value?.threshold).toBe(374)
    expect(value?.seats.map(({ seats }) => seats)).toEqual([14, 9, 9, 3, 3, 2, 1, 0])
  })
  it.each([
    [false, 373, true],
    [false, 374, false],
    [true, 560, true],
    [true, 561, false],
  ])('divided %s: %i of 18 700 is below %s', (constituencies, v, below) =>
    expect(
      councilSeats({
        seats: 41,
        validVotes: 18_700,
        constituencies,
        parties: [
          { name: 'A', votes: 10_000 },
          { name: 'B', votes: v },
        ],
      }).value?.seats[1]?.below,
    ).toBe(below),
  )
  it('the last seat by lot', () => {
    const even = {
      seats: 3,
      constituencies: false,
      parties: [
        { name: 'A', votes: 100 },
        { name: 'B', votes: 100 },
      ],
    }
    expect(councilSeats(even).value).toMatchObject({ status: 'lot', lot: { among: ['A', 'B'], quotient: { exact: '100/3' } } })
    expect(councilSeats({ ...even, lots: ['B'] }).value?.seats.map(({ seats }) => seats)).toEqual([1, 2])
    expect(codes(councilSeats({ ...even, lots: ['C'] }))).toEqual(['allotment.lot'])
    expect(councilSeats({ ...even, parties: [] }).value).toMatchObject({ status: 'done', seats: [] })
  })
  test('agrees with sorting every comparative number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_991 }), { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 101 }), (counts, seats) => {
        const total = counts.reduce((a, b) => a + b, 0)
        const all = counts
          .flatMap((v, party) => (v * 100 >= 2 * total ? Array.from({ length: seats }, (_, k) => ({ party, q: k === 0 ? v / 1.2 : v / (2 * k + 1) })) : []))
          .toSorted((a, b) => b.q - a.q)
        fc.pre(Math.abs((all[seats - 1]?.q ?? 0) - (all[seats]?.q ?? -1)) > 1e-6)
        const wanted = counts.map((_, party) => all.slice(0, seats).filter((x) => x.party === party).length)
        expect(
          councilSeats({ seats, constituencies: false, parties: counts.map((v, i) => ({ name: `P${i}`, votes: v })) }).value?.seats.map((s) => s.seats),
        ).toEqual(wanted)
      }),
      { numRuns: 200 },
    )
  })
})
