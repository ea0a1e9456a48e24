import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'

/** What is left of something that was destroyed. */
export interface Tombstone {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly destroyed: Day
  readonly clauseId: string
  readonly digest: string
}

const select = (store: Store) => store.selectFrom('tombstone').select(['thing_id', 'kind', 'number', 'destroyed', 'clause_id', 'digest'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const toTombstone = (r: Row): Tombstone => ({
  id: r.thing_id,
  kind: r.kind,
  number: r.number,
  destroyed: r.destroyed as Day,
  clauseId: r.clause_id,
  digest: r.digest,
})

/** The tombstone of a thing, or undefined while the thing is there. */
export const loadTombstone = async (store: Store, id: string): Promise<Tombstone | undefined> => {
  const row = await select(store).where('thing_id', '=', id).executeTakeFirst()
  return row && toTombstone(row)
}

/** The latest that were destroyed by name: what stood in them went with them and is not listed. */
export const listTombstones = async (store: Store): Promise<readonly Tombstone[]> =>
  (await select(store).whereRef('thing_id', '=', 'root_id').orderBy('destroyed', 'desc').orderBy('thing_id').limit(200).execute()).map(toTombstone)
