import { sql } from 'kysely'
import { may } from '../../access/policy.ts'
import { type Deps, transact, type Tx } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { Listed } from '../agenda/proposal.ts'
import { loadHead } from '../record/record-store.ts'
import { type ItemKind, itemKinds, type MeetingHead } from '../record/record.ts'
import { words as meetingWords } from '../words.ts'
import { readSaid } from '../preparation/said.ts'
import { delegatedSince, notifiedSince } from './delegated-since.ts'
import { words } from './words.ts'

interface ItemRow {
  readonly id: string
  readonly ord: number
  readonly state: string
}

/** Runs an act on the agenda of a meeting that is to come: locks the meeting, asks the policy (meeting.prepare), and gives the items in order. */
export const onAgenda = async <T>(
  deps: Deps,
  who: Who,
  { meetingId, act }: { readonly meetingId: string; readonly act: string },
  work: (tx: Tx, meeting: MeetingHead, items: readonly ItemRow[]) => Promise<Verdict<T>>,
): Promise<Verdict<T>> =>
  transact(deps, { actor: actorFor(who, {}), act }, async (tx) => {
    await tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute()
    const meeting = await loadHead(tx, meetingId)
    if (!meeting) return refused({ code: 'meeting.unknown', text: meetingWords.unknownMeeting })
    const today = deps.clock.today()
    const hinders: Refusal[] = [...may(who, 'meeting.prepare', { belongsTo: (await loadTree(tx, today)).chain(meeting.body.id), secrecy: null }, today)]
    if (!['planned', 'summoned'].includes(meeting.state)) hinders.push({ code: 'agenda.over', text: words.begun })
    if (hinders.length > 0) return refused(...hinders)
    const items = await tx.selectFrom('agenda_item').select(['id', 'ord', 'state']).where('meeting_id', '=', meetingId).orderBy('ord').execute()
    return work(tx, meeting, items)
  })

/** Paragraphs follow the order of the agenda. Both are unique in the meeting, and checked when the transaction ends. */
const renumber = async (tx: Tx, meeting: MeetingHead, ids: readonly string[]): Promise<void> => {
  for (const [i, id] of ids.entries())
    await tx
      .updateTable('agenda_item')
      .set({ ord: i + 1, paragraph: String(meeting.paragraph + i), version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
  await tx.updateTable('meeting').set({ version: sql`version + 1` }).where('id', '=', meeting.id).execute()
}

/** Moves an item one step. At the ends nothing happens. */
export const moveItem = (
  deps: Deps,
  who: Who,
  { meetingId, itemId, by }: { readonly meetingId: string; readonly itemId: string; readonly by: 'up' | 'down' },
): Promise<Verdict<null>> =>
  onAgenda(deps, who, { meetingId, act: 'move agenda item' }, async (tx, meeting, items) => {
    const ids = items.map((item) => item.id)
    const from = ids.indexOf(itemId)
    if (from < 0) return refused({ code: 'item.unknown', text: meetingWords.unknownItem })
    const to = by === 'up' ? from - 1 : from + 1
    const other = ids[to]
    if (other === undefined) return granted(null)
    ids[to] = itemId
    ids[from] = other
    await renumber(tx, meeting, ids)
    return granted(null)
  })

/** Takes an item off an agenda that has not been sent. What has been summoned to is tabled at the meeting, not taken away. */
export const removeItem = (deps: Deps, who: Who, { meetingId, itemId }: { readonly meetingId: string; readonly itemId: string }): Promise<Verdict<null>> =>
  onAgenda(deps, who, { meetingId, act: 'remove agenda item' }, async (tx, meeting, items) => {
    if (!items.some((item) => item.id === itemId)) return refused({ code: 'item.unknown', text: meetingWords.unknownItem })
    if (meeting.state !== 'planned') return refused({ code: 'agenda.summoned', text: words.summonedAlready, mend: words.summonedMend })
    await tx.deleteFrom('agenda_item').where('id', '=', itemId).execute()
    await renumber(
      tx,
      meeting,
      items.filter((item) => item.id !== itemId).map((item) => item.id),
    )
    return granted(null)
  })

/** Adds to an item that lists notified or delegated matters what has come since it was put on, so that nothing waits for a later meeting than it must (KL 6:40, 7:8). */
export const listAgain = (
  deps: Deps,
  who: Who,
  { meetingId, itemId }: { readonly meetingId: string; readonly itemId: string },
): Promise<Verdict<{ readonly added: number }>> =>
  onAgenda(deps, who, { meetingId, act: 'list what has come' }, async (tx, meeting) => {
    const item = await tx.selectFrom('agenda_item').select(['kind', 'listed']).where('id', '=', itemId).where('meeting_id', '=', meetingId).executeTakeFirst()
    if (item?.kind !== 'notified' && item?.kind !== 'delegated') return refused({ code: 'item.unknown', text: meetingWords.unknownItem })
    const come = await (item.kind === 'delegated' ? delegatedSince : notifiedSince)(tx, meeting.body.id, meeting.day)
    if (come.length === 0) return refused({ code: 'agenda.nothing_new', text: words.nothingNew })
    const listed = [...(Array.isArray(item.listed) ? (item.listed as readonly Listed[]) : []), ...come]
    await tx
      .updateTable('agenda_item')
      .set({ listed: JSON.stringify(listed), version: sql`version + 1` })
      .where('id', '=', itemId)
      .execute()
    await tx.updateTable('meeting').set({ version: sql`version + 1` }).where('id', '=', meeting.id).execute()
    return granted({ added: come.length })
  })

export interface ChangeItem {
  readonly meetingId: string
  readonly itemId: string
  readonly title: string
  readonly kind: string
  /** What is said of its preparation, as `readSaid` reads it; not asked of a board's. */
  readonly said: string
}

/** Changes what an item is called, how it is dealt with, and on the council's agenda what is said of its preparation. */
export const changeItem = (deps: Deps, who: Who, { meetingId, itemId, title, kind, said }: ChangeItem): Promise<Verdict<null>> =>
  onAgenda(deps, who, { meetingId, act: 'change agenda item' }, async (tx, meeting, items) => {
    const wrong: Refusal[] = []
    const item = items.some(({ id }) => id === itemId)
      ? await tx.selectFrom('agenda_item').select(['case_id', 'exempt']).where('id', '=', itemId).executeTakeFirst()
      : undefined
    if (!item) wrong.push({ code: 'item.unknown', text: meetingWords.unknownItem })
    if (title.trim() === '' || title.length > 300) wrong.push({ code: 'item.title', field: 'title', text: meetingWords.titleNeeded })
    const known = itemKinds.find((k) => k === kind)
    if (!known) wrong.push({ code: 'item.kind', field: 'kind', text: words.chooseKind })
    const council = meeting.body.kind === 'council'
    const kept = council && item ? readSaid(said, { kind, hasCase: item.case_id !== null, before: item.exempt }) : undefined
    if (kept === null) wrong.push({ code: 'item.preparation', field: 'preparation', law: 'KL 5:29–32', text: words.chooseGround })
    if (wrong.length > 0) return refused(...wrong)
    await tx
      .updateTable('agenda_item')
      .set({ title: title.trim(), kind: known as ItemKind, ...kept, version: sql`version + 1` })
      .where('id', '=', itemId)
      .execute()
    await tx.updateTable('meeting').set({ version: sql`version + 1` }).where('id', '=', meeting.id).execute()
    return granted(null)
  })
