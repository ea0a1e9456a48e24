import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words } from '../words.ts'
import { countUrn } from './count-vote.ts'
import { openVoteOf } from './procedure.ts'
import { type SlipCount, slipNames, urnOfSlips } from './slips.ts'

export interface CountSlips extends SlipCount {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
}

/**
 * The secretary enters what the urn in the room held, which closes the vote (KL 5:54–55): it is counted as the system's own urn is, and a
 * tie goes to the lot (KL 5:56). The vote is held meanwhile, so that two who count at once do not both enter it.
 */
export const countSlips = (deps: Deps, who: Who, input: CountSlips, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'count slips' },
    async (record, tx) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const vote = openVoteOf(item.value)
      if (!vote) return refused({ code: 'vote.over', text: words.voteOver })
      const names = slipNames(vote)
      const told = input.counts.map(({ name }) => name)
      if (vote.way !== 'slips' || told.join('\n') !== names.join('\n') || (!vote.candidates && input.written.length > 0))
        return refused({ code: 'slips.not_so', text: words.notNext })
      const urn = urnOfSlips(input, vote.voters.length)
      if (!urn.ok) return urn
      await tx.updateTable('vote').set({ state: 'closed' }).where('id', '=', vote.id).execute()
      const { candidates, voters } = vote
      const result = countUrn(urn.value, { seats: record.seats, present: voters.length, candidates, invalid: input.invalid })
      return granted({ facts: [{ kind: 'vote_closed' as const, itemId: item.value.id, aboutId: vote.id, data: result }] })
    },
    options,
  )
