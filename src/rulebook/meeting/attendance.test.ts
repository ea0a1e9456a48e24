import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { boardConflict } from './board-conflict.ts'
import { councilConflict } from './council-conflict.ts'
import { quorum } from './quorum.ts'
import { serving } from './serving.ts'
import type { ServingFacts } from './serving-shapes.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)

describe('quorum (A-07)', () => {
  it.each([
    [61, 31],
    [13, 7],
    [10, 6],
    [57, 29],
    [1, 1],
    [2, 2],
    [101, 51],
  ])('%i seats need %i', (seats, required) => {
    expect(quorum({ body: 'council', seats, present: required })).toMatchObject({ ok: true, value: { required } })
    expect(quorum({ body: 'board', seats, present: required - 1 })).toMatchObject({ ok: false, value: { required } })
  })
  it('lets the council, but no board, go on when conflict leaves it short (KL 5:46)', () => {
    expect(quorum({ body: 'council', seats: 61, present: 20, awayForConflict: 11 })).toMatchObject({ ok: true, value: { byConflictException: true } })
    expect(quorum({ body: 'council', seats: 61, present: 20, awayForConflict: 10 })).toMatchObject({ ok: false })
    expect(quorum({ body: 'board', seats: 13, present: 6, awayForConflict: 7 })).toMatchObject({ ok: false })
    expect(quorum({ body: 'board', seats: 13, present: 7, awayForConflict: 7 })).toMatchObject({ ok: false, value: null })
  })
  it('says its numbers', () => {
    const { reasons } = quorum({ body: 'council', seats: 57, present: 29 })
    expect(reasons[0]?.text.sv).toBe('29 av 57 närvarande. Mer än hälften av 57 platser krävs: 29.')
  })
  test('agrees with the words of the law', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 101 }), fc.nat(101), (seats, present) => {
        fc.pre(present <= seats)
        return quorum({ body: 'board', seats, present }).ok === present / seats > 0.5
      }),
    )
  })
})

describe('conflict of interest', () => {
  it.each([
    ['discharge', [], true, true],
    ['auditor_election', [], true, true],
    ['ordinary', [], true, false],
    ['ordinary', ['child'], false, true],
    ['discharge', [], false, false],
  ] as const)('council: %s, %j, accountable %s: %s (A-10)', (item, personallyConcerns, accountable, conflict) => {
    expect(councilConflict({ item, personallyConcerns, accountable })).toMatchObject({
      ok: !conflict,
      value: { conflict, mayTakePart: !conflict, mayBePresent: true },
    })
    expect(councilConflict({ item, personallyConcerns, accountable, takesPart: false }).ok).toBe(true)
  })
  it.each([
    [['close_party'], false, false, true, ['conflict.takes_part', 'conflict.present']],
    [['close_party'], false, true, false, []],
    [['municipal_company'], false, false, false, []],
    [['municipal_company'], true, false, true, ['conflict.takes_part', 'conflict.present']],
    [[], true, false, false, []],
  ] as const)('board: %j, authority %s, irrelevant %s: %s (A-11)', (grounds, authorityExercise, obviouslyIrrelevant, conflict, wanted) => {
    const ruled = boardConflict({ grounds, authorityExercise, obviouslyIrrelevant })
    expect(ruled.value).toMatchObject({ conflict, mayBePresent: !conflict })
    expect(codes(ruled)).toEqual(wanted)
  })
  it('the sister of an applicant leaves the room, and tells unasked', () => {
    const facts = { grounds: ['close_party'], authorityExercise: true, obviouslyIrrelevant: false } as const
    expect(codes(boardConflict({ ...facts, takesPart: false, present: true }))).toEqual(['conflict.present'])
    expect(codes(boardConflict({ ...facts, takesPart: false, present: false, disclosed: false }))).toEqual(['conflict.undisclosed'])
  })
})

const x = (id: string, constituency?: string): ServingFacts['members'][number] => (constituency ? { id, party: 'X', constituency } : { id, party: 'X' })
const item = (name: string, conflicts: readonly string[] = []) => ({ kind: 'item', item: name, conflicts }) as const
const arrive = (who: string) => ({ kind: 'arrive', who }) as const
const leave = (who: string, reason: 'conflict' | 'other') => ({ kind: 'leave', who, reason }) as const
const run = (facts: Partial<ServingFacts>, variants = defaultVariants) => {
  const ruled = serving(
    {
      body: 'council',
      members: ['a', 'b', 'c'].map((id) => x(id)),
      substitutes: ['s1', 's2', 's3'].map((id) => x(id)),
      present: ['a', 'b', 'c'],
      course: [],
      ...facts,
    },
    variants,
  )
  const seats = ruled.value?.items.map((i) => i.serving.map(({ seat, who }) => (seat === who ? seat : `${seat}:${who}`)).join(' '))
  return { seats, codes: codes(ruled), ruled }
}

