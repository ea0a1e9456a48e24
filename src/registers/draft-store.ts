import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'

/** What somebody has typed and not handed in. Theirs alone; no record of the municipality. */
export interface Draft {
  readonly key: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly savedAt: Date
}

/** So many a person may keep at once. */
export const mostDrafts = 200
const mostCharacters = 200_000

/** Is it the key of a draft, as addresses may carry it? */
export const isDraftKey = (key: string): boolean => /^[A-Za-z0-9~._-]{1,200}$/.test(key)

/** The key of a form not yet handed in: `room` tells drafts of different forms apart, `id` is what it will be handed in as. */
export const draftKey = (room: string, id: string): string => `${room}~${id}`

/**
 * Saves what is typed so far, instead of what was saved under the key before. False when it is too long or the person keeps too many
 * already: nothing is saved then. Text that the database cannot hold is mended, since nothing typed shall be lost for it.
 */
export const saveDraft = async (store: Store | Tx, personId: string, key: string, fields: Draft['fields']): Promise<boolean> => {
  const kept = Object.fromEntries(Object.entries(fields).map(([name, values]) => [storable(name), values.map(storable)]))
  const written = JSON.stringify(kept)
  if (written.length > mostCharacters) return false
  const others = await store
    .selectFrom('draft')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('key', '<>', key)
    .executeTakeFirst()
  if (Number(others?.n ?? 0) >= mostDrafts) return false
  await store
    .insertInto('draft')
    .values({ person_id: personId, key, fields: written, saved_at: sql<Date>`now()` })
    .onConflict((oc) => oc.columns(['person_id', 'key']).doUpdateSet({ fields: written, saved_at: sql<Date>`now()` }))
    .execute()
  return true
}

const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '')

/** The person's own draft, or null. */
export const loadDraft = async (store: Store | Tx, personId: string, key: string): Promise<Draft | null> => {
  const row = await store.selectFrom('draft').selectAll().where('person_id', '=', personId).where('key', '=', key).executeTakeFirst()
  return row ? { key: row.key, fields: row.fields as Draft['fields'], savedAt: row.saved_at } : null
}

/** The person's own drafts, latest first; those whose key begins with `room~` when a room is given. */
export const listDrafts = async (store: Store | Tx, personId: string, room?: string): Promise<readonly Draft[]> => {
  const all = store.selectFrom('draft').selectAll().where('person_id', '=', personId).orderBy('saved_at', 'desc').limit(mostDrafts)
  const rows = await all.execute()
  return rows
    .filter((r) => room === undefined || r.key.startsWith(`${room}~`))
    .map((r) => ({ key: r.key, fields: r.fields as Draft['fields'], savedAt: r.saved_at }))
}

/** Throws the person's own draft away. */
export const dropDraft = async (store: Store | Tx, personId: string, key: string): Promise<void> => {
  await store.deleteFrom('draft').where('person_id', '=', personId).where('key', '=', key).execute()
}
