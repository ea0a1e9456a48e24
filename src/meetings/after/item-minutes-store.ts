import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import type { Signature } from './minutes-store.ts'
import { type Signer, signersOf } from './signers.ts'

/** Whoever presided when the item was settled, and those chosen to adjust. */
export const itemSigners = (record: MeetingRecord, item: Pick<ItemRecord, 'closed'>): readonly Signer[] => {
  const until = item.closed?.no ?? record.seq
  const chair = record.presiding.findLast((held) => held.from.no <= until)?.personId
  return signersOf(record).filter((s) => s.role === 'adjuster' || s.personId === chair)
}

/** Have all signed the paragraph that must? The chair, and as many adjusters as were chosen as regular ones. */
export const itemSigned = (record: MeetingRecord, item: Pick<ItemRecord, 'closed'>, signatures: readonly Pick<Signature, 'personId'>[]): boolean => {
  const signers = itemSigners(record, item)
  const signed = (role: Signer['role']): number => signers.filter((s) => s.role === role && signatures.some((x) => x.personId === s.personId)).length
  const regular = signers.filter((s) => s.role === 'adjuster' && s.place === 'regular').length
  return signed('chair') === 1 && signed('adjuster') >= regular
}

/** The signatures to the paragraph's text as it is frozen now, in the order they were made. */
export const loadItemSignatures = async (store: Store | Tx, { id, immediate }: Pick<ItemRecord, 'id' | 'immediate'>): Promise<readonly Signature[]> => {
  if (!immediate) return []
  const rows = await store
    .selectFrom('item_signature')
    .innerJoin('person', 'person.id', 'item_signature.person_id')
    .select(['person_id', 'role', 'digest', 'signed_on', 'given_name', 'family_name'])
    .where('item_id', '=', id)
    .where('digest', '=', Buffer.from(immediate.digest, 'hex'))
    .orderBy('signed_at')
    .execute()
  return rows.map((r) => ({
    personId: r.person_id,
    name: `${r.given_name} ${r.family_name}`,
    role: r.role,
    digest: r.digest.toString('hex'),
    on: r.signed_on as Day,
  }))
}

/** The frozen text of a paragraph, and its notice's day where it is announced. */
export const loadItemText = async (store: Store, itemId: string): Promise<{ readonly text: unknown; readonly posted: Day | null } | null> => {
  const row = await store
    .selectFrom('item_minutes')
    .leftJoin('board_notice', 'board_notice.item_id', 'item_minutes.item_id')
    .select(['item_minutes.text', 'board_notice.posted'])
    .where('item_minutes.item_id', '=', itemId)
    .executeTakeFirst()
  return row ? { text: row.text, posted: row.posted as Day | null } : null
}
