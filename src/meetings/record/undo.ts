import { sql } from 'kysely'
import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import { words } from '../words.ts'
import type { Fact } from './fact.ts'
import type { ItemRecord } from './record.ts'

export interface Undo {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** The last fact as the screen showed it: nothing else is undone by mistake. */
  readonly factId: string
}

/** What would be undone in an item: its last fact that counts, while it is open. */
export const lastFactOf = (journal: readonly { readonly id: string; readonly itemId: string | null }[], item: Pick<ItemRecord, 'id' | 'state'>) =>
  item.state === 'open' ? journal.findLast((f) => f.itemId === item.id) : undefined

/**
 * Can the fact be undone? Not what would bring ballots back or throw them away: a vote with ballots is voided, an emptied urn stands, and
 * a lot drawn in sight of the meeting. Slips can be counted again.
 */
export const mayUndo = (item: Pick<ItemRecord, 'votes'>, fact: Pick<Fact, 'id' | 'kind' | 'aboutId'>): boolean => {
  const vote = item.votes.find((v) => v.id === fact.id || v.id === fact.aboutId)
  if (fact.kind === 'vote_void') return false
  if (fact.kind === 'vote_closed' && vote?.secret) return vote.way === 'slips' && vote.result?.settledBy !== 'lot'
  return !(fact.kind === 'vote_opened' && (vote?.cast.length ?? 0) > 0)
}

/**
 * Undoes the last thing noted in an item, until it is closed. It stays in the journal, and does not count. A vote with ballots is
 * voided instead; a closed one with its urn emptied stands.
 */
export const undo = (deps: Deps, who: Who, input: Undo, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'undo' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const fact = lastFactOf(record.journal, item.value)
      const last = fact && record.journal.find((f) => f.id === fact.id)
      if (!last || last.id !== input.factId) return refused({ code: 'undo.nothing', text: words.nothingToUndo })
      if (!mayUndo(item.value, last)) return refused({ code: 'undo.ballots', text: words.undoBallots })
      return granted({
        facts: [{ kind: 'undone' as const, itemId: item.value.id, aboutId: last.id, data: {} }],
        after: async (tx) => {
          if (last.kind === 'vote_opened') await tx.updateTable('vote').set({ state: 'void' }).where('id', '=', last.id).execute()
          if (last.kind === 'vote_closed' && last.aboutId) await tx.updateTable('vote').set({ state: 'open' }).where('id', '=', last.aboutId).execute()
          if (last.kind === 'item_opened')
            await tx.updateTable('agenda_item').set({ state: 'waiting', version: sql`version + 1` }).where('id', '=', item.value.id).execute()
          return granted(null)
        },
      })
    },
    options,
  )
