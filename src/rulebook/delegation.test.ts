import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { delegationHinders, type NeverDelegated, neverDelegated } from './delegation.ts'

const decision = { postId: 'head', bodyId: 'board', day: day('2022-01-11'), touches: [] }
const mandate = { postId: 'head', givenBy: 'board', from: day('2022-01-01'), to: day('2023-01-01') }
const codes = (d: object, m: object | null = {}) => delegationHinders({ ...decision, ...d }, m === null ? null : { ...mandate, ...m }).map((r) => r.code)

describe('delegation', () => {
  it('lets a post decide within its mandate', () => expect(codes({})).toEqual([]))
  it.each([
    ['2021-12-31', ['delegation.not_valid']],
    ['2022-01-01', []],
    ['2022-12-31', []],
    ['2023-01-01', ['delegation.not_valid']],
  ])('on %s: %j', (d, wanted) => expect(codes({ day: day(d) })).toEqual(wanted))
  it('an open mandate does not end', () => expect(codes({ day: day('2099-01-01') }, { to: null })).toEqual([]))
  it('tells everything at once', () =>
    expect(codes({ touches: ['goals'] }, { postId: 'other', givenBy: 'council', from: day('2022-02-01') })).toEqual([
      'delegation.other_post',
      'delegation.other_body',
      'delegation.not_valid',
      'delegation.never',
    ]))
  it('refuses without a mandate', () => expect(codes({}, null)).toEqual(['delegation.no_mandate']))
  it.each(Object.keys(neverDelegated) as NeverDelegated[])('%s may never be delegated (KL 6:38)', (category) => {
    expect(delegationHinders({ ...decision, touches: [category] }, mandate)).toMatchObject([{ code: 'delegation.never', law: 'KL 6:38' }])
  })
})
