import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Deps } from '../../database/transact.ts'
import type { ShownOutcome } from './problem.ts'
import { dropFiles, loadFiles, type WaitingFile } from './waiting-files.ts'

/** A file that waits for its sender's yes. */
export interface Waiting {
  readonly id: string
  readonly target: string
  readonly name: string
  /** Null for a short file, which is read in the request itself. */
  readonly progress: Progressed | null
}

/** How far the work with a long file has come. */
export interface Progressed {
  readonly work: 'look' | 'write'
  readonly done: number
  readonly of: number
  /** How it came to its end; null while it goes on. */
  readonly ended: 'found' | 'written' | 'stopped' | 'failed' | null
  readonly outcome: ShownOutcome | null
}

interface Sent extends Pick<Waiting, 'target' | 'name'> {
  readonly content: Buffer
}

/** A person has at most one file waiting for each list; one that is a day old is gone. */
export const keepWaiting = async ({ store, ids }: Deps, personId: string, { target, name, content }: Sent): Promise<string> => {
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
export const loadWaiting = async (store: Store, personId: string, id: string): Promise<Waiting | undefined> => {
  const row = await store
    .selectFrom('import_upload')
    .select(['id', 'target', 'name', 'work', 'done', 'of_rows', 'ended', 'outcome'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('at', '>=', sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst()
  if (!row) return undefined
  const { work, done, of_rows: of, ended, outcome, ...file } = row
  return { ...file, progress: work && { work, done, of, ended, outcome: outcome as ShownOutcome | null } }
}

/** The file, or the several that are read in as one. They hold much: read only where they are worked on. */
export const filesOf = async (store: Store, id: string): Promise<readonly WaitingFile[]> => {
  const several = await loadFiles(store, id)
  return several.length > 0 ? several : store.selectFrom('import_upload').select(['name', 'content']).where('id', '=', id).execute()
}

/** Takes the waiting file away; false when it was gone already, so that a yes given twice is one. */
export const dropWaiting = async (store: Store, personId: string, id: string): Promise<boolean> => {
  const dropped = await store.deleteFrom('import_upload').where('id', '=', id).where('person_id', '=', personId).returning('id').executeTakeFirst()
  if (dropped) await dropFiles(store, id)
  return dropped !== undefined
}
