import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting } from '../act.ts'

/** Pauses the meeting, or takes it up again when it is paused. */
export const pause = (deps: Deps, who: Who, input: { readonly id: string; readonly meetingId: string; readonly why: string }): Promise<Verdict<null>> =>
  actAtMeeting(deps, who, { ...input, act: 'pause' }, (record) => {
    const refusals = duringMeeting(record)
    if (refusals.length > 0) return refused(...refusals)
    const why = input.why.trim()
    const paused = record.pauses.some((p) => p.to === null)
    return granted({ facts: [paused ? { kind: 'resumed' as const, data: {} } : { kind: 'paused' as const, data: why ? { why } : {} }] })
  })
