import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { proportionalDemand } from '../../rulebook/election/demand.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { quorumNow, takingPart } from '../attendance/there.ts'
import { roundAtHand, type RoundOf } from './round.ts'
import { electionWords as words } from './words.ts'

export interface DemandProportional {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly of: RoundOf
  readonly seats: number
  /** Those who demand it, of those who take part. */
  readonly personIds: readonly string[]
}

/**
 * Notes that an election is demanded proportional, if enough of those taking part demand it (lag 2022:629 2 §); of substitutes only
 * where the members of the same item were so elected (3 §). The election itself then goes by lists.
 */
export const demandProportional = (deps: Deps, who: Who, input: DemandProportional, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'demand proportional election' },
    (record) => {
      const open = openItem(record, input.itemId)
      if (!open.ok) return open
      const item = open.value
      const { of, seats } = input
      const personIds = [...new Set(input.personIds)]
      if (item.kind !== 'election') return refused({ code: 'election.kind', text: words.notElection })
      if (roundAtHand(item) || item.rounds.some((r) => r.of === of) || (item.rounds.length === 0 && item.votes.some((v) => v.state !== 'void')))
        return refused({ code: 'election.under_way', field: 'of', text: words.underWay })
      if (!Number.isInteger(seats) || seats < 1 || seats > 1001) return refused({ code: 'election.seats', field: 'seats', text: words.seatsNeeded })
      const part = takingPart(record, item).map((p) => p.personId)
      if (personIds.length === 0 || personIds.some((id) => !part.includes(id)))
        return refused({ code: 'election.demanders', field: 'personIds', text: words.demandersNeeded })
      const quorum = quorumNow(record, item)
      if (!quorum.ok) return refused(...quorum.refusals)
      const ruled = proportionalDemand({
        present: part.length,
        seats,
        demanding: personIds.length,
        forSubstitutes: of === 'substitutes',
        membersProportional: item.rounds.some((r) => r.of === 'members'),
      })
      if (!ruled.ok) return refused(...ruled.refusals.map((r) => ({ ...r, field: r.field === 'demanding' ? 'personIds' : 'of' })))
      return granted({
        facts: [
          {
            kind: 'proportional_demanded' as const,
            itemId: item.id,
            data: { of, seats, personIds, present: part.length, required: ruled.value.required },
          },
        ],
      })
    },
    options,
  )
