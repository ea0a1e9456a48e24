import type { Deps, Tx } from '../../database/transact.ts'
import { nextNumber } from '../../registers/entry-store.ts'
import type { EnactContext } from '../enactment.ts'

const prefixes = { goal: 'M', target: 'MV', frame: 'R', mandate: 'D', rule_choice: 'RV' } as const

/**
 * Makes the thing that a clause brings about, numbered in its own series ('M-3'), belonging to the deciding body, as secret as
 * the decision, and linked from the clause.
 */
export const makeThing = async (
  tx: Tx,
  { ids }: Deps,
  { creates, decision, clause }: EnactContext,
  kind: keyof typeof prefixes,
  title: string,
): Promise<void> => {
  const number = `${prefixes[kind]}-${await nextNumber(tx, kind)}`
  await tx
    .insertInto('thing')
    .values({ id: creates, kind, register: null, number, title: title.slice(0, 300), node_id: decision.body.id, day: decision.day, secrecy: decision.secrecy })
    .execute()
  await tx.insertInto('link').values({ id: ids.next(), from_id: clause.id, to_id: creates, kind: 'decides' }).execute()
}

/** Does a thing of one of the kinds exist? */
export const thingExists = async (tx: Tx, id: string, kinds: readonly string[]): Promise<boolean> =>
  (await tx
    .selectFrom('thing')
    .select('id')
    .where('id', '=', id)
    .where('kind', 'in', kinds as ('goal' | 'series')[])
    .executeTakeFirst()) !== undefined

/** A link between two things, once. */
export const linkThings = async (tx: Tx, { ids }: Deps, from: string, to: string, kind: 'part' | 'measured_by'): Promise<void> => {
  await tx
    .insertInto('link')
    .values({ id: ids.next(), from_id: from, to_id: to, kind })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
