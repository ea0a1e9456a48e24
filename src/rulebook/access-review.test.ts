import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { hintsFor, type Reader, reviewState } from './access-review.ts'

const reader = (personId: string, of: Partial<Reader> = {}): Reader => ({
  personId,
  looks: 5,
  things: 4,
  outside: 0,
  refused: 0,
  nightly: 0,
  gathered: 0,
  ...of,
})

describe('what to ask about', () => {
  it('is unusually many, against the others and never when few', () => {
    const others = [reader('b', { things: 3 }), reader('c', { things: 4 }), reader('d', { things: 4 })]
    const kinds = (things: number, among = others) => hintsFor(reader('a', { things }), [reader('a', { things }), ...among]).map((h) => h.kind)
    expect([kinds(12), kinds(13), kinds(9)]).toEqual([[], ['many'], []])
    expect(kinds(10, [])).toEqual(['many'])
    expect(kinds(13, [reader('b', { things: 0, looks: 0, refused: 1 })])).toEqual(['many'])
  })
  it('is what lies outside, what was refused again and again, nights, and what was gathered', () => {
    expect(hintsFor(reader('a', { outside: 1, refused: 2, nightly: 2, gathered: 1 }), [])).toEqual([
      { kind: 'outside', n: 1 },
      { kind: 'nightly', n: 2 },
      { kind: 'gathered', n: 1 },
    ])
    expect(hintsFor(reader('a', { refused: 3 }), [])).toEqual([{ kind: 'refused', n: 3 }])
  })
})

describe('the gap', () => {
  const state = (reviews: readonly [string, string][], today: string, first: string | null = '2022-01-10', months = 3) =>
    reviewState(
      first === null ? null : day(first),
      reviews.map(([from, to]) => ({ from: day(from), to: day(to) })),
      months,
      day(today),
    )
  it.each([
    [[], '2022-04-09', { since: '2022-01-10', late: false }],
    [[], '2022-04-10', { since: '2022-01-10', late: true }],
    [[['2022-01-01', '2022-03-31']], '2022-05-17', { since: '2022-04-01', late: false }],
    [[['2022-01-01', '2022-03-31']], '2022-07-01', { since: '2022-04-01', late: true }],
    [[['2022-02-01', '2022-04-30']], '2022-05-17', { since: '2022-01-10', late: true }],
    [
      [
        ['2022-02-01', '2022-04-30'],
        ['2022-01-01', '2022-01-31'],
      ],
      '2022-05-17',
      { since: '2022-05-01', late: false },
    ],
    [[['2022-01-01', '2022-05-17']], '2022-05-17', { since: null, late: false }],
  ] as const)('%j on %s', (reviews, today, expected) => {
    expect(state(reviews as unknown as [string, string][], today)).toEqual(expected)
  })
  it('is none where nothing has been looked at', () => {
    expect(state([], '2022-05-17', null)).toEqual({ since: null, late: false })
  })
})
