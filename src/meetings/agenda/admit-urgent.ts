import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'

export interface AdmitUrgent {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Did everybody present agree? */
  readonly unanimous: boolean
}

/** Notes that the meeting takes up an item that was not announced or not prepared, and whether all present agreed (KL 5:32, 5:52). */
export const admitUrgent = (deps: Deps, who: Who, input: AdmitUrgent, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'urgent' },
    (record) => {
      const refusals = [
        ...duringMeeting(record),
        ...(record.items.some((i) => i.id === input.itemId) ? [] : [{ code: 'item.unknown', text: words.unknownItem }]),
      ]
      const { itemId, unanimous } = input
      return refusals.length > 0 ? refused(...refusals) : granted({ facts: [{ kind: 'urgent_admitted' as const, itemId, data: { unanimous } }] })
    },
    options,
  )
