import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keeper, type MeetingWorld, meetingWorld, memberOf, nodes, noting, proposing } from '../../test/meeting-world.ts'
import { packageRoot } from '../database/package-root.ts'
import { loadCorrections } from '../decisions/decision-store.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { addAtMeeting } from './agenda/add-at-meeting.ts'
import { admitUrgent } from './agenda/admit-urgent.ts'
import { closeItem } from './agenda/close-item.ts'
import { closeMeeting } from './agenda/close-meeting.ts'
import { pause } from './agenda/pause.ts'
import { takeUpItem } from './agenda/open-item.ts'
import { decideConflict } from './attendance/decide-conflict.ts'
import { declareConflict } from './attendance/declare-conflict.ts'
import { nameAdjuster } from './attendance/name-adjuster.ts'
import { noteArrival } from './attendance/note-arrival.ts'
import { noteLeaving } from './attendance/note-leaving.ts'
import { notePicture } from './attendance/note-picture.ts'
import { seatSubstitutes } from './attendance/seat-substitutes.ts'
import { quorumNow, takingPart } from './attendance/there.ts'
import { changeMotion } from './debate/change-motion.ts'
import { closeDebate } from './debate/close-debate.ts'
import { foresee } from './debate/foresee.ts'
import { makeMotion } from './debate/make-motion.ts'
import { readClauses } from './debate/read-clauses.ts'
import { shapeClause } from './debate/shape-clause.ts'
import { minutesDoc } from './documents/minutes-doc.ts'
import { itemSection } from './documents/item-section.ts'
import { addRemark } from './record/add-remark.ts'
import { correct } from './record/correct.ts'
import { correctBallot } from './record/correct-ballot.ts'
import { correctWording } from './record/correct-wording.ts'
import type { ItemRecord } from './record/record.ts'
import { undo } from './record/undo.ts'
import { approveOrder } from './voting/approve-order.ts'
import { castBallot } from './voting/cast-ballot.ts'
import { castSecretBallot } from './voting/cast-secret-ballot.ts'
import { closeVote } from './voting/close-vote.ts'
import { countSlips } from './voting/count-slips.ts'
import { drawLot } from './voting/draw-lot.ts'
import { explainVote } from './voting/explain-vote.ts'
import { noteBallots } from './voting/note-ballots.ts'
import { openVote } from './voting/open-vote.ts'
import { standing } from './voting/parts.ts'
import { mainAlternatives, nextStep } from './voting/procedure.ts'
import { stepKey } from './voting/step-key.ts'
import { voidVote } from './voting/void-vote.ts'
import { putOneByOne } from './voting/put-one-by-one.ts'
import { putQuestion } from './voting/put-question.ts'
import { requestVote } from './voting/request-vote.ts'

let world: MeetingWorld
beforeAll(async () => {
  world = await meetingWorld()
})
afterAll(() => world.close())

const next = () => world.deps.ids.next()
const codes = (done: Verdict<unknown>): readonly string[] => (done.ok ? [] : done.refusals.map((r) => `${r.code}${r.law ? ` ${r.law}` : ''}`))
const decision = (title: string, ...texts: string[]) => ({ caseId: null, title, kind: 'decision' as const, proposal: proposing(...texts) })

