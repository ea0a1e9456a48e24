import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Body, keeper, type MeetingWorld, meetingWorld, memberOf, nodes, noting, proposing } from '../../../test/meeting-world.ts'
import { transact } from '../../database/transact.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import { closeItem } from '../agenda/close-item.ts'
import { takeUpItem } from '../agenda/open-item.ts'
import { noteLeaving } from '../attendance/note-leaving.ts'
import { closeDebate } from '../debate/close-debate.ts'
import { makeMotion } from '../debate/make-motion.ts'
import { itemSection } from '../documents/item-section.ts'
import { correct } from '../record/correct.ts'
import type { ItemRecord } from '../record/record.ts'
import { undo } from '../record/undo.ts'
import { wouldHaveVoted } from '../../rulebook/voting/would-have-voted.ts'
import { approveOrder } from './approve-order.ts'
import { castBallot } from './cast-ballot.ts'
import { closeVote } from './close-vote.ts'
import { noteBallots } from './note-ballots.ts'
import { openVote } from './open-vote.ts'
import { putQuestion } from './put-question.ts'
import { requestVote } from './request-vote.ts'
import { tellWhyAbstained } from './tell-why-abstained.ts'
import { noteWouldHaveVoted } from './would-have-voted.ts'

let world: MeetingWorld
let body: Body
beforeAll(async () => {
  world = await meetingWorld()
  body = await world.seat(nodes.labour, 5, 3)
})
afterAll(() => world.close())

const who = keeper(nodes.labour)
const next = () => world.deps.ids.next()
const codes = (done: Verdict<unknown>): readonly string[] => (done.ok ? [] : done.refusals.map((r) => `${r.code}${r.law ? ` ${r.law}` : ''}`))
const decision = (title: string, ...texts: string[]) => ({ caseId: null, title, kind: 'decision' as const, proposal: proposing(...texts) })

/** Takes the item up, with an amendment against the proposal, until a vote is asked for; the id of the amendment. */
const toVote = async (at: { readonly meetingId: string; readonly itemId: string }, mover: string): Promise<string> => {
  const { deps } = world
  const motionId = next()
  await takeUpItem(deps, who, { id: next(), ...at })
  const clauses = [noting('anta en annan plan', 1)]
  await makeMotion(deps, who, { id: motionId, ...at, kind: 'amend', personIds: [mover], text: '', clauses, otherwiseApprove: false })
  await closeDebate(deps, who, { id: next(), ...at })
  await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motionId] })
  await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
  await requestVote(deps, who, { id: next(), ...at, personId: mover })
  return motionId
}

test('how a substitute who does not serve would have voted is noted by itself, never counted, undone and corrected as other facts', async () => {
  const { deps } = world
  const [chair, , mover, , fifth] = body.members as [string, string, string, string, string]
  const [sub, left, third] = body.substitutes as [string, string, string]
  const { id: meetingId, items } = await world.meet(
    body,
    [decision('Fritidsbank', 'anta planen'), decision('Annat', 'anteckna')],
    [...body.members, ...body.substitutes],
  )
  const at = { meetingId, itemId: items[0]?.id ?? '' }
  const motionId = await toVote(at, mover)
  await noteLeaving(deps, who, { id: next(), meetingId, personId: left, reason: 'other', why: 'annat möte' })
  const voteId = next()
  await openVote(deps, who, { id: voteId, ...at, way: 'roll_call' })
  const would = (personId: string, alternative: string, aboutId = voteId) =>
    noteWouldHaveVoted(deps, who, { id: next(), ...at, personId, aboutId, alternative })
  expect(codes(await would(sub, motionId))).toEqual(['would_vote.about'])
  const ballots = body.members.map((personId) => ({ personId, choice: personId === fifth ? ('abstain' as const) : ('yes' as const) }))
  await noteBallots(deps, who, { id: next(), ...at, ballots })
  expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual([])

  expect(codes(await would(chair, motionId))).toEqual(['would_vote.had_vote KL 4:24'])
  expect(codes(await would(fifth, motionId))).toEqual(['would_vote.had_vote KL 4:24'])
  expect(codes(await would(left, motionId))).toEqual(['would_vote.away KL 4:24'])
  expect(codes(await would(sub, 'reject'))).toEqual(['would_vote.alternative'])
  expect(codes(await would(sub, 'proposal'))).toEqual([])
  const read = async (): Promise<ItemRecord> => (await world.read(meetingId)).items[0] as ItemRecord
  const factOf = async (): Promise<string> => (await read()).wouldHaveVoted.at(-1)?.factId ?? ''
  expect(codes(await undo(deps, who, { id: next(), ...at, factId: await factOf() }))).toEqual([])
  expect((await read()).wouldHaveVoted).toEqual([])
  expect(codes(await would(sub, motionId))).toEqual([])
  expect(codes(await would(sub, motionId))).toEqual(['would_vote.twice'])
  expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
  // After the gavel, until the meeting ends.
  expect(codes(await would(third, 'proposal'))).toEqual([])
  expect(codes(await correct(deps, who, { id: next(), meetingId, factId: await factOf(), data: { alternative: motionId }, why: 'hördes fel' }))).toEqual([])
  expect(codes(await correct(deps, who, { id: next(), meetingId, factId: await factOf(), personId: chair, why: 'hördes fel' }))).toEqual([
    'would_vote.had_vote KL 4:24',
  ])

  const item = await read()
  expect(item.votes[0]?.result).toMatchObject({ yes: 4, no: 0, abstain: 1 })
  expect(item.votes[0]?.ballots.map((b) => b.personId)).not.toContain(sub)
  const record = await world.read(meetingId)
  const told = JSON.stringify(itemSection({ record, locale: 'sv' }, item))
  const names = [sub, third].map((id) => `${record.names[id]} (${record.roster.find((s) => s.personId === id)?.party})`)
  expect(told).toContain(
    `{"kind":"heading","text":"Anteckning, utan rösträtt"},{"kind":"paragraph","text":"${names.join(' och ')} hade inte rösträtt men skulle ha röstat för ändringsyrkandet`,
  )
})

