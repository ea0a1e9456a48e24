import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate, readMigrations } from '../../database/migrate.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { loadCatalogue, loadLayout, sqlColumn, sqlName, type TableOf } from './catalogue.ts'
import type { Manifest } from './manifest.ts'
import { filesIn } from './package-files.ts'
import { lineProblem, linesIn } from './read-lines.ts'
import { packageWords as words } from './words.ts'
import { nowhere, writePackage } from './write-package.ts'
import { continueNumbering, loosen } from './layout.ts'

interface Loading {
  /** Address as owner of an empty database. */
  readonly ownerUrl: string
  readonly folder: string
  /** As `checkPackage` gave it: the package is whole. */
  readonly manifest: Manifest
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

/** Lines go to the database in bundles of so many characters, or so many lines. */
const bundle = { characters: 2_000_000, lines: 1000 }

/**
 * Loads a checked package into an empty database, all of it or nothing: laid out as the package's database was, every row as it was
 * with its history and chain, and refused unless what was loaded has the package's digest. Only letters that waited are then held
 * back, lest they be sent twice. What is newer in the program's layout is
 * applied afterwards by `migrate`. A load that is killed leaves the database empty.
 */
export const loadPackage = async (loading: Loading): Promise<Verdict<Manifest>> => {
  const { ownerUrl, manifest } = loading
  const unknown = unknownLayout(manifest)
  if (unknown) return refused({ code: 'package.newer', text: words.newer(unknown) })
  const laid = await layAsIn(ownerUrl, manifest)
  if (!laid.ok) return laid
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    const done = await fill(client, loading)
    await client.query(done.ok ? 'commit' : 'rollback')
    if (done.ok) await client.query('analyze')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

const unknownLayout = ({ layout }: Manifest): string | null => {
  const known = new Map(readMigrations().map((m) => [m.name, m.checksum]))
  return layout.find(({ name, checksum }) => known.get(name) !== checksum)?.name ?? null
}

const isEmpty = async (client: pg.ClientBase): Promise<boolean> =>
  ((await client.query(`select from history.entry limit 1`)).rowCount ?? 0) === 0 && ((await client.query(`select from node limit 1`)).rowCount ?? 0) === 0

/** Lays the empty database out anew where the package's has fewer files than it. Killed half-way, it is empty still. */
const layAsIn = async (ownerUrl: string, { layout }: Manifest): Promise<Verdict<null>> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ laid: boolean }>(`select to_regclass('history.entry') is not null and to_regclass('public.node') is not null as laid`)
    if (rows[0]?.laid && !(await isEmpty(client))) return refused({ code: 'package.not_empty', text: words.notEmpty })
    const here = rows[0]?.laid ? await loadLayout(client) : []
    if (here.map((m) => m.name).join() === layout.map((m) => m.name).join()) return granted(null)
    await client.query('drop schema if exists history cascade; drop schema public cascade; create schema public')
  } finally {
    await client.end()
  }
  await migrate(ownerUrl, { only: layout.map((m) => m.name) })
  return granted(null)
}

const fill = async (client: pg.Client, { folder, manifest, onProgress = () => {}, signal }: Loading): Promise<Verdict<Manifest>> => {
  await client.query(`set local statement_timeout = 0; set local lock_timeout = '10s'; set local timezone = 'UTC'; set local datestyle = 'ISO'`)
  const tables = await loadCatalogue(client)
  const strange = differences(tables, manifest)
  if (strange.length > 0) return refused(...strange)
  await client.query(`lock table ${tables.map(sqlName).join(', ')} in access exclusive mode`)
  if (!(await isEmpty(client))) return refused({ code: 'package.not_empty', text: words.notEmpty })
  const { restore } = await loosen(client, tables)
  for (const table of tables) await client.query(`delete from ${sqlName(table)}`)
  const all = manifest.tables.reduce((n, t) => n + t.rows, 0)
  let done = 0
  for (const table of tables) {
    const refusal = await fillTable(client, folder, table, (n) => {
      signal?.throwIfAborted()
      done += n
      onProgress(done, all, table.name)
    })
    if (refusal) return refused(refusal)
  }
  try {
    await restore()
  } catch (error) {
    if (!isOfData(error)) throw error
    return refused({ code: 'package.references', text: words.notTogether((error as { detail?: string }).detail ?? (error as Error).message) })
  }
  await continueNumbering(client, tables)
  const again = await writePackage(client, { sink: nowhere, ...(signal ? { signal } : {}) })
  if (again.digest !== manifest.digest) return refused({ code: 'package.digest', text: words.otherDigest(manifest.digest, again.digest) })
  await holdLetters(client)
  return granted(manifest)
}

/**
 * Letters that waited when the package was written may have been sent since, by the place that it came from: as after a crash they are
 * told as unsure, and sent only when somebody says so. The outbox is no part of the history.
 */
const holdLetters = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.mail') is not null as there`)
  if (!rows[0]?.there) return
  await client.query(
    `update mail set state = 'unsure', holder = null, held_until = null, ended_at = now(), error = 'loaded from a copy; it may have been sent since'
      where state in ('waiting', 'sending', 'handing')`,
  )
}

