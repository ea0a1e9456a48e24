import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Trouble } from '../../database/trouble.ts'
import { packageWords as words } from './words.ts'
import type { Sink } from './write-package.ts'

/**
 * A new or empty folder as the place of a package. Only its owner can read it: it holds what is secret too. Throws Trouble when it holds anything. Each
 * file is on the disk before the next, unless `kept` is false: what is unpacked to be read and thrown away need not be.
 */
export const folderSink = (folder: string, { kept = true } = {}): Sink => {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Trouble(words.folderTaken(folder))
  for (const part of ['tables', 'schema', 'checksums', 'files']) mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 })
  return {
    open: (name) => {
      const fd = openSync(path.join(folder, name), 'wx', 0o600)
      return Promise.resolve({
        write: (bytes: Buffer) => {
          for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
          return Promise.resolve()
        },
        close: () => {
          if (kept) fsyncSync(fd)
          closeSync(fd)
          return Promise.resolve()
        },
      })
    },
  }
}
