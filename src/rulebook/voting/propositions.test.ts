import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { propositions } from './propositions.ts'
import type { Answer, PropositionsFacts } from './propositions-shapes.ts'

const start: PropositionsFacts = { body: 'council', formal: [], main: ['A', 'B', 'C'], addOns: [], answers: [] }
const order = (...ids: string[]): Answer => ({ kind: 'order', order: ids })
const found = (finding: string, vote = true): Answer => ({ kind: 'finding', finding, vote })
const ballot = (yes: number, no: number, abstain = 0, chair: 'yes' | 'no' | 'abstain' | 'absent' = 'absent'): Answer => ({
  kind: 'ballot',
  yes,
  no,
  abstain,
  chair,
})
const run = (facts: Partial<PropositionsFacts>, ...answers: readonly Answer[]) => propositions({ ...start, ...facts, answers }, defaultVariants)
const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)

describe('the order of propositions', () => {
  const three = [order('A', 'B', 'C'), found('A'), found('B')]
  it('D3: the finding stands, though 18 of 41 are fewer than half', () => {
    expect(run({}, ...three).value?.question).toMatchObject({ kind: 'ballot', purpose: 'counter', alternatives: ['B', 'C'] })
    expect(run({}, ...three, ballot(13, 10, 18)).value?.question).toMatchObject({ kind: 'ballot', purpose: 'main', alternatives: ['A', 'B'] })
    expect(run({}, ...three, ballot(13, 10, 18), ballot(18, 13, 10)).value).toMatchObject({ status: 'decided', main: 'A', overturned: false })
  })
  it('D3’: the finding is overturned', () => expect(run({}, ...three, ballot(13, 10, 18), ballot(18, 23)).value).toMatchObject({ main: 'B', overturned: true }))
  it('D4: four proposals, one casting vote', () => {
    const four = run(
      { main: ['A', 'B', 'C', 'D'] },
      order('A', 'B', 'C', 'D'),
      found('A'),
      found('B'),
      found('C'),
      ballot(9, 9, 21, 'no'),
      ballot(16, 15, 8),
      ballot(17, 22, 0, 'no'),
    )
    expect(four.value).toMatchObject({ main: 'B', overturned: true })
    expect(four.value?.steps.filter(({ kind }) => kind === 'ballot').map(({ alternatives, result, by }) => [alternatives.join('–'), result, by])).toEqual([
      ['C–D', 'D', 'chair'],
      ['B–D', 'B', 'majority'],
      ['A–B', 'B', 'majority'],
    ])
  })
  it('D6: an addition lost leaves what carried', () => {
    const facts = {
      main: ['A', 'B'],
      addOns: [
        { id: 't', compatibleWith: ['A'] },
        { id: 'u', compatibleWith: ['B'] },
      ],
    }
    expect(run(facts, order('A', 'B'), found('A', false), found('accept'), ballot(20, 21)).value).toMatchObject({
      main: 'A',
      addOns: [
        { id: 't', result: 'rejected' },
        { id: 'u', result: 'skipped' },
      ],
    })
  })
  it('the counter-proposal found without a vote meets the main proposal', () =>
    expect(run({}, order('C', 'A', 'B'), found('A'), found('C', false), ballot(1, 2)).value).toMatchObject({ main: 'C', overturned: true }))
  it('D5: referral by a third, and practice’s Yes for deciding today', () => {
    const facts = { formal: [{ id: 'ref', kind: 'referral' as const }] }
    expect(run(facts).value?.question).toMatchObject({ purpose: 'formal', alternatives: ['postpone', 'decide_today'] })
    expect(run(facts, found('decide_today'), ballot(36, 19, 2)).value).toMatchObject({ status: 'postponed', postponed: { motion: 'ref', by: 'minority' } })
    expect(run({ ...facts, usedMinority: true }, found('decide_today'), ballot(36, 19, 2)).value).toMatchObject({
      status: 'asking',
      question: { kind: 'order' },
    })
    expect(run(facts, found('postpone', false)).value).toMatchObject({ postponed: { by: 'acclamation' } })
    expect(
      propositions({ ...start, ...facts, answers: [found('decide_today'), ballot(19, 36, 2)] }, { ...defaultVariants, postponementYes: 'postpone' }).value,
    ).toMatchObject({ status: 'postponed' })
  })
  it('a board’s tie on tabling is the chair’s', () => {
    const facts = { body: 'board' as const, formal: [{ id: 'tab', kind: 'tabling' as const }] }
    expect(run(facts, found('decide_today'), ballot(6, 6, 1, 'abstain')).value?.question).toMatchObject({ kind: 'casting' })
    expect(run(facts, found('decide_today'), ballot(6, 6, 1, 'abstain'), { kind: 'casting', chair: 'no' }).value).toMatchObject({ postponed: { by: 'chair' } })
    expect(run(facts, found('decide_today'), ballot(6, 6, 0, 'no')).value).toMatchObject({ postponed: { by: 'chair' } })
  })
  it('D2b: the chair who abstained is asked, and in employment the lot', () => {
    const tie = [order('A', 'B'), found('A'), ballot(28, 28, 1, 'abstain')]
    expect(run({ main: ['A', 'B'] }, ...tie).value?.question).toMatchObject({ kind: 'casting', alternatives: ['A', 'B'] })
    expect(run({ main: ['A', 'B'] }, ...tie, { kind: 'casting', chair: 'no' }).value).toMatchObject({ main: 'B', overturned: true })
    expect(run({ main: ['A', 'B'], subject: 'employment' }, ...tie).value?.question).toMatchObject({ kind: 'lot' })
    expect(run({ main: ['A', 'B'], subject: 'employment' }, ...tie, { kind: 'lot', drawn: 'yes' }).value).toMatchObject({ main: 'A' })
  })
  it('one proposal is put alone, and nothing is voted against', () => {
    expect(run({ main: ['A'] }, found('A', false)).value).toMatchObject({ status: 'decided', main: 'A' })
    expect(codes(run({ main: ['A'] }, found('A', true)))).toEqual(['propositions.alone'])
  })
  it('an answer that cannot stand leaves the question open', () => {
    const again = run({}, order('A', 'B', 'C'), found('A'), found('A'))
    expect(codes(again)).toEqual(['propositions.finding'])
    expect(again.value?.question).toMatchObject({ purpose: 'counter', alternatives: ['B', 'C'] })
    expect(codes(run({}, order('A', 'B')))).toEqual(['propositions.order'])
    expect(codes(run({}, order('A', 'B', 'B')))).toEqual(['propositions.order'])
    expect(codes(run({}, found('A')))).toEqual(['propositions.other_question'])
    const wrong = run({ main: ['A', 'B'], seats: 61 }, order('A', 'B'), found('A'), ballot(40, 30, 0, 'yes'))
    expect(codes(wrong)).toEqual(['vote.sum'])
    expect(wrong.value?.question).toMatchObject({ kind: 'ballot' })
    expect(wrong.value?.steps).toHaveLength(2)
    expect(codes(run({ main: ['A'] }, found('A', false), found('A', false)))).toEqual(['propositions.surplus'])
    expect(codes(run({ main: ['A', 'A'] }))).toEqual(['propositions.twice'])
    expect(codes(run({ main: [] }))).toEqual(['propositions.none'])
    expect(codes(run({ addOns: [{ id: 't', compatibleWith: ['Q'] }] }))).toEqual(['propositions.stranger'])
  })

  // A second implementation: members with rankings, the chair first among them; findings as drawn; every vote requested.
  const meeting = fc.integer({ min: 1, max: 7 }).chain((n) => {
    const ids = 'ABCDEFG'.slice(0, n).split('')
    return fc.record({
      ids: fc.constant(ids),
      findings: fc.shuffledSubarray(ids, { minLength: n, maxLength: n }),
      voters: fc.array(fc.record({ ranking: fc.shuffledSubarray(ids, { minLength: n, maxLength: n }), abstains: fc.subarray(ids) }), {
        minLength: 1,
        maxLength: 101,
      }),
    })
  })
  test('elimination agrees with a straightforward second reading', () => {
    fc.assert(
      fc.property(meeting, ({ ids, findings, voters }) => {
        const choice = (v: (typeof voters)[number], a: string, b: string): 'yes' | 'no' | 'abstain' =>
          v.abstains.includes(a) && v.abstains.includes(b) ? 'abstain' : v.ranking.indexOf(a) < v.ranking.indexOf(b) ? 'yes' : 'no'
        const duel = (a: string, b: string): string => {
          const votes = voters.map((v) => choice(v, a, b))
          const [yes, no] = [votes.filter((v) => v === 'yes').length, votes.filter((v) => v === 'no').length]
          if (yes !== no) return yes > no ? a : b
          return votes[0] === 'yes' || (votes[0] === 'abstain' && (voters[0]?.ranking.indexOf(a) ?? 0) < (voters[0]?.ranking.indexOf(b) ?? 0)) ? a : b
        }
        const winner = findings.toReversed().reduce((champion, next) => duel(next, champion))

        const answers: Answer[] = []
        let state = run({ main: ids }, ...answers)
        let ballots = 0
        while (state.value?.question) {
          const { kind, alternatives } = state.value.question
          const [a = '', b = ''] = alternatives
          if (kind === 'order') answers.push(order(...alternatives))
          if (kind === 'finding') answers.push(found(findings.find((f) => alternatives.includes(f)) ?? '', alternatives.length > 1))
          if (kind === 'casting')
            answers.push({ kind: 'casting', chair: (voters[0]?.ranking.indexOf(a) ?? 0) < (voters[0]?.ranking.indexOf(b) ?? 0) ? 'yes' : 'no' })
          if (kind === 'ballot') {
            const votes = voters.map((v) => choice(v, a, b))
            const count = (side: string): number => votes.filter((v) => v === side).length
            answers.push(ballot(count('yes'), count('no'), count('abstain'), votes[0] ?? 'absent'))
            ballots++
          }
          state = run({ main: ids }, ...answers)
          expect(codes(state)).toEqual([])
        }
        expect(state.value).toMatchObject({ status: 'decided', main: winner, overturned: winner !== findings[0] })
        expect(ballots).toBe(ids.length - 1)
      }),
      { numRuns: 200 },
    )
  })
})
