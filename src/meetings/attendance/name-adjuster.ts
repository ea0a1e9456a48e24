import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'
import { nameOf, seatOf } from './there.ts'

export interface NameAdjuster {
  readonly id: string
  readonly meetingId: string
  readonly personId: string
  readonly place: 'regular' | 'substitute'
  /** The day and place of adjustment, where they are told. */
  readonly day?: string
  readonly where?: string
}

/** Notes who is chosen to adjust the minutes together with whoever presides (KL 5:69). */
export const nameAdjuster = (deps: Deps, who: Who, input: NameAdjuster, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'adjuster' },
    (record) => {
      const { personId, place, day, where } = input
      const refusals = [
        ...duringMeeting(record),
        ...(record.adjusters.some((a) => a.personId === personId)
          ? [{ code: 'adjuster.named', field: 'personId', law: 'KL 5:69', text: words.adjusterNamed(nameOf(record, personId)) }]
          : []),
        ...(seatOf(record, personId) ? [] : [{ code: 'attendance.stranger', field: 'personId', text: words.notOnRoster }]),
      ]
      if (refusals.length > 0) return refused(...refusals)
      return granted({ facts: [{ kind: 'adjuster' as const, personId, data: { place, ...(day ? { day } : {}), ...(where ? { where } : {}) } }] })
    },
    options,
  )
