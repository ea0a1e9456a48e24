import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { serving } from '../meeting/serving.ts'
import type { ServingFacts } from '../meeting/serving-shapes.ts'
import { defaultVariants } from '../variants.ts'

// Who serves, read a second time from KL 5:17–21: plainly, person by person, for bodies where nobody shares a name.

const person = (letter: string) => (party: string, i: number) => ({ id: `${letter}${i}`, party })
const sizes = fc.tuple(fc.array(fc.constantFrom('X', 'Y'), { minLength: 2, maxLength: 5 }), fc.array(fc.constantFrom('X', 'Y'), { maxLength: 4 }))
interface Happening {
  readonly what: number
  readonly whom: number
  readonly conflicts: readonly number[]
}
const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.record({ what: fc.nat(3), whom: fc.nat(8), conflicts: fc.array(fc.nat(8), { maxLength: 2 }) }), {
  minLength: 1,
  maxLength: 9,
})

/** Turns numbers into a course that can happen: nobody arrives who is there, leaves who is not, or comes back who may not. */
const courseOf = (ids: readonly string[], first: readonly string[], all: readonly Happening[]): ServingFacts['course'] => {
  const here = new Set(first)
  const gone = new Set<string>()
  return all.flatMap(({ what, whom, conflicts }): ServingFacts['course'][number][] => {
    const who = ids[whom % ids.length] as string
    if (what === 0 && !here.has(who) && !gone.has(who)) {
      here.add(who)
      return [{ kind: 'arrive', who }]
    }
    if (what === 1 && here.has(who)) {
      here.delete(who)
      if (whom % 2 === 1) gone.add(who)
      return [{ kind: 'leave', who, reason: whom % 2 === 1 ? 'other' : 'conflict' }]
    }
    return [{ kind: 'item', item: 'i', conflicts: [...new Set(conflicts.map((n) => ids[n % ids.length] as string))].filter((id) => here.has(id)) }]
  })
}

test('who may serves, who is there sits on the own seat, an empty seat means nobody can, and the first in order is called', () => {
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.boolean()), happenings, ([m, s], coins, all) => {
      const [members, substitutes] = [m.map(person('m')), s.map(person('s'))]
      const ids = [...members, ...substitutes].map(({ id }) => id)
      const present = ids.filter(() => coins.next().value)
      const course = courseOf(ids, present, all)
      const ruled = serving({ body: 'council', members, substitutes, present, course }, defaultVariants)
      const here = new Set(present)
      const begun = new Set<string>()
      let at = 0
      for (const step of course) {
        if (step.kind === 'arrive') here.add(step.who)
        if (step.kind === 'leave') here.delete(step.who)
        if (step.kind !== 'item') continue
        const done = ruled.value?.items[at++]
        const able = (id: string): boolean => here.has(id) && !(step.conflicts ?? []).includes(id)
        const holders = new Map(done?.serving.map(({ seat, who }) => [seat, who]))
        for (const { id } of members) if (able(id)) expect(holders.get(id)).toBe(id)
        for (const party of ['X', 'Y']) {
          const free = members.filter((one) => one.party === party && !able(one.id))
          const own = substitutes.filter((one) => one.party === party && able(one.id)).map(({ id }) => id)
          const called = free.flatMap(({ id }) => holders.get(id) ?? [])
          expect(new Set(called).size).toBe(called.length)
          expect(called).toHaveLength(Math.min(free.length, own.length))
          // Those who have begun to serve go before the order (5:18); else the first in it. One who steps aside for an item comes back after it.
          const order = [...own.filter((id) => begun.has(id)), ...own.filter((id) => !begun.has(id))]
          const before = own.filter((id) => begun.has(id)).length
          if (before <= called.length) expect(called.toSorted()).toEqual(order.slice(0, called.length).toSorted())
        }
        for (const { who, as } of done?.serving ?? []) if (as === 'substitute') begun.add(who)
        expect(done?.quorate).toBe((done?.present ?? 0) * 2 > members.length || ((done?.present ?? 0) + (done?.awayForConflict ?? 0)) * 2 > members.length)
      }
    }),
    { numRuns: 800 },
  )
})

it('a member’s own substitutes first, then those of the party’s first place, then of its second (KL 5:21)', () => {
  const facts = {
    body: 'council' as const,
    members: [
      { id: 'a', party: 'X', constituency: 'N', order: ['s1', 's2'] },
      { id: 'b', party: 'X', constituency: 'N', order: ['s3', 's1'] },
      { id: 'c', party: 'X', constituency: 'N', order: ['s4'] },
      { id: 'd', party: 'X', constituency: 'S', order: ['s5'] },
    ],
    substitutes: ['s1', 's2', 's3', 's4'].map((id) => ({ id, party: 'X', constituency: 'N' })).concat({ id: 's5', party: 'X', constituency: 'S' }),
    course: [{ kind: 'item' as const, item: '§ 1' }],
  }
  const seats = (present: readonly string[]) =>
    Object.fromEntries(serving({ ...facts, present }, defaultVariants).value?.items[0]?.serving.map(({ seat, who }) => [seat, who]) ?? [])
  expect(seats(['a', 'b', 'd', 's1', 's2', 's3', 's4', 's5'])).toMatchObject({ c: 's4' })
  expect(seats(['a', 'b', 'd', 's1', 's2', 's3', 's5'])).toMatchObject({ c: 's1' })
  expect(seats(['a', 'b', 'd', 's2', 's3', 's5'])).toMatchObject({ c: 's2' })
  expect(seats(['a', 'b', 'd', 's3', 's5'])).toMatchObject({ c: 's3' })
  expect(seats(['a', 'b', 'd', 's5'])).toMatchObject({ c: 's5' })
  expect(seats(['a', 'd', 's1', 's3'])).toMatchObject({ b: 's3', c: 's1' })
})
