import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { election } from '../../rulebook/election/election.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { quorumNow, takingPart } from '../attendance/there.ts'
import { openVoteOf } from '../voting/procedure.ts'
import { words as meetingWords } from '../words.ts'
import { type Ballots, electionFactsOf, roundAtHand } from './round.ts'
import { electionWords as words } from './words.ts'

export interface CountBallots extends Omit<Ballots, 'present'> {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
}

/** The secretary enters the ballots of the urn as they are counted: of each list, other ones, and the invalid ones with why (lag 2022:629 9–14 §§). */
export const countBallots = (deps: Deps, who: Who, input: CountBallots, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'count ballots' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const round = roundAtHand(item.value)
      if (!round || round.ballots || openVoteOf(item.value)) return refused({ code: 'election.not_next', text: meetingWords.notNext })
      const quorum = quorumNow(record, item.value)
      if (!quorum.ok) return refused(...quorum.refusals)
      const ballots = input.ballots.filter((b) => b.count > 0)
      if (ballots.length === 0) return refused({ code: 'election.no_ballots', field: 'list0', text: words.ballotsNeeded })
      const data = {
        present: takingPart(record, item.value).length,
        ballots,
        invalid: input.invalid.filter((b) => b.count > 0),
        ineligible: [...input.ineligible],
      }
      const ruled = election(electionFactsOf(round.seats, data), record.variants)
      if (!ruled.ok) return refused(...ruled.refusals.map((r) => ({ ...r, field: 'list0' })))
      return granted({ facts: [{ kind: 'ballots_counted' as const, itemId: item.value.id, aboutId: round.id, data }] })
    },
    options,
  )