describe('an item from debate to gavel', () => {
  test('three alternatives: the finding stands against what won among the others, and the clauses of the winner take effect', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 9, 4)
    const who = keeper(nodes.labour)
    const [chair, , third, fourth] = body.members
    const { id: meetingId, items } = await world.meet(body, [decision('Fritidsbank', 'anta planen', 'avsätta 2 mnkr'), decision('Annat', 'anteckna')])
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    const open = next()
    expect(codes(await takeUpItem(deps, who, { id: open, ...at }))).toEqual([])
    expect(codes(await takeUpItem(deps, who, { id: open, ...at }))).toEqual([])
    const move = (personId: string, no: number, text: string) =>
      makeMotion(deps, who, { id: next(), ...at, kind: 'amend', personIds: [personId], text: '', clauses: [noting(text, no)], otherwiseApprove: true })
    expect(codes(await move(third ?? '', 2, 'avsätta 3 mnkr'))).toEqual([])
    expect(codes(await move(fourth ?? '', 2, 'inte avsätta något'))).toEqual([])
    expect(codes(await putQuestion(deps, who, { id: next(), ...at }))).toEqual(['question.not_next'])
    await closeDebate(deps, who, { id: next(), ...at })
    let [item] = (await world.read(meetingId)).items
    const [three, nothing] = item?.motions.map((m) => m.id) ?? []
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', three ?? '', nothing ?? ''] })
    await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
    await requestVote(deps, who, { id: next(), ...at, personId: third ?? '' })
    await putQuestion(deps, who, { id: next(), ...at, found: three ?? '' })
    ;[item] = (await world.read(meetingId)).items
    expect(item && nextStep(item)).toMatchObject({ do: 'open_vote', yes: 'proposal', no: three })
    const voteId = next()
    await openVote(deps, who, { id: voteId, ...at, way: 'device' })
    for (const personId of body.members.slice(4)) expect(codes(await castBallot(deps, memberOf(nodes.labour, personId), { voteId, choice: 'no' }))).toEqual([])
    // One changes the ballot, one sends it twice: each has one.
    await castBallot(deps, memberOf(nodes.labour, body.members[4] ?? ''), { voteId, choice: 'yes' })
    await castBallot(deps, memberOf(nodes.labour, body.members[5] ?? ''), { voteId, choice: 'no' })
    expect(codes(await castBallot(deps, memberOf(nodes.labour, body.substitutes[0] ?? ''), { voteId, choice: 'no' }))).toEqual(['vote.not_voter KL 4:24'])
    await noteBallots(deps, who, {
      id: next(),
      ...at,
      ballots: body.members.slice(0, 4).map((personId) => ({ personId, choice: personId === chair ? 'abstain' : 'yes' })),
    })
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual(['vote.casting KL 4:25, 5:56'])
    await castBallot(deps, memberOf(nodes.labour, chair ?? ''), { voteId, choice: 'no' })
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual([])
    expect(codes(await castBallot(deps, memberOf(nodes.labour, chair ?? ''), { voteId, choice: 'yes' }))).toEqual(['vote.over'])
    ;[item] = (await world.read(meetingId)).items
    expect(item?.votes[0]?.result).toMatchObject({ yes: 4, no: 5, abstain: 0, absent: 0, outcome: 'no', settledBy: 'majority' })
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
    const after = await world.read(meetingId)
    expect(after.items[0]?.decision?.clauses.map((c) => c.text)).toEqual(['anta planen', 'avsätta 3 mnkr'])
    const reserve = (personId: string) => addRemark(deps, who, { id: next(), ...at, kind: 'reservation', personIds: [personId], text: '' })
    expect(codes(await reserve(body.substitutes[0] ?? ''))).toEqual(['reservation.no_part KL 4:27'])
    expect(codes(await reserve(fourth ?? ''))).toEqual([])
    const state = (dated: string) =>
      addRemark(deps, who, { id: next(), ...at, kind: 'statement', personIds: [third ?? ''], text: 'Vi ser fram emot planen.', dated })
    for (const dated of ['31 juni 2022', '2022-05-18']) expect(codes(await state(dated))).toEqual(['remark.dated'])
    for (const dated of ['2022-05-17', '']) expect(codes(await state(dated))).toEqual([])
    expect((await world.read(meetingId)).items[0]?.statements.map((r) => r.dated)).toEqual(['2022-05-17', null])
    expect(codes(await closeMeeting(deps, who, { id: next(), meetingId }))).toEqual(['meeting.items_left'])
    const second = { meetingId, itemId: items[1]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...second })
    expect(codes(await closeItem(deps, who, { id: next(), ...second, carry: true }))).toEqual([])
    expect(codes(await closeMeeting(deps, who, { id: next(), meetingId }))).toEqual([])
    expect(codes(await reserve(third ?? ''))).toContain('meeting.not_open')
    const reserved = (await world.read(meetingId)).journal.find((f) => f.kind === 'reservation')
    expect(codes(await correct(deps, who, { id: next(), meetingId, factId: reserved?.id ?? '', data: { text: 'för eget yrkande' }, why: 'Glömdes' }))).toEqual(
      [],
    )
    const last = await world.read(meetingId)
    expect(last.items[0]?.reservations[0]?.text).toBe('för eget yrkande')
    expect(last.corrections).toMatchObject([{ before: { text: '' }, after: { text: 'för eget yrkande' }, why: 'Glömdes', law: null }])
    // Counted wrong: four to four is the chair's side, and so the same.
    const ballotOf = (personId: string | undefined, choice: 'yes' | 'abstain', stands = false) =>
      correctBallot(deps, who, { id: next(), meetingId, voteId, personId: personId ?? '', choice, why: 'Skrevs på fel rad', stands })
    expect(codes(await ballotOf(body.substitutes[0], 'yes'))).toEqual(['correction.voter KL 4:24'])
    expect(codes(await ballotOf(body.members[5], 'abstain'))).toEqual([])
    const vote = async () => (await world.read(meetingId)).items[0]?.votes[0]
    expect(await vote()).toMatchObject({ result: { yes: 4, no: 4, abstain: 1, outcome: 'no', settledBy: 'chair', wouldBe: null } })
    // Five to three would have been the other way: what was pronounced stands, which is told before and after.
    expect(codes(await ballotOf(body.members[6], 'yes'))).toEqual(['correction.outcome KL 13:8'])
    expect(codes(await ballotOf(body.members[6], 'yes', true))).toEqual([])
    expect(await vote()).toMatchObject({ result: { yes: 5, no: 3, outcome: 'no', settledBy: 'chair', wouldBe: 'yes' } })
    expect((await vote())?.ballots.find((b) => b.personId === body.members[6])?.choice).toBe('yes')
    const wrong = (await world.read(meetingId)).items[0]?.decision?.clauses[1]
    const word = (text: string) => correctWording(deps, who, { id: next(), meetingId, clauseId: wrong?.id ?? '', text, why: 'Talat fel' })
    expect(codes(await word('avsätta 3 mnkr'))).toEqual(['correction.same'])
    expect(codes(await word('avsätta 3,5 mnkr'))).toEqual([])
    const corrected = await world.read(meetingId)
    const [first] = corrected.items
    expect(first?.decision?.clauses.map((c) => c.text)).toEqual(['anta planen', 'avsätta 3,5 mnkr'])
    expect(first && explainVote(corrected, first, first.votes[0] as never).map((b) => b.law)).toContain('KL 13:8')
    const beside = await loadCorrections(deps.store, first?.decision?.id ?? '')
    expect(beside.map((c) => [c.before, c.after])).toEqual(
      expect.arrayContaining([
        ['Nej', 'Ja'],
        ['4–4', '5–3'],
        ['avsätta 3 mnkr', 'avsätta 3,5 mnkr'],
      ]),
    )
    await expect(sql`update clause set text = 'något annat' where id = ${wrong?.id ?? ''}`.execute(deps.store)).rejects.toThrow(/append-only/)
  })

  test('a clause of the debate does what is chosen for it: hindrances are told before the gavel, and the winner takes effect with the rest of the proposal', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 5, 0)
    const who = keeper(nodes.labour)
    // §§ 1 and 2 of the day are taken by the meeting above.
    const agenda = [decision('Ett', 'a'), decision('Två', 'b'), decision('Ram', 'anta planen', 'avsätta 2 mnkr', 'utreda mer')]
    const { id: meetingId, items } = await world.meet(body, agenda, body.members, '07:00')
    const at = { meetingId, itemId: items[2]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const motionId = next()
    const clauses = readClauses('2. avsätta 3 mnkr\n3. utgår')
    await makeMotion(deps, who, { id: motionId, ...at, kind: 'amend', personIds: [body.members[1] ?? ''], text: '', clauses, otherwiseApprove: true })
    const shape = (node: string, of = motionId, no = 2) =>
      shapeClause(deps, who, {
        id: next(),
        ...at,
        of,
        no,
        kind: 'set_budget_frame',
        target: null,
        typed: { text: ['avsätta 3 mnkr till fritidsbanken'], node: [node], period: ['2023'], amount: ['3 000'], purpose: ['fritidsbank'] },
      })
    expect(codes(await shape(nodes.labour, motionId, 9))).toEqual(['clause.unknown'])
    expect(codes(await shape('ingenstans'))).toEqual([expect.stringMatching(/^field\./)])
    expect(codes(await shape(nodes.culture))).toEqual([])
    const foreseen = async () => {
      const record = await world.read(meetingId)
      const item = record.items[2]
      return item ? foresee(deps, who, record, item) : []
    }
    const hinders = async () => (await foreseen()).flatMap((f) => f.hinders.map((r) => `${r.code} ${r.field}`))
    // While both stand, the one that does something is tried; the other only notes.
    expect((await foreseen()).map((f) => f.winner)).toEqual([motionId])
    expect(await hinders()).toEqual(['frame.above clauses.2.node'])
    await closeDebate(deps, who, { id: next(), ...at })
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motionId] })
    await putQuestion(deps, who, { id: next(), ...at, found: motionId })
    expect(await hinders()).toEqual(['frame.above clauses.2.node'])
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual(['frame.above KL 5:1'])
    expect(codes(await shape(nodes.labour))).toEqual([])
    expect((await foreseen()).map((f) => [f.hinders, f.clauses.map((c) => c.of)])).toEqual([[[], ['proposal', motionId]]])
    expect(await deps.store.selectFrom('frame').select('id').where('purpose', '=', 'fritidsbank').execute()).toEqual([])
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
    const item = (await world.read(meetingId)).items[2]
    // The wording is the debate's: what was written beside when the debate was closed does not change it.
    expect(item?.decision?.clauses.map((c) => [c.kind, c.text])).toEqual([
      ['note', 'anta planen'],
      ['set_budget_frame', 'avsätta 3 mnkr till fritidsbanken'],
    ])
    const frames = await deps.store.selectFrom('frame').select(['amount', 'clause_id']).where('purpose', '=', 'fritidsbank').execute()
    expect(frames).toEqual([{ amount: 300_000_000, clause_id: item?.decision?.clauses[1]?.id }])
    expect(codes(await shape(nodes.labour))).toEqual(['item.not_open'])
  })

  test('clause by clause: each with its own finding and vote, what carried in each takes effect together, and reservations are against a clause', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 5, 0)
    const who = keeper(nodes.labour)
    const [, second = '', third = '', fourth = ''] = body.members
    const { id: meetingId, items } = await world.meet(body, [decision('Delat', 'anta planen', 'avsätta 2 mnkr', 'följa upp')], body.members, '06:00', 60)
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const motionId = next()
    const clauses = readClauses('2. avsätta 3 mnkr\n4. bjuda in förbunden')
    await makeMotion(deps, who, { id: motionId, ...at, kind: 'amend', personIds: [second], text: '', clauses, otherwiseApprove: true })
    await makeMotion(deps, who, { id: next(), ...at, kind: 'reject', personIds: [third], text: '', clauses: [], otherwiseApprove: false })
    await closeDebate(deps, who, { id: next(), ...at })
    const divide = (points: number[], id = next()) => putOneByOne(deps, who, { id, ...at, points })
    expect(codes(await divide([9]))).toEqual(['points.stranger KL 5:53'])
    expect(codes(await divide([]))).toEqual(['points.none KL 5:53'])
    const wrong = next()
    expect(codes(await divide([1, 2, 3], wrong))).toEqual([])
    expect(codes(await undo(deps, who, { id: next(), ...at, factId: wrong }))).toEqual([])
    expect(codes(await divide([2]))).toEqual([])
    expect(codes(await divide([1]))).toEqual(['points.put KL 5:53'])
    const item = async () => (await world.read(meetingId)).items[0] as ItemRecord
    // Clause 2: three stand, and so their order is approved; then the amendment is found, and the vote goes against it.
    expect(nextStep(await item())).toEqual({ do: 'order', stage: 'main', alternatives: ['proposal', 'reject', motionId], points: [2] })
    expect(codes(await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motionId] }))).toEqual(['order.alternatives'])
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', 'reject', motionId] })
    await putQuestion(deps, who, { id: next(), ...at, found: motionId })
    await requestVote(deps, who, { id: next(), ...at, personId: null })
    await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
    const voteId = next()
    await openVote(deps, who, { id: voteId, ...at, way: 'hands' })
    expect((await item()).votes[0]).toMatchObject({ yesWords: expect.stringMatching(/ i punkt 2$/), noWords: expect.stringMatching(/ i punkt 2$/) })
    const ballots = body.members.map((personId, i) => ({ personId, choice: i === 3 ? ('abstain' as const) : i < 3 ? ('yes' as const) : ('no' as const) }))
    await noteBallots(deps, who, { id: next(), ...at, ballots })
    await closeVote(deps, who, { id: next(), ...at })
    // The fourth leaves before the rest is put, and so takes no part in deciding it.
    await noteLeaving(deps, who, { id: next(), meetingId, personId: fourth, reason: 'other', why: '' })
    expect(nextStep(await item())).toMatchObject({ do: 'ask', alternatives: ['proposal', 'reject'], points: [1, 3] })
    await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual(['item.not_ready'])
    expect(nextStep(await item())).toMatchObject({ do: 'ask', alternatives: [motionId, 'reject'], points: [4] })
    await putQuestion(deps, who, { id: next(), ...at, found: 'reject' })
    expect(nextStep(await item())).toEqual({ do: 'decide', winner: 'points', additions: [] })
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
    expect((await item()).decision?.clauses.map((c) => [c.no, c.text])).toEqual([
      [1, 'anta planen'],
      [2, 'avsätta 3 mnkr'],
      [3, 'följa upp'],
    ])
    const reserve = (personId: string, points: number[], more = {}) =>
      addRemark(deps, who, { id: next(), ...at, kind: 'reservation', personIds: [personId], points, text: '', ...more })
    expect(codes(await reserve(second, [9]))).toContain('reservation.points')
    expect(codes(await reserve(fourth, [1]))).toEqual(['reservation.no_part KL 4:27'])
    expect(codes(await reserve(second, [4], { motionId }))).toEqual([])
    const record = await world.read(meetingId)
    const told = JSON.stringify(itemSection({ record, locale: 'sv' }, await item()))
    for (const said of [
      'punkt 2 i förslaget ställs för sig och övriga tillsammans därefter',
      'finner bifall till ändringsyrkandet från .* i punkt 2. Omröstning begärs',
      'finner att förslaget från Förvaltningen i punkt 2 är motförslag',
      'finner bifall till förslaget från Förvaltningen i punkterna 1 och 3',
      'finner avslag på punkt 4',
      'Ja för ändringsyrkandet från [^"]* i punkt 2',
      'reserverar sig mot beslutet i punkt 4 till förmån för ändringsyrkandet',
    ])
      expect(told).toMatch(new RegExp(said))
  })

  test('what is noted wrong is undone until the gavel, and stays in the journal', async () => {
    const { deps } = world
    const body = await world.seat(nodes.culture, 5, 2)
    const who = keeper(nodes.culture)
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna')])
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const motion = next()
    await makeMotion(deps, who, { id: motion, ...at, kind: 'reject', personIds: [body.members[1] ?? ''], text: '', clauses: [], otherwiseApprove: false })
    expect(codes(await undo(deps, who, { id: next(), ...at, factId: next() }))).toEqual(['undo.nothing'])
    expect(codes(await undo(deps, who, { id: next(), ...at, factId: motion }))).toEqual([])
    const record = await world.read(meetingId)
    expect(record.items[0]?.motions).toEqual([])
    const rows = await deps.store.selectFrom('meeting_fact').select('kind').where('item_id', '=', at.itemId).orderBy('no').execute()
    expect(rows.map((r) => r.kind)).toEqual(['item_opened', 'motion', 'undone'])
    await closeItem(deps, who, { id: next(), ...at, carry: true })
    await expect(
      sql`insert into meeting_fact values (gen_random_uuid(), ${meetingId}, ${at.itemId}, 99, 'motion', null, null, '{}', now(), null)`.execute(deps.store),
    ).rejects.toThrow(/dealt with/)
  })
})

