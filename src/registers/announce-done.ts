import type { Deps, Tx } from '../database/transact.ts'
import { announceAll, type Happening } from '../jobs/happening.ts'
import type { AnyDefinition, EntryData } from './define.ts'

interface Carried {
  readonly ownerId: string | null
  readonly data: EntryData
}

/** Something done with an entry. */
export interface Done {
  readonly entryId: string
  readonly eventId: string
  readonly before: Carried
  readonly after: Carried
}

/** Lets those who follow the entries be told of what was done, and those to whom they have now come. `by` is the person who did it. */
export const announceDone = (tx: Tx, deps: Deps, { post }: AnyDefinition, by: string | null, done: readonly Done[]): Promise<void> =>
  announceAll(
    tx,
    deps,
    by,
    done.flatMap(({ entryId, eventId, before, after }): readonly Happening[] => {
      const moved = before.ownerId !== after.ownerId || post?.(before.data) !== post?.(after.data)
      return [{ what: 'done', entryId, eventId }, ...(moved ? [{ what: 'given', entryId, eventId } as const] : [])]
    }),
  )
