import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, openItem } from '../act.ts'
import { words } from '../words.ts'

export interface DecideConflict {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** The fact that declared it. */
  readonly conflictId: string
  readonly outcome: 'conflict' | 'none'
  readonly why: string
}

/** The body decides whether there is a conflict of interest. The one concerned takes no part in that, unless it is no longer quorate (KL 6:32). */
export const decideConflict = (deps: Deps, who: Who, input: DecideConflict): Promise<Verdict<null>> =>
  actAtMeeting(deps, who, { ...input, act: 'conflict decided' }, (record) => {
    const item = openItem(record, input.itemId)
    if (!item.ok) return item
    const conflict = item.value.conflicts.find((c) => c.factId === input.conflictId)
    if (!conflict) return refused({ code: 'conflict.unknown', text: words.conflictUnknown })
    const why = input.why.trim()
    return granted({
      facts: [
        {
          kind: 'conflict_decided' as const,
          itemId: input.itemId,
          personId: conflict.personId,
          aboutId: conflict.factId,
          data: { outcome: input.outcome, ...(why ? { why } : {}) },
        },
      ],
    })
  })
