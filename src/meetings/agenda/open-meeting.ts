import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { seatOf } from '../attendance/there.ts'
import { fixPreparation } from '../preparation/item-preparation.ts'
import { words } from '../words.ts'

export interface OpenMeeting {
  readonly id: string
  readonly meetingId: string
  /** Who leads: the chair, or a vice chair in the chair's place. */
  readonly presidesId: string
  /** Who keeps the minutes, where it is somebody else than who notes it. */
  readonly secretaryId?: string | null
  /** Who are there when it opens. */
  readonly present: readonly { readonly personId: string; readonly mode: 'room' | 'remote' }[]
}

/** Opens the meeting: who leads, who keeps the minutes, and who are there. */
export const openMeeting = (deps: Deps, who: Who, input: OpenMeeting, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { id: input.id, meetingId: input.meetingId, act: 'open' },
    (record) => {
      const { presidesId, present } = input
      if (record.openedAt !== null) return refused({ code: 'meeting.opened', text: words.meetingOpened })
      const refusals = [
        ...(seatOf(record, presidesId)?.place === 'member' ? [] : [{ code: 'meeting.president', field: 'presidesId', text: words.presidentNeeded }]),
        ...(present.some((p) => p.personId === presidesId) ? [] : [{ code: 'meeting.president_absent', field: 'presidesId', text: words.presidentAbsent }]),
        ...(record.form === 'physical' && present.some((p) => p.mode === 'remote')
          ? [{ code: 'attendance.remote', field: 'present', law: 'KL 5:16', text: words.notRemote }]
          : []),
        ...present
          .filter((p) => !seatOf(record, p.personId))
          .map((p) => ({ code: 'attendance.stranger', field: `present.${p.personId}`, text: words.notOnRoster })),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const secretaryId = input.secretaryId ?? who.personId
      return granted({
        facts: [
          { kind: 'meeting_opened' as const, data: {} },
          { kind: 'presides' as const, personId: presidesId, data: {} },
          ...(secretaryId ? [{ kind: 'secretary' as const, personId: secretaryId, data: {} }] : []),
          ...present.map(({ personId, mode }) => ({ kind: 'arrived' as const, personId, data: { mode } })),
        ],
        before: async (tx) => {
          await tx
            .updateTable('meeting')
            .set({ state: 'open', opened_at: options.at ?? deps.clock.now() })
            .where('id', '=', record.id)
            .execute()
          if (!options.bySystem) await fixPreparation(tx, record)
        },
      })
    },
    options,
  )
