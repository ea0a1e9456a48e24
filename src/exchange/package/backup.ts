import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Trouble } from '../../database/trouble.ts'
import { exportPackage } from './export-package.ts'
import { folderSink } from './folder.ts'
import type { Manifest } from './manifest.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'
import { packageWords as words } from './words.ts'

interface BackingUp {
  readonly ownerUrl: string
  readonly file: string
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

/**
 * Writes the municipality, as it is at one moment, as one compressed file: a package as gzipped tar, ended by a digest of the file
 * itself. It appears under its name when it is whole and on the disk, never before. Throws Trouble when the name is taken.
 */
export const backup = async ({ ownerUrl, file, ...more }: BackingUp): Promise<Manifest> => {
  if (existsSync(file)) throw new Trouble(words.fileTaken(file))
  // Beside the file: there is room for it there, and the renaming moves no bytes.
  const work = mkdtempSync(path.join(path.dirname(path.resolve(file)), '.genomslag-backup-'))
  try {
    const folder = path.join(work, 'package')
    const manifest = await exportPackage({ ownerUrl, sink: folderSink(folder), ...more })
    const whole = path.join(work, 'whole')
    await pipeline(archive(folder), createGzip(), createWriteStream(whole, { mode: 0o600 }), ...(more.signal ? [{ signal: more.signal }] : []))
    const handle = await open(whole, 'a')
    await handle.appendFile(seal(await digestOfFile(whole)))
    await handle.sync()
    await handle.close()
    renameSync(whole, file)
    return manifest
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function* archive(folder: string): AsyncGenerator<Buffer> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')).toSorted()
  for (const name of names) {
    const at = path.join(folder, name)
    const { size } = statSync(at)
    yield tarHeader(name, size)
    yield* createReadStream(at, { highWaterMark: 1 << 18 })
    yield tarPadding(size)
  }
  yield tarEnd()
}

/** SHA-256 of the first bytes of a file, all of them unless told, in hex. */
export const digestOfFile = async (file: string, bytes?: number): Promise<string> => {
  const hash = createHash('sha256')
  if (bytes !== 0)
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, ...(bytes ? { end: bytes - 1 } : {}) })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** An empty member of gzip that carries the digest of what stands before it as its comment: other programs pass it by. */
export const seal = (digest: string): Buffer => {
  const head = Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff])
  const empty = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, Buffer.from(`genomslag sha256 ${digest}\0`), empty])
}