describe('who is there', () => {
  test('substitutes in order, for one item where it is conflict of interest, and nothing is decided below the quorum', async () => {
    const { deps } = world
    const body = await world.seat(nodes.executive, 5, 5, ['S', 'M'])
    const who = keeper(nodes.executive)
    const there = [...body.members.slice(0, 3), ...body.substitutes.slice(0, 2)]
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna'), decision('Två', 'anteckna')], there)
    await seatSubstitutes(deps, who, { id: next(), meetingId })
    let record = await world.read(meetingId)
    expect(record.serving.map((s) => [s.personId, s.forId])).toEqual(
      expect.arrayContaining([
        [body.substitutes[0], body.members[3]],
        [body.substitutes[1], body.members[4]],
      ]),
    )
    expect(takingPart(record, null)).toHaveLength(5)
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    await declareConflict(deps, who, { id: next(), ...at, personId: body.members[2] ?? '', ground: 'närstående är part', by: 'self' })
    record = await world.read(meetingId)
    expect(takingPart(record, record.items[0] ?? null)).toHaveLength(4)
    for (const personId of there.slice(3)) await noteLeaving(deps, who, { id: next(), meetingId, personId, reason: 'other', why: 'tåget' })
    record = await world.read(meetingId)
    expect(quorumNow(record, record.items[0] ?? null).ok).toBe(false)
    expect(codes(await closeItem(deps, who, { id: next(), ...at, carry: true }))).toEqual([expect.stringMatching(/KL 6:27$/)])
    // Noted as another: who is there follows, also for the quorum; and what stood can still be read.
    const came = next()
    await noteArrival(deps, who, { id: came, meetingId, personId: body.members[4] ?? '', mode: 'room' })
    const meant = (personId: string | undefined) =>
      correct(deps, who, { id: next(), meetingId, factId: came, personId: personId ?? '', why: 'Fel person noterades' })
    expect(codes(await meant(body.members[0]))).toEqual(['correction.there'])
    expect(codes(await meant(body.members[3]))).toEqual([])
    record = await world.read(meetingId)
    const part = takingPart(record, record.items[0] ?? null).map((p) => p.personId)
    expect([part.includes(body.members[3] ?? ''), part.includes(body.members[4] ?? '')]).toEqual([true, false])
    expect(record.corrections.at(-1)?.told).toMatchObject([{ what: { sv: 'Vem' } }])
    const went = record.journal.findLast((f) => f.kind === 'left')?.id ?? ''
    expect(codes(await correct(deps, who, { id: next(), meetingId, factId: went, personId: body.members[4] ?? '', why: 'Fel' }))).toEqual([
      'correction.not_there',
    ])
    expect(codes(await closeItem(deps, who, { id: next(), ...at, carry: true }))).toEqual([])
  })

  test('a motion falls with its mover’s conflict of interest, unless somebody else upholds it, and stays in the minutes', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 5, 0)
    const who = keeper(nodes.labour)
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna')], body.members, '15:40')
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const [, mover = '', other = ''] = body.members
    const motionId = next()
    const clauses = readClauses('1. köpa marken')
    await makeMotion(deps, who, { id: motionId, ...at, kind: 'amend', personIds: [mover], text: '', clauses, otherwiseApprove: true })
    const read = async () => (await world.read(meetingId)).items[0] as ItemRecord
    expect(mainAlternatives(await read())).toEqual(['proposal', motionId])
    const conflictId = next()
    await declareConflict(deps, who, { id: conflictId, ...at, personId: mover, ground: 'äger marken', by: 'self' })
    expect([(await read()).motions[0]?.conflicted, mainAlternatives(await read())]).toEqual([[mover], ['proposal']])
    const told = async () => JSON.stringify(itemSection({ record: await world.read(meetingId), locale: 'sv' }, await read()))
    expect(await told()).toMatch(/köpa marken/)
    expect(await told()).toMatch(/Yrkandet föll: P\d+ Test \(M\) är jävig i ärendet, och ingen annan upprätthöll det/)
    const join = (personIds: readonly string[]) => changeMotion(deps, who, { id: next(), ...at, motionId, do: 'join', personIds })
    expect(codes(await join([]))).toEqual(['motion.mover'])
    expect(codes(await join([mover]))).toEqual(['motion.absent KL 4:19'])
    expect(codes(await changeMotion(deps, who, { id: next(), ...at, motionId, do: 'withdraw' }))).toEqual(['motion.unknown'])
    expect(codes(await join([other]))).toEqual([])
    expect(mainAlternatives(await read())).toEqual(['proposal', motionId])
    expect(await told()).toMatch(/P\d+ Test \(V\) upprätthåller yrkandet, eftersom P\d+ Test \(M\) är jävig/)
    await undo(deps, who, { id: next(), ...at, factId: (await world.read(meetingId)).journal.at(-1)?.id ?? '' })
    expect((await read()).motions[0]?.fallen).not.toBeNull()
    await decideConflict(deps, who, { id: next(), ...at, conflictId, outcome: 'none', why: '' })
    expect((await read()).motions[0]).toMatchObject({ fallen: null, conflicted: [] })
    // What the chair has put is the meeting's: it is answered, also when a conflict is found then.
    await closeDebate(deps, who, { id: next(), ...at })
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', motionId] })
    await putQuestion(deps, who, { id: next(), ...at })
    await declareConflict(deps, who, { id: next(), ...at, personId: mover, ground: 'äger grannens mark', by: 'other' })
    expect((await read()).motions[0]).toMatchObject({ fallen: null, conflicted: [mover] })
  })

  test('nothing is settled during an adjournment, an adjuster signs once, and the minutes tell who took part in which paragraphs', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 5, 0)
    const who = keeper(nodes.labour)
    const [, mover = '', , , late = ''] = body.members
    const agenda = [decision('Ett', 'anteckna'), decision('Två', 'sälja marken', 'riva'), { ...decision('Tre'), proposal: proposing() }]
    const { id: meetingId, items } = await world.meet(body, agenda, body.members.slice(0, 4), '16:40', 300)
    const [first, second, third] = items.map((i) => ({ meetingId, itemId: i.id }))
    if (!first || !second || !third) throw new Error('three items')
    const breaks = (is: 'paused' | 'resumed') => pause(deps, who, { id: next(), meetingId, is, why: '' })
    const carry = (at: typeof first) => closeItem(deps, who, { id: next(), ...at, carry: true })
    const chosen = () => nameAdjuster(deps, who, { id: next(), meetingId, personId: mover, place: 'regular' })
    expect([codes(await chosen()), codes(await chosen())]).toEqual([[], ['adjuster.named KL 5:69']])
    await breaks('paused')
    expect(codes(await takeUpItem(deps, who, { id: next(), ...first }))).toEqual(['meeting.paused'])
    await breaks('resumed')
    await takeUpItem(deps, who, { id: next(), ...first })
    await breaks('paused')
    expect([codes(await carry(first)), codes(await putQuestion(deps, who, { id: next(), ...first }))]).toEqual([['meeting.paused'], ['meeting.paused']])
    await breaks('resumed')
    await carry(first)
    await noteArrival(deps, who, { id: next(), meetingId, personId: late, mode: 'room' })
    await takeUpItem(deps, who, { id: next(), ...second })
    const clauses = readClauses('1. köpa marken\n2. utgår\nplantera')
    await makeMotion(deps, who, { id: next(), ...second, kind: 'amend', personIds: [mover], text: 'Den växer', clauses, otherwiseApprove: true })
    await closeDebate(deps, who, { id: next(), ...second })
    await approveOrder(deps, who, { id: next(), ...second, alternatives: [...mainAlternatives((await world.read(meetingId)).items[1] as ItemRecord)] })
    await putQuestion(deps, who, { id: next(), ...second, found: 'proposal' })
    expect(codes(await carry(second))).toEqual([])
    await takeUpItem(deps, who, { id: next(), ...third })
    expect(codes(await carry(third))).toEqual([])
    await breaks('paused')
    expect(codes(await closeMeeting(deps, who, { id: next(), meetingId }))).toEqual(['meeting.paused'])
    await breaks('resumed')
    expect(codes(await closeMeeting(deps, who, { id: next(), meetingId }))).toEqual([])
    const record = await world.read(meetingId)
    const told = JSON.stringify(minutesDoc({ record, locale: 'sv' }))
    expect(told).toContain(`${record.names[late]} (S), §\u00a0301–302`)
    for (const said of [
      'yrkar ',
      'ändring',
      ', i övrigt bifall till förslaget. Den växer.',
      'Att-sats 1 ändras till: köpa marken',
      'Att-sats 2 utgår.',
      'Ny att-sats: plantera',
    ])
      expect(told).toContain(`${said}`)
    expect(told).toContain('Ärendet avslutas utan beslut.')
  })
})

