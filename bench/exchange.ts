// A register of 100,000 assignments out to XLSX and CSV over HTTP, and in again by the command: previewed as it is, previewed with a cell
// changed in every row, and applied; against bare libraries with the same cells, and SQL that copies them.
// Usage: npm run bench:exchange -- [entries]
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { startEmbedded } from '../src/database/embedded.ts'
import { time } from './parts/lay.ts'
import { layRegister, reader } from './parts/register.ts'
import { memoryOf, openSessions, townOf } from './parts/town.ts'

const entries = Number(process.argv[2] ?? 100_000)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const ratio = (name: string, ours: number, peer: number, what: string): void =>
  say(`${name}: ${seconds(ours)}; ${what}: ${seconds(peer)}; ${(ours / peer).toFixed(2)}×`)

const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-exchange-'))
const files = {
  xlsx: path.join(folder, 'list.xlsx'),
  csv: path.join(folder, 'list.csv'),
  changed: path.join(folder, 'changed.csv'),
  bare: path.join(folder, 'bare.xlsx'),
}

/** The command as an operator runs it; with the most memory that it held, where the system tells. */
const genomslag = (args: readonly string[]): Promise<{ readonly ms: number; readonly most: number; readonly said: string }> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['bin/genomslag.mjs', ...args, '--data', folder, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let [said, most] = ['', 0]
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const watch = setInterval(() => {
      try {
        most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
      } catch {
        // It has ended, or the system does not tell.
      }
    }, 100)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ ms: performance.now() - began, most, said })
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said.slice(0, 2000)}`))
    })
  })

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

try {
  say(`laid ${entries} assignments in ${seconds(await time(() => layRegister(path.join(folder, 'postgres'), entries)))}`)
  const town = await townOf('', 0, folder)
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
  await town.remove()
  say(`out: XLSX ${mb(statSync(files.xlsx).size)}, CSV ${mb(statSync(files.csv).size)}; the program held ${mb(before)} before and ${mb(after)} after`)

  const rows: string[][] = parse(readFileSync(files.csv), { bom: true, delimiter: ';' })
  if (rows.length !== entries + 1) throw new Error(`${rows.length} rows came out`)
  const bare = await time(() => writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toFile(files.bare))
  ratio('XLSX out over HTTP', out.xlsx, bare, 'write-excel-file with the same cells, already in memory')
  const [heads = []] = rows
  const [id, responsible] = [heads.indexOf('Id'), heads.indexOf('Ansvarig')]
  const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  // Every row gets another head than it had.
  const changed = rows.map((row, i) => (i === 0 ? row : row.map((cell, c) => (c === responsible ? `Chef, Enhet ${2 + ((i + 17) % 40)}` : cell))))
  writeFileSync(files.changed, changed.map((row) => row.map(quoted).join(';')).join('\r\n'))

  const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres'), log: () => {} })
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const toCsv = await time(async () => void (await owner.query(`select to_jsonb(t), to_jsonb(e) from entry e join thing t on t.id = e.id`)))
  ratio('CSV out over HTTP', out.csv, toCsv, 'the same rows asked for as JSON, in whole')
  const sqlAlone = await copied(owner, rows, id, responsible)
  await owner.end()
  await stop()
  const libraries = {
    xlsx: await time(() => readXlsxFile(files.xlsx)),
    csv: await time(async () => void parse(readFileSync(files.csv), { bom: true, delimiter: ';' })),
  }

  const command = ['import', 'assignments']
  const as = ['--as', reader.name]
  const same = { xlsx: await genomslag([...command, files.xlsx, ...as]), csv: await genomslag([...command, files.csv, ...as]) }
  for (const ending of ['xlsx', 'csv'] as const) {
    const { unchanged } = JSON.parse(same[ending].said) as { unchanged: number }
    if (unchanged !== entries) throw new Error(`${unchanged} rows of ${ending} are unchanged`)
    const peer = libraries[ending] + sqlAlone.read
    ratio(`${ending.toUpperCase()} in, previewed as it is (${mb(same[ending].most)})`, same[ending].ms, peer, 'the bare library and rows to a table of texts')
  }
  const preview = await genomslag([...command, files.changed, ...as])
  const applied = await genomslag([...command, files.changed, ...as, '--apply'])
  const peer = libraries.csv + sqlAlone.read + sqlAlone.set
  ratio(`CSV in, every row changed, previewed (${mb(preview.most)})`, preview.ms, peer, 'the bare library, rows to a table and one update with its history')
  ratio(`CSV in, every row changed, applied (${mb(applied.most)})`, applied.ms, peer, 'the same')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
