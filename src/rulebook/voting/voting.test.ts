import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { proposalAdmission } from './admission.ts'
import { qualifiedMajority } from './majority.ts'
import { moverConflict } from './mover-conflict.ts'
import { postponement } from './postponement.ts'
import { reservation } from './reservation.ts'
import { vote } from './vote.ts'

const codes = (r: { ok: boolean; refusals?: readonly { code: string }[] }): string[] => (r.refusals ?? []).map(({ code }) => code)
const ballot = (yes: number, no: number, abstain: number, chair: 'yes' | 'no' | 'abstain' | 'absent') =>
  ({ subject: 'ordinary', yes, no, abstain, chair }) as const

describe('the ballot', () => {
  it.each([
    ['D1', ballot(29, 26, 2, 'yes'), 'decided', 'yes', 'majority'],
    ['D2a', ballot(28, 28, 1, 'no'), 'decided', 'no', 'chair'],
    ['D2b', ballot(28, 28, 1, 'abstain'), 'casting_vote', null, null],
    ['D6', ballot(20, 21, 0, 'yes'), 'decided', 'no', 'majority'],
    ['D7', { ...ballot(28, 28, 0, 'yes'), subject: 'election' }, 'lot', null, null],
    ['all abstain', ballot(0, 0, 57, 'abstain'), 'casting_vote', null, null],
    ['the one who presides is not counted', ballot(5, 5, 0, 'absent'), 'casting_vote', null, null],
    ['one voter', ballot(1, 0, 0, 'yes'), 'decided', 'yes', 'majority'],
    ['employment', { ...ballot(5, 5, 1, 'yes'), subject: 'employment' }, 'lot', null, null],
  ] as const)('%s', (_, facts, status, winner, by) => expect(vote(facts)).toMatchObject({ ok: true, value: { status, winner, by } }))

  it('a chair who abstained must vote: 29–28', () =>
    expect(vote({ ...ballot(28, 28, 1, 'abstain'), casting: 'yes' }).value).toEqual({
      status: 'decided',
      winner: 'yes',
      by: 'chair',
      yes: 29,
      no: 28,
      abstain: 0,
    }))
  it('the lot decides when it is drawn', () =>
    expect(vote({ ...ballot(28, 28, 0, 'yes'), subject: 'election', lot: 'no' }).value).toMatchObject({ winner: 'no', by: 'lot' }))
  it.each([
    [{ ...ballot(28, 28, 0, 'yes'), subject: 'election', casting: 'yes' }, ['vote.casting_in_election']],
    [{ ...ballot(30, 26, 0, 'yes'), subject: 'election', form: 'open' }, ['vote.open']],
    [{ ...ballot(30, 26, 0, 'yes'), form: 'closed' }, ['vote.closed']],
    [{ ...ballot(3, 3, 0, 'yes'), lot: 'yes' }, ['vote.lot']],
    [{ ...ballot(3, 3, 0, 'yes'), casting: 'no' }, ['vote.casting_turned']],
    [ballot(0, 0, 0, 'absent'), ['vote.nobody']],
    [ballot(0, 5, 0, 'yes'), ['vote.chair']],
    [{ ...ballot(29, 26, 2, 'yes'), seats: 61, absent: 3 }, ['vote.sum']],
    [{ ...ballot(29, 26, 2, 'yes'), seats: 56 }, ['vote.sum']],
    [{ ...ballot(20, 10, 0, 'yes'), body: 'council', seats: 61, absent: 31 }, ['quorum.short']],
    [{ ...ballot(20, 10, 0, 'yes'), body: 'council', seats: 61, absent: 31, awayForConflict: 1 }, []],
    [{ ...ballot(29, 26, 2, 'yes'), seats: 61, absent: 4, body: 'council' }, []],
  ] as const)('%j: %j', (facts, wanted) => expect(codes(vote(facts))).toEqual(wanted))
})

describe('a motion whose mover is in conflict of interest (A-10, A-11)', () => {
  const A = { id: 'A', conflict: true }
  const B = { id: 'B', conflict: false }
  it.each([
    ['falls', { movers: [A] }, ['motion.fallen'], { stands: false, upheldBy: [] }],
    ['falls when all are', { movers: [A, { ...B, conflict: true }] }, ['motion.fallen'], { stands: false, upheldBy: [] }],
    ['stands when another upholds it', { movers: [A, B] }, [], { stands: true, upheldBy: ['B'] }],
    ['stands as its party’s', { movers: [A], parties: 1 }, [], { stands: true, upheldBy: [] }],
    ['is answered when it was put before', { movers: [A], put: true }, [], { stands: true, upheldBy: [] }],
    ['nobody in conflict', { movers: [B] }, [], { stands: true, upheldBy: ['B'] }],
  ] as const)('%s', (_, facts, refused, value) => {
    const ruled = moverConflict({ body: 'board', parties: 0, put: false, ...facts, movers: [...facts.movers] })
    expect([codes(ruled), ruled.value, ruled.reasons[0]?.law]).toEqual([refused, value, 'KL 6:30'])
  })
  it('in the council by its own section', () =>
    expect(moverConflict({ body: 'council', movers: [A], parties: 0, put: false })).toMatchObject({ refusals: [{ law: 'KL 5:47' }] }))
})

const ask = (f: number, against: number, present = 57, more: object = {}) =>
  postponement({ body: 'council', item: 'ordinary', usedMinority: false, present, for: f, against, ...more }, defaultVariants)

