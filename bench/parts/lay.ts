import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { ensureRegisters } from '../../src/registers/ensure-registers.ts'

/** Says a line of what was found. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/**
 * Runs `work` with the address, as owner, of a database of its own, laid out and empty, on a server of its own; both are removed after it.
 * With `kept` they are made in that folder, or taken from there as they were left, and stay.
 */
export const onOwnDatabase = async <T>(work: (url: string) => Promise<T>, kept?: string): Promise<T> => {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'genomslag-bench-'))
  const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres') })
  try {
    await migrate(url)
    return await work(url)
  } finally {
    await stop()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs `work` on a connection as owner, with the registers known to the database. */
export const asOwner = async <T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> => {
  const owner = new pg.Client({ connectionString: url })
  owner.on('error', () => {})
  await owner.connect()
  try {
    await ensureRegisters(owner)
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** Switches the history of tables off while a bench lays its data, and on again: what is measured afterwards is written as always, and the planner knows the tables. */
export const withoutHistory = async (owner: pg.Client, tables: readonly string[], sql: readonly string[]): Promise<void> => {
  const history = (how: 'disable' | 'enable always'): string => tables.map((t) => `alter table ${t} ${how} trigger record;`).join('\n')
  await owner.query(`begin; set local session_replication_role = replica; ${history('disable')}`)
  for (const statement of sql) await owner.query(statement)
  // What the program keeps of the organisation it then reads anew.
  await owner.query(`${history('enable always')}; update organisation_mark set mark = gen_random_uuid(); commit`)
  await owner.query(`vacuum analyze ${tables.join(', ')}`)
}

/** Milliseconds that the work takes. */
export const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
