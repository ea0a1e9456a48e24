import pg from 'pg'
import { type Connection, openStore } from '../src/database/connection.ts'
import { ensureClauseKinds } from '../src/decisions/clause-kinds.ts'
import { loadDemonstration } from '../src/demo/load-demonstration.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { freshDatabase } from './database.ts'

/** A database of the test's own with the demonstration municipality in it. Takes some seconds; `drop` closes and removes it. */
export const demonstration = async (): Promise<Connection & { readonly url: string; readonly drop: () => Promise<void> }> => {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await ensureRegisters(owner)
  await ensureClauseKinds(owner)
  await owner.end()
  const connection = openStore(database.url)
  await loadDemonstration({ store: connection.store, ownerUrl: database.ownerUrl, progress: () => {} })
  const drop = async (): Promise<void> => {
    await connection.close()
    await database.drop()
  }
  return { ...connection, url: database.url, drop }
}
