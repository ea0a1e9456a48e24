import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { isListVote } from '../election/round.ts'
import type { Vote } from '../record/record.ts'
import { words } from '../words.ts'
import { namesIn } from './count-vote.ts'

export interface DrawLot {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** What the lot gave: one of `lotsOf`. */
  readonly drawn: string
}

/** Between what a lot is drawn: those who got most, or yes and no. */
export const lotsOf = ({ candidates, result }: Pick<Vote, 'candidates' | 'result'>): readonly string[] => {
  if (!candidates) return ['yes', 'no']
  const urn = result?.urn ?? []
  const votes = (name: string): number => urn.filter((b) => b === name).length
  const names = namesIn(candidates, urn)
  const most = Math.max(...names.map(votes))
  return names.filter((name) => votes(name) === most)
}

/** A lot is drawn in sight of the meeting, where an election came out even (KL 5:56); it settles the vote. */
export const drawLot = (deps: Deps, who: Who, input: DrawLot, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'lot' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const vote = item.value.votes.findLast((v) => v.result?.outcome === 'tie' && !isListVote(item.value, v))
      if (!vote?.result) return refused({ code: 'lot.not_next', text: words.notNext })
      const among = [...lotsOf(vote)]
      const { drawn, itemId } = input
      if (!among.includes(drawn)) return refused({ code: 'lot.drawn', field: 'drawn', law: 'KL 5:56', text: words.lotNeeded })
      const chosen = vote.candidates ? { outcome: 'yes' as const, chosen: drawn } : { outcome: drawn === 'yes' ? ('yes' as const) : ('no' as const) }
      return granted({
        facts: [
          { kind: 'lot' as const, itemId, aboutId: vote.id, data: { among, drawn, why: `${vote.result.yes}–${vote.result.no}` } },
          { kind: 'vote_closed' as const, itemId, aboutId: vote.id, data: { ...vote.result, ...chosen, settledBy: 'lot' as const } },
        ],
      })
    },
    options,
  )
