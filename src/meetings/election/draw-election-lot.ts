import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words as meetingWords } from '../words.ts'
import { countRound, lotOf, roundAtHand } from './round.ts'
import { electionWords as words } from './words.ts'

export interface DrawElectionLot {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** The name of the list that the lot gave. */
  readonly drawn: string
}

/** A lot is drawn in sight of the meeting, between lists with equal comparative numbers (lag 2022:629 21 §) or equal votes in the order of substitutes (22 §). */
export const drawElectionLot = (deps: Deps, who: Who, input: DrawElectionLot, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'election lot' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const round = roundAtHand(item.value)
      const among = round && lotOf(item.value, round)
      if (!round || !among) return refused({ code: 'election.not_next', text: meetingWords.notNext })
      if (!among.includes(input.drawn)) return refused({ code: 'election.lot', field: 'drawn', law: 'Lag 2022:629 21–22 §§', text: words.lotAmong })
      const why = countRound(round)?.value.lot?.quotient.exact ?? '22 §'
      return granted({
        facts: [{ kind: 'lot' as const, itemId: item.value.id, aboutId: round.id, data: { among: [...among], drawn: input.drawn, why } }],
      })
    },
    options,
  )
