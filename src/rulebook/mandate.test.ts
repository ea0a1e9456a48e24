import { describe, expect, test } from 'vitest'
import { ore } from '../kernel/amount.ts'
import { limitHinders, type Onward, onwardHinders } from './mandate.ts'

const codes = (refusals: readonly { readonly code: string }[]): string[] => refusals.map((r) => r.code)
const tkr = (n: number) => ore(n * 100_000)

test.each([
  [null, null, []],
  [null, 900, []],
  [500, null, ['delegation.amount']],
  [500, 500, []],
  [500, 499, []],
  [500, 501, ['delegation.limit']],
  [500, 0, []],
])('a limit of %s and a worth of %s tkr', (limit, amount, expected) => {
  expect(codes(limitHinders({ limit: limit === null ? null : tkr(limit), amount: amount === null ? null : tkr(amount) }))).toEqual(expected)
})

describe('handing on (KL 7:6)', () => {
  const from = { postId: 'head', role: 'department_head', onward: true, handed: false, typeId: 'contracts', limit: tkr(500) } as const
  const lawful: Onward = { from, deciderPostId: 'head', to: { role: 'unit_head', typeId: 'contracts', limit: tkr(200), onward: false } }
  test.each<[string, Onward, string[]]>([
    ['the head hands on to an employee', lawful, []],
    ['as far as its own', { ...lawful, to: { ...lawful.to, limit: tkr(500) } }, []],
    ['no mandate named', { ...lawful, from: null }, ['delegation.onward_from']],
    ['somebody else’s', { ...lawful, deciderPostId: 'other' }, ['delegation.onward_other']],
    ['a unit head hands on', { ...lawful, from: { ...from, role: 'unit_head' } }, ['delegation.onward_role']],
    ['the board has not allowed it', { ...lawful, from: { ...from, onward: false } }, ['delegation.onward_allowed']],
    ['a second step', { ...lawful, from: { ...from, onward: false, handed: true } }, ['delegation.onward_step']],
    ['to an elected member', { ...lawful, to: { ...lawful.to, role: 'member' } }, ['delegation.onward_to']],
    ['with the right to hand on', { ...lawful, to: { ...lawful.to, onward: true } }, ['delegation.onward_twice']],
    ['of another type', { ...lawful, to: { ...lawful.to, typeId: 'staff' } }, ['delegation.onward_type']],
    ['further than its own', { ...lawful, to: { ...lawful.to, limit: tkr(501) } }, ['delegation.onward_limit']],
    ['without limit', { ...lawful, to: { ...lawful.to, limit: null } }, ['delegation.onward_limit']],
  ])('%s', (_, facts, expected) => {
    expect(codes(onwardHinders(facts))).toEqual(expected)
  })
})
