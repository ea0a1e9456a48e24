import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { words } from '../words.ts'
import { factShapes } from './fact.ts'

export interface Correct {
  readonly id: string
  readonly meetingId: string
  readonly factId: string
  /** The fields that stand wrong, as they shall be. */
  readonly data: Readonly<Record<string, unknown>>
  readonly why: string
}

/** Corrects what was noted wrong, also after the meeting: what stood before stays to be read, with who corrected it and why. */
export const correct = (deps: Deps, who: Who, input: Correct, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'correction' },
    (record) => {
      const wrong = record.journal.find((f) => f.id === input.factId)
      const why = input.why.trim()
      if (!wrong) return refused({ code: 'correction.unknown', text: words.correctionUnknown })
      if (why === '') return refused({ code: 'correction.why', field: 'why', text: words.whyNeeded })
      if (!factShapes[wrong.kind].safeParse({ ...wrong.data, ...input.data }).success)
        return refused({ code: 'correction.shape', field: 'data', text: words.correctionShape })
      return granted({ facts: [{ kind: 'correction' as const, itemId: wrong.itemId, aboutId: wrong.id, data: { data: { ...input.data }, why } }] })
    },
    options,
  )
