import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keeper, type MeetingWorld, meetingWorld, nodes, noting, proposing } from '../../test/meeting-world.ts'
import { transact } from '../database/transact.ts'
import { closeItem } from './agenda/close-item.ts'
import { closeMeeting } from './agenda/close-meeting.ts'
import { takeUpItem } from './agenda/open-item.ts'
import { openMeeting } from './agenda/open-meeting.ts'
import { declareConflict } from './attendance/declare-conflict.ts'
import { noteArrival } from './attendance/note-arrival.ts'
import { noteLeaving } from './attendance/note-leaving.ts'
import { notePicture } from './attendance/note-picture.ts'
import { awayFrom } from './attendance/there.ts'
import { seatSubstitutes } from './attendance/seat-substitutes.ts'
import { closeDebate } from './debate/close-debate.ts'
import { makeMotion } from './debate/make-motion.ts'
import { addRemark } from './record/add-remark.ts'
import { motionKinds } from './record/fact.ts'
import type { Alternative, ItemRecord, MeetingRecord } from './record/record.ts'
import { lastFactOf, undo } from './record/undo.ts'
import { approveOrder } from './voting/approve-order.ts'
import { closeVote } from './voting/close-vote.ts'
import { noteBallots } from './voting/note-ballots.ts'
import { noteFinding } from './voting/note-finding.ts'
import { openVote } from './voting/open-vote.ts'
import { mainAlternatives, nextStep } from './voting/procedure.ts'
import { putOneByOne } from './voting/put-one-by-one.ts'
import { putQuestion } from './voting/put-question.ts'
import { voidVote } from './voting/void-vote.ts'
import { requestVote } from './voting/request-vote.ts'

let world: MeetingWorld
beforeAll(async () => {
  world = await meetingWorld()
})
afterAll(() => world.close())

const next = () => world.deps.ids.next()

interface Chance {
  readonly council: boolean
  readonly members: number
  readonly substitutes: number
  /** What happens, as numbers that the meeting reads as it goes. */
  readonly tape: readonly number[]
}

let starts = 0
/** A meeting of people of its own, some of them there. */
const begin = async ({ council, members, substitutes }: Chance): Promise<string> => {
  const { deps } = world
  const meetingId = next()
  const seats = Array.from({ length: members + substitutes }, (_, i) => ({
    personId: next(),
    place: i < members ? ('member' as const) : ('substitute' as const),
    party: ['A', 'B', 'C'][i % 3] ?? 'A',
    i,
  }))
  await transact(deps, { actor: 'system:test', act: 'seat' }, async (tx) => {
    await tx
      .insertInto('person')
      .values(seats.map((s) => ({ id: s.personId, given_name: 'P', family_name: `${s.i}`, party: s.party, email: null })))
      .execute()
    const minute = starts++
    await tx
      .insertInto('meeting')
      .values({
        id: meetingId,
        body_id: council ? nodes.council : nodes.labour,
        day: '2022-05-17',
        starts: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
        place: 'Stadshuset',
        form: 'hybrid',
        public: true,
        closed_reason: null,
        closed_by: null,
        seats: members,
        paragraph: 1 + minute * 10,
        opened_at: null,
        closed_at: null,
        adjusted: null,
        announced: null,
      })
      .execute()
    await tx
      .insertInto('meeting_seat')
      .values(
        seats.map((s) => ({
          meeting_id: meetingId,
          person_id: s.personId,
          post_id: null,
          place: s.place,
          office: s.i === 0 ? ('chair' as const) : null,
          party: s.party,
          constituency: null,
          ord: s.i + 1,
        })),
      )
      .execute()
    for (const no of [1, 2])
      await tx
        .insertInto('agenda_item')
        .values({
          id: next(),
          meeting_id: meetingId,
          ord: no,
          paragraph: `${minute * 10 + no}`,
          case_id: null,
          title: `Ärende ${no}`,
          kind: 'decision',
          secrecy: null,
          exempt: null,
          proposal: JSON.stringify(proposing('ett', 'två')),
          decision_id: null,
        })
        .execute()
  })
  const there = seats
    .filter((s) => s.i === 0 || s.i % 5 !== 1)
    .map((s) => ({ personId: s.personId, mode: s.i % 7 === 2 ? ('remote' as const) : ('room' as const) }))
  await openMeeting(deps, keeper(council ? nodes.council : nodes.labour), { id: next(), meetingId, presidesId: there[0]?.personId ?? '', present: there })
  return meetingId
}

