import type { Deps, Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

interface Owed {
  readonly thingId: string
  /** Tells the dates of one thing apart: 'step 2', 'referral <id>', 'pot'. */
  readonly kind: string
  readonly words: Text
  readonly due: Day
  readonly nodeId: string
  readonly askedBy: string
  readonly source?: string
}

/** Notes a day that somebody is to keep of a thing that is no entry: it then stands in their list. */
export const owe = async (tx: Tx, { ids }: Pick<Deps, 'ids'>, { thingId, kind, words, due, nodeId, askedBy, source }: Owed): Promise<void> => {
  const row = { kind, label_sv: words.sv, label_en: words.en, due, node_id: nodeId, post_id: null, asked_by: askedBy, source: source ?? null, done_on: null }
  await tx
    .insertInto('deadline')
    .values({ id: ids.next(), thing_id: thingId, ...row })
    .onConflict((oc) => oc.columns(['thing_id', 'kind', 'due']).doUpdateSet({ done_on: null }))
    .execute()
}

/** What was owed is done. */
export const met = async (tx: Tx, thingId: string, kind: string, on: Day): Promise<void> => {
  await tx.updateTable('deadline').set({ done_on: on }).where('thing_id', '=', thingId).where('kind', '=', kind).where('done_on', 'is', null).execute()
}