describe('in the middle of a vote', () => {
  test('who has left, is in conflict of interest or without picture does not vote, and a window left behind answers nothing', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 5, 0)
    const who = keeper(nodes.labour)
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna')], body.members, '16:10', 40)
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    const [chair = '', leaves = '', remote = '', mover = '', last = ''] = body.members
    const read = async () => (await world.read(meetingId)).items[0] as ItemRecord
    await noteArrival(deps, who, { id: next(), meetingId, personId: remote, mode: 'remote' })
    await takeUpItem(deps, who, { id: next(), ...at })
    const motionId = next()
    await makeMotion(deps, who, { id: motionId, ...at, kind: 'reject', personIds: [mover], text: '', clauses: [], otherwiseApprove: false })
    await closeDebate(deps, who, { id: next(), ...at })
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', 'reject'] })
    const asked = stepKey(await read())
    const put = (found: string, seen: string, id = next()) => putQuestion(deps, who, { id, ...at, found }, { seen })
    const first = next()
    expect(codes(await put('proposal', asked, first))).toEqual([])
    expect(codes(await put('proposal', asked, first))).toEqual([])
    expect(codes(await put('reject', asked))).toEqual(['desk.stale'])
    const decided = stepKey(await read())
    await requestVote(deps, who, { id: next(), ...at, personId: mover })
    expect(codes(await closeItem(deps, who, { id: next(), ...at }, { seen: decided }))).toEqual(['desk.stale'])
    const voteId = next()
    await openVote(deps, who, { id: voteId, ...at, way: 'device' })
    const vote = (personId: string, id = voteId) => castBallot(deps, memberOf(nodes.labour, personId), { voteId: id, choice: 'no' })
    await noteLeaving(deps, who, { id: next(), meetingId, personId: leaves, reason: 'other', why: 'tåget' })
    expect(codes(await vote(leaves))).toEqual(['vote.away KL 4:24'])
    const picture = (is: 'lost' | 'back') => notePicture(deps, who, { id: next(), meetingId, personId: remote, is })
    expect([codes(await picture('back')), codes(await picture('lost')), codes(await picture('lost'))]).toEqual([
      ['attendance.picture_as_is'],
      [],
      ['attendance.picture_as_is'],
    ])
    expect(codes(await vote(remote))).toEqual(['vote.no_picture KL 5:16'])
    await picture('back')
    expect(codes(await vote(remote))).toEqual([])
    expect(codes(await vote(last))).toEqual([])
    const conflict = () => declareConflict(deps, who, { id: next(), ...at, personId: last, ground: 'närstående är part', by: 'other' })
    expect([codes(await conflict()), codes(await conflict())]).toEqual([[], ['conflict.declared']])
    expect(codes(await vote(last))).toEqual(['vote.conflict KL 5:47, 6:30'])
    const noted = await noteBallots(deps, who, { id: next(), ...at, ballots: [{ personId: last, choice: 'yes' }] })
    expect(codes(noted)).toEqual(['vote.conflict KL 6:30'])
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual(['vote.conflict_voted KL 6:30'])
    await voidVote(deps, who, { id: next(), ...at, why: 'En jävig röstade' })
    const again = next()
    await openVote(deps, who, { id: again, ...at, way: 'hands' })
    expect((await read()).votes.at(-1)?.voters).toEqual(expect.not.arrayContaining([leaves, last]))
    // A tie in which whoever presides has not voted: that vote settles it.
    const ballots = (...given: (readonly [string, 'yes' | 'no' | 'abstain'])[]) =>
      noteBallots(deps, who, { id: next(), ...at, ballots: given.map(([personId, choice]) => ({ personId, choice })) })
    await ballots([chair, 'abstain'], [remote, 'yes'], [mover, 'no'])
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual(['vote.casting KL 4:25, 5:56'])
    await ballots([chair, 'no'])
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual([])
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
    expect((await read()).decision?.clauses.map((c) => c.text)).toEqual(['avslå förslaget'])
  })
})

