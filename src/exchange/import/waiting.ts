import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Deps } from '../../database/transact.ts'

/** A file that waits for its sender's yes. */
export interface Waiting {
  readonly id: string
  readonly target: string
  readonly name: string
  readonly content: Buffer
}

/** A person has at most one file waiting for each list; one that is a day old is gone. */
export const keepWaiting = async ({ store, ids }: Deps, personId: string, { target, name, content }: Omit<Waiting, 'id'>): Promise<string> => {
  const id = ids.next()
  const called = name.toWellFormed().replaceAll('\u0000', '').slice(0, 200)
  await store.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('import_upload')
      .where((eb) => eb.or([eb.and([eb('person_id', '=', personId), eb('target', '=', target)]), eb('at', '<', sql<Date>`now() - interval '1 day'`)]))
      .execute()
    await tx.insertInto('import_upload').values({ id, person_id: personId, target, name: called, content }).execute()
  })
  return id
}

/** The person's own waiting file; nobody else's is ever given. */
export const loadWaiting = async (store: Store, personId: string, id: string): Promise<Waiting | undefined> =>
  store
    .selectFrom('import_upload')
    .select(['id', 'target', 'name', 'content'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('at', '>=', sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst()

/** Takes the waiting file away; false when it was gone already, so that a yes given twice is one. */
export const dropWaiting = async (store: Store, personId: string, id: string): Promise<boolean> =>
  (await store.deleteFrom('import_upload').where('id', '=', id).where('person_id', '=', personId).returning('id').executeTakeFirst()) !== undefined
