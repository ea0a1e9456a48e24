import type { Deps } from '../../database/transact.ts'
import { granted, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'

/** The chair closes the debate, with the meeting's leave: the motions that stand are read back. */
export const closeDebate = (
  deps: Deps,
  who: Who,
  input: { readonly id: string; readonly meetingId: string; readonly itemId: string },
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'close debate' },
    (record) => {
      const item = openItem(record, input.itemId)
      return item.ok ? granted({ facts: [{ kind: 'debate_closed' as const, itemId: input.itemId, data: {} }] }) : item
    },
    options,
  )