describe('what comes up at the meeting', () => {
  test('an item that was not announced: in the council only what is urgent and all agree to; the chair refuses a motion on the grounds of law', async () => {
    const { deps } = world
    const body = await world.seat(nodes.council, 5, 0)
    const who = keeper(nodes.council)
    const { id: meetingId } = await world.meet(body, [decision('Ett', 'anteckna')], body.members, '10:00')
    const add = async (title: string) => {
      const id = next()
      const added = await addAtMeeting(deps, who, {
        id,
        meetingId,
        title,
        kind: 'urgent',
        caseNumber: '',
        from: '',
        clauses: 'hjälpa grannkommunen',
        prepared: true,
      })
      expect(codes(added)).toEqual([])
      return { meetingId, itemId: id }
    }
    expect(
      codes(
        await addAtMeeting(deps, who, { id: next(), meetingId, title: '', kind: 'urgent', caseNumber: 'finns inte', from: '', clauses: '', prepared: false }),
      ),
    ).toEqual(['item.case'])
    const [at, not] = [await add('Branden'), await add('Något annat')]
    expect(codes(await takeUpItem(deps, who, { id: next(), ...at }))).toEqual(['item.not_announced KL 5:52'])
    expect(codes(await admitUrgent(deps, who, { id: next(), ...at, admitted: true, why: '' }))).toEqual(['unannounced.not_urgent KL 5:52'])
    expect(codes(await admitUrgent(deps, who, { id: next(), ...at, admitted: true, why: 'det brinner' }))).toEqual([])
    expect(codes(await admitUrgent(deps, who, { id: next(), ...not, admitted: false, why: '' }))).toEqual([])
    expect((await world.read(meetingId)).items.at(-1)).toMatchObject({ state: 'tabled', urgent: { admitted: false } })
    expect(codes(await takeUpItem(deps, who, { id: next(), ...at }))).toEqual([])
    const move = async (kind: 'add' | 'reject') => {
      const motionId = next()
      const clauses = kind === 'add' ? [noting('bygga en bro')] : []
      await makeMotion(deps, who, { id: motionId, ...at, kind, personIds: [body.members[1] ?? ''], text: '', clauses, otherwiseApprove: false })
      return { ...at, motionId }
    }
    const [bridge, other] = [await move('add'), await move('add')]
    const rule = (on: typeof bridge, ground: 'new_matter' | 'unlawful' | null) =>
      changeMotion(deps, who, { id: next(), ...on, do: 'refuse', ground, why: 'skäl' })
    const overrule = (on: typeof bridge) => changeMotion(deps, who, { id: next(), ...on, do: 'overrule', why: 'beslut' })
    expect(codes(await rule(bridge, null))).toEqual(['proposal.no_ground KL 5:57'])
    expect(codes(await overrule(bridge))).toEqual(['motion.unknown'])
    expect(codes(await rule(bridge, 'new_matter'))).toEqual([])
    expect(codes(await overrule(bridge))).toEqual(['proposal.new_matter_overruled KL 5:57'])
    expect(codes(await rule(other, 'unlawful'))).toEqual([])
    expect(codes(await overrule(other))).toEqual([])
    const item = (await world.read(meetingId)).items.find((i) => i.id === at.itemId)
    expect(item?.motions.map((m) => [m.ruling?.ruling, m.ruling?.ground])).toEqual([
      ['refused', 'new_matter'],
      ['admitted', undefined],
    ])
    expect(item && standing(item).map((m) => m.id)).toEqual([other.motionId])
  })
})

