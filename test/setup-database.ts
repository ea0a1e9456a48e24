import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate, readMigrations } from '../src/database/migrate.ts'

/** What the tests are told of the server: its address as owner, and the database to copy. */
export interface TestServer {
  readonly adminUrl: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

const prefix = `genomslag-test-${process.getuid?.() ?? 0}-`

/** Starts one server for all tests of a run (or uses TEST_DATABASE_URL), and lays out the database that each test gets a copy of. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { url: given, stop: async () => {} } : await ownServer()
  const layout = createHash('sha256')
    .update(
      readMigrations()
        .map(({ checksum }) => checksum)
        .join(),
    )
    .digest('hex')
  const template = `genomslag_template_${layout.slice(0, 12)}_${randomBytes(4).toString('hex')}`
  const drop = await makeTemplate(server.url, template)
  project.provide('server', { adminUrl: server.url, template })
  return async () => {
    await drop()
    await server.stop()
  }
}

const makeTemplate = async (adminUrl: string, template: string): Promise<() => Promise<void>> => {
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await ask(`create database ${template} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`)
  await migrate(withDatabase(adminUrl, template))
  return async () => {
    for (const name of [template, `${template}_demo`, `${template}_demo_unfinished`]) await ask(`drop database if exists ${name} with (force)`)
  }
}

/** The address of another database of the same server. */
export const withDatabase = (address: string, database: string): string => {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

/** A server in a temporary folder; what killed runs have left behind is stopped and removed first. */
const ownServer = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  await Promise.all(
    readdirSync(tmpdir())
      .filter((name) => name.startsWith(prefix))
      .map((name) => removeLeftover(path.join(tmpdir(), name))),
  )
  const dir = path.join(tmpdir(), `${prefix}${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(dir, { mode: 0o700 })
  writeFileSync(path.join(dir, 'runner'), String(process.pid))
  const { url, stop } = await startEmbedded({ dir: path.join(dir, 'postgres'), fast: true })
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const removeLeftover = async (dir: string): Promise<void> => {
  try {
    process.kill(Number(readFileSync(path.join(dir, 'runner'), 'utf8')), 0) // its runner lives: no leftover
  } catch {
    const postgres = path.join(dir, 'postgres')
    const left = existsSync(path.join(postgres, 'cluster', 'postmaster.pid')) ? await startEmbedded({ dir: postgres, fast: true }).catch(() => null) : null
    await left?.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
