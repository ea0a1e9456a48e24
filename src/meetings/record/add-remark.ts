import type { Deps } from '../../database/transact.ts'
import { readDay } from '../../kernel/day.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { pointNumbers } from '../voting/parts.ts'
import { reservationHinders } from './reservation-hinders.ts'
import { words } from '../words.ts'

export interface AddRemark {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly kind: 'reservation' | 'note' | 'statement'
  readonly personIds: readonly string[]
  /** In whose name, where persons are not named. */
  readonly parties?: readonly string[]
  readonly motionId?: string
  /** Against what was decided of these clauses of the proposal alone. */
  readonly points?: readonly number[]
  readonly text: string
  /** What a written statement is dated, as typed; not after the meeting. Left out of the others. */
  readonly dated?: string
}

/**
 * A reservation, a note or a statement to the minutes. A reservation is of one who took part in the decision, and before the meeting
 * ends; its motivation may come later (KL 4:27). Notes and statements are allowed by custom: the chair says no to what does not belong.
 */
export const addRemark = (deps: Deps, who: Who, input: AddRemark, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: input.kind },
    (record) => {
      const { kind, personIds, parties = [], itemId, motionId, points = [] } = input
      const item = record.items.find((i) => i.id === itemId)
      const text = input.text.trim()
      if (!item) return refused({ code: 'item.unknown', text: words.unknownItem })
      const dated = kind === 'statement' && input.dated?.trim() ? readDay(input.dated) : null
      const refusals = [
        ...(kind === 'statement' && input.dated?.trim() && (dated === null || dated > record.day)
          ? [{ code: 'remark.dated', field: 'dated', text: words.statementDated }]
          : []),
        ...duringMeeting(record),
        ...(personIds.length + parties.length === 0 ? [{ code: 'remark.who', field: 'personIds', text: words.remarkWho }] : []),
        ...(kind !== 'reservation' && text === '' ? [{ code: 'remark.text', field: 'text', text: words.remarkText }] : []),
        ...(kind === 'reservation' && points.some((no) => !pointNumbers(item).includes(no))
          ? [{ code: 'reservation.points', field: 'points', text: words.clauseUnknown }]
          : []),
        ...(kind === 'reservation' ? personIds.flatMap((id) => reservationHinders(record, item, id, points)) : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const said = { personIds: [...personIds], parties: [...parties], text }
      return granted({
        facts: [
          kind === 'reservation'
            ? { kind, itemId, data: { ...said, ...(motionId ? { motionId } : {}), ...(points.length > 0 ? { points: [...points] } : {}) } }
            : { kind, itemId, data: { ...said, ...(dated ? { day: dated } : {}) } },
        ],
      })
    },
    options,
  )
