import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'
import { nameOf, presentNow } from './there.ts'

export interface Leaving {
  readonly id: string
  readonly meetingId: string
  readonly personId: string
  readonly reason: 'conflict' | 'other'
  readonly why: string
}

/** Notes that somebody leaves, and why: after conflict of interest one may come back, otherwise not serve again that day (KL 5:20). */
export const noteLeaving = (deps: Deps, who: Who, input: Leaving, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'leaving' },
    (record) => {
      const { personId, reason } = input
      const refusals = [
        ...duringMeeting(record),
        ...(presentNow(record).some((p) => p.personId === personId)
          ? []
          : [{ code: 'attendance.not_here', field: 'personId', text: words.notHere(nameOf(record, personId)) }]),
      ]
      const why = input.why.trim()
      return refusals.length > 0 ? refused(...refusals) : granted({ facts: [{ kind: 'left' as const, personId, data: { reason, ...(why ? { why } : {}) } }] })
    },
    options,
  )
