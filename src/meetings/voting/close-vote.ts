import { sql } from 'kysely'
import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { awayFrom, nameOf } from '../attendance/there.ts'
import type { ItemRecord, MeetingRecord, Vote, VoteResult } from '../record/record.ts'
import { words } from '../words.ts'
import { countUrn, countVote } from './count-vote.ts'
import { openVoteOf } from './procedure.ts'

export interface CloseVote {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
}

/**
 * Closes the vote and counts it, unless somebody in conflict of interest has voted in it: then it is voided and done again. A tie with the chair abstaining stays open: whoever presides must then vote (KL 4:25). A closed
 * vote's urn is emptied and counted (one of slips in the room is counted by `countSlips`), and what it held becomes a fact of the journal, without names.
 */
export const closeVote = (deps: Deps, who: Who, input: CloseVote, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'close vote' },
    async (record, tx) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const vote = openVoteOf(item.value)
      if (!vote) return refused({ code: 'vote.over', text: words.voteOver })
      if (vote.way === 'slips') return refused({ code: 'vote.slips_uncounted', text: words.slipsUncounted })
      const away = awayFrom(item.value)
      const conflicted = vote.cast.filter((id) => away.has(id))
      if (conflicted.length > 0)
        return refused(
          ...conflicted.map((id) => ({
            code: 'vote.conflict_voted',
            law: record.body.kind === 'council' ? 'KL 5:47' : 'KL 6:30',
            text: words.conflictVoted(nameOf(record, id)),
          })),
        )
      const close = () => tx.updateTable('vote').set({ state: 'closed' }).where('id', '=', vote.id).execute()
      if (vote.secret) {
        await close()
        const result = await fromUrn(tx, record, vote)
        return granted({ facts: [{ kind: 'vote_closed' as const, itemId: item.value.id, aboutId: vote.id, data: result }] })
      }
      const result = countVote(countOf(record, item.value, vote))
      if (result.outcome === 'tie') return refused({ code: 'vote.casting', field: 'choice', law: 'KL 4:25, 5:56', text: words.chairMustVote })
      await close()
      return granted({ facts: [{ kind: 'vote_closed' as const, itemId: item.value.id, aboutId: vote.id, data: result }] })
    },
    options,
  )

/** What the count of an open vote is made of: its ballots, whose side a tie falls to, and whether a third is enough. */
export const countOf = (record: MeetingRecord, item: ItemRecord, vote: Vote): Parameters<typeof countVote>[0] => ({
  ballots: vote.ballots,
  seats: record.seats,
  present: vote.voters.length,
  chairId: record.presiding.findLast((held) => vote.result === null || held.from.no <= vote.at.no)?.personId ?? null,
  minority:
    record.body.kind === 'council' && (vote.yes === 'today' || vote.no === 'today')
      ? { side: vote.yes === 'today' ? 'no' : 'yes', used: item.minorityUsed, variants: record.variants }
      : null,
})

const fromUrn = async (tx: Parameters<Parameters<typeof actAtMeeting>[3]>[1], record: MeetingRecord, vote: Vote): Promise<VoteResult> => {
  const { rows } = await sql<{ urn: readonly string[] }>`select urn_empty(${vote.id}::uuid) as urn`.execute(tx)
  return countUrn(rows[0]?.urn ?? [], { seats: record.seats, present: vote.voters.length, candidates: vote.candidates })
}