/** Does one thing that the number says; refusals are as good as any other answer. */
const happen = async (record: MeetingRecord, n: number): Promise<unknown> => {
  const { deps } = world
  const who = keeper(record.body.id)
  const at = { id: next(), meetingId: record.id }
  const seat = record.roster[n % record.roster.length]?.personId ?? ''
  const item = record.items.find((i) => i.state === 'open')
  const waiting = record.items.find((i) => i.state === 'waiting')
  const decided = record.items.find((i) => i.state === 'closed')
  const act = Math.floor(n / 1000) % 17
  if (act === 0) return noteLeaving(deps, who, { ...at, personId: seat, reason: n % 2 ? 'other' : 'conflict', why: '' })
  if (act === 1) return noteArrival(deps, who, { ...at, personId: seat, mode: n % 3 ? 'room' : 'remote' })
  if (act === 2) return notePicture(deps, who, { ...at, personId: seat, is: n % 2 ? 'lost' : 'back' })
  if (act === 3) return seatSubstitutes(deps, who, at)
  if (act === 4 && decided) return addRemark(deps, who, { ...at, itemId: decided.id, kind: 'reservation', personIds: [seat], text: '' })
  if (!item) return waiting ? takeUpItem(deps, who, { ...at, itemId: waiting.id }) : null
  const on = { ...at, itemId: item.id }
  if (act === 5) return declareConflict(deps, who, { ...on, personId: seat, ground: 'närstående', by: 'self' })
  if (act === 6) return undo(deps, who, { ...on, factId: lastFactOf(record.journal, item)?.id ?? '' })
  if (act <= 9 && item.motions.length < 5)
    return makeMotion(deps, who, {
      ...on,
      kind: motionKinds[n % 6] ?? 'amend',
      personIds: [seat],
      text: 'så',
      clauses: [noting(`förslag ${n}`, (n % 3) + 1)],
      otherwiseApprove: n % 2 === 0,
    })
  if (act === 10) return requestVote(deps, who, { ...on, personId: null })
  if (act === 16) return putOneByOne(deps, who, { ...on, points: n % 3 ? [1, 2] : [1 + (n % 2)] })
  return goOn(record, item, n, on)
}

const goOn = (
  record: MeetingRecord,
  item: ItemRecord,
  n: number,
  on: { readonly id: string; readonly meetingId: string; readonly itemId: string },
): Promise<unknown> => {
  const { deps } = world
  const who = keeper(record.body.id)
  const step = nextStep(item)
  switch (step.do) {
    case 'close_debate':
      return closeDebate(deps, who, on)
    case 'order':
      return approveOrder(deps, who, { ...on, alternatives: step.alternatives })
    case 'ask':
      return putQuestion(deps, who, { ...on, ...(n % 2 ? { found: step.alternatives[n % step.alternatives.length] ?? '' } : {}) })
    case 'find':
      return noteFinding(deps, who, { ...on, found: step.question.alternatives[n % step.question.alternatives.length] ?? '' })
    case 'open_vote':
      return openVote(deps, who, { ...on, way: 'hands' })
    case 'close_vote': {
      const away = awayFrom(item)
      if (step.vote.cast.some((id) => away.has(id))) return voidVote(deps, who, { ...on, why: 'jäv' })
      const ballots = step.vote.voters
        .filter((id) => !away.has(id))
        .map((personId, i) => ({ personId, choice: (['yes', 'no', 'abstain'] as const)[(n + i * ((n % 4) + 1)) % 3] ?? 'yes' }))
      return noteBallots(deps, who, { ...on, ballots }).then(() => closeVote(deps, who, { ...on, id: next() }))
    }
    default:
      return closeItem(deps, who, on)
  }
}

/** A straightforward second judge of the main alternatives, which counts the ballots anew. */
const naive = (item: ItemRecord, among: readonly Alternative[], chair: string | undefined, points = ''): Alternative => {
  if (among.length === 1) return among[0] ?? ''
  const about = item.questions.filter((q) => (q.points?.join() ?? '') === points)
  const question = about.filter((q) => q.alternatives.length === among.length && among.every((a) => q.alternatives.includes(a))).at(-1)
  const found = question?.found ?? ''
  if (!question?.voteRequested) return found
  const against = naive(
    item,
    among.filter((a) => a !== found),
    chair,
    points,
  )
  const vote = item.votes.filter((v) => v.questionId === question.id && v.state === 'closed').at(-1)
  const n = { yes: 0, no: 0, abstain: 0 }
  for (const b of vote?.ballots ?? []) n[b.choice]++
  if (n.yes === n.no) return vote?.ballots.find((b) => b.personId === chair)?.choice === 'yes' ? found : against
  return n.yes > n.no ? found : against
}

/** Did a motion of one person fall with their conflict of interest, before it was put? */
const fell = (item: ItemRecord, { personIds: [mover] }: ItemRecord['motions'][number], as: Alternative): boolean =>
  item.conflicts.some((c) => c.personId === mover && !item.questions.some((q) => q.alternatives.includes(as) && q.at.no < c.from.no))

