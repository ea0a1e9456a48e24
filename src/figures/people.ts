import type { Store } from '../database/connection.ts'

/** Names of persons, for telling who recorded or judged. */
export const peopleByIds = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await store.selectFrom('person').select(['id', 'given_name', 'family_name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((r) => [r.id, `${r.given_name} ${r.family_name}`]))
}
