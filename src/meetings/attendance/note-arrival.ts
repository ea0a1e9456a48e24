import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'
import { nameOf, presentNow, seatOf } from './there.ts'

export interface Arrival {
  readonly id: string
  readonly meetingId: string
  readonly personId: string
  readonly mode: 'room' | 'remote'
}

/**
 * Notes that somebody comes, or goes over from the room to the line. A member takes the own seat at once (KL 5:21); one who left for
 * another reason than conflict may be there, but not serve again the same day (KL 5:20).
 */
export const noteArrival = (deps: Deps, who: Who, input: Arrival, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'arrival' },
    (record) => {
      const { personId, mode } = input
      const here = presentNow(record).find((p) => p.personId === personId)
      const leftForGood = record.presence.some((p) => p.personId === personId && p.leftFor?.reason === 'other')
      const seat = seatOf(record, personId)
      const refusals = [
        ...duringMeeting(record),
        ...(seat ? [] : [{ code: 'attendance.stranger', field: 'personId', text: words.notOnRoster }]),
        ...(here?.mode === mode ? [{ code: 'attendance.here', field: 'personId', text: words.hereAlready(nameOf(record, personId)) }] : []),
        ...(mode === 'remote' && record.form === 'physical' ? [{ code: 'attendance.remote', field: 'mode', law: 'KL 5:16', text: words.notRemote }] : []),
        ...(leftForGood && seat?.place === 'member'
          ? [{ code: 'attendance.again', field: 'personId', law: 'KL 5:20', text: words.notAgain(nameOf(record, personId)) }]
          : []),
      ]
      return refusals.length > 0 ? refused(...refusals) : granted({ facts: [{ kind: 'arrived' as const, personId, data: { mode } }] })
    },
    options,
  )
