import { createHash, type Hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type pg from 'pg'
import { loadCatalogue, loadLayout, sqlColumn, sqlName, sqlOrder, type TableOf } from './catalogue.ts'
import { digestOf, type Manifest, manifestText, type PackageFile, packageVersion } from './manifest.ts'
import { tableSchema } from './table-schema.ts'

/** Where a package is written: one file at a time, from beginning to end. */
export interface Sink {
  /** Begins a file; what is given to it comes in order. */
  open(name: string): Promise<{ write(bytes: Buffer): Promise<void>; close(): Promise<void> }>
}

interface Writing {
  readonly sink: Sink
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

const batch = 500

/**
 * Writes the whole municipality, as it stands in the transaction that `client` is in, to the sink: a file of lines and a schema for
 * each table, its stored files, and last the manifest, without which it is no package. The same content gives the same bytes.
 */
export const writePackage = async (client: pg.ClientBase, { sink, onProgress = () => {}, signal }: Writing): Promise<Manifest> => {
  await client.query(`set local statement_timeout = 0; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'`)
  await client.query(`set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local search_path = public, history, pg_temp`)
  const catalogue = await loadCatalogue(client)
  const all = await roughly(client, catalogue)
  const files: PackageFile[] = []
  const tables: { name: string; rows: number }[] = []
  let done = 0
  for (const table of catalogue) {
    files.push(await whole(sink, `schema/${table.name}.json`, `${JSON.stringify(tableSchema(table), null, 1)}\n`))
    const lines = await opened(sink, `tables/${table.name}.jsonl`)
    const sums = await opened(sink, `checksums/${table.name}.txt`)
    let rows = 0
    for await (const some of linesOf(client, table)) {
      signal?.throwIfAborted()
      await lines.write(`${some.join('\n')}\n`)
      await sums.write(some.map((line) => `${lineSum(line)}\n`).join(''))
      rows += some.length
      done += some.length
      onProgress(Math.min(done, all), all, table.name)
    }
    files.push(await lines.close(), await sums.close())
    tables.push({ name: table.name, rows })
    if (table.pieces) files.push(...(await storedFiles(client, table, sink, signal)))
  }
  const { rows: instance } = await client.query<{ id: string }>('select id from instance')
  const { rows: head } = await client.query<{ position: number; digest: string }>(
    `select position::int, encode(chain, 'hex') as digest from history.seal order by position desc limit 1`,
  )
  const manifest = {
    format: 'genomslag-package',
    version: packageVersion,
    instance: instance[0]?.id ?? '',
    layout: (await loadLayout(client)).map(({ name, checksum }) => ({ name, checksum })),
    chain: { position: head[0]?.position ?? 0, digest: head[0]?.digest ?? '' },
    tables,
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  } as const
  const sealed: Manifest = { ...manifest, digest: digestOf(manifest) }
  await whole(sink, 'manifest.json', manifestText(sealed))
  onProgress(all, all, 'manifest.json')
  return sealed
}

/** The check of a single line, so that a line that was altered can be told by its number. */
export const lineSum = (line: string): string => crc32(line).toString(16).padStart(8, '0')

/** What comes to nothing: for the digest alone. */
export const nowhere: Sink = { open: () => Promise.resolve({ write: () => Promise.resolve(), close: () => Promise.resolve() }) }

interface Opened {
  write(text: string | Buffer): Promise<void>
  close(): Promise<PackageFile>
}

const opened = async (sink: Sink, name: string): Promise<Opened> => {
  const file = await sink.open(name)
  const hash: Hash = createHash('sha256')
  let size = 0
  return {
    write: async (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      hash.update(bytes)
      size += bytes.length
      await file.write(bytes)
    },
    close: async () => {
      await file.close()
      return { name, size, sha256: hash.digest('hex') }
    },
  }
}

const whole = async (sink: Sink, name: string, text: string): Promise<PackageFile> => {
  const file = await opened(sink, name)
  await file.write(text)
  return file.close()
}

const roughly = async (client: pg.ClientBase, tables: readonly TableOf[]): Promise<number> => {
  let all = 0
  for (const table of tables) all += (await client.query<{ n: number }>(`select count(*)::int as n from ${sqlName(table)}`)).rows[0]?.n ?? 0
  return all
}

/** The rows as lines, some hundred at a time. Of pieces of files only the length is told. */
async function* linesOf(client: pg.ClientBase, table: TableOf): AsyncGenerator<readonly string[]> {
  // What is missing is left out; a JSON value that is null is one, and stays.
  const fields = table.columns.map((c) => {
    const value = table.pieces && c.name === 'bytes' ? `to_jsonb(length(t.bytes))` : `to_jsonb(t.${sqlColumn(c.name)})`
    return `case when t.${sqlColumn(c.name)} is null then '{}'::jsonb else jsonb_build_object('${c.name}', ${value}) end`
  })
  await client.query(`declare package no scroll cursor for select (${fields.join(' || ')})::text as line from ${sqlName(table)} t order by ${sqlOrder(table)}`)
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${batch} from package`)
      if (rows.length > 0) yield rows.map((r) => r.line)
      if (rows.length < batch) return
    }
  } finally {
    await client.query('close package').catch(() => {})
  }
}

/** Each file of the table put together from its pieces, named by its digest; one piece in memory at a time. */
const storedFiles = async (client: pg.ClientBase, table: TableOf, sink: Sink, signal?: AbortSignal): Promise<readonly PackageFile[]> => {
  const { rows: names } = await client.query<{ sha256: string; pieces: number[] }>(
    `select sha256, array_agg(no order by no) as pieces from ${sqlName(table)} group by sha256 order by sha256 collate "C"`,
  )
  const files: PackageFile[] = []
  for (const { sha256, pieces } of names) {
    signal?.throwIfAborted()
    const file = await opened(sink, `files/${sha256}`)
    for (const no of pieces) {
      const { rows } = await client.query<{ bytes: Buffer }>(`select bytes from ${sqlName(table)} where sha256 = $1 and no = $2`, [sha256, no])
      await file.write(rows[0]?.bytes ?? Buffer.alloc(0))
    }
    files.push(await file.close())
  }
  return files
}
