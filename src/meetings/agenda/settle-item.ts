import { sql } from 'kysely'
import type { Tx } from '../../database/transact.ts'
import { granted, type Verdict } from '../../kernel/refusal.ts'

/** Writes that an item is dealt with: how, and the decision that was registered, if any. From now on only what is noted of it comes. */
export const settleItem = async (tx: Tx, itemId: string, state: 'closed' | 'tabled' | 'referred', decisionId: string | null): Promise<Verdict<null>> => {
  await tx.updateTable('agenda_item').set({ state, decision_id: decisionId, version: sql`version + 1` }).where('id', '=', itemId).execute()
  return granted(null)
}
