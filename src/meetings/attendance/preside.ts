import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting } from '../act.ts'
import { words } from '../words.ts'
import { presentNow, seatOf } from './there.ts'

/** Notes who leads from now on: a vice chair while the chair is away or has a conflict of interest (KL 5:11, 6:21). */
export const preside = (deps: Deps, who: Who, input: { readonly id: string; readonly meetingId: string; readonly personId: string }): Promise<Verdict<null>> =>
  actAtMeeting(deps, who, { ...input, act: 'presiding' }, (record) => {
    const { personId } = input
    const refusals = [
      ...duringMeeting(record),
      ...(seatOf(record, personId)?.place === 'member' ? [] : [{ code: 'meeting.president', field: 'personId', text: words.presidentNeeded }]),
      ...(presentNow(record).some((p) => p.personId === personId)
        ? []
        : [{ code: 'meeting.president_absent', field: 'personId', text: words.presidentAbsent }]),
    ]
    return refusals.length > 0 ? refused(...refusals) : granted({ facts: [{ kind: 'presides' as const, personId, data: {} }] })
  })
