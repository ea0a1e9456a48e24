#!/usr/bin/env node
// The command: sees to it that Node is new enough, that the build is fresh, and hands over to the program.
// Plain JavaScript for any Node since 18, because the one that starts it may be older than the one that comes with the project.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const needed = 24

const english = (process.env.GENOMSLAG_LANG ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? 'sv').startsWith('en')
const fail = (sv, en) => {
  process.stderr.write(`${english ? en : sv}\n`)
  process.exit(1)
}

/** The Node that npm brought along for this machine; null where there is none (macOS). */
const ownNode = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : null
}

/** Runs this command again by another Node; signals pass through, and the child ends should this process be killed. */
const runBy = (node) => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by the terminal already; twice would mean "at once".
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal))
  }
  child.on('error', (error) => fail(`Node ${needed} kunde inte startas: ${error.message}`, `Node ${needed} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

const endWithParent = () => {
  if (!process.connected) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}

const run = async () => {
  endWithParent()
  process.env.NODE_ENV ??= 'production'
  const { isFresh } = await import('../scripts/stamp.mjs')
  if (!isFresh()) {
    const { buildAll } = await import('../scripts/build.mjs')
    await buildAll().catch((error) => fail(`Bygget gick inte: ${error.message}`, `The build failed: ${error.message}`))
  }
  await import(pathToFileURL(path.join(root, 'build', 'cli.js')).href)
}

if (!existsSync(path.join(root, 'node_modules'))) {
  fail('Biblioteken saknas. Kör först: npm install', 'The libraries are missing. Run first: npm install')
} else if (Number(process.versions.node.split('.')[0]) >= needed) {
  await run()
} else {
  const node = ownNode()
  if (node) runBy(node)
  else {
    fail(
      `Genomslag behöver Node ${needed} eller senare; det här är ${process.versions.node}. Hämta det på https://nodejs.org och försök igen.`,
      `Genomslag needs Node ${needed} or later; this is ${process.versions.node}. Get it at https://nodejs.org and try again.`,
    )
  }
}
