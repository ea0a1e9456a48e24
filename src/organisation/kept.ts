import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'

/** The mark of the organisation as it stands. Whoever asks for several things kept reads it once and gives it along. */
export const readMark = async (store: Store | Tx): Promise<string> =>
  (await store.selectFrom('organisation_mark').select('mark').executeTakeFirstOrThrow()).mark

/**
 * Keeps what is read of the organisation for as long as the organisation stands as it was (migration 023), at most `most` things of
 * it. Each reading costs one small question instead of thousands of rows. Marks are never used again, so that several databases,
 * and transactions that see their own changes or are undone, share what is kept without harm.
 */
export const keptWhileUnchanged = <T>(most: number): ((store: Store | Tx, key: string, load: () => Promise<T>, known?: string) => Promise<T>) => {
  const kept = new Map<string, T>()
  return async (store, key, load, known) => {
    const mark = known ?? (await readMark(store))
    const name = `${mark}/${key}`
    const found = kept.get(name)
    if (found !== undefined) return found
    const read = await load()
    // Somebody may have changed it between the questions: then what was read is right, but not of this mark.
    if ((await readMark(store)) === mark) {
      for (const oldest of kept.keys()) {
        if (kept.size < most) break
        kept.delete(oldest)
      }
      kept.set(name, read)
    }
    return read
  }
}
