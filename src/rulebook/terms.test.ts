import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { boardTerm, councilTerm, termOf } from './terms.ts'

describe('terms', () => {
  it.each([
    ['2022-05-17', '2018-10-15', '2022-10-15'],
    ['2022-10-14', '2018-10-15', '2022-10-15'],
    ['2022-10-15', '2022-10-15', '2026-10-15'],
    ['2026-10-15', '2026-10-15', '2030-10-15'],
  ])('the council on %s sits from %s until %s (KL 5:9)', (on, from, to) => {
    expect(councilTerm(day(on))).toEqual({ from, to })
  })

  it.each([
    ['2022-05-17', '2019-01-01', '2023-01-01'],
    ['2022-12-31', '2019-01-01', '2023-01-01'],
    ['2023-01-01', '2023-01-01', '2027-01-01'],
  ])('a board on %s sits from %s until %s (KL 6:18)', (on, from, to) => {
    expect(boardTerm(day(on))).toEqual({ from, to })
  })

  it('gives departments and auditors no term', () => {
    expect(termOf('department', day('2022-05-17'))).toBeNull()
    expect(termOf('auditors', day('2022-05-17'))).toBeNull()
    expect(termOf('council', day('2022-05-17'))?.to).toBe('2022-10-15')
    expect(termOf('board', day('2022-05-17'))?.to).toBe('2023-01-01')
  })
})