/** What the clauses say where they were put one by one: each asked for its own, its text looked up by its number. */
const textsOneByOne = (item: ItemRecord, chair: string | undefined): readonly string[] => {
  const alone = item.oneByOne ?? []
  const amendments = item.motions.filter((m) => m.kind === 'amend' && !m.withdrawn && m.ruling?.ruling !== 'refused' && !fell(item, m, m.id))
  const rejects = item.motions.some((m) => m.kind === 'reject' && !m.withdrawn && !fell(item, m, 'reject'))
  const has = (m: ItemRecord['motions'][number], no: number): boolean => m.clauses.some((c) => c.no === no)
  const rest = [1, 2].filter((no) => !alone.includes(no))
  const old = [1, 2].flatMap((no) => {
    const points = alone.includes(no) ? [no] : rest
    const against = amendments.filter((m) => !m.otherwiseApprove || points.some((p) => has(m, p))).map((m) => m.id)
    const won = naive(item, ['proposal', ...(rejects ? ['reject'] : []), ...against], chair, points.join())
    const motion = amendments.find((m) => m.id === won)
    if (won === 'reject' || (motion && !has(motion, no) && !motion.otherwiseApprove)) return []
    return [motion?.clauses.find((c) => c.no === no)?.text ?? ['ett', 'två'][no - 1] ?? '']
  })
  const fresh = amendments.flatMap((m) => {
    const more = m.clauses.filter((c) => c.no > 2)
    return more.length > 0 && naive(item, [m.id, 'reject'], chair, more.map((c) => c.no).join()) === m.id ? more.map((c) => c.text) : []
  })
  return [...old, ...fresh]
}

let divided = 0
const expectLawful = (record: MeetingRecord): void => {
  for (const item of record.items) {
    const away = new Set(item.conflicts.filter((c) => c.outcome !== 'none').map((c) => c.personId))
    // Nobody in conflict takes part, and nobody holds two seats or one that its member holds (KL 5:17, 5:47, 6:30).
    const held = item.participants.map((p) => p.forId ?? p.personId)
    expect(new Set(held).size).toBe(held.length)
    expect(item.participants.filter((p) => away.has(p.personId))).toEqual([])
    for (const vote of item.votes.filter((v) => v.result)) {
      const { yes = 0, no = 0, abstain = 0, absent = 0 } = vote.result ?? {}
      expect(yes + no + abstain + absent).toBe(record.seats)
      expect(vote.ballots.every((b) => vote.voters.includes(b.personId))).toBe(true)
      expect(new Set(vote.ballots.map((b) => b.personId)).size).toBe(vote.ballots.length)
    }
    if (item.state === 'waiting' || item.state === 'open') continue
    // Quorum when it was settled; in the council jäv may leave it short (KL 5:45–46, 6:27).
    const enough = item.participants.length + (record.body.kind === 'council' ? away.size : 0)
    expect(enough * 2).toBeGreaterThan(record.seats)
    expect(item.reservations.every((r) => r.personIds.every((id) => item.participants.some((p) => p.personId === id)))).toBe(true)
    if (item.outcome?.outcome !== 'decided') continue
    const main = mainAlternatives(item)
    const chair = record.presiding.at(-1)?.personId
    const texts = item.decision?.clauses.map((c) => c.text) ?? []
    if (item.oneByOne !== null) {
      divided++
      const stands = textsOneByOne(item, chair)
      expect(stands.length === 0 ? ['avslå förslaget'] : texts.slice(0, stands.length)).toEqual(stands.length === 0 ? texts : stands)
      continue
    }
    const won = naive(item, main, chair)
    const motion = item.motions.find((m) => m.id === won)
    if (won === 'reject') expect(texts).toEqual(['avslå förslaget'])
    else expect(texts.slice(0, 1)).toEqual([motion ? (motion.clauses.find((c) => c.no === 1 || !motion.otherwiseApprove)?.text ?? 'ett') : 'ett'])
  }
}

test('whatever happens at a meeting, its record is lawful, and the outcome is what a second judge finds', async () => {
  const chance: fc.Arbitrary<Chance> = fc.record({
    council: fc.boolean(),
    members: fc.constantFrom(3, 5, 7, 11, 101),
    substitutes: fc.nat(6),
    tape: fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 60 }),
  })
  let settled = 0
  await fc.assert(
    fc.asyncProperty(chance, async (what) => {
      const meetingId = await begin(what)
      let record = await world.read(meetingId)
      for (const n of what.tape) {
        await happen(record, n)
        record = await world.read(meetingId)
      }
      // Then on to the end, as far as the law lets it.
      for (let i = 0; i < 40 && record.items.some((it) => it.state === 'open'); i++) {
        const item = record.items.find((it) => it.state === 'open')
        if (item) await goOn(record, item, i + 1, { id: next(), meetingId, itemId: item.id })
        record = await world.read(meetingId)
      }
      await closeMeeting(world.deps, keeper(record.body.id), { id: next(), meetingId })
      record = await world.read(meetingId)
      settled += record.items.filter((i) => i.outcome?.outcome === 'decided').length
      expectLawful(record)
    }),
    { numRuns: 14, endOnFailure: true },
  )
  expect(settled).toBeGreaterThan(3)
  expect(divided).toBeGreaterThan(0)
})
