import type { Deps } from '../../database/transact.ts'
import { notify } from '../../database/live.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions, topicOf } from '../act.ts'
import { words } from '../words.ts'

/** So long may the reason be. */
export const longestReason = 500

/** What hinders that a reason is kept with a ballot: it is too long. Empty: none is told. */
export const reasonHinders = (reason: string): readonly Refusal[] =>
  reason.length > longestReason ? [{ code: 'vote.reason', field: 'reason', text: words.reasonTooLong(longestReason) }] : []

export interface TellWhyAbstained {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly voteId: string
  readonly personId: string
  /** '' takes away what was told. */
  readonly reason: string
}

/**
 * The secretary notes why somebody abstained, where that is told: during the vote or afterwards until the meeting ends. It stands with the
 * ballot, which nothing else of changes. Not of closed ballots, which are nobody's (KL 5:55).
 */
export const tellWhyAbstained = (deps: Deps, who: Who, input: TellWhyAbstained, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'why abstained' },
    (record) => {
      const vote = record.items.find((i) => i.id === input.itemId)?.votes.find((v) => v.id === input.voteId && v.state !== 'void')
      if (!vote) return refused({ code: 'vote.unknown', text: words.voteUnknown })
      if (vote.secret) return refused({ code: 'vote.closed', law: 'KL 5:55', text: words.closedNoReason })
      const ballot = vote.ballots.find((b) => b.personId === input.personId)
      const reason = input.reason.trim()
      const refusals = [
        ...duringMeeting(record),
        ...(ballot?.choice === 'abstain' ? [] : [{ code: 'vote.not_abstained', field: 'personId', text: words.notAbstained }]),
        ...reasonHinders(reason),
      ]
      if (refusals.length > 0) return refused(...refusals)
      return granted({
        facts: [],
        after: async (tx) => {
          const done = await tx
            .updateTable('ballot')
            .set({ reason: reason || null })
            .where('vote_id', '=', vote.id)
            .where('person_id', '=', input.personId)
            .where('choice', '=', 'abstain')
            .executeTakeFirst()
          // A ballot corrected to an abstention is not the one that was cast: why is told by the correction.
          if (done.numUpdatedRows === 0n) return refused({ code: 'vote.not_abstained', field: 'personId', text: words.notAbstained })
          await notify(tx, topicOf(record.id), { seq: record.seq })
          return granted(null)
        },
      })
    },
    options,
  )
