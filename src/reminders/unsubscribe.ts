import { digestOf } from '../access/token.ts'
import type { Store } from '../database/connection.ts'
import { type Deps, transact } from '../database/transact.ts'
import { usualDays } from './when.ts'

/** Whose letter carried the link, and whether they get letters now; null for a link that was in no letter. */
export const letterOf = async (store: Store, token: string): Promise<{ readonly personId: string; readonly ended: boolean } | null> => {
  const row = await store
    .selectFrom('mail')
    .leftJoin('mail_setting', 'mail_setting.person_id', 'mail.person_id')
    .select(['mail.person_id', 'mail_setting.cadence'])
    .where('unsubscribe_digest', '=', digestOf(token))
    .executeTakeFirst()
  return row ? { personId: row.person_id, ended: row.cadence === 'never' } : null
}

/** Ends all letters to whoever got the letter with this link: the letter is proof enough, no sign-in is asked for. False for an unknown link. */
export const unsubscribe = async (deps: Deps, token: string): Promise<boolean> => {
  const found = await letterOf(deps.store, token)
  if (!found) return false
  await transact(deps, { actor: `person:${found.personId}`, act: 'end letters by their link' }, async (tx) => {
    await tx
      .insertInto('mail_setting')
      .values({ person_id: found.personId, cadence: 'never', days: [...usualDays], locale: 'sv' })
      .onConflict((oc) => oc.column('person_id').doUpdateSet({ cadence: 'never' }))
      .execute()
    await tx.deleteFrom('notice').where('person_id', '=', found.personId).where('mail_id', 'is', null).execute()
  })
  return true
}
