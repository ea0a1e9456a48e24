import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words } from '../words.ts'
import { openVoteOf } from './procedure.ts'

export interface VoidVote {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly why: string
}

/** Breaks off a vote that went wrong (a wrong proposition, devices that failed): it is told and does not count. A new one may be opened. */
export const voidVote = (deps: Deps, who: Who, input: VoidVote, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'void vote' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const vote = openVoteOf(item.value)
      const why = input.why.trim()
      if (!vote) return refused({ code: 'vote.over', text: words.voteOver })
      if (why === '') return refused({ code: 'vote.why', field: 'why', text: words.whyNeeded })
      return granted({
        facts: [{ kind: 'vote_void' as const, itemId: item.value.id, aboutId: vote.id, data: { why } }],
        after: async (tx) => {
          await tx.updateTable('vote').set({ state: 'void' }).where('id', '=', vote.id).execute()
          return granted(null)
        },
      })
    },
    options,
  )
