import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'
import { nameOf, presentNow, seatOf, servingHinders, takingPart } from './there.ts'
import { attendanceWords } from './words.ts'

export interface LetServe {
  readonly id: string
  readonly meetingId: string
  readonly personId: string
  /** For which member; null for a vacant seat. */
  readonly forId: string | null
  /** For one item only, where the member is away for conflict of interest. */
  readonly itemId?: string | null
}

/** Lets a substitute serve for a member, in the fixed order (KL 5:17–19, 6:16). */
export const letServe = (deps: Deps, who: Who, input: LetServe, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'serving' },
    (record) => {
      const { personId, forId, itemId = null } = input
      const item = record.items.find((i) => i.id === itemId) ?? null
      const vacantHeld = takingPart(record, item).filter((p) => p.forId === 'vacant').length
      const refusals = [
        ...duringMeeting(record),
        ...(seatOf(record, personId)?.place === 'substitute' ? [] : [{ code: 'serving.not_substitute', field: 'personId', text: words.notSubstitute }]),
        ...(presentNow(record).some((p) => p.personId === personId)
          ? []
          : [{ code: 'attendance.not_here', field: 'personId', text: words.notHere(nameOf(record, personId)) }]),
        ...(forId === null && record.seats - record.roster.filter((s) => s.place === 'member').length <= vacantHeld
          ? [{ code: 'serving.no_vacancy', field: 'forId', law: 'KL 5:17', text: words.noVacancy }]
          : []),
        ...(forId ? servingHinders(record, item, personId, forId) : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const why = forId ? attendanceWords.chosen(nameOf(record, forId)) : attendanceWords.vacant
      return granted({ facts: [{ kind: 'serves' as const, personId, itemId, data: { forId, why, law: 'KL 5:17–19' } }] })
    },
    options,
  )
