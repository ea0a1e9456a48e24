import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { readPackage } from '../../../test/read-package.ts'
import { anEntry, assignmentData, registerWorld, type RegisterWorld } from '../../../test/register-world.ts'
import { migrate } from '../../database/migrate.ts'
import { verifyHistory } from '../../database/verify.ts'
import { assignment } from '../../registers/definitions/assignment.ts'
import type { AnyDefinition } from '../../registers/define.ts'
import { backup, seal } from './backup.ts'
import { checkPackage } from './check-package.ts'
import { exportPackage } from './export-package.ts'
import { folderSink } from './folder.ts'
import { loadPackage } from './load-package.ts'
import { digestOf, type Manifest, manifestText, readManifest } from './manifest.ts'
import { restore } from './restore.ts'
import { tarEnd, tarHeader } from './tar.ts'
import { lineSum } from './write-package.ts'

const content = Buffer.from('Bilaga till tjänsteskrivelsen, åäö.')

describe('the whole municipality as a package', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'genomslag-package-'))
  const first = path.join(work, 'first')
  const databases: TestDatabase[] = []
  let town: RegisterWorld
  let manifest: Manifest
  let file = ''

  const empty = async (): Promise<string> => {
    const database = await freshDatabase()
    databases.push(database)
    return database.ownerUrl
  }
  const asOwner = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const rowsIn = (url: string): Promise<number> =>
    asOwner(url, async (c) => Number((await c.query('select (select count(*) from node) + (select count(*) from history.entry) as n')).rows[0].n))
  const breaksIn = (url: string): Promise<unknown> => asOwner(url, async (c) => (await verifyHistory(c)).breaks)
  const entireFolder = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile())
        .map((e) => {
          const at = path.join(e.parentPath, e.name)
          return [path.relative(folder, at), createHash('sha256').update(readFileSync(at)).digest('hex')]
        })
        .toSorted(),
    )
  /** A copy of the package with something done to it. */
  const spoiled = (spoil: (folder: string) => void): string => {
    const folder = mkdtempSync(path.join(work, 'spoiled-'))
    cpSync(first, folder, { recursive: true })
    spoil(folder)
    return folder
  }
  /** Makes the manifest agree with what was done: as somebody would who knows the form. */
  const sealAgain = (folder: string): Manifest => {
    const old = readManifest(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
    for (const { name } of old.tables) {
      const lines = readFileSync(path.join(folder, 'tables', `${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
      writeFileSync(path.join(folder, 'checksums', `${name}.txt`), lines.map((line) => `${lineSum(line)}\n`).join(''))
    }
    const files = old.files.map((f) => {
      const bytes = readFileSync(path.join(folder, f.name))
      return { ...f, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
    const made = { ...old, files }
    const sealed = { ...made, digest: digestOf(made) }
    writeFileSync(path.join(folder, 'manifest.json'), manifestText(sealed))
    return sealed
  }
  const codes = (checked: Awaited<ReturnType<typeof checkPackage>>): readonly (string | undefined)[] => (checked.ok ? [] : checked.refusals.map((r) => r.code))

  beforeAll(async () => {
    town = await registerWorld()
    for (let i = 0; i < 5; i++) await anEntry(town.deps, assignment as AnyDefinition, assignmentData({ title: `Uppdrag ${i}` }))
    file = createHash('sha256').update(content).digest('hex')
    await asOwner(town.ownerUrl, async (c) => {
      await c.query(`begin; select set_config('genomslag.actor', 'system:test', true)`)
      await c.query(`insert into stored_file (sha256, size, kind, charset) values ($1, $2, 'text', 'utf-8')`, [file, content.length])
      await c.query(`insert into file_chunk values ($1, 0, $2), ($1, 1, $3)`, [file, content.subarray(0, 10), content.subarray(10)])
      // What is easily lost on the way: a JSON null, decimals that end in zero, characters of every kind.
      await c.query(
        `insert into setting values ('odd', 'null'), ('text', to_jsonb('rad\nett ”två”\u2028😀 \\'::text)), ('number', '[1.50, 12345678901234567890]')`,
      )
      await c.query('commit')
    })
    manifest = await exportPackage({ ownerUrl: town.ownerUrl, sink: folderSink(first) })
  })
  afterAll(async () => {
    await town.close()
    for (const database of databases) await database.drop()
    rmSync(work, { recursive: true, force: true })
  })

  it('can be read by who knows its schema and nothing else: every row, key, reference and file', async () => {
    const found = await readPackage(first)
    expect(found.wrong).toEqual([])
    expect(found.rows).toEqual(Object.fromEntries(manifest.tables.map((t) => [t.name, t.rows])))
    expect(found.references).toBeGreaterThan(100)
    const astray = spoiled((folder) => {
      const entries = path.join(folder, 'tables', 'public.entry.jsonl')
      writeFileSync(entries, readFileSync(entries, 'utf8').replace(/("clause_id": ?")[^"]+"/, '$100000000-0000-7000-8000-000000000000"'))
    })
    expect((await readPackage(astray)).wrong).toEqual(['public.entry: clause_id leads nowhere in public.clause'])
  })

  it('holds every table with its history, described, and the stored files as files', async () => {
    expect(await checkPackage(first)).toMatchObject({ ok: true })
    expect(manifest.tables.map((t) => t.name)).toEqual(
      expect.arrayContaining(['history.entry', 'history.seal', 'public.clause', 'public.credential', 'public.figure']),
    )
    expect(manifest.tables.map((t) => t.name)).not.toContain('public.session')
    expect(readFileSync(path.join(first, 'files', file))).toEqual(content)
    const schema = JSON.parse(readFileSync(path.join(first, 'schema', 'public.figure.json'), 'utf8')) as { properties: object; required: string[] }
    expect(schema).toMatchObject({ properties: { series_id: { type: 'string', format: 'uuid' }, value: { type: 'number' } }, 'x-primary-key': ['id'] })
    const node = JSON.parse(readFileSync(path.join(first, 'schema', 'public.node.json'), 'utf8')) as { properties: object; required: string[] }
    const line = JSON.parse(readFileSync(path.join(first, 'tables', 'public.node.jsonl'), 'utf8').split('\n')[0] as string) as object
    expect(Object.keys(line).toSorted()).toEqual(Object.keys(node.properties).toSorted())
    expect(Object.keys(line)).toEqual(expect.arrayContaining(node.required))
  })

  it('comes back the same: digest, bytes, chain and numbering', async () => {
    const url = await empty()
    expect(await loadPackage({ ownerUrl: url, folder: first, manifest })).toMatchObject({ ok: true, value: { digest: manifest.digest } })
    expect(await breaksIn(url)).toEqual([])
    const second = path.join(work, 'second')
    await exportPackage({ ownerUrl: url, sink: folderSink(second) })
    expect(entireFolder(second)).toEqual(entireFolder(first))
    // And it goes on from there: law, triggers and chain stand as before.
    await asOwner(url, async (c) => {
      await expect(c.query(`update person set family_name = 'Annan'`)).rejects.toThrow(/without an actor/)
      await c.query(`begin; select set_config('genomslag.actor', 'system:test', true); insert into setting values ('later', '1'); commit`)
      await expect(c.query(`delete from history.entry`)).rejects.toThrow(/append-only/)
    })
    expect(await breaksIn(url)).toEqual([])
    expect(await loadPackage({ ownerUrl: url, folder: first, manifest })).toMatchObject({ ok: false, refusals: [{ code: 'package.not_empty' }] })
  })

  it('is one moment, though people write while it is written', async () => {
    const folder = path.join(work, 'meanwhile')
    let wrote = false
    const written = await exportPackage({
      ownerUrl: town.ownerUrl,
      sink: {
        open: async (name) => {
          if (!wrote) {
            wrote = true
            await asOwner(town.ownerUrl, (c) =>
              c.query(`begin; select set_config('genomslag.actor', 'system:test', true); insert into setting values ('meanwhile', '1'); commit`),
            )
          }
          return folderSinkOnce(folder).open(name)
        },
      },
    })
    expect(written.digest).toBe(manifest.digest)
    expect(await checkPackage(folder)).toMatchObject({ ok: true })
    await asOwner(town.ownerUrl, async (c) => expect((await c.query(`select from setting where name = 'meanwhile'`)).rowCount).toBe(1))
  })
  let sink: ReturnType<typeof folderSink> | undefined
  const folderSinkOnce = (folder: string): ReturnType<typeof folderSink> => (sink ??= folderSink(folder))

  /** Puts a link to a file outside in its place. */
  const elsewhere = (folder: string, name: string): void => {
    rmSync(path.join(folder, name))
    symlinkSync(path.join(first, name), path.join(folder, name))
  }

  it('tells what is missing, beside, cut or altered, and on which line', async () => {
    const at = (folder: string, name: string): string => path.join(folder, name)
    expect(codes(await checkPackage(spoiled((f) => rmSync(at(f, 'manifest.json')))))).toEqual(['package.no_manifest'])
    expect(codes(await checkPackage(spoiled((f) => appendFileSync(at(f, 'manifest.json'), ' '))))).toEqual(['package.manifest'])
    expect(codes(await checkPackage(spoiled((f) => rmSync(at(f, 'tables/public.node.jsonl')))))).toEqual(['package.file_missing'])
    expect(codes(await checkPackage(spoiled((f) => writeFileSync(at(f, 'tables/public.more.jsonl'), '{}\n'))))).toEqual(['package.stranger'])
    // What leads out of the package is none of it, whatever it holds.
    expect(codes(await checkPackage(spoiled((f) => elsewhere(f, 'tables/public.node.jsonl'))))).toEqual(['package.stranger', 'package.file_missing'])
    const altered = await checkPackage(
      spoiled((f) => {
        const name = at(f, 'tables/public.person.jsonl')
        writeFileSync(
          name,
          readFileSync(name, 'utf8')
            .split('\n')
            .map((line, i) => (i === 2 ? line.replace('"family_name": "', '"family_name": "X') : line))
            .join('\n'),
        )
      }),
    )
    expect(altered).toMatchObject({
      ok: false,
      refusals: [{ code: 'package.altered', field: 'tables/public.person.jsonl', text: { sv: expect.stringContaining('rad 3') } }],
    })
    const cut = await checkPackage(spoiled((f) => truncateSync(at(f, 'tables/history.entry.jsonl'), statSync(at(f, 'tables/history.entry.jsonl')).size - 40)))
    expect(cut).toMatchObject({ ok: false, refusals: [{ code: 'package.altered', text: { en: expect.stringMatching(/line \d+/) } }] })
  })

  it('is refused, with nothing written, where somebody sealed anew what they altered', async () => {
    const url = await empty()
    const tryLoad = async (spoil: (folder: string) => void) => {
      const folder = spoiled(spoil)
      const loaded = await loadPackage({ ownerUrl: url, folder, manifest: sealAgain(folder) })
      expect(await rowsIn(url)).toBe(0)
      return loaded
    }
    const edit = (name: string, change: (lines: string[]) => string[]) => (folder: string) => {
      const at = path.join(folder, name)
      writeFileSync(at, change(readFileSync(at, 'utf8').split('\n')).join('\n'))
    }
    expect(await tryLoad(edit('tables/public.link.jsonl', ([a = '', ...rest]) => [a.replace(/"id": "[^"]+"/, '"id": "ingen"'), ...rest]))).toMatchObject({
      ok: false,
      refusals: [{ code: 'package.line', text: { sv: expect.stringContaining('public.link.jsonl, rad 1') } }],
    })
    expect(await tryLoad(edit('tables/public.link.jsonl', ([a = '', b = '', ...rest]) => [a, `${b}}`, ...rest]))).toMatchObject({
      refusals: [{ code: 'package.line', text: { sv: expect.stringContaining('rad 2') } }],
    })
    expect(await tryLoad(edit('tables/public.node.jsonl', ([, ...rest]) => rest))).toMatchObject({ ok: false, refusals: [{ code: 'package.references' }] })
    expect(await tryLoad(edit('tables/public.link.jsonl', ([a = '', ...rest]) => [a.replace('{', '{"more": 1, '), ...rest]))).toMatchObject({
      refusals: [{ code: 'package.line', text: { en: expect.stringContaining('unknown column') } }],
    })
    expect(await tryLoad((folder) => rmSync(path.join(folder, 'files', file)) ?? writeFileSync(path.join(folder, 'files', file), 'annat'))).toMatchObject({
      ok: false,
    })
    // A row altered and everything sealed anew loads: then it is the history that tells.
    const folder = spoiled(edit('tables/public.person.jsonl', ([a = '', ...rest]) => [a.replace('"family_name": "', '"family_name": "X'), ...rest]))
    expect(await loadPackage({ ownerUrl: url, folder, manifest: sealAgain(folder) })).toMatchObject({ ok: true })
    expect(await breaksIn(url)).toMatchObject([{ kind: 'altered', relation: 'person' }])
  })

  it('loads what an earlier program wrote, and refuses what a later one did', async () => {
    const url = await empty()
    const later = { ...manifest, layout: [...manifest.layout, { name: '999-later.sql', checksum: '0'.repeat(64) }] }
    expect(await loadPackage({ ownerUrl: url, folder: first, manifest: later })).toMatchObject({ refusals: [{ code: 'package.newer' }] })
    // A database laid out by the first file alone, as long ago, is laid out as the package's was.
    await asOwner(url, (c) => c.query('drop schema history cascade; drop schema public cascade; create schema public'))
    await migrate(url, { only: ['001-history.sql', '002-organisation.sql'] })
    expect(await loadPackage({ ownerUrl: url, folder: first, manifest })).toMatchObject({ ok: true })
    await migrate(url)
    expect(await breaksIn(url)).toEqual([])
  })

  it('is undone when it is stopped half-way', async () => {
    const url = await empty()
    const stop = new AbortController()
    const onProgress = (done: number, _: number, what: string): void => void (done > 0 && what === 'public.thing' && stop.abort(new Error('stopped')))
    await expect(loadPackage({ ownerUrl: url, folder: first, manifest, onProgress, signal: stop.signal })).rejects.toThrow('stopped')
    expect(await rowsIn(url)).toBe(0)
    expect(await loadPackage({ ownerUrl: url, folder: first, manifest })).toMatchObject({ ok: true })
  })

  it('backs up to one file and restores from it; a cut or altered one is refused before anything is written', async () => {
    const to = path.join(work, 'kommunen.backup')
    await asOwner(town.ownerUrl, async (c) => {
      for (const state of ['waiting', 'sent'])
        await c.query(
          `insert into mail (id, person_id, address, cadence, day, state) select uuidv7(), id, 'lena@exempel.se', 'at_once', '2022-05-17', $1 from person limit 1`,
          [state],
        )
    })
    const made = await backup({ ownerUrl: town.ownerUrl, file: to })
    await expect(backup({ ownerUrl: town.ownerUrl, file: to })).rejects.toThrow(/taken|there already/)
    expect(readdirSync(work).filter((name) => name.startsWith('.genomslag'))).toEqual([])
    const url = await empty()
    const bytes = readFileSync(to)
    for (const [name, spoilt] of Object.entries({
      cut: bytes.subarray(0, Math.floor(bytes.length / 2)),
      tail: bytes.subarray(0, bytes.length - 1),
      grown: Buffer.concat([bytes, Buffer.from('x')]),
      bit: Buffer.from(bytes.map((b, i) => (i === Math.floor(bytes.length / 3) ? b ^ 1 : b))),
      other: Buffer.from('det här är ingen säkerhetskopia '.repeat(20)),
      none: Buffer.alloc(0),
    })) {
      const at = path.join(work, name)
      writeFileSync(at, spoilt)
      expect(await restore({ ownerUrl: url, file: at })).toMatchObject({ ok: false, refusals: [{ code: expect.stringMatching(/^backup\./) }] })
      expect(await rowsIn(url)).toBe(0)
    }
    // Sealed as ours are, but with a way out of its folder, or with more in it than there is room for.
    const sealed = (name: string, size: number): string => {
      const packed = gzipSync(Buffer.concat([tarHeader(name, size), Buffer.alloc(4096), tarEnd()]))
      const at = path.join(work, 'sealed')
      writeFileSync(at, Buffer.concat([packed, seal(createHash('sha256').update(packed).digest('hex'))]))
      return at
    }
    for (const [name, size, code] of [
      ['../../out', 10, 'backup.altered'],
      ['tables/../../out', 10, 'backup.altered'],
      ['/tmp/out', 10, 'backup.altered'],
      ['files/a', 10 ** 10, 'backup.bomb'],
    ] as const)
      expect(await restore({ ownerUrl: url, file: sealed(name, size) })).toMatchObject({ ok: false, refusals: [{ code }] })
    expect(await rowsIn(url)).toBe(0)
    expect(await restore({ ownerUrl: url, file: path.join(work, 'nowhere') })).toMatchObject({ ok: false })
    expect(await restore({ ownerUrl: url, file: to })).toMatchObject({ ok: true, value: { digest: made.digest } })
    expect(await breaksIn(url)).toEqual([])
    // The copy must not send what the original may have sent since.
    await asOwner(url, async (c) => expect((await c.query(`select state from mail order by state`)).rows).toEqual([{ state: 'sent' }, { state: 'unsure' }]))
    await asOwner(town.ownerUrl, async (c) =>
      expect((await c.query(`select state from mail order by state`)).rows).toEqual([{ state: 'sent' }, { state: 'waiting' }]),
    )
    expect(existsSync(to)).toBe(true)
  })
})
