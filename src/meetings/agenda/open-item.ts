import { sql } from 'kysely'
import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions, whileSitting } from '../act.ts'
import { fixPreparation } from '../preparation/item-preparation.ts'
import { words } from '../words.ts'
import { unannouncedHinders } from './admit-urgent.ts'

/**
 * Takes an item up: one at a time. One that was not announced waits for the meeting's decision: in the council that of all present
 * (KL 5:52). In what order items are taken is the chair's.
 */
export const takeUpItem = (
  deps: Deps,
  who: Who,
  input: { readonly id: string; readonly meetingId: string; readonly itemId: string },
  options: MeetingActOptions = {},
): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'open item' },
    (record) => {
      const item = record.items.find((i) => i.id === input.itemId)
      if (!item) return refused({ code: 'item.unknown', text: words.unknownItem })
      const other = record.items.find((i) => i.state === 'open')
      const refusals = [
        ...duringMeeting(record),
        ...whileSitting(record),
        ...(other ? [{ code: 'item.other_open', text: words.otherOpen(other.title) }] : []),
        ...(item.state === 'waiting' || item.state === 'open' ? [] : [{ code: 'item.dealt_with', text: words.notWaiting }]),
        ...unannouncedHinders(record, item),
      ]
      if (refusals.length > 0) return refused(...refusals)
      return granted({
        facts: [{ kind: 'item_opened' as const, itemId: item.id, data: {} }],
        after: async (tx) => {
          if (!options.bySystem) await fixPreparation(tx, record, item.id)
          await tx.updateTable('agenda_item').set({ state: 'open', version: sql`version + 1` }).where('id', '=', item.id).execute()
          return granted(null)
        },
      })
    },
    options,
  )
