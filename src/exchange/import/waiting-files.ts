import type { Deps } from '../../database/transact.ts'
import type { Store } from '../../database/connection.ts'

/** A file of several that wait together for their sender's yes. */
export interface WaitingFile {
  readonly name: string
  readonly content: Buffer
}

/** So long files wait for their sender to say yes. */
const longest = 24 * 3_600_000

/** Keeps the files that are read in as one, under the id of what waits (`keepWaiting`). Those the sender had waiting before are gone, and those that have waited too long. */
export const keepFiles = async ({ store, ids, clock }: Deps, personId: string, waitingId: string, files: readonly WaitingFile[]): Promise<void> => {
  const tooOld = new Date(clock.now().getTime() - longest)
  await store
    .deleteFrom('waiting_file')
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('kept_at', '<', tooOld)]))
    .execute()
  for (const { name, content } of files) {
    await store
      .insertInto('waiting_file')
      .values({
        id: ids.next(),
        person_id: personId,
        purpose: waitingId,
        name: name.toWellFormed().replaceAll('\u0000', '').slice(0, 200),
        content,
        kept_at: clock.now(),
      })
      .execute()
  }
}

/** The files, in the order they were sent. */
export const loadFiles = (store: Store, waitingId: string): Promise<readonly WaitingFile[]> =>
  store.selectFrom('waiting_file').select(['name', 'content']).where('purpose', '=', waitingId).orderBy('id').execute()

/** They have been used, or are not wanted. */
export const dropFiles = async (store: Store, waitingId: string): Promise<void> => {
  await store.deleteFrom('waiting_file').where('purpose', '=', waitingId).execute()
}
