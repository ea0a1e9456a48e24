import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, openStore } from '../src/database/connection.ts'
import { ensureClauseKinds } from '../src/decisions/clause-kinds.ts'
import { loadDemonstration } from '../src/demo/load-demonstration.ts'
import { ensureRegisters } from '../src/registers/ensure-registers.ts'
import { ask, copyOf } from './database.ts'
import { withDatabase } from './setup-database.ts'

/** A database of the test's own with the demonstration municipality in it; `drop` closes and removes it. The first of a run loads it, the others copy. */
export const demonstration = async (): Promise<Connection & { readonly url: string; readonly drop: () => Promise<void> }> => {
  const database = await copyOf(await loaded())
  const connection = openStore(database.url)
  const drop = async (): Promise<void> => {
    await connection.close()
    await database.drop()
  }
  return { ...connection, url: database.url, drop }
}

/** The name of the run's loaded database. Those who come while it is being loaded wait; one that was cut off is begun again. */
const loaded = async (): Promise<string> => {
  const { adminUrl, template } = inject('server')
  const name = `${template}_demo`
  const lock = new pg.Client({ connectionString: adminUrl })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await lock.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const unfinished = `${name}_unfinished`
      await ask(adminUrl, `drop database if exists ${unfinished} with (force)`)
      await ask(adminUrl, `create database ${unfinished} template ${template}`)
      await load(withDatabase(adminUrl, unfinished))
      await ask(adminUrl, `alter database ${unfinished} rename to ${name}`)
    }
    return name
  } finally {
    await lock.end()
  }
}

const load = async (url: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await ensureRegisters(owner)
  await ensureClauseKinds(owner)
  await owner.end()
  const { store, close } = openStore(url)
  await loadDemonstration({ store, ownerUrl: url, progress: () => {} })
  await close()
}