describe('a closed vote', () => {
  test('tells who has voted and what was voted, never whose ballot is which, nor anything before it is over', async () => {
    const { deps } = world
    const body = await world.seat(nodes.council, 7, 0)
    const who = keeper(nodes.council)
    const { id: meetingId, items } = await world.meet(body, [{ caseId: null, title: 'Val', kind: 'election', proposal: proposing('välja A') }])
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const voteId = next()
    expect(codes(await openVote(deps, who, { id: voteId, ...at, way: 'device', candidates: ['Asta Ek', 'Bo Lind'] }))).toEqual([])
    const ballots = ['Bo Lind', 'Asta Ek', 'Asta Ek', 'abstain', 'Bo Lind', 'Asta Ek']
    for (const [i, ballot] of ballots.entries())
      expect(codes(await castSecretBallot(deps, memberOf(nodes.council, body.members[i] ?? ''), { voteId, ballot }))).toEqual([])
    expect(codes(await castSecretBallot(deps, memberOf(nodes.council, body.members[0] ?? ''), { voteId, ballot: 'Asta Ek' }))).toEqual(['vote.voted'])
    await expect(sql`select * from urn`.execute(deps.store)).rejects.toThrow(/permission denied/)
    await expect(sql`select urn_empty(${voteId}::uuid)`.execute(deps.store)).rejects.toThrow(/not over/)
    const [before] = (await world.read(meetingId)).items
    expect(before?.votes[0]).toMatchObject({ ballots: [], cast: expect.arrayContaining([body.members[5]]), result: null })
    await closeVote(deps, who, { id: next(), ...at })
    const [item] = (await world.read(meetingId)).items
    expect(item?.votes[0]?.result).toMatchObject({
      chosen: 'Asta Ek',
      abstain: 1,
      absent: 1,
      urn: ['Asta Ek', 'Asta Ek', 'Asta Ek', 'Bo Lind', 'Bo Lind', 'abstain'],
    })
    // Nowhere in the history does a ballot stand beside a person, or come in the order they voted.
    const { rows } = await sql<{
      content: string
    }>`select content::text from history.entry where content::text like '%Bo Lind%' and relation <> 'meeting_fact'`.execute(deps.store)
    expect(rows).toEqual([])
    const facts = await sql<{
      kind: string
    }>`select content ->> 'kind' as kind from history.entry where relation = 'meeting_fact' and content::text like '%Bo Lind%'`.execute(deps.store)
    expect(facts.rows.map((r) => r.kind)).toEqual(['vote_opened', 'vote_closed'])
  })
})

