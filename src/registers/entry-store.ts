import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Entry } from './entry.ts'

const columns = [
  'entry.id',
  'entry.register',
  'thing.number',
  'thing.title',
  'thing.node_id',
  'entry.owner_id',
  'entry.state',
  'entry.data',
  'thing.day',
  'entry.due',
  'entry.version',
  'entry.clause_id',
  'entry.last_clause_id',
  'entry.parent_id',
  'thing.secrecy',
] as const

/** The query that every reading of entries starts from: entry joined with its thing. Add conditions, then map rows by `toEntry`. */
export const selectEntries = (store: Store | Tx) => store.selectFrom('entry').innerJoin('thing', 'thing.id', 'entry.id').select(columns)

export type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>

/** A row as an entry. */
export const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  register: row.register,
  number: row.number ?? '',
  title: row.title,
  nodeId: row.node_id,
  ownerId: row.owner_id,
  state: row.state,
  data: row.data,
  day: row.day as Day,
  due: row.due as Day | null,
  version: row.version,
  clauseId: row.clause_id,
  lastClauseId: row.last_clause_id,
  parentId: row.parent_id,
  secrecy: row.secrecy,
})

/** The entry, or undefined. `lock` holds it until the transaction ends, so that two acts on it come one after the other. */
export const loadEntry = async (store: Store | Tx, id: string, { lock = false }: { lock?: boolean } = {}): Promise<Entry | undefined> => {
  const query = selectEntries(store).where('entry.id', '=', id)
  const row = await (lock ? query.forUpdate(['entry']) : query).executeTakeFirst()
  return row && toEntry(row)
}

/** The entries by their ids, held until the transaction ends; in the order of their ids, so that two who want the same never wait for each other. */
export const lockEntries = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Entry>> => {
  if (ids.length === 0) return new Map()
  const rows = await selectEntries(tx)
    .where('entry.id', 'in', [...ids])
    .orderBy('entry.id')
    .forUpdate(['entry'])
    .execute()
  return new Map(rows.map((row) => [row.id, toEntry(row)]))
}

/** The next number of a named series of numbers, gap-free: the row is locked until the transaction ends. Of several the last. */
export const nextNumber = async (tx: Tx, counter: string, several = 1): Promise<number> => {
  const row = await tx
    .insertInto('counter')
    .values({ name: counter, last: several })
    .onConflict((oc) => oc.column('name').doUpdateSet({ last: sql`counter.last + ${several}::int` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
