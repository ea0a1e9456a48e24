import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words } from '../words.ts'
import { awayFrom, nameOf, seatOf } from './there.ts'

export interface DeclareConflict {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly personId: string
  readonly ground: string
  readonly by: 'self' | 'other'
}

/** Notes a conflict of interest in the item at hand: the person takes no part, unless it is decided that it is none (KL 5:47, 6:28–31). */
export const declareConflict = (deps: Deps, who: Who, input: DeclareConflict, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'conflict' },
    (record) => {
      const item = openItem(record, input.itemId)
      const refusals = [
        ...(item.ok ? [] : item.refusals),
        ...(seatOf(record, input.personId) ? [] : [{ code: 'attendance.stranger', field: 'personId', text: words.notOnRoster }]),
        ...(item.ok && awayFrom(item.value).has(input.personId)
          ? [{ code: 'conflict.declared', field: 'personId', text: words.conflictDeclared(nameOf(record, input.personId)) }]
          : []),
        ...(input.ground.trim()
          ? []
          : [{ code: 'conflict.ground', field: 'ground', law: record.body.kind === 'council' ? 'KL 5:47' : 'KL 6:28', text: words.groundNeeded }]),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const { personId, itemId, by } = input
      return granted({ facts: [{ kind: 'conflict' as const, itemId, personId, data: { ground: input.ground.trim(), by } }] })
    },
    options,
  )