describe('a closed vote on slips', () => {
  let hour = 9
  const sealed = async () => {
    const body = await world.seat(nodes.council, 7, 0)
    const { id: meetingId, items } = await world.meet(
      body,
      [{ caseId: null, title: 'Val', kind: 'election', proposal: proposing('välja A') }],
      body.members,
      `${++hour}:30`,
    )
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(world.deps, keeper(nodes.council), { id: next(), ...at })
    return { body, at, who: keeper(nodes.council), item: async () => (await world.read(meetingId)).items[0] }
  }
  const counts = (...n: readonly number[]) => ['Asta Ek', 'Bo Lind'].map((name, i) => ({ name, count: n[i] ?? 0 }))
  const rest = { written: [], blank: 0, invalid: [] } as const

  test('takes no ballot from a device, is closed by its count alone, once, and tells names and invalid ones', async () => {
    const { deps } = world
    const { body, at, who, item } = await sealed()
    const voteId = next()
    expect(codes(await openVote(deps, who, { id: next(), ...at, way: 'slips', candidates: [' '] }))).toEqual(['vote.candidates'])
    expect(codes(await openVote(deps, who, { id: voteId, ...at, way: 'slips', candidates: ['Asta Ek', 'Bo Lind'] }))).toEqual([])
    const member = memberOf(nodes.council, body.members[0] ?? '')
    expect(codes(await castSecretBallot(deps, member, { voteId, ballot: 'Asta Ek' }))).toEqual(['vote.by_slips KL 5:55'])
    expect(codes(await closeVote(deps, who, { id: next(), ...at }))).toEqual(['vote.slips_uncounted'])
    expect(codes(await noteBallots(deps, who, { id: next(), ...at, ballots: [{ personId: body.members[0] ?? '', choice: 'yes' }] }))).toEqual(['vote.over'])
    expect(codes(await countSlips(deps, who, { id: next(), ...at, counts: counts(6, 2), ...rest }))).toEqual(['slips.too_many KL 4:24'])
    expect(codes(await countSlips(deps, who, { id: next(), ...at, counts: counts(6).slice(1), ...rest }))).toEqual(['slips.not_so'])
    const count = { counts: counts(2, 1), written: [{ name: 'Cia Ros', count: 1 }], blank: 1, invalid: [{ why: 'unclear' as const, count: 1 }] }
    const both = await Promise.all([countSlips(deps, who, { id: next(), ...at, ...count }), countSlips(deps, who, { id: next(), ...at, ...count })])
    expect(both.map(codes).toSorted()).toEqual([[], ['vote.over']])
    expect((await item())?.votes).toMatchObject([
      {
        secret: true,
        way: 'slips',
        state: 'closed',
        ballots: [],
        cast: [],
        result: { chosen: 'Asta Ek', yes: 2, no: 2, abstain: 1, absent: 1, invalid: [{ why: 'unclear', count: 1 }] },
      },
    ])
  })

  test('a wrong count is undone and counted again; a tie goes to the lot, which stands', async () => {
    const { deps } = world
    const { at, who, item } = await sealed()
    await openVote(deps, who, { id: next(), ...at, way: 'slips', candidates: ['Asta Ek', 'Bo Lind'] })
    const counted = next()
    expect(codes(await countSlips(deps, who, { id: counted, ...at, counts: counts(4, 3), ...rest }))).toEqual([])
    expect(codes(await undo(deps, who, { id: next(), ...at, factId: counted }))).toEqual([])
    expect((await item())?.votes[0]).toMatchObject({ state: 'open', result: null })
    expect(codes(await countSlips(deps, who, { id: next(), ...at, counts: counts(3, 3), ...rest, written: [{ name: 'Cia Ros', count: 1 }] }))).toEqual([])
    expect(codes(await drawLot(deps, who, { id: next(), ...at, drawn: 'Cia Ros' }))).toEqual(['lot.drawn KL 5:56'])
    expect(codes(await drawLot(deps, who, { id: next(), ...at, drawn: 'Bo Lind' }))).toEqual([])
    const record = await world.read(at.meetingId)
    const last = record.journal.findLast((f) => f.itemId === at.itemId)
    expect(codes(await undo(deps, who, { id: next(), ...at, factId: last?.id ?? '' }))).toEqual(['undo.ballots'])
    expect((await item())?.votes[0]?.result).toMatchObject({ chosen: 'Bo Lind', settledBy: 'lot' })
    expect(codes(await closeItem(deps, who, { id: next(), ...at }))).toEqual([])
  })

  test('may be voided; open votes are not taken on slips', async () => {
    const { deps } = world
    const { at, who, item } = await sealed()
    await openVote(deps, who, { id: next(), ...at, way: 'slips', candidates: ['Asta Ek'] })
    expect(codes(await voidVote(deps, who, { id: next(), ...at, why: 'En sedel för mycket i urnan' }))).toEqual([])
    expect(codes(await countSlips(deps, who, { id: next(), ...at, counts: counts(4), ...rest }))).toEqual(['vote.over'])
    expect((await item())?.votes[0]?.state).toBe('void')
    const body = await world.seat(nodes.council, 3, 0)
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna')], body.members, '14:30')
    const open = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...open })
    await makeMotion(deps, who, { id: next(), ...open, kind: 'reject', personIds: [body.members[0] ?? ''], text: '', clauses: [], otherwiseApprove: false })
    await closeDebate(deps, who, { id: next(), ...open })
    await approveOrder(deps, who, { id: next(), ...open, alternatives: ['proposal', 'reject'] })
    await putQuestion(deps, who, { id: next(), ...open, found: 'proposal' })
    await requestVote(deps, who, { id: next(), ...open, personId: null })
    expect(codes(await openVote(deps, who, { id: next(), ...open, way: 'slips' }))).toEqual(['vote.way KL 5:55'])
  })
})