const differences = (tables: readonly TableOf[], manifest: Manifest): readonly Refusal[] => {
  const [here, there] = [new Set(tables.map((t) => t.name)), new Set(manifest.tables.map((t) => t.name))]
  return [
    ...[...there].filter((n) => !here.has(n)).map((n) => ({ code: 'package.no_table', field: n, text: words.noTable(n) })),
    ...[...here].filter((n) => !there.has(n)).map((n) => ({ code: 'package.table_missing', field: n, text: words.tableMissing(n) })),
  ]
}

/** What the database refuses for the data's sake: classes 22 (data) and 23 (constraints) of its errors, and those of its own triggers. */
const isOfData = (error: unknown): boolean => /^(22|23|GL)/.test((error as { code?: string }).code ?? '')

/** The statement that makes rows of lines. JSON values keep a null of their own, which a record would take for nothing. */
const insertion = (table: TableOf): string => {
  const value = (name: string, type: string): string =>
    table.pieces && name === 'bytes' ? 'x.bytes' : type === 'jsonb' ? `x.line -> '${name}'` : `r.${sqlColumn(name)}`
  const line = table.pieces ? `(u.line::jsonb - 'bytes')` : 'u.line::jsonb'
  return `insert into ${sqlName(table)} (${table.columns.map((c) => sqlColumn(c.name)).join(', ')}) overriding system value
    select ${table.columns.map((c) => value(c.name, c.type)).join(', ')}
      from (select u.no, ${line} as line, ${table.pieces ? 'u.bytes' : 'null'} as bytes from unnest($1::text[]${table.pieces ? ', $2::bytea[]' : ''}) with ordinality u (line, ${table.pieces ? 'bytes, ' : ''}no)) x,
           jsonb_populate_record(null::${sqlName(table)}, x.line) r order by x.no`
}

const fillTable = async (client: pg.Client, folder: string, table: TableOf, onProgress: (n: number) => void): Promise<Refusal | null> => {
  const name = `tables/${table.name}.jsonl`
  const statement = insertion(table)
  const allowed = new Set(table.columns.map((c) => c.name))
  const pieces = piecesIn(folder)
  let lines: string[] = []
  let characters = 0
  let before = 0
  const send = async (): Promise<Refusal | null> => {
    if (lines.length === 0) return null
    await client.query('savepoint lines')
    try {
      await client.query(statement, table.pieces ? [lines, lines.map(pieces.next)] : [lines])
    } catch (error) {
      if (!isOfData(error)) throw error
      await client.query('rollback to savepoint lines')
      return culprit(client, table, name, lines, before, error)
    }
    await client.query('release savepoint lines')
    onProgress(lines.length)
    before += lines.length
    lines = []
    characters = 0
    return null
  }
  try {
    for await (const line of linesIn(filesIn(folder), name)) {
      const wrong = lineProblem(name, before + lines.length + 1, line, allowed)
      if (wrong) return wrong
      lines.push(line)
      characters += line.length
      if (lines.length < bundle.lines && characters < bundle.characters && !table.pieces) continue
      const refusal = await send()
      if (refusal) return refusal
    }
    return await send()
  } finally {
    pieces.close()
  }
}

/** Tries the lines of a refused bundle one by one, to tell which it was. */
const culprit = async (client: pg.Client, table: TableOf, name: string, lines: readonly string[], before: number, error: unknown): Promise<Refusal> => {
  const alone = `select r.* from jsonb_populate_record(null::${sqlName(table)}, $1::jsonb) r`
  const told = (line: number, why: unknown): Refusal => ({ code: 'package.line', field: name, text: words.badLine(name, line, (why as Error).message) })
  for (const [i, line] of table.pieces ? [] : lines.entries()) {
    await client.query('savepoint line')
    try {
      await client.query(alone, [line])
    } catch (why) {
      return told(before + i + 1, why)
    } finally {
      await client.query('rollback to savepoint line')
    }
  }
  return told(before + 1, error)
}

/** The pieces of stored files, one after the other, as their lines tell how long they are. */
const piecesIn = (folder: string): { next(line: string): Buffer; close(): void } => {
  let open: { readonly sha256: string; readonly fd: number } | null = null
  const close = (): void => {
    if (open) closeSync(open.fd)
    open = null
  }
  return {
    close,
    next: (line) => {
      const { sha256, bytes } = JSON.parse(line) as { sha256: string; bytes: number }
      if (open?.sha256 !== sha256) {
        close()
        // One that is not there makes no piece, and so another digest: the whole load is refused then.
        const file = path.join(folder, 'files', sha256)
        if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(file)) return Buffer.alloc(0)
        open = { sha256, fd: openSync(file, 'r') }
      }
      const piece = Buffer.alloc(Math.min(Math.max(0, Number(bytes) || 0), 64 << 20))
      const read = readSync(open.fd, piece)
      return piece.subarray(0, read)
    },
  }
}