describe('tabling and referral (A-14)', () => {
  it.each([
    ['D5a', ask(19, 36), 'postponed', 'minority'],
    ['D5b once an item', ask(19, 36, 57, { usedMinority: true }), 'not_postponed', 'majority'],
    ['D5c', ask(18, 37), 'not_postponed', 'majority'],
    ['a third of 58 is 20', ask(19, 39, 58), 'not_postponed', 'majority'],
    ['20 of 58', ask(20, 38, 58), 'postponed', 'minority'],
    ['boards have no such right', ask(6, 7, 13, { body: 'board' }), 'not_postponed', 'majority'],
    ['a board by majority', ask(7, 6, 13, { body: 'board' }), 'postponed', 'majority'],
    ['an election by majority', ask(19, 36, 57, { item: 'election' }), 'not_postponed', 'majority'],
    ['an extra election the first time', ask(0, 57, 57, { item: 'extra_election' }), 'postponed', 'law'],
    ['an extra election the second time', ask(20, 37, 57, { item: 'extra_election', first: false }), 'not_postponed', 'majority'],
    ['a tie as the chair votes', ask(6, 6, 12, { body: 'board', chair: 'yes' }), 'postponed', 'chair'],
    ['a tie with an abstaining chair', ask(6, 6, 13, { body: 'board' }), 'casting_vote', null],
    ['the chair then votes', ask(6, 6, 13, { body: 'board', casting: 'no' }), 'not_postponed', 'chair'],
    ['nobody for', ask(0, 0, 57, { chair: 'no' }), 'not_postponed', 'chair'],
  ] as const)('%s', (_, ruled, status, by) => expect(ruled).toMatchObject({ ok: true, value: { status, by } }))
  it('the dispute of who counts: 31 present, 14–0', () => {
    expect(ask(14, 0, 31).value).toMatchObject({ by: 'minority', third: 11, wins: true, usedMinority: true, motivationBy: 'requesters' })
    const other = postponement(
      { body: 'council', item: 'ordinary', usedMinority: false, present: 31, for: 14, against: 0 },
      { postponementClass: 'majority_first' },
    )
    expect(other.value).toMatchObject({ by: 'majority', usedMinority: false, motivationBy: 'body' })
  })
  it('refuses what cannot be', () => {
    expect(codes(ask(40, 20))).toEqual(['postponement.sum'])
    expect(codes(ask(0, 0, 0))).toEqual(['postponement.nobody'])
  })
  test('a third is at least a third, and one less is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 101 }), fc.nat(101), (present, f) => {
        fc.pre(f <= present)
        return (ask(f, present - f, present, { chair: 'no' }).value?.by === 'minority') === 3 * f >= present
      }),
    )
  })
})

describe('two thirds (A-18, A-19)', () => {
  it.each([
    ['extra_election', 57, 38, true],
    ['extra_election', 57, 37, false],
    ['refuse_referendum', 57, 38, true],
    ['non_party_board', 61, 41, true],
    ['non_party_board', 61, 40, false],
    ['extra_election', 0, 0, false],
    ['extra_election', 60, 40, true],
  ] as const)('%s: %i present, %i votes: %s', (question, present, votes, ok) => expect(qualifiedMajority({ question, present, votes }).ok).toBe(ok))
  it('an extra election waits six months', () => {
    const facts = { question: 'extra_election', present: 57, votes: 38, firstMeeting: '2026-10-19' } as const
    const on = (electionDay: string) => codes(qualifiedMajority({ ...facts, electionDay } as unknown as Parameters<typeof qualifiedMajority>[0]))
    expect(on('2027-04-18')).toEqual(['majority.early'])
    expect(on('2027-04-19')).toEqual([])
  })
})

describe('reservation (A-21)', () => {
  it.each([
    ['yes', '21:55', '21:40', ['reservation.late']],
    ['yes', '21:40', '21:40', ['reservation.late']],
    ['yes', '21:39', '21:40', []],
    ['yes', '21:55', null, []],
    ['no', '21:30', '21:40', ['reservation.no_part']],
    ['abstained', '21:30', '21:40', ['reservation.abstained']],
    ['yes', '2026-11-30T23:50', '2026-12-01T00:10', []],
    ['yes', '2026-11-30T21:40+01:00', '2026-11-30T20:41Z', []],
    ['yes', '21:40', '2026-11-30T21:45', ['reservation.times']],
  ] as const)('took part %s, %s, the meeting ends %s: %j', (tookPart, notified, meetingEnds, wanted) =>
    expect(codes(reservation({ tookPart, notified, meetingEnds }, defaultVariants))).toEqual(wanted),
  )
  it('a municipality may let those who abstain reserve', () =>
    expect(reservation({ tookPart: 'abstained', notified: '21:30', meetingEnds: '21:40' }, { abstainerMayReserve: true }).ok).toBe(true))
})

describe('proposals the chair refuses (A-13)', () => {
  it.each([
    [true, false, true, false, false, []],
    [true, false, false, false, false, ['proposal.new_matter']],
    [true, false, true, true, false, ['proposal.new_matter_overruled']],
    [false, true, true, false, false, []],
    [false, true, true, true, true, []],
    [false, true, false, false, true, []],
    [false, false, true, false, false, ['proposal.no_ground']],
    [false, false, false, false, true, []],
  ])('new %s, unlawful %s, refused %s, overruled %s: put %s %j', (opensNewMatter, unlawful, chairRefuses, bodyOverrules, isPut, wanted) => {
    const ruled = proposalAdmission({ opensNewMatter, unlawful, chairRefuses, bodyOverrules })
    expect(ruled.value?.put).toBe(isPut)
    expect(codes(ruled)).toEqual(wanted)
  })
})
