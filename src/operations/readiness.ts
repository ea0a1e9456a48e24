import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { readMigrations } from '../database/migrate.ts'

/** What has to hold for a process to be sent readers. */
export interface Readiness {
  readonly database: boolean
  /** The database is laid out as this program knows it: nothing of ours is missing there. A newer program may have gone further. */
  readonly migrations: boolean
  /** Work for later is being done. */
  readonly worker: boolean
  /** The process has not been told to stop. */
  readonly open: boolean
}

/** May requests come? Only when everything that is looked at is so. */
export const isReady = (readiness: Readiness): boolean => Object.values(readiness).every(Boolean)

const patience = 2000

/** Asks the database; one that does not answer within two seconds is away. */
export const askReadiness = async (store: Store, { worker, open }: Pick<Readiness, 'worker' | 'open'>): Promise<Readiness> => {
  const asked = sql<{ name: string }>`select name from schema_migration`.execute(store).then(
    ({ rows }) => new Set(rows.map((row) => row.name)),
    () => null,
  )
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref())
  const applied = await Promise.race([asked, late])
  return { database: applied !== null, migrations: applied !== null && names().every((name) => applied.has(name)), worker, open }
}

let known: readonly string[] | null = null
const names = (): readonly string[] => (known ??= readMigrations().map(({ name }) => name))