describe('who serves (A-04)', () => {
  it('calls in the fixed order, and only the same party', () => {
    expect(run({ present: ['a', 'b', 's2', 's1'], course: [item('1')] }).seats).toEqual(['a b c:s1'])
    expect(run({ substitutes: [{ id: 's1', party: 'Y' }, x('s2')], present: ['a', 'b', 's1', 's2'], course: [item('1')] }).seats).toEqual(['a b c:s2'])
    expect(run({ members: [x('a'), x('b'), { id: 'c', party: null }], present: ['a', 'b', 's1'], course: [item('1')] }).seats).toEqual(['a b'])
  })
  it('one who serves keeps the precedence when an earlier one arrives', () => {
    expect(run({ present: ['a', 'b', 's2'], course: [item('1'), arrive('s1'), item('2')] }).seats).toEqual(['a b c:s2', 'a b c:s2'])
  })
  it('a member who arrives always takes the seat, and the substitute goes first to the next one', () => {
    expect(run({ present: ['a', 'b', 's2'], course: [item('1'), arrive('s1'), arrive('c'), item('2'), leave('a', 'other'), item('3')] }).seats).toEqual([
      'a b c:s2',
      'a b c',
      'a:s2 b c',
    ])
  })
  it('left for conflict in § 7, back in § 8', () => {
    expect(run({ present: ['a', 'b', 'c', 's1'], course: [item('6'), leave('a', 'conflict'), item('7'), arrive('a'), item('8')] })).toMatchObject({
      seats: ['a b c', 'a:s1 b c', 'a b c'],
      codes: [],
    })
    expect(run({ present: ['a', 'b', 'c', 's1'], course: [item('7', ['a']), item('8')] }).seats).toEqual(['a:s1 b c', 'a b c'])
  })
  it('left at 19 ill, back at 20: not again the same day', () => {
    expect(run({ present: ['a', 'b', 'c', 's1'], course: [item('1'), leave('a', 'other'), item('2'), arrive('a'), item('3')] })).toMatchObject({
      seats: ['a b c', 'a:s1 b c', 'a:s1 b c'],
      codes: ['serving.again'],
    })
  })
  it('a substitute who left while serving does not serve again, unless the municipality lets it', () => {
    const facts = { present: ['a', 'b', 's1', 's2'], course: [item('1'), leave('s1', 'other'), item('2'), arrive('s1'), leave('a', 'other'), item('3')] }
    expect(run(facts).seats).toEqual(['a b c:s1', 'a b c:s2', 'b c:s2'])
    expect(run(facts, { ...defaultVariants, substituteMayReturn: true }).seats).toEqual(['a b c:s1', 'a b c:s2', 'a:s1 b c:s2'])
  })
  it('a substitute in conflict gets the seat back after the item', () => {
    expect(run({ present: ['a', 'b', 's1', 's2'], course: [item('1'), item('2', ['s1']), item('3')] }).seats).toEqual(['a b c:s1', 'a b c:s2', 'a b c:s1'])
  })
  it('same constituency first, then the order of fallback; nobody takes another’s own', () => {
    const members = [x('a', 'N'), x('b', 'S'), x('c', 'V')]
    const substitutes = [x('s1', 'S'), x('s2', 'V'), x('s3', 'V')]
    const open = { members, substitutes, present: ['s1', 's2', 's3'], course: [item('1')] }
    expect(run(open).seats).toEqual(['a:s3 b:s1 c:s2'])
    expect(run({ ...open, fallback: { N: ['S', 'V'] }, present: ['b', 's1', 's2'] }).seats).toEqual(['a:s1 b c:s2'])
    expect(run({ ...open, fallback: { N: ['V', 'S'] }, present: ['b', 'c', 's1', 's2'] }).seats).toEqual(['a:s2 b c'])
  })
  it('boards may let other groups in', () => {
    const facts = {
      body: 'board',
      members: [{ id: 'a', party: 'Y' }, x('b'), x('c')],
      partyFallback: { Y: ['X'] },
      present: ['b', 'c', 's1'],
      course: [item('1')],
    } as const
    expect(run(facts).seats).toEqual(['a:s1 b c'])
    expect(run({ ...facts, body: 'council' }).seats).toEqual(['b c'])
  })
  it('finds the wrong substitute, strangers and short items', () => {
    const claim = { ...item('1'), serving: [{ seat: 'c', who: 's2' }] }
    expect(run({ present: ['a', 'b', 's1', 's2'], course: [claim] }).codes).toEqual(['serving.wrong'])
    expect(run({ present: ['q'], course: [arrive('z')] })).toMatchObject({ seats: undefined, codes: ['serving.stranger', 'serving.stranger'] })
    expect(run({ present: ['a'], course: [item('1')] }).codes).toEqual(['quorum.short'])
    expect(run({ present: ['a', 'b'], course: [item('1', ['b'])] })).toMatchObject({
      codes: [],
      ruled: { value: { items: [{ awayForConflict: 1, quorate: true }] } },
    })
  })

  // A second implementation: a seat is filled by the first rank that has someone, tried seat by seat, for one item and one constituency.
  test('in a single item the first present of the party’s list serve, in order, as many as there are empty seats', () => {
    const parties = ['X', 'Y', 'Z']
    const bodies = fc.record({
      members: fc.array(fc.constantFrom(...parties), { minLength: 1, maxLength: 101 }),
      substitutes: fc.array(fc.constantFrom(...parties), { maxLength: 60 }),
      seed: fc.infiniteStream(fc.boolean()),
    })
    fc.assert(
      fc.property(bodies, ({ members, substitutes, seed }) => {
        const m = members.map((party, i) => ({ id: `m${i}`, party }))
        const s = substitutes.map((party, i) => ({ id: `s${i}`, party }))
        const present = [...m, ...s].filter(() => seed.next().value).map(({ id }) => id)
        const { ruled } = run({ members: m, substitutes: s, present, course: [item('1')] })
        const got = ruled.value?.items[0]?.serving.map(({ seat, who }) => `${seat}${who}`).toSorted()
        const wanted = parties.flatMap((p) => {
          const away = m.filter(({ id, party }) => party === p && !present.includes(id))
          const called = s.filter(({ id, party }) => party === p && present.includes(id))
          return away.slice(0, called.length).map(({ id }, i) => `${id}${called[i]?.id}`)
        })
        expect(got).toEqual([...wanted, ...m.filter(({ id }) => present.includes(id)).map(({ id }) => `${id}${id}`)].toSorted())
      }),
      { numRuns: 200 },
    )
  })
  test('whatever comes and goes: nobody on two seats, nobody away or in conflict, nobody back after leaving, and no seat empty that could be filled', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 's1', 's2', 's3']
    const step = fc.oneof(
      fc.constantFrom(...people).map(arrive),
      fc.tuple(fc.constantFrom(...people), fc.constantFrom('conflict' as const, 'other' as const)).map(([who, reason]) => leave(who, reason)),
      fc.subarray(people, { maxLength: 3 }).map((conflicts) => item('i', conflicts)),
    )
    fc.assert(
      fc.property(fc.subarray(people), fc.array(step, { maxLength: 30 }), (present, course) => {
        const { ruled } = run({ members: ['a', 'b', 'c', 'd', 'e'].map((id) => x(id)), present, course })
        const here = new Set(present)
        const gone = new Set<string>()
        let at = 0
        let last: string[] = []
        for (const s of course) {
          if (s.kind === 'arrive') here.add(s.who)
          if (s.kind === 'leave') {
            here.delete(s.who)
            if (s.reason === 'other' && (!s.who.startsWith('s') || last.includes(s.who))) gone.add(s.who)
          }
          if (s.kind !== 'item') continue
          const done = ruled.value?.items[at++]
          const who = done?.serving.map((p) => p.who) ?? []
          last = who
          expect(new Set(who).size).toBe(who.length)
          const able = people.filter((p) => here.has(p) && !gone.has(p) && !s.conflicts.includes(p))
          expect(who.every((p) => able.includes(p))).toBe(true)
          expect(able.filter((p) => !p.startsWith('s')).every((p) => who.includes(p))).toBe(true)
          if ((done?.vacant.length ?? 0) > 0) expect(able.every((p) => who.includes(p))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
