import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { bill } from '../registers/definitions/bill.ts'
import { citizenProposal } from '../registers/definitions/citizen-proposal.ts'
import { citizensInitiative } from '../registers/definitions/citizens-initiative.ts'
import { councilQuestion } from '../registers/definitions/council-question.ts'
import { interpellation } from '../registers/definitions/interpellation.ts'

const today = day('2026-11-25')
const codes = (refusals: readonly { readonly code: string }[]): string[] => refusals.map((r) => r.code)

describe('the clock of a year (KL 5:35)', () => {
  test.each([
    ['2025-11-24', '2026-11-24'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
  ])('a bill of %s is answered by %s', (filed, by) => {
    const data = { title: 'x', proposal: 'x', by: 'x', filed: day(filed) }
    expect(bill.deadlines.find((d) => d.kind === 'year')?.days(data, today)).toEqual([by])
    const proposal = { title: 'x', proposal: 'x', resident: 'yes', filed: day(filed) } as const
    expect(citizenProposal.deadlines.find((d) => d.kind === 'year')?.days(proposal, today)).toEqual([by])
  })

  test('nothing is written off before the council has been told why it is not answered', () => {
    for (const { lifecycle } of [bill, citizenProposal]) {
      expect(lifecycle.acts.writeOff.from).toEqual(['delayed'])
      expect(lifecycle.acts.writeOff.needs).toBe('clause')
      expect(lifecycle.acts.reportDelay.to).toBe('delayed')
    }
  })
})

describe('an initiative (KL 8:2)', () => {
  const facts = { title: 'x', question: 'x', handedIn: day('2026-11-25'), firstSigned: day('2026-06-01'), signatures: 2430, voters: 24_300 }
  test.each([
    ['a tenth', {}, [], ['initiative.enough']],
    ['one too few', { signatures: 2429 }, ['initiative.tenth'], []],
    ['a tenth of an odd number', { voters: 24_301, signatures: 2431 }, [], ['initiative.enough']],
    ['just below a tenth of it', { voters: 24_301, signatures: 2430 }, ['initiative.tenth'], []],
  ])('%s', (_, over, accept, dismiss) => {
    const data = { ...facts, ...over }
    expect(codes(citizensInitiative.lifecycle.acts.accept.when?.(data, today) ?? [])).toEqual(accept)
    expect(codes(citizensInitiative.lifecycle.acts.dismiss.when?.(data, today) ?? [])).toEqual(dismiss)
  })
  test.each([
    ['2026-05-25', []],
    ['2026-05-24', ['initiative.age']],
    ['2026-11-26', ['initiative.order']],
  ])('first signed %s, handed in 25 November', (firstSigned, expected) => {
    expect(codes(citizensInitiative.check({ ...facts, firstSigned: day(firstSigned) }, today))).toEqual(expected)
  })
})

test('nobody asks of authority exercised against an individual (KL 5:60, 5:64), and only residents propose (KL 8:1)', () => {
  expect(codes(interpellation.check({ individual: 'yes' }, today))).toEqual(['interpellation.individual'])
  expect(codes(councilQuestion.check({ individual: 'yes' }, today))).toEqual(['question.individual'])
  expect(codes(interpellation.check({ individual: 'no' }, today))).toEqual([])
  expect(codes(citizenProposal.check({ resident: 'no' }, today))).toEqual(['citizen_proposal.resident'])
  expect(codes(citizenProposal.check({ resident: 'eu' }, today))).toEqual([])
})
