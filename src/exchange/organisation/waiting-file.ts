import type { Deps } from '../../database/transact.ts'
import { isId } from '../../kernel/identity.ts'

export interface WaitingFile {
  readonly name: string
  readonly content: Buffer
}

/** So long a file waits for its sender to say yes. */
const longest = 24 * 3_600_000

/** Keeps files until their sender has seen what they would do; gives the name of the batch. Sweeps out those that have waited too long. */
export const keepFiles = async ({ store, ids, clock }: Deps, personId: string, files: readonly WaitingFile[]): Promise<string> => {
  const batch = ids.next()
  await store
    .deleteFrom('waiting_file')
    .where('kept_at', '<', new Date(clock.now().getTime() - longest))
    .execute()
  for (const { name, content } of files) {
    await store
      .insertInto('waiting_file')
      .values({
        id: ids.next(),
        person_id: personId,
        purpose: batch,
        name: name.toWellFormed().replaceAll('\u0000', '').slice(0, 200),
        content,
        kept_at: clock.now(),
      })
      .execute()
  }
  return batch
}

/** The files of a batch, in the order they were sent: only for who sent them. */
export const loadFiles = async ({ store }: Deps, personId: string, batch: string): Promise<readonly WaitingFile[]> =>
  isId(batch)
    ? store.selectFrom('waiting_file').select(['name', 'content']).where('person_id', '=', personId).where('purpose', '=', batch).orderBy('id').execute()
    : []

/** They have been used. */
export const dropFiles = async ({ store }: Deps, personId: string, batch: string): Promise<void> => {
  await store.deleteFrom('waiting_file').where('person_id', '=', personId).where('purpose', '=', batch).execute()
}
