import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { say } from '../kernel/text.ts'
import { migrate, migrationsFolder, readMigrations } from './migrate.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'genomslag-migrations-'))
  cpSync(migrationsFolder, folder, { recursive: true })
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows
}
const add = (name: string, sql: string): void => writeFileSync(path.join(folder, name), sql)

test('every file is recorded once, and a second run applies nothing', async () => {
  const applied: string[] = []
  await migrate(database.ownerUrl, { log: (text) => applied.push(say(text, 'en')) })
  expect(applied).toEqual([])
  const rows = await query('select name, checksum from schema_migration order by name collate "C"')
  expect(rows).toEqual(readMigrations().map(({ name, checksum }) => ({ name, checksum })))
})

test('several starters at once apply each new file once', async () => {
  add('900-one.sql', 'create table one (id int); select pg_sleep(0.1);')
  add('901-two.sql', 'create table two (id int);')
  const applied: string[] = []
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, { folder, log: (text) => applied.push(text.en) })))
  expect(applied.map((line) => line.split(': ')[1])).toEqual(['900-one.sql', '901-two.sql'])
})

test('a file that fails leaves nothing of itself, and says the line', async () => {
  add('900-bad.sql', 'create table half (id int);\n\nselect nothing_such;')
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(/900-bad\.sql could not be applied: .*nothing_such.*line 3/)
  expect(await query(`select from pg_tables where tablename = 'half'`)).toEqual([])
  add('900-bad.sql', 'create table half (id int);')
  await migrate(database.ownerUrl, { folder })
  expect(await query(`select from pg_tables where tablename = 'half'`)).toHaveLength(1)
})

test('a changed file is refused; other line ends are no change', async () => {
  const { name, sql } = readMigrations()[0] as { name: string; sql: string }
  add(name, sql.replaceAll('\n', '\r\n'))
  await migrate(database.ownerUrl, { folder })
  add(name, `${sql}-- and more`)
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(`The file ${name} was changed after it was applied`)
})

test('a file that is gone means an older program; a file before the last is out of order', async () => {
  add('900-new.sql', 'select 1')
  await migrate(database.ownerUrl, { folder })
  renameSync(path.join(folder, '900-new.sql'), path.join(folder, '899-new.sql'))
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow('The database is newer than the program: it has 900-new.sql')
  add('900-new.sql', 'select 1')
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow('The file 899-new.sql comes before 900-new.sql')
})

test('a server that does not answer is told plainly', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/The database server does not answer: .*ECONNREFUSED/)
})
