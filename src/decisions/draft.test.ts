import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionDraft, draftFields, draftOf, moveClause, withClause, withoutClause } from './draft.ts'
import { clauseKinds } from './enactments.ts'

const id = fc.uuid({ version: 7 })
const typed = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(fc.string(), { minLength: 1, maxLength: 3 }), { noNullPrototype: true })
const clause = fc.record({ id, kind: fc.constantFrom(...clauseKinds), target: fc.option(id), typed })
const draft: fc.Arbitrary<DecisionDraft> = fc.record({
  id,
  head: typed,
  clauses: fc.uniqueArray(clause, { maxLength: 6, selector: (c) => c.id }),
  receivers: fc.option(fc.array(fc.record({ nodeId: id, demandsAction: fc.boolean(), what: fc.string() }), { maxLength: 4 })),
})

describe('a draft', () => {
  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(draft, (d) => {
        expect(draftOf(d.id, draftFields(d))).toEqual(d)
      }),
    )
  })

  it('keeps its clauses whatever way they are moved', () => {
    fc.assert(
      fc.property(draft, fc.array(fc.tuple(fc.nat(6), fc.constantFrom('up' as const, 'down' as const))), (d, moves) => {
        const moved = moves.reduce((now, [i, by]) => moveClause(now, d.clauses[i]?.id ?? '', by), d)
        expect(new Set(moved.clauses)).toEqual(new Set(d.clauses))
      }),
    )
  })

  it('writes a clause anew in its place, and takes it away', () => {
    const one = { id: '0190b0b0-0000-7000-8000-000000000001', kind: 'note', target: null, typed: { text: ['ett'] } } as const
    const two = { ...one, id: '0190b0b0-0000-7000-8000-000000000002' }
    const empty: DecisionDraft = { id: one.id, head: {}, clauses: [], receivers: null }
    const both = withClause(withClause(empty, one), two)
    expect(withClause(both, { ...one, typed: { text: ['annat'] } }).clauses.map((c) => c.typed['text'])).toEqual([['annat'], ['ett']])
    expect(withoutClause(both, one.id).clauses).toEqual([two])
  })

  it('is not upset by what it cannot read', () => {
    expect(
      draftOf('x', {
        $clause: ['{', '[]', '{"id":1}', '{"id":"0190b0b0-0000-7000-8000-000000000001","kind":"toString","typed":{}}'],
        $receiver: ['null'],
        $receivers: ['chosen'],
      }),
    ).toEqual({
      id: 'x',
      head: {},
      clauses: [],
      receivers: [],
    })
  })
})
