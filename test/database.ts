import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestServer } from './setup-database.ts'

export interface TestDatabase {
  /** For openStore, which takes the program's role. */
  readonly url: string
  /** For what only the owner may do: laying out, verifying, tampering. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/** An empty database of the test's own, laid out by all migrations: a copy that takes some 30 ms. Close what uses it before `drop`. */
export const freshDatabase = (): Promise<TestDatabase> => copyOf(inject('server').template)

/** A copy of a database that nobody is connected to. */
export const copyOf = async (template: string): Promise<TestDatabase> => {
  const { adminUrl }: TestServer = inject('server')
  const name = `genomslag_test_${randomBytes(8).toString('hex')}`
  await ask(adminUrl, `create database ${name} template ${template}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  // Without force PostgreSQL waits some seconds for connections that are closing; cut off, they would fail a test that has passed.
  const drop = (): Promise<void> => ask(adminUrl, `drop database if exists ${name}`).catch(() => ask(adminUrl, `drop database if exists ${name} with (force)`))
  return { url: url.href, ownerUrl: url.href, drop }
}

/** One statement on a connection of its own. */
export const ask = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
