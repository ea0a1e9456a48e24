import { transact } from '../src/database/transact.ts'
import type { Who } from '../src/kernel/who.ts'
import type { Role } from '../src/kernel/who.ts'
import { day } from '../src/kernel/day.ts'
import { addItem, type ItemInput } from '../src/meetings/agenda/add-item.ts'
import { openMeeting } from '../src/meetings/agenda/open-meeting.ts'
import { planMeeting } from '../src/meetings/agenda/plan-meeting.ts'
import { loadRecord } from '../src/meetings/record/record-store.ts'
import type { MeetingRecord } from '../src/meetings/record/record.ts'
import { decisionTown, nodes, posts, type Town } from './decision-town.ts'

const id = (n: number): string => `0190c0c0-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Members and substitutes of a body of the test: parties in turn, the first member in the chair. */
export interface Body {
  readonly bodyId: string
  readonly members: readonly string[]
  readonly substitutes: readonly string[]
}

export interface MeetingWorld extends Town {
  /** Gives a body so many members and substitutes, all new people, of the parties in turn. */
  seat(bodyId: string, members: number, substitutes: number, parties?: readonly string[]): Promise<Body>
  /** Plans and opens a meeting on 17 May 2022 with everybody in `present` there. */
  meet(
    body: Body,
    items: readonly Omit<ItemInput, 'meetingId' | 'id'>[],
    present?: readonly string[],
    starts?: string,
    paragraph?: number,
  ): Promise<MeetingRecord>
  read(meetingId: string): Promise<MeetingRecord>
}

/** A secretary of the body, who keeps its meetings. */
export const keeper = (bodyId: string): Who => ({
  personId: '0190b0b0-0000-7000-8000-000000000031',
  name: 'Sekreterare',
  posts: [
    {
      postId: posts.secretary,
      nodeId: bodyId,
      chain: [bodyId],
      role: 'secretary',
      title: { sv: 'Sekreterare', en: 'Secretary' },
      from: day('2019-01-01'),
      to: null,
    },
  ],
})

/** A member as who asks. */
export const memberOf = (bodyId: string, personId: string): Who => ({
  personId,
  name: 'Ledamot',
  posts: [{ postId: personId, nodeId: bodyId, chain: [bodyId], role: 'member', title: { sv: 'Ledamot', en: 'Member' }, from: day('2019-01-01'), to: null }],
})

/** A clause that takes note: what most tests decide. */
export const noting = (text: string, no = 1) => ({ no, kind: 'note', text, data: {} })
export const proposing = (...texts: readonly string[]) => ({ from: 'Förvaltningen', text: '', clauses: texts.map((t, i) => noting(t, i + 1)), receivers: [] })

let people = 0

/** The municipality of decisions, with bodies that can meet. */
export const meetingWorld = async (): Promise<MeetingWorld> => {
  const town = await decisionTown()
  const { deps } = town
  const read = async (meetingId: string): Promise<MeetingRecord> => {
    const record = await loadRecord(deps.store, meetingId)
    if (!record) throw new Error('no such meeting')
    return record
  }
  return {
    ...town,
    read,
    seat: (bodyId, members, substitutes, parties = ['S', 'M', 'V', 'SD']) =>
      transact(deps, { actor: 'system:test', act: 'seat' }, async (tx) => {
        const made: { readonly personId: string; readonly place: 'members' | 'substitutes' }[] = []
        for (let i = 0; i < members + substitutes; i++) {
          const personId = id(++people)
          const role: Role = i === 0 ? 'chair' : i === 1 ? 'vice_chair' : i < members ? 'member' : 'substitute'
          await tx
            .insertInto('person')
            .values({ id: personId, given_name: `P${people}`, family_name: 'Test', party: parties[i % parties.length] ?? null, email: null })
            .execute()
          await tx
            .insertInto('post')
            .values({ id: personId, slug: personId, node_id: bodyId, role, title_sv: 'Ledamot', title_en: 'Member', seat: i + 1 })
            .execute()
          await tx.insertInto('appointment').values({ id: personId, post_id: personId, person_id: personId, valid: '[2019-01-01,)' }).execute()
          made.push({ personId, place: i < members ? 'members' : 'substitutes' })
        }
        const of = (place: string) => made.filter((m) => m.place === place).map((m) => m.personId)
        return { bodyId, members: of('members'), substitutes: of('substitutes') }
      }),
    meet: async (body, items, present = body.members, starts = '09:00', paragraph) => {
      const who = keeper(body.bodyId)
      const meetingId = deps.ids.next()
      const planned = await planMeeting(deps, who, {
        id: meetingId,
        bodyId: body.bodyId,
        day: day('2022-05-17'),
        starts,
        place: 'Stadshuset',
        form: 'hybrid',
        public: true,
        closedReason: null,
        seats: body.members.length,
        ...(paragraph === undefined ? {} : { paragraph }),
      })
      if (!planned.ok) throw new Error(JSON.stringify(planned.refusals))
      for (const item of items) await addItem(deps, who, { ...item, id: deps.ids.next(), meetingId })
      const opened = await openMeeting(deps, who, {
        id: deps.ids.next(),
        meetingId,
        presidesId: present[0] ?? '',
        present: present.map((personId) => ({ personId, mode: 'room' })),
      })
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
      return read(meetingId)
    },
  }
}
export { nodes }
