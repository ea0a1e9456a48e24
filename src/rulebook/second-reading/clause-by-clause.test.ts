import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseByClause, type ClauseByClauseFacts } from '../voting/clause-by-clause.ts'

const motions = fc
  .array(
    fc.record({
      kind: fc.constantFrom('amend' as const, 'amend' as const, 'reject' as const),
      points: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
      otherwise: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((m, i) => ({ ...m, points: m.kind === 'reject' ? [] : m.points, id: `m${i}` })))
const proposals = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const clauses = Array.from({ length: n }, (_, i) => i + 1)
  return fc.record({ clauses: fc.constant(clauses), separately: fc.subarray(clauses, { minLength: 1 }), motions })
})

/** Read a second time from the clause: which texts can come to stand there, and which does. */
const textAt = (facts: ClauseByClauseFacts, no: number, won: string): string | null => {
  if (won === 'reject') return null
  if (won === 'proposal') return `proposal ${no}`
  const m = facts.motions.find(({ id }) => id === won)
  if (m?.points.includes(no)) return `${won} ${no}`
  return m?.otherwise ? `proposal ${no}` : null
}

test('each clause is put once, against everything that would change it, and what carried there stands there', () => {
  fc.assert(
    fc.property(proposals, fc.infiniteStream(fc.nat(997)), (facts, chance) => {
      const put = clauseByClause(facts)
      expect(put.ok).toBe(true)
      const parts = put.value?.parts ?? []
      const old = parts.filter((p) => !p.fresh)
      expect(old.flatMap((p) => p.points).toSorted((a, b) => a - b)).toEqual(facts.clauses)
      for (const no of facts.separately) expect(old.filter((p) => p.points.includes(no)).map((p) => p.points)).toEqual([[no]])
      for (const part of old)
        for (const m of facts.motions) {
          const changes = m.kind === 'amend' && part.points.some((no) => textAt(facts, no, m.id) !== `proposal ${no}`)
          expect(part.alternatives.includes(m.id), `${m.id} in ${part.points.join()}`).toBe(changes)
        }
      const carried = parts.map(({ alternatives }) => alternatives[chance.next().value % alternatives.length] ?? '')
      const won = (no: number): string => carried[parts.findIndex((p) => !p.fresh && p.points.includes(no))] ?? ''
      const kept = facts.clauses.flatMap((no) => textAt(facts, no, won(no)) ?? [])
      const added = parts.flatMap((p, i) => (p.fresh && carried[i] !== 'reject' ? p.points.map((no) => `${carried[i]} ${no}`) : []))
      expect(clauseByClause({ ...facts, carried }).value?.stands?.map(({ point, of }) => `${of} ${point}`)).toEqual([...kept, ...added])
      expect(clauseByClause({ ...facts, carried: carried.slice(1) }).value?.stands ?? null).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('what cannot be divided is told', () => {
  const codes = (facts: ClauseByClauseFacts) => {
    const ruled = clauseByClause(facts)
    return ruled.ok ? [] : ruled.refusals.map((r) => r.code)
  }
  expect(codes({ clauses: [1], separately: [1], motions: [] })).toEqual(['points.few'])
  expect(codes({ clauses: [1, 2], separately: [], motions: [] })).toEqual(['points.none'])
  expect(codes({ clauses: [1, 2], separately: [3], motions: [] })).toEqual(['points.stranger'])
  expect(codes({ clauses: [1, 2], separately: [1], motions: [], carried: ['reject', 'proposal'] })).toEqual(['points.carried'])
})
