import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { chainProblems, type PlannedStep, referralProblems } from './preparation-chain.ts'

const today = day('2022-05-17')
const step = (kind: PlannedStep['kind'], nodeKind: string | null, due: string | null = null): PlannedStep => ({
  kind,
  nodeKind,
  due: due === null ? null : day(due),
})
const codes = (refusals: readonly { readonly code: string; readonly field?: string }[]): string[] =>
  refusals.map((r) => `${r.code.replace('preparation.', '')} ${r.field}`)

describe('the chain of a case', () => {
  test.each<[string, readonly PlannedStep[], string[]]>([
    ['unit, department, board', [step('draft', 'unit'), step('review', 'department'), step('decide', 'board')], []],
    [
      'to the council over a board and the executive board',
      [step('draft', 'unit'), step('decide', 'board'), step('decide', 'executive_board'), step('decide', 'council')],
      [],
    ],
    ['to the council past the executive board', [step('decide', 'board'), step('decide', 'council')], ['unheard step.2']],
    ['straight to the council', [step('draft', 'unit'), step('decide', 'council')], ['unheard step.2', 'unprepared step.2']],
    ['prepared by the executive board alone', [step('decide', 'executive_board'), step('decide', 'council')], []],
    ['downwards', [step('decide', 'executive_board'), step('decide', 'board')], ['downwards step.2']],
    ['a unit that decides', [step('decide', 'unit')], ['decides step.1']],
    ['a board that drafts', [step('draft', 'board')], ['officials step.1']],
    ['nowhere', [step('draft', null)], ['node step.1']],
    ['nothing', [], ['empty step.1']],
    ['a day that has been', [step('draft', 'unit', '2022-05-16')], ['past step.1']],
    ['today', [step('draft', 'unit', '2022-05-17')], []],
    ['days in the wrong order', [step('draft', 'unit', '2022-06-02'), step('review', 'department', '2022-06-01')], ['order step.2']],
  ])('%s', (_, steps, expected) => {
    expect(codes(chainProblems(steps, today, false))).toEqual(expected)
  })

  test('what need not be prepared may go straight to the council (KL 5:29–33)', () => {
    expect(codes(chainProblems([step('decide', 'council')], today, true))).toEqual([])
  })

  test('no chain that is let through reaches the council without the executive board', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom('draft', 'review', 'decide'),
        nodeKind: fc.constantFrom('unit', 'department', 'board', 'executive_board', 'council'),
        due: fc.constant(null),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(steps, (chain) => {
        if (chainProblems(chain, today, false).length > 0 || chain.at(-1)?.nodeKind !== 'council') return
        expect(chain.some((s) => s.kind === 'decide' && s.nodeKind === 'executive_board')).toBe(true)
      }),
    )
  })
})

test.each([
  ['as it should be', {}, []],
  ['nothing asked', { asks: ' ' }, ['referral.asks']],
  ['no day', { due: null }, ['referral.due']],
  ['yesterday', { due: day('2022-05-16') }, ['referral.past']],
  ['a secret to another board', { secretElsewhere: true }, ['referral.secret']],
])('a referral: %s', (_, over, expected) => {
  expect(referralProblems({ asks: 'Vad kostar det?', due: today, today, secretElsewhere: false, ...over }).map((r) => r.code)).toEqual(expected)
})
