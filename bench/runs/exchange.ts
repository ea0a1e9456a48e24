import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { genomslag, type Ran } from '../parts/command.ts'
import { say, time } from '../parts/lay.ts'
import { layRegister, reader } from '../parts/register.ts'
import { memoryOf, openSessions, townOf } from '../parts/town.ts'

/** Something that was done beside what it is compared with, in milliseconds; and the most bytes that the program had meanwhile. */
export interface ExchangeLine {
  readonly what: string
  readonly ours: number
  readonly against: string
  readonly peer: number
  readonly most: number | null
}

/** How many rows a command found as they were, and how many it would change or has changed. */
export interface Told {
  readonly unchanged: number
  readonly changed: number
}

export interface ExchangeCount {
  readonly lines: readonly ExchangeLine[]
  readonly rows: number
  /** Of the files as they came out, and of one with a cell changed in every row: previewed, and applied. */
  readonly same: { readonly xlsx: Told; readonly csv: Told }
  readonly preview: Told
  readonly applied: Told
  /** So many have the next version in the database afterwards. */
  readonly written: number
}

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
const told = ({ said }: Ran): Told => {
  const { rows, unchanged } = JSON.parse(said) as { rows: unknown[]; unchanged: number }
  return { unchanged, changed: rows.length }
}

/** What SQL alone takes to read lines into a table of texts, and to set one field of as many rows from it. */
const copied = async (
  owner: pg.Client,
  rows: readonly (readonly string[])[],
  id: number,
  value: number,
): Promise<{ readonly read: number; readonly set: number }> => {
  const read = await time(async () => {
    await owner.query('drop table if exists copied; create unlogged table copied (id text, value text, cells text)')
    for (let from = 1; from < rows.length; from += 5000) {
      const some = rows.slice(from, from + 5000)
      const column = (of: (row: readonly string[]) => string | undefined): (string | undefined)[] => some.map(of)
      await owner.query('insert into copied select * from unnest($1::text[], $2::text[], $3::text[])', [
        column((r) => r[id]),
        column((r) => r[value]),
        column((r) => r.join(';')),
      ])
    }
  })
  const set = await time(() =>
    owner.query(
      `begin; select set_config('genomslag.actor', 'system:bench', true), set_config('genomslag.act', 'bench', true), set_config('genomslag.day', current_date::text, true);
       update entry set data = data || jsonb_build_object('responsible', gen_random_uuid()), version = version + 1 from copied where entry.id = copied.id::uuid; rollback`,
    ),
  )
  return { read, set }
}

/** Lays a register in a folder of its own, takes it out to XLSX and CSV, and reads it in again: as it is, and with a cell changed in every row. */
export const exchange = async (entries: number): Promise<ExchangeCount> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-exchange-'))
  const fileOf = (name: string): string => path.join(folder, name)
  const files = { xlsx: fileOf('list.xlsx'), csv: fileOf('list.csv') }
  say(`laid ${entries} assignments in ${Math.round(await time(() => layRegister(fileOf('postgres'), entries)))} ms`)
  const town = await townOf('', 0, folder)
  try {
    const served = await town.serve()
    const cookie = (await openSessions(town, [reader.personId])).get(reader.personId) as string
    const take = async (ending: 'xlsx' | 'csv'): Promise<void> => {
      const answer = await fetch(`${served.address}export/register/assignments.${ending}`, { headers: { cookie } })
      if (!answer.ok || !answer.body) throw new Error(`${ending}: ${answer.status}`)
      await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(files[ending]))
    }
    const before = memoryOf(served, folder)?.program ?? 0
    const out = { csv: await time(() => take('csv')), xlsx: await time(() => take('xlsx')) }
    const after = memoryOf(served, folder)?.program ?? 0
    await served.stop()
    say(`out: XLSX ${mb(statSync(files.xlsx).size)}, CSV ${mb(statSync(files.csv).size)}; the program held ${mb(before)} before and ${mb(after)} after`)

    const rows: string[][] = parse(readFileSync(files.csv), { bom: true, delimiter: ';' })
    const bare = await time(() => writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toFile(fileOf('bare.xlsx')))
    const [heads = []] = rows
    const [id, responsible] = [heads.indexOf('Id'), heads.indexOf('Ansvarig')]
    const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    // Every row gets another head than it had.
    const changed = rows.map((row, i) => (i === 0 ? row : row.map((cell, c) => (c === responsible ? `Chef, Enhet ${2 + ((i + 17) % 40)}` : cell))))
    writeFileSync(fileOf('changed.csv'), changed.map((row) => row.map(quoted).join(';')).join('\r\n'))

    const { url, stop } = await startEmbedded({ dir: fileOf('postgres'), log: () => {} })
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    const asJson = await time(() => owner.query(`select to_jsonb(t), to_jsonb(e) from entry e join thing t on t.id = e.id`))
    const sqlAlone = await copied(owner, rows, id, responsible)
    await owner.end()
    await stop()
    const xlsxAlone = await time(() => readXlsxFile(files.xlsx))
    const csvAlone = await time(async () => void parse(readFileSync(files.csv), { bom: true, delimiter: ';' }))

    const read = (file: string, ...more: readonly string[]): Promise<Ran> => genomslag(folder, ['import', 'assignments', file, '--as', reader.name, ...more])
    const same = { xlsx: await read(files.xlsx), csv: await read(files.csv) }
    const preview = await read(fileOf('changed.csv'))
    const applied = await read(fileOf('changed.csv'), '--apply')
    const [now] = await town.ask<{ written: number }>('select count(*)::int as written from entry where version = 2')
    const toTable = 'the bare library and rows to a table of texts'
    const line = (what: string, ran: Ran, against: string, peer: number): ExchangeLine => ({ what, ours: ran.ms, against, peer, most: ran.most })
    const all = csvAlone + sqlAlone.read + sqlAlone.set
    return {
      rows: rows.length - 1,
      lines: [
        { what: 'XLSX out over HTTP', ours: out.xlsx, against: 'write-excel-file with the same cells, already in memory', peer: bare, most: null },
        { what: 'CSV out over HTTP', ours: out.csv, against: 'the same rows asked for as JSON, in whole', peer: asJson, most: null },
        line('XLSX in, previewed as it is', same.xlsx, toTable, xlsxAlone + sqlAlone.read),
        line('CSV in, previewed as it is', same.csv, toTable, csvAlone + sqlAlone.read),
        line('CSV in, every row changed, previewed', preview, 'the bare library, rows to a table and one update with its history', all),
        line('CSV in, every row changed, applied', applied, 'the same', all),
      ],
      same: { xlsx: told(same.xlsx), csv: told(same.csv) },
      preview: told(preview),
      applied: told(applied),
      written: now?.written ?? 0,
    }
  } finally {
    await town.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
