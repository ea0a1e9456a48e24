import type { Deps, Tx } from '../database/transact.ts'
import { announce } from '../jobs/happening.ts'
import type { AnyDefinition, EntryData } from './define.ts'

interface Carried {
  readonly ownerId: string | null
  readonly data: EntryData
}

interface Done {
  readonly entryId: string
  readonly eventId: string
  readonly before: Carried
  readonly after: Carried
  /** The person who did it. */
  readonly by: string | null
}

/** Lets those who follow the entry be told of what was done, and those to whom it has now come. */
export const announceDone = async (tx: Tx, deps: Deps, { post }: AnyDefinition, { entryId, eventId, before, after, by }: Done): Promise<void> => {
  await announce(tx, deps, by, { what: 'done', entryId, eventId })
  const moved = before.ownerId !== after.ownerId || post?.(before.data) !== post?.(after.data)
  if (moved) await announce(tx, deps, by, { what: 'given', entryId, eventId })
}
