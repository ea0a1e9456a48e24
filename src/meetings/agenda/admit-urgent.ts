import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { unannouncedItem } from '../../rulebook/meeting/preparation.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { ruledAs, takingPart } from '../attendance/there.ts'
import { lacksPreparation } from '../preparation/item-preparation.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { words } from '../words.ts'
import { settleItem } from './settle-item.ts'

export interface AdmitUrgent {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Did the meeting decide to take it up: in the council all who are present, elsewhere most of them? */
  readonly admitted: boolean
  /** Why it cannot wait; the council may take up only what is urgent. */
  readonly why: string
}

/** Must the meeting decide before the item is taken up? In the council also where it is not prepared (KL 5:33). */
export const asksToBeAdmitted = (record: MeetingRecord, item: ItemRecord): boolean => !item.announced || lacksPreparation(record, item)

/** Why an item that was not announced may not be taken up yet; empty when nothing hinders (KL 5:52; other bodies by their own rules). */
export const unannouncedHinders = (record: MeetingRecord, item: ItemRecord): readonly Refusal[] => {
  if (item.announced || (item.urgent?.admitted ?? item.urgent?.unanimous)) return []
  return ruledAs(record) === 'council'
    ? [{ code: 'item.not_announced', law: 'KL 5:52', text: words.notAnnounced, mend: words.notAnnouncedMend }]
    : [{ code: 'item.not_announced', text: words.notOnAgenda, mend: words.notOnAgendaMend }]
}

/**
 * Notes whether the meeting takes up an item that was not announced or not prepared, and why it cannot wait (KL 5:33, 5:52). One that
 * is not taken up is left for a later meeting.
 */
export const admitUrgent = (deps: Deps, who: Who, input: AdmitUrgent, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'urgent' },
    (record) => {
      const item = record.items.find((i) => i.id === input.itemId)
      if (!item) return refused({ code: 'item.unknown', text: words.unknownItem })
      const refusals = [...duringMeeting(record), ...(item.state === 'waiting' ? [] : [{ code: 'item.dealt_with', text: words.notWaiting }])]
      const why = input.why.trim()
      const council = ruledAs(record) === 'council'
      const present = takingPart(record, null).length
      if (council && input.admitted) {
        const ruled = unannouncedItem({ announced: item.announced, urgent: why !== '', present, agree: present })
        if (!ruled.ok) refusals.push(...ruled.refusals.map((r) => ({ ...r, field: 'why', mend: words.urgentMend })))
        else if (why === '') refusals.push({ code: 'item.not_urgent', field: 'why', law: 'KL 5:33', text: words.unpreparedNotUrgent, mend: words.urgentMend })
      }
      if (refusals.length > 0) return refused(...refusals)
      const data = { unanimous: council && input.admitted, admitted: input.admitted, ...(why === '' ? {} : { why }), ...(present > 0 ? { present } : {}) }
      const noted = { kind: 'urgent_admitted' as const, itemId: item.id, data }
      if (input.admitted || item.announced) return granted({ facts: [noted] })
      // Nobody can take it up today: it waits for a meeting that it is announced for.
      return granted({
        facts: [noted, { kind: 'item_closed' as const, itemId: item.id, data: { outcome: 'tabled' as const } }],
        after: (tx) => settleItem(tx, item.id, 'tabled', null),
      })
    },
    options,
  )
