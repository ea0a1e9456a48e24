import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip, gzipSync } from 'node:zlib'
import { checkFiles } from '../../../src/exchange/package/check-package.ts'
import { digestOf, type Manifest, manifestText } from '../../../src/exchange/package/manifest.ts'
import type { PackageFiles } from '../../../src/exchange/package/package-files.ts'
import { lineProblem, linesIn } from '../../../src/exchange/package/read-lines.ts'
import { tarEnd, tarHeader, tarPadding } from '../../../src/exchange/package/tar.ts'
import { unpack } from '../../../src/exchange/package/unpack.ts'
import { lineSum, type Sink } from '../../../src/exchange/package/write-package.ts'
import type { Chance } from './chance.ts'
import type { Became, Reader } from './readers.ts'
import { spoiledBytes, spoiledJson } from './spoil.ts'

type Files = Map<string, Buffer>

const tables = {
  'public.node': {
    columns: ['id', 'slug', 'kind'],
    rows: [
      { id: 'a1', slug: 'namnden', kind: 'board' },
      { id: 'a2', slug: 'skolan' },
    ],
  },
  'public.thing': { columns: ['id', 'title', 'day', 'data'], rows: [{ id: 'b1', title: 'Åtgärder "nu"', day: '2022-05-17', data: { n: 1.5, of: [null] } }] },
  'history.entry': {
    columns: ['id', 'relation', 'content'],
    rows: [
      { id: 1, relation: 'node', content: {} },
      { id: 2, relation: 'thing', content: { a: 'b' } },
    ],
  },
} as const

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const sealed = (files: Files, { rows }: { readonly rows: Readonly<Record<string, number>> }): Manifest => {
  const manifest: Omit<Manifest, 'digest'> = {
    format: 'genomslag-package',
    version: 1,
    instance: '',
    layout: [{ name: '001-history.sql', checksum: 'a'.repeat(64) }],
    chain: { position: 0, digest: '' },
    tables: Object.entries(rows).map(([name, n]) => ({ name, rows: n })),
    files: [...files].map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha(bytes) })),
  }
  return { ...manifest, digest: digestOf(manifest) }
}

const whole: Files = new Map()
for (const [name, { rows }] of Object.entries(tables)) {
  const lines = rows.map((row) => JSON.stringify(row))
  whole.set(`tables/${name}.jsonl`, Buffer.from(lines.map((line) => `${line}\n`).join('')))
  whole.set(`checksums/${name}.txt`, Buffer.from(lines.map((line) => `${lineSum(line)}\n`).join('')))
}
const stored = Buffer.from('en bilaga')
whole.set(`files/${sha(stored)}`, stored)
const counts = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows.length]))
const manifest = Buffer.from(manifestText(sealed(whole, { rows: counts })))

const inMemory = (files: Files): PackageFiles => ({
  name: 'paket',
  all: () => [...files.keys()].map((name) => ({ name, plain: true })),
  size: (name) => files.get(name)?.length ?? null,
  // In two pieces: a character, or a line, may begin in one and end in the other.
  read: (name) => {
    const bytes = files.get(name) ?? Buffer.alloc(0)
    const half = bytes.length >> 1
    return Readable.from([bytes.subarray(0, half), bytes.subarray(half)])
  },
})

/** All that `load` does before the database is asked for anything: the package is checked, and each of its lines read. */
const readAll = async (files: Files): Promise<Became> => {
  const source = inMemory(files)
  const checked = await checkFiles(source)
  if (!checked.ok) return checked.refusals
  for (const { name } of checked.value.tables) {
    const columns = new Set<string>(Object.hasOwn(tables, name) ? tables[name as keyof typeof tables].columns : [])
    const file = `tables/${name}.jsonl`
    let no = 0
    for await (const line of linesIn(source, file)) {
      const wrong = lineProblem(file, ++no, line, columns)
      if (wrong) return [wrong]
    }
  }
  return 'taken'
}

const spoiledLine = (bytes: Buffer, chance: Chance): Buffer => {
  const lines = bytes.toString('utf8').split('\n')
  const at = chance.below(Math.max(1, lines.length - 1))
  try {
    return Buffer.from(lines.with(at, spoiledJson(JSON.parse(lines[at] ?? ''), chance)).join('\n'))
  } catch {
    return spoiledBytes(bytes, chance)
  }
}

/** A package with something wrong in it: half of them sealed anew, as somebody would who knows how. */
const spoilt = (chance: Chance): Files => {
  const files: Files = new Map([...whole, ['manifest.json', manifest]])
  const name = chance.pick([...files.keys()])
  const bytes = files.get(name) ?? Buffer.alloc(0)
  const what = chance.below(8)
  if (what === 0) files.delete(name)
  else if (what === 1) files.set(chance.pick(['tables/public.more.jsonl', 'schema/x.json', '../x', 'files/0', 'tables/history.entry.jsonl']), bytes)
  else if (what === 2) return files
  else files.set(name, name.endsWith('.jsonl') && !chance.once(3) ? spoiledLine(bytes, chance) : spoiledBytes(bytes, chance))
  if (chance.once(2) || name === 'manifest.json') return files
  files.delete('manifest.json')
  const rows = chance.once(4) ? counts : Object.fromEntries(Object.keys(tables).map((t) => [t, lineCount(files.get(`tables/${t}.jsonl`))]))
  return files.set('manifest.json', Buffer.from(manifestText(sealed(files, { rows }))))
}

const lineCount = (bytes: Uint8Array = new Uint8Array()): number =>
  Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line, i, all) => line !== '' || i < all.length - 1).length

/** All that `restore` does before the database is asked for anything, once the seal is found right: unpacked, checked and read. */
const restored = async (chance: Chance): Promise<Became> => {
  const files = chance.once(3) ? new Map([...whole, ['manifest.json', manifest]]) : spoilt(chance)
  const parts = [...files].flatMap(([name, bytes]) => [tarHeader(name.slice(0, 99), bytes.length), bytes, tarPadding(bytes.length)])
  const tar = Buffer.concat([...parts, tarEnd()])
  const packed = gzipSync(chance.once(3) ? spoiledBytes(tar, chance) : tar, { level: 1 })
  const bytes = chance.once(6) ? spoiledBytes(packed, chance) : packed
  const found: Files = new Map()
  const sink: Sink = {
    open: (name) => {
      if (found.has(name)) throw new Error('twice')
      const pieces: Buffer[] = []
      found.set(name, Buffer.alloc(0))
      return Promise.resolve({
        write: (piece) => Promise.resolve(void pieces.push(Buffer.from(piece))),
        close: () => Promise.resolve(void found.set(name, Buffer.concat(pieces))),
      })
    },
  }
  const became = await unpack(Readable.from([bytes]).pipe(createGunzip()), { most: 64_000_000, sink })
  return became === 'whole' ? readAll(found) : [{ code: `backup.${became}`, text: { sv: became, en: became } }]
}

export const packageReaders: readonly Reader[] = [
  { name: 'files of a package', share: 8, attempt: (chance) => readAll(spoilt(chance)) },
  { name: 'backup', share: 6, attempt: restored },
]
