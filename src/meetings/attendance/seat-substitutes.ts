import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { nameOf, servingProposed, seatOf } from './there.ts'
import { attendanceWords as words } from './words.ts'

/** Lets everybody serve who ought to by the order of substitutes: in the item, or in the meeting before the first (KL 5:17–21, 6:16). */
export const seatSubstitutes = (
  deps: Deps,
  who: Who,
  input: { readonly id: string; readonly meetingId: string },
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'substitutes' },
    (record) => {
      const refusals = duringMeeting(record)
      if (refusals.length > 0) return refused(...refusals)
      const item = record.items.find((i) => i.state === 'open') ?? null
      return granted({
        facts: servingProposed(record, item).map(({ personId, forId, forConflict }) => ({
          kind: 'serves' as const,
          personId,
          itemId: forConflict && item ? item.id : null,
          data: { forId, why: words.why(nameOf(record, forId), seatOf(record, personId)?.party ?? null, forConflict), law: 'KL 5:17–19' },
        })),
      })
    },
    options,
  )
