import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { eligible } from './eligible.ts'
import { vacancy } from './vacancy.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string; law?: string }[] }): string[] =>
  (r.refusals ?? []).map(({ code, law }) => `${code} ${law}`)
const until = day('2023-01-01')
const subs = [
  { id: 'm1', party: 'M', label: 'Blå' },
  { id: 's1', party: 'S', label: 'Röd' },
  { id: 'c1', party: 'C', label: 'Mitt' },
  { id: 's2', party: 'S', label: 'Röd' },
]

describe('what shall happen when one elected leaves (KL 6:20)', () => {
  it.each([
    // a member elected proportionally: the day that the law of 2022 took effect, and the days beside it
    ['board', 'member', '2022-06-30', 'Röd', 'substitute_enters', 'council', true],
    ['board', 'member', '2022-07-01', 'Röd', 'by_election', 'council', true],
    ['board', 'member', '2022-06-30', null, 'by_election', 'council', true],
    ['board', 'substitute', '2022-06-30', 'Röd', 'by_election', 'council', false],
    ['executive_board', 'chair', '2022-12-31', null, 'by_election', 'council', true],
    ['committee', 'member', '2022-09-01', null, 'by_election', 'board', true],
    ['council', 'member', '2022-05-01', null, 'recount', 'county_board', true],
    ['council', 'substitute', '2022-05-01', null, 'recount', 'county_board', true],
    // the last day of the term, and the first after it
    ['board', 'member', '2022-12-31', null, 'by_election', 'council', true],
    ['board', 'member', '2023-01-01', null, 'none', null, false],
  ] as const)('%s, %s left %s, list %s: %s by %s, duty %s', (body, place, left, label, remedy, by, duty) => {
    expect(vacancy({ body, place, left: day(left), until, label, substitutes: subs, lists: [{ label: 'Röd', votes: 29 }] }).value).toMatchObject({
      remedy,
      by,
      duty,
      last: '2022-12-31',
      keeps: remedy === 'by_election' ? label : null,
      office: place === 'chair',
    })
  })

  it('nobody enters where there is no substitute: then a by-election', () =>
    expect(vacancy({ body: 'board', place: 'member', left: day('2022-03-01'), until, label: 'Röd' }).value?.remedy).toBe('by_election'))

  it.each([
    // 22 §: the own list first, then by ballots, of equal ones first the one that the lot gave
    [
      'Röd',
      null,
      [
        ['Blå', 17],
        ['Mitt', 11],
        ['Röd', 9],
      ],
      ['s1', 's2', 'm1', 'c1'],
    ],
    [
      'Blå',
      null,
      [
        ['Röd', 29],
        ['Mitt', 11],
        ['Blå', 11],
      ],
      ['m1', 's1', 's2', 'c1'],
    ],
    [
      'Röd',
      null,
      [
        ['Mitt', 11],
        ['Blå', 11],
        ['Röd', 29],
      ],
      ['s1', 's2', 'c1', 'm1'],
    ],
    // not proportional: the own party in the order set, then the others in theirs
    [null, 'C', [], ['c1', 'm1', 's1', 's2']],
    [null, null, [], ['m1', 's1', 'c1', 's2']],
  ] as const)('list %s, party %s: called in order', (label, party, lists, order) => {
    const facts = { body: 'board', place: 'member', left: day('2022-09-01'), until, label, party, substitutes: subs } as const
    expect(vacancy({ ...facts, lists: lists.map(([name, votes]) => ({ label: name, votes })) }).value?.meanwhile).toEqual(order)
  })
})

describe('who may be elected (KL 4:3–5, 5:11, 6:42, 7:3)', () => {
  it.each([
    ['board', 'member', {}, []],
    ['board', 'member', { votes: false }, ['eligible.votes KL 4:3']],
    ['council', 'member', { auditor: true }, ['eligible.auditor KL 4:5']],
    ['auditors', 'member', { council: true, accountable: true }, ['eligible.council KL 4:4', 'eligible.accountable KL 4:4']],
    ['auditors', 'member', { auditor: true }, []],
    ['board', 'substitute', { heads: true }, ['eligible.heads KL 7:3']],
    ['council', 'member', { heads: true }, []],
    ['board', 'member', { director: true }, ['eligible.director KL 7:3']],
    ['committee', 'member', { ofBoard: false }, ['eligible.of_board KL 6:42']],
    ['council', 'chair', {}, ['eligible.among KL 5:11']],
    ['council', 'chair', { here: 'member' }, []],
    ['board', 'chair', {}, []],
    ['board', 'member', { here: 'substitute' }, []],
    ['board', 'member', { here: 'member' }, ['eligible.here KL 6:16']],
    ['board', 'member', { here: 'chair' }, ['eligible.here KL 6:16']],
    ['board', 'substitute', { here: 'member' }, ['eligible.here KL 6:16']],
    ['board', 'vice_chair', { here: 'chair' }, []],
  ] as const)('%s, %s, %j: %j', (body, place, facts, expected) => {
    const ruled = eligible({ body, place, votes: true, ...facts })
    expect(codes(ruled)).toEqual(expected)
    expect(ruled.value?.eligible).toBe(expected.length === 0)
  })
})