test('it is noted neither of closed ballots nor where the rules of procedure say no', async () => {
  const { deps } = world
  const [sub] = body.substitutes as [string]
  const { id: meetingId, items } = await world.meet(
    body,
    [{ ...decision('Val', 'välja'), kind: 'election' as const }, decision('Annat', 'anteckna')],
    [...body.members, sub],
    '13:00',
  )
  const at = { meetingId, itemId: items[0]?.id ?? '' }
  await takeUpItem(deps, who, { id: next(), ...at })
  await closeDebate(deps, who, { id: next(), ...at })
  const voteId = next()
  expect(codes(await openVote(deps, who, { id: voteId, ...at, way: 'device', candidates: ['Asta Ek', 'Bo Lind'] }))).toEqual([])
  await closeVote(deps, who, { id: next(), ...at })
  expect(codes(await noteWouldHaveVoted(deps, who, { id: next(), ...at, personId: sub, aboutId: voteId, alternative: 'abstain' }))).toEqual([
    'would_vote.closed KL 5:55',
  ])
  expect(codes(await tellWhyAbstained(deps, who, { id: next(), ...at, voteId, personId: body.members[0] ?? '', reason: 'så' }))).toEqual([
    'vote.closed KL 5:55',
  ])
  const facts = { hadVote: false, present: true, conflict: false, closedBallot: false }
  const ruled = (body: 'council' | 'board', more: Partial<typeof facts>, wouldHaveVotedNoted = true) =>
    codes(wouldHaveVoted({ body, ...facts, ...more }, { wouldHaveVotedNoted }))
  expect(ruled('board', {})).toEqual([])
  expect(ruled('council', {}, false)).toEqual(['would_vote.rules KL 5:71'])
  expect(ruled('board', { conflict: true }, false)).toEqual(['would_vote.rules KL 6:44', 'would_vote.conflict KL 6:30'])
})

test('why somebody abstained stands with the ballot: told from the own device or noted at the desk, until the meeting ends', async () => {
  const { deps } = world
  const [first, second, third, fourth] = body.members as [string, string, string, string]
  const { id: meetingId, items } = await world.meet(body, [decision('Plan', 'anta planen'), decision('Annat', 'anteckna')], body.members, '15:00', 60)
  const at = { meetingId, itemId: items[0]?.id ?? '' }
  await toVote(at, first)
  const voteId = next()
  await openVote(deps, who, { id: voteId, ...at, way: 'device' })
  const cast = (personId: string, choice: 'yes' | 'abstain', reason?: string) =>
    castBallot(deps, memberOf(nodes.labour, personId), { voteId, choice, ...(reason === undefined ? {} : { reason }) })
  const reasons = async () => {
    const vote = (await world.read(meetingId)).items[0]?.votes[0]
    return Object.fromEntries((vote?.ballots ?? []).map((b) => [b.personId, [b.choice, b.reason]]))
  }
  expect(codes(await cast(first, 'yes', 'hör inte hit'))).toEqual([])
  expect(codes(await cast(second, 'abstain', ' Underlaget kom för sent. '))).toEqual([])
  expect(codes(await cast(second, 'abstain'))).toEqual([])
  expect(codes(await cast(third, 'abstain', 'x'.repeat(501)))).toEqual(['vote.reason'])
  expect(codes(await cast(third, 'abstain', 'Ångras'))).toEqual([])
  expect(codes(await cast(third, 'yes'))).toEqual([])
  expect(codes(await cast(fourth, 'abstain'))).toEqual([])
  expect(await reasons()).toEqual({
    [first]: ['yes', null],
    [second]: ['abstain', 'Underlaget kom för sent.'],
    [third]: ['yes', null],
    [fourth]: ['abstain', null],
  })
  // The secretary's roll takes nothing away; another choice does.
  await noteBallots(deps, who, { id: next(), ...at, ballots: [{ personId: second, choice: 'abstain' }] })
  expect((await reasons())[second]).toEqual(['abstain', 'Underlaget kom för sent.'])
  await closeVote(deps, who, { id: next(), ...at })
  const why = (personId: string, reason: string) => tellWhyAbstained(deps, who, { id: next(), ...at, voteId, personId, reason })
  expect(codes(await why(first, 'nej'))).toEqual(['vote.not_abstained'])
  expect(codes(await why(fourth, 'Partiet har inte tagit ställning.'))).toEqual([])
  expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
  expect(codes(await why(second, 'Underlaget kom samma dag.'))).toEqual([])
  // Nothing else of a ballot changes when the vote is over.
  await expect(
    transact(deps, { actor: 'system:test', act: 'by hand' }, (tx) =>
      tx.updateTable('ballot').set({ choice: 'yes', reason: null }).where('vote_id', '=', voteId).where('person_id', '=', second).execute(),
    ),
  ).rejects.toThrow('is over')

  const record = await world.read(meetingId)
  const item = record.items[0] as ItemRecord
  expect(item.votes[0]?.result).toMatchObject({ yes: 2, no: 0, abstain: 2 })
  const told = JSON.stringify(itemSection({ record, locale: 'sv' }, item))
  expect(told).toContain('"Avstår: Underlaget kom samma dag."')
  expect(told).toContain('"Avstår: Partiet har inte tagit ställning."')
})
