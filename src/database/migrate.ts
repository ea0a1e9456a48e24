import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Text } from '../kernel/text.ts'
import { packageRoot } from './package-root.ts'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

/** The files of the database's layout, relative to the repository: the bundle reads them there too. */
export const migrationsFolder = path.join(packageRoot, 'src', 'database', 'migrations')

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The migrations in order. Line ends do not count, so that a checkout on Windows has the same checksums. */
export const readMigrations = (folder: string = migrationsFolder): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

interface Migrating {
  readonly log?: (text: Text) => void
  readonly folder?: string
  /** Names of the files to apply; all unless told. For a database that is to be laid out as it was before. */
  readonly only?: readonly string[]
}

/** Any number will do, as long as nothing else in the database uses it: two starters at once apply each file once. */
const migrationLock = 717_171

/**
 * Brings the database at `ownerUrl` up to date: each file not yet applied in a transaction of its own, recorded in schema_migration.
 * Several processes may call it at once. Tells `log` the name of each file it applies.
 * Throws Trouble when the server is older than PostgreSQL 18, when an applied file was changed, is gone or is out of order, or when a file fails.
 */
export const migrate = async (ownerUrl: string, { log = () => {}, folder, only }: Migrating = {}): Promise<void> => {
  const files = readMigrations(folder).filter(({ name }) => only === undefined || only.includes(name))
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    throw new Trouble(words.unreachable(reason(error)), { cause: error })
  })
  try {
    await requireVersion(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, at timestamptz not null default clock_timestamp())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
    for (const file of pending(files, rows)) {
      log(words.migrating(file.name))
      await apply(client, file)
    }
  } finally {
    await client.end()
  }
}

/** Several addresses may have been tried (localhost by IPv6 and IPv4): then node gives an error of errors without words of its own. */
const reason = (error: Error): string => (error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message)

const requireVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  )
  if (Number(rows[0]?.number) < 180_000) throw new Trouble(words.serverTooOld(rows[0]?.version ?? '?'))
}

const pending = (files: readonly Migration[], applied: readonly { name: string; checksum: string }[]): readonly Migration[] => {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, checksum } of applied) {
    const file = byName.get(name)
    if (!file) throw new Trouble(words.migrationUnknown(name))
    if (file.checksum !== checksum) throw new Trouble(words.migrationChanged(name))
  }
  const done = new Set(applied.map(({ name }) => name))
  const last = [...done].toSorted().at(-1) ?? ''
  const rest = files.filter(({ name }) => !done.has(name))
  const early = rest.find(({ name }) => name < last)
  if (early) throw new Trouble(words.migrationOutOfOrder(early.name, last))
  return rest
}

const apply = async (client: pg.Client, { name, sql, checksum }: Migration): Promise<void> => {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Trouble(words.migrationFailed(name, explain(error, sql)), { cause: error })
  }
}

/** The server's words and the line they are about. */
const explain = (error: unknown, sql: string): string => {
  const { message, position } = error as { message: string; position?: string }
  return position ? `${message} (line ${sql.slice(0, Number(position)).split('\n').length})` : message
}
