import type { Store } from '../database/connection.ts'
import { sql } from 'kysely'

/**
 * The digest of everything that is recorded: every row of every table under history, with its identity, in the order of its key. Two
 * municipalities made of the same seed have the same. When and in which transactions they were written is no part of it.
 */
export const digestOfData = async (store: Store): Promise<Readonly<Record<string, string>>> => {
  const tracked = await store.selectFrom('history.tracked').select(['relation', 'key_columns']).orderBy('relation').execute()
  const digests: Record<string, string> = {}
  for (const { relation, key_columns } of tracked) {
    const key = sql.join(key_columns.map((column) => sql.ref(`t.${column}`)))
    const { rows } = await sql<{ digest: string | null }>`
      select encode(sha256(string_agg(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), ''::bytea order by ${key})), 'hex') as digest from ${sql.table(relation)} t`.execute(
      store,
    )
    digests[relation] = rows[0]?.digest ?? ''
  }
  return digests
}
