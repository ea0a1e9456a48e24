import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { loadWho } from '../../../src/access/who.ts'
import { openStore } from '../../../src/database/connection.ts'
import { startEmbedded } from '../../../src/database/embedded.ts'
import type { Deps } from '../../../src/database/transact.ts'
import { importOrganisation } from '../../../src/exchange/organisation/import-organisation.ts'
import { lists, listKinds } from '../../../src/exchange/organisation/lists.ts'
import { readList } from '../../../src/exchange/organisation/read-list.ts'
import { backup, seal } from '../../../src/exchange/package/backup.ts'
import { checkPackage } from '../../../src/exchange/package/check-package.ts'
import { exportPackage } from '../../../src/exchange/package/export-package.ts'
import { folderSink } from '../../../src/exchange/package/folder.ts'
import { loadPackage } from '../../../src/exchange/package/load-package.ts'
import { digestOf, type Manifest, manifestText } from '../../../src/exchange/package/manifest.ts'
import { restore } from '../../../src/exchange/package/restore.ts'
import { registerSheet } from '../../../src/exchange/register/export-register.ts'
import { importRegister } from '../../../src/exchange/register/import-register.ts'
import { readTable } from '../../../src/exchange/sheet/read-table.ts'
import { writeCsv } from '../../../src/exchange/sheet/write-csv.ts'
import { systemClock } from '../../../src/kernel/clock.ts'
import { timeOrderedIds } from '../../../src/kernel/identity.ts'
import type { Verdict } from '../../../src/kernel/refusal.ts'
import { loadTree } from '../../../src/organisation/tree.ts'
import { assignment } from '../../../src/registers/definitions/assignment.ts'
import type { AnyDefinition } from '../../../src/registers/define.ts'
import { readListQuery } from '../../../src/registers/list-query.ts'
import { lookingOf } from '../../../src/registers/looking.ts'
import { layRegister, reader } from '../register.ts'
import type { Chance } from './chance.ts'
import { type Became, csvOf, type Reader } from './readers.ts'
import { spoiledBytes, spoiledJson } from './spoil.ts'

const definition = assignment as AnyDefinition

export const deepNames = ['import register', 'import organisation', 'load', 'restore'] as const

