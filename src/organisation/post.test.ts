import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { verbatim } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import { type Appointment, endingHindrances, judgeAppointment, type Post, roleHindrances, seatHindrances } from './post.ts'
import type { NodeLife } from './timeline.ts'
import type { NodeKind } from './tree.ts'

const body = (kind: NodeKind, to: string | null = null): NodeLife => ({
  id: 'aln',
  slug: 'aln',
  kind,
  versions: [{ nodeId: 'aln', from: day('2011-01-01'), to: to === null ? null : day(to), name: verbatim('Nämnden'), short: 'N', parentId: null, seats: 11 }],
})
const post = (role: Role): Post => ({ id: 'p', slug: 'p', nodeId: 'aln', role, title: verbatim('Ledamot'), seat: 1 })
const held = (from: string, to: string | null, personName = 'Anna Prov'): Appointment => ({
  id: from,
  postId: 'p',
  personId: personName,
  personName,
  from: day(from),
  to: to === null ? null : day(to),
})
const judge = (from: string, to: string | null, more: Partial<Parameters<typeof judgeAppointment>[0]> = {}) => {
  const verdict = judgeAppointment({
    post: post('member'),
    node: body('board'),
    held: [],
    others: [],
    from: day(from),
    to: to === null ? null : day(to),
    ...more,
  })
  return verdict.ok ? [verdict.value.from, verdict.value.to, verdict.value.ends?.id ?? null] : verdict.refusals.map((r) => r.code)
}

describe('appointing', () => {
  it('lasts to the end of the term where there is one', () => {
    expect(judge('2022-05-17', null)).toEqual(['2022-05-17', '2023-01-01', null])
    expect(judge('2022-05-17', null, { node: body('council') })).toEqual(['2022-05-17', '2022-10-15', null])
    expect(judge('2022-05-17', null, { node: body('department'), post: post('officer') })).toEqual(['2022-05-17', null, null])
    expect(judge('2022-05-17', null, { post: post('secretary') })).toEqual(['2022-05-17', null, null])
  })

  it('never goes beyond a term that the law sets', () => {
    expect(judge('2022-05-17', '2023-01-02', { node: body('executive_board') })).toEqual(['appointment.term'])
    expect(judge('2022-05-17', '2023-01-01', { node: body('executive_board') })).toEqual(['2022-05-17', '2023-01-01', null])
    expect(judge('2022-05-17', '2023-07-01')).toEqual(['2022-05-17', '2023-07-01', null])
  })

  it('ends what the predecessor had', () => {
    expect(judge('2022-05-17', null, { held: [held('2019-01-01', '2023-01-01')] })).toEqual(['2022-05-17', '2023-01-01', '2019-01-01'])
    expect(judge('2022-05-17', null, { held: [held('2019-01-01', null)] })).toEqual(['2022-05-17', '2023-01-01', '2019-01-01'])
    expect(judge('2022-05-17', null, { held: [held('2015-01-01', '2019-01-01')] })).toEqual(['2022-05-17', '2023-01-01', null])
  })

  it('refuses days that somebody else has from then on', () => {
    expect(judge('2022-05-17', null, { held: [held('2022-09-01', null)] })).toEqual(['appointment.taken'])
    expect(judge('2022-05-17', null, { held: [held('2022-05-17', null)] })).toEqual(['appointment.taken'])
    expect(judge('2022-05-17', '2022-09-01', { held: [held('2022-09-01', null)] })).toEqual(['2022-05-17', '2022-09-01', null])
  })

  it('refuses two seats of one body', () => {
    const others = [{ ...held('2019-01-01', '2023-01-01'), title: verbatim('Ersättare') }]
    expect(judge('2022-05-17', null, { others })).toEqual(['appointment.two_seats'])
    expect(judge('2023-01-01', null, { others })).toEqual(['2023-01-01', '2027-01-01', null])
  })

  it('needs the body to be there, all the time', () => {
    expect(judge('2010-12-31', null)).toEqual(['appointment.no_body'])
    expect(judge('2022-05-17', '2022-09-01', { node: body('board', '2022-07-01') })).toEqual(['appointment.body_ends'])
    expect(judge('2022-05-17', null, { node: body('board', '2022-07-01') })).toEqual(['2022-05-17', '2022-07-01', null])
    expect(judge('2022-05-17', '2022-05-17')).toEqual(['appointment.order'])
  })
})

describe('ending an appointment', () => {
  it.each([
    ['2019-01-01', ['appointment.too_early']],
    ['2019-01-02', []],
    ['2022-12-31', []],
    ['2023-01-01', ['appointment.ends_already']],
  ])('on %s: %j', (on, codes) => {
    expect(endingHindrances(held('2019-01-01', '2023-01-01'), day(on)).map((r) => r.code)).toEqual(codes)
  })
})

describe('posts', () => {
  it.each([
    ['member', 'board', true],
    ['member', 'department', false],
    ['department_head', 'department', true],
    ['department_head', 'board', false],
    ['auditor', 'auditors', true],
    ['auditor', 'board', false],
    ['unit_head', 'unit', true],
    ['officer', 'unit', true],
    ['secretary', 'board', true],
  ] as const)('a %s in a %s: %s', (role, kind, fits) => {
    expect(roleHindrances(role, kind).length === 0).toBe(fits)
  })

  it('has not more seats than the body', () => {
    const posts = [
      { role: 'chair', seat: 1 },
      { role: 'member', seat: 2 },
      { role: 'substitute', seat: 1 },
    ] as const
    expect(seatHindrances('member', 3, { posts, seats: 3 })).toEqual([])
    expect(seatHindrances('member', 2, { posts, seats: 3 }).map((r) => r.code)).toEqual(['post.seat_taken'])
    expect(seatHindrances('member', 4, { posts, seats: 3 }).map((r) => r.code)).toEqual(['post.no_seat'])
    expect(seatHindrances('member', null, { posts, seats: 2 }).map((r) => r.code)).toEqual(['post.seats'])
    expect(seatHindrances('substitute', 2, { posts, seats: 2 })).toEqual([])
    expect(seatHindrances('member', null, { posts, seats: null })).toEqual([])
  })
})
