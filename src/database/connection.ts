import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

export type Store = Kysely<Schema>

const { builtins } = pg.types
const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer outside the exact range: ${text}`)
  return value
}
/** Civil days stay text, öre and counts become exact numbers, so that no zone or rounding slips in between. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: safeInteger,
  [builtins.NUMERIC]: Number,
}
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** The program's own role: it may not switch off triggers, write history or alter tables (migration 008). */
export const programRole = 'genomslag_program'

export interface Connection {
  readonly store: Store
  readonly pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens the municipality's database at `url`, as the program's role.
 * `max` is the number of connections; the caller closes. Errors of idle connections are told to `onError`, never thrown.
 */
export const openStore = (url: string, { max = 10, onError = () => {} }: { max?: number; onError?: (error: Error) => void } = {}): Connection => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: `-c role=${programRole} -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000`,
  })
  pool.on('error', onError)
  const store = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { store, pool, close: () => store.destroy() }
}
