import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { ItemRecord } from '../record/record.ts'
import { words } from '../words.ts'
import { putSeparately } from './parts.ts'

export interface PutOneByOne {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Numbers of the clauses that are put each by itself; the rest of the proposal is put together after them. */
  readonly points: readonly number[]
}

/** May the proposal still be divided? Not when it is put already, and not an election. */
export const mayDivide = (item: ItemRecord): boolean =>
  item.kind !== 'election' && item.oneByOne === null && item.proposal.clauses.length > 1 && item.questions.every((q) => q.stage === 'postpone')

/**
 * The chair decides, with the meeting's leave, that clauses of the proposal are put one by one (KL 5:53): each with its own proposition,
 * finding and, where it is asked for, vote. It can be undone until the item is closed, as everything else.
 */
export const putOneByOne = (deps: Deps, who: Who, input: PutOneByOne, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'clause by clause' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const points = [...new Set(input.points)].toSorted((a, b) => a - b)
      const ruled = putSeparately(item.value, points)
      const refusals: readonly Refusal[] = [
        ...(mayDivide(item.value) ? [] : [{ code: 'points.put', law: 'KL 5:53', text: words.notDivided }]),
        ...(ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'points' }))),
      ]
      if (refusals.length > 0) return refused(...refusals)
      return granted({ facts: [{ kind: 'one_by_one' as const, itemId: input.itemId, data: { points } }] })
    },
    options,
  )
