import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import { type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { digestOfFile, seal } from './backup.ts'
import { checkPackage } from './check-package.ts'
import { folderSink } from './folder.ts'
import { loadPackage } from './load-package.ts'
import type { Manifest } from './manifest.ts'
import { type Unpacked, unpack } from './unpack.ts'
import { packageWords as words } from './words.ts'

interface Restoring {
  readonly ownerUrl: string
  readonly file: string
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

/**
 * Restores a backup into an empty database. The file is proved whole by its own digest, unpacked beside and checked as a package,
 * all before anything is written to the database; then it is loaded, all or nothing. Every fault is told.
 */
export const restore = async ({ ownerUrl, file, ...more }: Restoring): Promise<Verdict<Manifest>> => {
  const wrong = await sealProblem(file)
  if (wrong) return refused(wrong)
  const work = mkdtempSync(path.join(tmpdir(), 'genomslag-restore-'))
  try {
    const folder = path.join(work, 'package')
    const unpacked = await unpackFile(file, folder, more.signal)
    if (unpacked === 'bomb') return refused({ code: 'backup.bomb', text: words.backupBomb(file) })
    if (unpacked === 'altered') return refused({ code: 'backup.altered', text: words.backupAltered(file) })
    const checked = await checkPackage(folder, more)
    return checked.ok ? await loadPackage({ ownerUrl, folder, manifest: checked.value, ...more }) : checked
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const sealLength = seal('0'.repeat(64)).length

/** Is the file one that `backup` has written, and is every byte of it as it was? */
const sealProblem = async (file: string): Promise<Refusal | null> => {
  const size = existsSync(file) && statSync(file).isFile() ? statSync(file).size : 0
  if (size <= sealLength) return { code: 'backup.cut', text: words.notBackup(file) }
  const handle = await open(file)
  const end = Buffer.alloc(sealLength)
  await handle.read(end, 0, sealLength, size - sealLength)
  await handle.close()
  const digest = /genomslag sha256 ([0-9a-f]{64})/.exec(end.toString('latin1'))?.[1]
  if (!digest || !seal(digest).equals(end)) return { code: 'backup.cut', text: words.notBackup(file) }
  return (await digestOfFile(file, size - sealLength)) === digest ? null : { code: 'backup.altered', text: words.backupAltered(file) }
}

/** Rows of text are packed ten or twenty times; what is packed far more than that is meant to fill the disk. */
const mostUnpacked = (packed: number): number => 200 * packed + 64_000_000

const unpackFile = (file: string, folder: string, signal?: AbortSignal): Promise<Unpacked> => {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 }).pipe(createGunzip())
  return unpack(bytes, { most: mostUnpacked(statSync(file).size), sink: folderSink(folder, { kept: false }), ...(signal ? { signal } : {}) })
}