/** The readers that write to a database, on one of their own; after everything that was refused it must be as it was. */
export const deepReaders = async (): Promise<{ readonly readers: readonly Reader[]; close(): Promise<void> }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-fuzz-'))
  await layRegister(path.join(folder, 'postgres'), 30)
  const { url, stop } = await startEmbedded({ dir: path.join(folder, 'postgres'), log: () => {} })
  const connection = openStore(url)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const deps: Deps = { store: connection.store, clock: systemClock, ids: timeOrderedIds(() => new Date()) }
  const today = systemClock.today()
  const who = await loadWho(deps.store, undefined, reader.personId, today)
  const sheet = async (): Promise<Buffer> => {
    const looking = lookingOf(who, await loadTree(deps.store, today), today)
    const query = readListQuery(definition, new URLSearchParams()).query
    return buffer(Readable.from(writeCsv(registerSheet(deps.store, definition, query, looking, 'sv', { name: 'Om filen', lines: [] }))))
  }
  const heads: () => Promise<string> = async () => {
    const { rows } = await owner.query<{ head: string }>(
      `select (select max(id) from history.entry) || ' ' || (select count(*) from entry) || ' ' || (select count(*) from node) as head`,
    )
    return rows[0]?.head ?? ''
  }
  /** Nothing may have been written by what was refused. */
  const whole = async (work: () => Promise<Became>): Promise<Became> => {
    const before = await heads()
    const became = await work()
    if (became !== 'taken' && (await heads()) !== before) throw new Error('refused, and yet something was written')
    return became
  }

  const register = (chance: Chance): Promise<Became> =>
    whole(async () => {
      const table = await readTable(spoiledBytes(await sheet(), chance))
      if (!table.ok) return table.refusals
      const { problems } = await importRegister(deps, who, definition, { table: table.value, apply: chance.once(2) })
      return problems.length === 0 ? 'taken' : problems.map((p) => p.refusal)
    })
  const organisation = (chance: Chance): Promise<Became> =>
    whole(async () => {
      const tables = await Promise.all(
        listKinds.map((kind) =>
          readTable(
            csvOf(
              chance,
              lists[kind].columns.map(({ head }) => head.sv),
            ),
          ),
        ),
      )
      const read = (): ReturnType<typeof readList>[] => tables.flatMap((table, i) => (table.ok ? [readList(`${i}.csv`, table.value)] : []))
      const { digest, problems } = await importOrganisation(deps, who, read(), null)
      if (problems.length > 0) return problems.map((p) => p.refusal)
      const done = await importOrganisation(deps, who, read(), { digest })
      return done.problems.length === 0 ? 'taken' : done.problems.map((p) => p.refusal)
    })

  // A second database of the same server, empty: packages are loaded there.
  const other = new URL(url)
  other.pathname = '/fuzzed'
  const anew = async (): Promise<void> => {
    await owner.query('drop database if exists fuzzed with (force)')
    await owner.query('create database fuzzed')
  }
  await anew()
  const first = path.join(folder, 'package')
  await exportPackage({ ownerUrl: url, sink: folderSink(first) })
  const copy = path.join(folder, 'backup')
  await backup({ ownerUrl: url, file: copy })
  const settled = async (v: Verdict<Manifest>): Promise<Became> => {
    if (!v.ok) return v.refusals
    await anew()
    return 'taken'
  }
  const files = readdirSync(first, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  const names = files.map((e) => path.relative(first, path.join(e.parentPath, e.name)))

  const loaded = async (chance: Chance): Promise<Became> => {
    const spoilt = path.join(folder, 'spoilt')
    rmSync(spoilt, { recursive: true, force: true })
    cpSync(first, spoilt, { recursive: true })
    const name = chance.pick(names.filter((n) => chance.once(3) || n.startsWith('tables')))
    const at = path.join(spoilt, name)
    const bytes = spoiled(readFileSync(at), chance)
    writeFileSync(at, bytes)
    // Half of them sealed anew, as somebody would who knows how: only the lines are wrong then.
    if (chance.once(2) && name !== 'manifest.json') sealAnew(spoilt, name, bytes)
    const checked = await checkPackage(spoilt)
    return checked.ok ? settled(await loadPackage({ ownerUrl: other.href, folder: spoilt, manifest: checked.value })) : checked.refusals
  }
  const restored = async (chance: Chance): Promise<Became> => {
    const file = path.join(folder, 'spoilt-backup')
    copyFileSync(copy, file)
    if (chance.once(2)) writeFileSync(file, spoiledBytes(readFileSync(copy), chance))
    else {
      const packed = gzipSync(spoiledBytes(gunzipSync(readFileSync(copy)), chance), { level: 1 })
      writeFileSync(file, Buffer.concat([packed, seal(createHash('sha256').update(packed).digest('hex'))]))
    }
    return settled(await restore({ ownerUrl: other.href, file }))
  }
  return {
    readers: [
      { name: deepNames[0], share: 40, attempt: register },
      { name: deepNames[1], share: 40, attempt: organisation },
      { name: deepNames[2], share: 10, attempt: loaded },
      { name: deepNames[3], share: 10, attempt: restored },
    ],
    close: async () => {
      await owner.end()
      await connection.close()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One line another, or bytes anywhere. */
const spoiled = (bytes: Buffer, chance: Chance): Buffer => {
  const lines = bytes.toString('utf8').split('\n')
  if (chance.once(3) || lines.length < 2) return spoiledBytes(bytes, chance)
  const at = chance.below(lines.length - 1)
  try {
    lines[at] = spoiledJson(JSON.parse(lines[at] ?? ''), chance)
  } catch {
    return spoiledBytes(bytes, chance)
  }
  return Buffer.from(lines.join('\n'))
}

const sealAnew = (folder: string, name: string, bytes: Buffer): void => {
  const at = path.join(folder, 'manifest.json')
  const { digest: _, ...manifest } = JSON.parse(readFileSync(at, 'utf8')) as Manifest
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const changed = { ...manifest, files: manifest.files.map((f) => (f.name === name.replaceAll(path.sep, '/') ? { ...f, size: bytes.length, sha256 } : f)) }
  writeFileSync(at, manifestText({ ...changed, digest: digestOf(changed) }))
}
