import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { findPostmaster, placesIn } from './embedded-cluster.ts'
import { packageRoot } from './package-root.ts'

let home: string
let dir: string
let made: string
const processes: ChildProcess[] = []
beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), 'genomslag-embedded-'))
  const { stop } = await startEmbedded({ dir: path.join(made, 'postgres') })
  await stop()
})
afterAll(() => rmSync(made, { recursive: true }))
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'genomslag-embedded-'))
  dir = path.join(home, 'postgres')
})
afterEach(async () => {
  for (const child of processes.splice(0)) await kill(child)
  const left = postmaster()
  if (left) process.kill(left.pid, 'SIGKILL')
  while (postmaster()) await sleep(20)
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

/** A server that has been started before: copied, for making one takes a second. */
const madeBefore = (): void => void execFileSync('cp', ['-a', path.join(made, 'postgres'), home])

const postmaster = () => findPostmaster(placesIn(dir))

const query = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' }).finally(() => client.end())
  return rows.flat()
}

/** Another process that holds the server of the folder. */
const start = async (): Promise<{ child: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, [path.join(packageRoot, 'test', 'embedded-process.ts'), dir], { stdio: ['pipe', 'pipe', 'inherit'] })
  processes.push(child)
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, url: line.toString().trim() }
}

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const letGo = async (child: ChildProcess): Promise<void> => {
  child.stdin?.write('stop\n')
  await once(child, 'exit')
}

const keep = (url: string): Promise<unknown> => query(url, 'create table kept as select 1 as n')
const kept = (url: string): Promise<readonly unknown[]> => query(url, 'select n from kept order by n')

test('a cold start makes a server with our settings; a restart finds the data at the same address', async () => {
  const said: string[] = []
  const first = await startEmbedded({ dir, log: (text) => said.push(text.en) })
  expect(said).toContain('Creating the database…')
  expect(await query(first.url, `select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('server_encoding')`)).toEqual([
    'on',
    'on',
    'UTF8',
  ])
  expect(
    await query(first.url, `select lower('ÅÄÖ') as folded, (select datlocprovider from pg_database where datname = current_database()) as provider`),
  ).toEqual(['åäö', 'b'])
  await keep(first.url)
  await first.stop()
  expect(postmaster()).toBeNull()

  const second = await startEmbedded({ dir })
  expect(second.url).toBe(first.url)
  expect(await kept(second.url)).toEqual([1])
  await second.stop()
  await second.stop()
})

test('no one gets in without the password, and its file is private', async () => {
  madeBefore()
  const { url, stop } = await startEmbedded({ dir })
  const { port } = new URL(url)
  await expect(query(`postgres://postgres@127.0.0.1:${port}/genomslag`, 'select 1')).rejects.toThrow(/password/)
  await expect(query(`postgres://postgres:guess@127.0.0.1:${port}/genomslag`, 'select 1')).rejects.toThrow(/password authentication failed/)
  if (process.platform !== 'win32') expect(statSync(path.join(dir, 'password')).mode & 0o777).toBe(0o600)
  await stop()
})

test('after kill -9 of the program its server is joined, and stopped by whoever is last', async () => {
  madeBefore()
  const { child, url } = await start()
  await keep(url)
  const before = postmaster()
  await kill(child)
  const next = await startEmbedded({ dir })
  expect(next.url).toBe(url)
  expect(postmaster()).toEqual(before)
  expect(await kept(url)).toEqual([1])
  await next.stop()
  expect(postmaster()).toBeNull()
})

test('after kill -9 of the program and of postgres, what was acknowledged is there', async () => {
  madeBefore()
  const { child, url } = await start()
  await keep(url)
  process.kill(child.pid as number, 'SIGSTOP') // so that it cannot start the server again before it dies too
  process.kill(postmaster()?.pid as number, 'SIGKILL')
  await kill(child)
  const next = await startEmbedded({ dir })
  expect(await kept(next.url)).toEqual([1])
  await next.stop()
})

test('after kill -9 of postgres alone the program starts it again, at the same address', async () => {
  madeBefore()
  const said: string[] = []
  const { url, stop } = await startEmbedded({ dir, log: (text) => said.push(text.en) })
  await keep(url)
  const before = postmaster()?.pid as number
  process.kill(before, 'SIGKILL')
  await expect.poll(() => kept(url).catch(() => null), { timeout: 20_000 }).toEqual([1])
  expect(postmaster()?.pid).not.toBe(before)
  expect(said).toContain('The database server stopped unexpectedly and is started again…')
  await stop()
  expect(postmaster()).toBeNull()
})

test('many starters at once share one server; the last to leave stops it', async () => {
  const holders = await Promise.all([start(), start(), start()])
  expect(new Set(holders.map(({ url }) => url)).size).toBe(1)
  const server = postmaster()?.pid
  for (const [place, { child }] of holders.entries()) {
    expect(postmaster()?.pid).toBe(server)
    if (place < 2) await letGo(child)
  }
  await letGo(holders[2]?.child as ChildProcess)
  expect(postmaster()).toBeNull()
})

test('SIGTERM ends the program by that signal, after the server has stopped in good order', async () => {
  madeBefore()
  const { child } = await start()
  child.kill('SIGTERM')
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGTERM')
  expect(postmaster()).toBeNull()
  expect(readFileSync(path.join(dir, 'server.log'), 'utf8')).toContain('database system is shut down')
})

test('a note of a dead server whose process id another program has now is no hindrance', async () => {
  madeBefore()
  const first = await startEmbedded({ dir })
  const note = readFileSync(path.join(dir, 'cluster', 'postmaster.pid'), 'utf8')
  await first.stop()
  writeFileSync(path.join(dir, 'cluster', 'postmaster.pid'), note.replace(/^\d+/, String(process.ppid)))
  const second = await startEmbedded({ dir })
  expect(await query(second.url, 'select 1 as one')).toEqual([1])
  await second.stop()
})

test('a start that was killed while the data folder was made begins again', async () => {
  mkdirSync(path.join(dir, 'cluster.unfinished', 'base'), { recursive: true })
  writeFileSync(path.join(dir, 'password.initial'), 'half')
  const { url, stop } = await startEmbedded({ dir })
  expect(await query(url, 'select 1 as one')).toEqual([1])
  await stop()
})

test('a long path, with spaces and Swedish letters, is as good as any', async () => {
  dir = path.join(home, 'Mina dokument (å ä ö)', ...Array.from({ length: 8 }, () => 'a-folder-with-a-long-name'), 'postgres')
  const { url, stop } = await startEmbedded({ dir })
  expect(await query(url, 'select 1 as one')).toEqual([1])
  await stop()
})

test('what cannot be used is told plainly', async () => {
  writeFileSync(path.join(home, 'file'), '')
  await expect(startEmbedded({ dir: path.join(home, 'file', 'postgres') })).rejects.toThrow(/cannot be used for the database/)

  madeBefore()
  writeFileSync(path.join(dir, 'cluster', 'PG_VERSION'), '17\n')
  await expect(startEmbedded({ dir })).rejects.toThrow(/was made by PostgreSQL 17, but this is 18/)
  writeFileSync(path.join(dir, 'cluster', 'PG_VERSION'), '18\n')
  rmSync(path.join(dir, 'password'))
  await expect(startEmbedded({ dir })).rejects.toThrow(/password of the database is missing/)
  expect(existsSync(path.join(dir, 'cluster', 'postmaster.pid'))).toBe(false)
})