describe('a process that is killed during a vote', () => {
  test('leaves every acknowledged ballot, once', async () => {
    const { deps } = world
    const body = await world.seat(nodes.labour, 60, 0)
    const who = keeper(nodes.labour)
    const { id: meetingId, items } = await world.meet(body, [decision('Ett', 'anteckna')], body.members, '18:00')
    const at = { meetingId, itemId: items[0]?.id ?? '' }
    await takeUpItem(deps, who, { id: next(), ...at })
    const mover = body.members[0] ?? ''
    await makeMotion(deps, who, { id: next(), ...at, kind: 'reject', personIds: [mover], text: '', clauses: [], otherwiseApprove: false })
    await closeDebate(deps, who, { id: next(), ...at })
    await approveOrder(deps, who, { id: next(), ...at, alternatives: ['proposal', 'reject'] })
    await putQuestion(deps, who, { id: next(), ...at, found: 'proposal' })
    await requestVote(deps, who, { id: next(), ...at, personId: null })
    const voteId = next()
    expect(codes(await openVote(deps, who, { id: voteId, ...at, way: 'device' }))).toEqual([])
    const voters = (await world.read(meetingId)).items[0]?.votes[0]?.voters ?? []
    const begin = async () => {
      const child = spawn(process.execPath, [path.join(packageRoot, 'test/ballot-process.ts'), world.url, voteId])
      const [port] = (await once(child.stdout, 'data')) as [Buffer]
      const cast = async (personId: string): Promise<boolean> =>
        fetch(`http://127.0.0.1:${port.toString().trim()}/${personId}`, { method: 'POST' }).then(
          ({ status }) => status === 204,
          () => false,
        )
      return { child, cast }
    }
    const stands = async () => (await deps.store.selectFrom('ballot').select('person_id').where('vote_id', '=', voteId).execute()).map((r) => r.person_id)
    const first = await begin()
    const told: string[] = []
    await Promise.all(
      voters.map(async (personId) => {
        if (!(await first.cast(personId))) return
        told.push(personId)
        if (told.length === 15) first.child.kill('SIGKILL')
      }),
    )
    const stored = await stands()
    expect(first.child.killed).toBe(true)
    expect(told.length).toBeGreaterThanOrEqual(15)
    expect(told.length).toBeLessThan(voters.length)
    expect(told.filter((id) => !stored.includes(id))).toEqual([])
    expect(new Set(stored).size).toBe(stored.length)
    // Started again: who got no answer sends again, as does one who got it. Each has one.
    const second = await begin()
    const again = await Promise.all(voters.filter((id, i) => i === 0 || !told.includes(id)).map((id) => second.cast(id)))
    second.child.kill('SIGKILL')
    expect(again.every(Boolean)).toBe(true)
    expect((await stands()).toSorted()).toEqual([...voters].toSorted())
  })
})
