import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'

export interface MotivateReservation {
  readonly id: string
  readonly meetingId: string
  readonly reservationId: string
  readonly text: string
}

/** The written motivation of a reservation that was notified in time; it may come after the meeting, until the minutes are adjusted. */
export const motivateReservation = (deps: Deps, who: Who, input: MotivateReservation, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'motivation' },
    (record) => {
      const item = record.items.find((i) => i.reservations.some((r) => r.factId === input.reservationId))
      const text = input.text.trim()
      if (!item) return refused({ code: 'reservation.unknown', law: 'KL 4:27', text: words.correctionUnknown })
      if (text === '') return refused({ code: 'remark.text', field: 'text', text: words.remarkText })
      if (record.adjusted !== null) return refused({ code: 'reservation.adjusted', text: words.meetingNotOpen('adjusted') })
      return granted({ facts: [{ kind: 'motivation' as const, itemId: item.id, aboutId: input.reservationId, data: { text } }] })
    },
    options,
  )
