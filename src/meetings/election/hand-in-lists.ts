import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { openVoteOf } from '../voting/procedure.ts'
import { words as meetingWords } from '../words.ts'
import { type List, roundAtHand } from './round.ts'
import { electionWords as words } from './words.ts'

export interface HandInLists {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** All the lists: they replace those handed in before. */
  readonly lists: readonly List[]
}

/** Notes the lists that have been handed in, each with a label and names in order, before the ballots are cast (lag 2022:629 5–8 §§). */
export const handInLists = (deps: Deps, who: Who, input: HandInLists, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'hand in lists' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const round = roundAtHand(item.value)
      if (!round || round.ballots || openVoteOf(item.value)) return refused({ code: 'election.not_next', text: meetingWords.notNext })
      if (input.lists.length === 0) return refused({ code: 'election.lists', field: 'lists', law: 'Lag 2022:629 5–8 §§', text: words.listsNeeded })
      const keys = input.lists.map(({ label, names }) => JSON.stringify([label, names]))
      if (new Set(keys).size < keys.length) return refused({ code: 'election.list_twice', field: 'lists', law: 'Lag 2022:629 14 §', text: words.listTwice })
      return granted({ facts: [{ kind: 'lists_handed_in' as const, itemId: item.value.id, aboutId: round.id, data: { lists: [...input.lists] } }] })
    },
    options,
  )
