import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askRule } from '../ask-rule.ts'
import { rules } from '../rules.ts'

/** What a rule answers when it is asked as from outside: the codes and fields of its refusals, and the value. */
const ask = (name: string, facts: object): { readonly ok: boolean; readonly value: unknown; readonly told: readonly string[] } => {
  const rule = rules.find((r) => r.name === name)
  if (!rule) throw new Error(`no rule ${name}`)
  const asked = askRule(rule, facts)
  const refusals = asked.wellShaped ? (asked.ruling.ok ? [] : asked.ruling.refusals) : asked.problems
  return {
    ok: asked.wellShaped && asked.ruling.ok,
    value: asked.wellShaped ? asked.ruling.value : undefined,
    told: refusals.map(({ code, field }) => `${code} ${field ?? ''}`.trim()),
  }
}

type Row = readonly [what: string, rule: string, facts: object, told: readonly string[], value: object | null | undefined]
const share = (of: string, more: object = {}) => ({ share: of, parties: [{ name: 'A', seats: 7 }], ...more })

// What somebody who knows only the law and the documented shapes met: each at the boundary and beside it.
const rows: readonly Row[] = [
  ['KL 5:8 there shall be substitutes', 'council-substitutes', share('0/5'), ['substitutes.none share'], { parties: [{ substitutes: 0 }] }],
  ['KL 5:8 the share by the end of February', 'council-substitutes', share('1/2', { electionYear: 2028, decided: '2028-02-29' }), [], { latest: '2028-02-29' }],
  ['KL 5:8 the share in March', 'council-substitutes', share('1/2', { electionYear: 2026, decided: '2026-03-01' }), ['council.late decided'], {}],
  [
    'KL 13:2 what cannot be appealed has no last day',
    'appeal',
    { body: 'board', preparatory: true, announced: '2026-11-24', removed: null, received: '2026-12-15' },
    ['appeal.not_appealable preparatory'],
    { lastDay: null, inTime: null },
  ],
  [
    'KL 5:15 what is not sent lacks nothing yet',
    'summons-time',
    { meeting: '2026-11-30', urgent: false, sent: null, withItems: false, missing: ['a'] },
    [],
    { latest: '2026-11-23', inTime: null },
  ],
  [
    'KL 5:15 sent to all but one',
    'summons-time',
    { meeting: '2026-11-30', urgent: false, sent: '2026-11-23', missing: ['a'] },
    ['summons.missing missing[0]'],
    { inTime: true },
  ],
  [
    'KL 8:12 what is not announced lacks nothing yet',
    'announcement',
    { adjusted: '2026-12-10', announced: null, removed: null, statesPlace: false, statesDay: false },
    [],
    { latest: '2026-12-12' },
  ],
  ['KL 6:6 more done than planned', 'internal-control', { planned: 4, done: 5 }, ['control.sum done'], null],
  ['KL 6:6 all done', 'internal-control', { planned: 4, done: 4 }, [], { left: 0 }],
  [
    'KL 6:30 who is not in the room takes no part',
    'board-conflict',
    { grounds: ['party'], authorityExercise: true, obviouslyIrrelevant: false, present: false },
    [],
    { conflict: true },
  ],
  [
    'KL 6:30 takes part without being there',
    'board-conflict',
    { grounds: [], authorityExercise: false, obviouslyIrrelevant: false, takesPart: true, present: false },
    ['conflict.absent present'],
    null,
  ],
  [
    'a misspelt fact is named by its path',
    'quorum',
    { body: 'council', seats: 5, presnt: 3, seatz: 1 },
    ['shape.invalid_type present', 'shape.unrecognized_keys presnt', 'shape.unrecognized_keys seatz'],
    undefined,
  ],
  [
    'a misspelt fact within a list is named by its path',
    'lot',
    { places: 1, candidates: [{ name: 'A', votes: 1, vote: 2 }] },
    ['shape.unrecognized_keys candidates[0].vote'],
    undefined,
  ],
]

describe('read from outside', () => {
  it.each(rows)('%s', (_, rule, facts, told, value) => {
    const answer = ask(rule, facts)
    expect(answer.told).toEqual(told)
    if (value === null || value === undefined) expect(answer.value).toBe(value)
    else expect(answer.value).toMatchObject(value)
  })

  it('counts the casting vote into the tally of every ballot that it settled, tabling and referral too', () => {
    const sides = fc.constantFrom('yes' as const, 'no' as const)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 }), sides, fc.boolean(), (votes, others, chair, formal) => {
        const abstain = others + 1
        const facts = {
          body: 'board',
          formal: formal ? [{ id: 'm', kind: 'referral' }] : [],
          main: formal ? [] : ['A', 'B'],
          addOns: [],
          answers: [
            formal ? { kind: 'finding', finding: 'decide_today', vote: true } : { kind: 'order', order: ['A', 'B'] },
            ...(formal ? [] : [{ kind: 'finding', finding: 'A', vote: true }]),
            { kind: 'ballot', yes: votes, no: votes, abstain, chair: 'abstain' },
            { kind: 'casting', chair },
          ],
        }
        const { steps } = ask('propositions', facts).value as { readonly steps: readonly { readonly tally: unknown }[] }
        expect(steps.at(-1)?.tally).toEqual({ yes: votes, no: votes, abstain: abstain - 1, [chair]: votes + 1 })
      }),
    )
  })
})
