import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { nameOf, takingPart } from '../attendance/there.ts'
import { words } from '../words.ts'
import { votableQuestion } from './procedure.ts'

export interface RequestVote {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Who asks; null where the minutes need not tell. */
  readonly personId: string | null
}

/** Somebody asks for a vote before the gavel: one is enough (KL 5:54). */
export const requestVote = (deps: Deps, who: Who, input: RequestVote, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'vote requested' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const { personId, itemId } = input
      const question = votableQuestion(item.value)
      if (!question) return refused({ code: 'vote.too_late', law: 'KL 5:54', text: words.voteTooLate })
      if (personId && !takingPart(record, item.value).some((p) => p.personId === personId))
        return refused({ code: 'vote.absent', field: 'personId', text: words.moverAbsent(nameOf(record, personId)) })
      return granted({ facts: [{ kind: 'vote_requested' as const, itemId, personId, aboutId: question.id, data: {} }] })
    },
    options,
  )
