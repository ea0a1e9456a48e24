import { describe, expect, it } from 'vitest'
import { ore } from '../kernel/amount.ts'
import { day } from '../kernel/day.ts'
import { period } from '../kernel/period.ts'
import { assignmentLacksResources, frameLacksFinancing } from './financing.ts'

describe('financing', () => {
  const frame = { period: period('2022'), amount: ore(100), financing: null }
  it.each([
    ['2021-12-31', 0],
    ['2022-01-01', 1],
    ['2022-05-17', 1],
  ])('a frame for 2022 decided %s: %i refusals', (d, n) => {
    expect(frameLacksFinancing(frame, day(d))).toHaveLength(n)
  })
  it('is content with financing, and with a lowered frame', () => {
    expect(frameLacksFinancing({ ...frame, financing: 'KS buffert' }, day('2022-03-01'))).toEqual([])
    expect(frameLacksFinancing({ ...frame, amount: ore(-100) }, day('2022-03-01'))).toEqual([])
  })
  it.each([
    [true, false, null, 0],
    [false, true, null, 0],
    [false, false, null, 1],
    [false, false, ore(0), 0],
  ])('assignment by council %s, in the budget %s, resources %s: %i refusals', (byCouncil, inBudget, resources, n) => {
    expect(assignmentLacksResources({ byCouncil, inBudget, resources })).toHaveLength(n)
  })
})
