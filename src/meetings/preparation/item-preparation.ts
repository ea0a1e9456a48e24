import { sql } from 'kysely'
import type { Tx } from '../../database/transact.ts'
import type { ItemKind, ItemRecord, MeetingHead } from '../record/record.ts'
import { preparationOfCases, rulingOf } from './preparation-of-cases.ts'

/** The kinds of item in which a matter is decided. Elections need no preparation (KL 5:29), and the others are told or answered, not decided. */
export const decidingKinds = ['decision', 'urgent'] as const satisfies readonly ItemKind[]
/** Must an item of the kind be prepared before the council decides it? */
export const asksPreparation = (kind: string): boolean => decidingKinds.some((one) => one === kind)

/** Does the item lack the preparation that the council must have before it decides (KL 5:26–28)? Other bodies have no such demand. */
export const lacksPreparation = (record: { readonly body: Pick<MeetingHead['body'], 'kind'> }, item: Pick<ItemRecord, 'prepared' | 'exempt'>): boolean =>
  record.body.kind === 'council' && !item.prepared && !item.exempt

type Meeting = Pick<MeetingHead, 'id' | 'body' | 'day'>

/** Is the case prepared for the meeting now? Boards ask no preparation of a case that is put before them. */
export const isCasePrepared = async (tx: Tx, meeting: Pick<Meeting, 'body' | 'day'>, caseId: string): Promise<boolean> => {
  if (meeting.body.kind !== 'council') return true
  const prepared = (await preparationOfCases(tx, meeting, [caseId])).get(caseId)
  return prepared !== undefined && rulingOf(prepared).ok
}

/**
 * Writes in the record how the cases on a council's agenda are prepared now: until the meeting opens that is read from the cases, and
 * from then on it stands. With an item, of that one alone and only for the better, as what the executive board does while the council
 * is adjourned counts, but nothing told at the meeting is taken back.
 */
export const fixPreparation = async (tx: Tx, meeting: Meeting, itemId?: string): Promise<void> => {
  if (meeting.body.kind !== 'council') return
  const rows = await tx
    .selectFrom('agenda_item')
    .select(['id', 'case_id', 'prepared'])
    .where('meeting_id', '=', meeting.id)
    .where('case_id', 'is not', null)
    .where('kind', 'in', decidingKinds)
    .where('state', '=', 'waiting')
    .execute()
  const asked = rows.flatMap(({ id, case_id, prepared }) =>
    case_id === null || (itemId !== undefined && (id !== itemId || prepared)) ? [] : [{ id, caseId: case_id, prepared }],
  )
  const found = await preparationOfCases(
    tx,
    meeting,
    asked.map((item) => item.caseId),
  )
  for (const item of asked) {
    const now = found.get(item.caseId)
    const prepared = now !== undefined && rulingOf(now).ok
    if (prepared !== item.prepared) await tx.updateTable('agenda_item').set({ prepared, version: sql`version + 1` }).where('id', '=', item.id).execute()
  }
}
