import { type Deps, transact } from '../../src/database/transact.ts'
import { takeUpItem } from '../../src/meetings/agenda/open-item.ts'
import { openMeeting } from '../../src/meetings/agenda/open-meeting.ts'
import { closeDebate } from '../../src/meetings/debate/close-debate.ts'
import { makeMotion } from '../../src/meetings/debate/make-motion.ts'
import { approveOrder } from '../../src/meetings/voting/approve-order.ts'
import { openVote } from '../../src/meetings/voting/open-vote.ts'
import { putQuestion } from '../../src/meetings/voting/put-question.ts'
import { requestVote } from '../../src/meetings/voting/request-vote.ts'

const system = { personId: null, name: 'bench', posts: [] }
const bySystem = { bySystem: true } as const

export interface OpenVote {
  readonly meetingId: string
  readonly voteId: string
  readonly people: readonly string[]
}

/** A council of so many whose vote is open, in a meeting that starts at an hour of its own, and the people who may vote. */
export const layCouncil = async (deps: Deps, members: number, starts: string): Promise<OpenVote> => {
  const { ids, clock } = deps
  const [bodyId, meetingId, itemId, voteId] = [ids.next(), ids.next(), ids.next(), ids.next()]
  const people = Array.from({ length: members }, () => ids.next())
  await transact(deps, { actor: 'system:bench', act: 'lay' }, async (tx) => {
    await tx
      .insertInto('node')
      .values({ id: bodyId, slug: `council-${starts}`, kind: 'council' })
      .execute()
    await tx
      .insertInto('node_version')
      .values({ node_id: bodyId, valid: '[2000-01-01,)', name_sv: 'Fullmäktige', name_en: 'Council', short: 'KF', parent_id: null, seats: members })
      .execute()
    await tx
      .insertInto('person')
      .values(people.map((id, i) => ({ id, given_name: 'Ledamot', family_name: String(i), party: `P${i % 8}`, email: null })))
      .execute()
    await tx
      .insertInto('meeting')
      .values({
        id: meetingId,
        body_id: bodyId,
        day: clock.today(),
        starts,
        place: 'Salen',
        form: 'physical',
        public: true,
        closed_reason: null,
        closed_by: null,
        seats: members,
        opened_at: null,
        closed_at: null,
        adjusted: null,
        announced: null,
      })
      .execute()
    await tx
      .insertInto('meeting_seat')
      .values(
        people.map((person_id, i) => ({
          meeting_id: meetingId,
          person_id,
          post_id: null,
          place: 'member' as const,
          office: i === 0 ? ('chair' as const) : null,
          party: `P${i % 8}`,
          constituency: null,
          ord: i + 1,
        })),
      )
      .execute()
    const proposal = { from: 'Kommunstyrelsen', text: '', clauses: [{ no: 1, kind: 'note', text: 'anta planen', data: {} }], receivers: [] }
    await tx
      .insertInto('agenda_item')
      .values({
        id: itemId,
        meeting_id: meetingId,
        ord: 1,
        paragraph: '1',
        case_id: null,
        title: 'Plan',
        kind: 'decision',
        secrecy: null,
        exempt: null,
        proposal: JSON.stringify(proposal),
        decision_id: null,
      })
      .execute()
  })
  const at = () => ({ id: ids.next(), meetingId, itemId })
  const [chair = ''] = people
  await openMeeting(deps, system, { ...at(), presidesId: chair, present: people.map((personId) => ({ personId, mode: 'room' as const })) }, bySystem)
  await takeUpItem(deps, system, at(), bySystem)
  await makeMotion(deps, system, { ...at(), kind: 'reject', personIds: [chair], text: '', clauses: [], otherwiseApprove: false }, bySystem)
  await closeDebate(deps, system, at(), bySystem)
  await approveOrder(deps, system, { ...at(), alternatives: ['proposal', 'reject'] }, bySystem)
  await putQuestion(deps, system, { ...at(), found: 'proposal' }, bySystem)
  await requestVote(deps, system, { ...at(), personId: null }, bySystem)
  const opened = await openVote(deps, system, { ...at(), id: voteId, way: 'device' }, bySystem)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
  return { meetingId, voteId, people }
}
