import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, isPaused } from '../act.ts'
import { words } from '../words.ts'

interface Pause {
  readonly id: string
  readonly meetingId: string
  readonly is: 'paused' | 'resumed'
  readonly why: string
}

/** Pauses the meeting, or takes it up again. */
export const pause = (deps: Deps, who: Who, input: Pause): Promise<Verdict<null>> =>
  actAtMeeting(deps, who, { ...input, act: 'pause' }, (record) => {
    const paused = isPaused(record)
    const refusals = [...duringMeeting(record), ...(paused === (input.is === 'paused') ? [{ code: 'meeting.pause_as_is', text: words.pauseAsIs(paused) }] : [])]
    if (refusals.length > 0) return refused(...refusals)
    const why = input.why.trim()
    return granted({ facts: [input.is === 'resumed' ? { kind: 'resumed' as const, data: {} } : { kind: 'paused' as const, data: why ? { why } : {} }] })
  })
