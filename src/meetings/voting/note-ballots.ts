import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { notify } from '../../database/live.ts'
import { actAtMeeting, type MeetingActOptions, openItem, topicOf } from '../act.ts'
import { awayFrom, nameOf } from '../attendance/there.ts'
import type { Choice } from '../record/fact.ts'
import { words } from '../words.ts'
import { openVoteOf } from './procedure.ts'

export interface NoteBallots {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly ballots: readonly { readonly personId: string; readonly choice: Choice }[]
}

/**
 * The secretary notes how members vote, at a roll call or by hands: each by name, since the minutes tell how each voted in an open
 * vote (KL 5:67). Noted again, the last stands, until the vote is closed.
 */
export const noteBallots = (deps: Deps, who: Who, input: NoteBallots, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'note ballots' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const vote = openVoteOf(item.value)
      if (!vote || vote.secret) return refused({ code: 'vote.over', text: words.voteOver })
      const strangers = input.ballots.filter((b) => !vote.voters.includes(b.personId))
      if (strangers.length > 0) return refused(...strangers.map((b) => ({ code: 'vote.not_voter', field: `ballot.${b.personId}`, text: words.notVoter })))
      const away = awayFrom(item.value)
      const conflicted = input.ballots.filter((b) => away.has(b.personId))
      if (conflicted.length > 0)
        return refused(
          ...conflicted.map((b) => ({
            code: 'vote.conflict',
            field: `ballot.${b.personId}`,
            law: record.body.kind === 'council' ? 'KL 5:47' : 'KL 6:30',
            text: words.moverAbsent(nameOf(record, b.personId)),
          })),
        )
      const way = vote.way === 'roll_call' ? 'roll_call' : 'hands'
      return granted({
        facts: [],
        after: async (tx) => {
          for (const { personId, choice } of input.ballots)
            await tx
              .insertInto('ballot')
              .values({ vote_id: vote.id, person_id: personId, choice, way })
              .onConflict((oc) =>
                oc.columns(['vote_id', 'person_id']).doUpdateSet(({ ref }) => ({ choice, way, reason: choice === 'abstain' ? ref('ballot.reason') : null })),
              )
              .execute()
          // Ballots are no facts of the journal: the screens are told by themselves how many have come.
          await notify(tx, topicOf(record.id), { seq: record.seq })
          return granted(null)
        },
      })
    },
    options,
  )
