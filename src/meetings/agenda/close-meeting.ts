import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions, whileSitting } from '../act.ts'
import { words } from '../words.ts'

/** Ends the meeting. Every item must be dealt with; after this only corrections and motivations of reservations come to the journal. */
export const closeMeeting = (
  deps: Deps,
  who: Who,
  input: { readonly id: string; readonly meetingId: string },
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'close' },
    (record) => {
      const left = record.items.filter((i) => i.state === 'waiting' || i.state === 'open')
      const refusals = [
        ...duringMeeting(record),
        ...whileSitting(record),
        ...(left.length > 0 ? [{ code: 'meeting.items_left', text: words.itemsLeft(left.map((i) => i.title)), mend: words.itemsLeftMend }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      return granted({
        facts: [{ kind: 'meeting_closed' as const, data: {} }],
        after: async (tx) => {
          await tx
            .updateTable('meeting')
            .set({ state: 'closed', closed_at: options.at ?? deps.clock.now() })
            .where('id', '=', record.id)
            .execute()
          return granted(null)
        },
      })
    },
    options,
  )
