import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Body, keeper, type MeetingWorld, meetingWorld, nodes, noting, proposing } from '../../../test/meeting-world.ts'
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
import { closeVote } from './close-vote.ts'
import { noteBallots } from './note-ballots.ts'
import { openVote } from './open-vote.ts'
import { putQuestion } from './put-question.ts'
import { requestVote } from './request-vote.ts'
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
  await takeUpItem(deps, who, { id: next(), ...at })
  const motionId = next()
  await makeMotion(deps, who, {
    id: motionId,
    ...at,
    kind: 'amend',
    personIds: [mover],
    text: '',
    clauses: [noting('anta en annan plan', 1)],
    otherwiseApprove: false,
  })
  await closeDebate(deps, who, { id: next(), ...at })
  await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motionId] })
  await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
  await requestVote(deps, who, { id: next(), ...at, personId: mover })
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
  const told = JSON.stringify(itemSection({ record, municipality: 'Borås', locale: 'sv' }, item))
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
  const facts = { hadVote: false, present: true, conflict: false, closedBallot: false }
  const ruled = (body: 'council' | 'board', more: Partial<typeof facts>, wouldHaveVotedNoted = true) =>
    codes(wouldHaveVoted({ body, ...facts, ...more }, { wouldHaveVotedNoted }))
  expect(ruled('board', {})).toEqual([])
  expect(ruled('council', {}, false)).toEqual(['would_vote.rules KL 5:71'])
  expect(ruled('board', { conflict: true }, false)).toEqual(['would_vote.rules KL 6:44', 'would_vote.conflict KL 6:30'])
})
