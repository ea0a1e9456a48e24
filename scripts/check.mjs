// Everything that must hold before a change is handed over, cheap first. All steps run even when one fails; the counts come last.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const folder = mkdtempSync(path.join(tmpdir(), 'genomslag-check-'))
const began = Date.now()

/** Runs a command; gives exit code and output. With `stream` the output is also shown as it comes. */
const run = (command, args, { stream = false } = {}) =>
  new Promise((resolve) => {
    const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : { ...process.env, NO_COLOR: '1' }
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    const take = (chunk) => {
      output += chunk
      if (stream) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** A check that says nothing when all is well. `count` reads the words for the last block out of its output. */
const plain = async (name, command, args, count) => {
  const since = Date.now()
  const { code, output } = await run(command, args)
  if (code !== 0) process.stdout.write(output)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since)})`)
  return { name, ok: code === 0, words: code === 0 ? count(output) : 'FAILED' }
}

/** A kind of tests, shown as it runs; its numbers come from vitest's own report, not from its printed lines. */
const tests = async (kind) => {
  const name = `${kind} tests`
  const since = Date.now()
  const file = path.join(folder, `${kind}.json`)
  const { code } = await run(bin('vitest'), ['run', '--project', kind, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { stream: true })
  let report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // No report means that vitest itself fell over; its exit code says so below.
  }
  const ok = code === 0 && report.numPassedTests > 0
  const aside = [report.numFailedTests > 0 && `${report.numFailedTests} failed`, report.numPendingTests > 0 && `${report.numPendingTests} skipped`]
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(since)})`)
  return { name, ok, words: [`${report.numPassedTests} passed`, ...aside.filter(Boolean), ok ? '' : 'FAILED'].filter(Boolean).join(', ') }
}

const node = process.execPath
const results = [
  await plain('types', node, ['node_modules/typescript-7/bin/tsc', '-p', '.'], () => 'ok'),
  await plain('lint', bin('oxlint'), ['--deny-warnings'], (output) => `ok, ${/on (\d+) files/.exec(output)?.[1] ?? '?'} files`),
  await plain('format', bin('biome'), ['format', '.', '--max-diagnostics=200'], (output) => `ok, ${/Checked (\d+) files/.exec(output)?.[1] ?? '?'} files`),
  await plain('directions', node, ['scripts/directions.mjs'], (output) => output.trim().split('\n').at(-1)),
  await plain('dead code', bin('knip'), ['--no-progress'], () => '0'),
  await tests('unit'),
  await tests('store'),
  await tests('browser'),
]
rmSync(folder, { recursive: true, force: true })

const failed = results.filter((result) => !result.ok)
console.log(`\n${'─'.repeat(48)}`)
for (const { name, words } of results) console.log(`${name.padEnd(16)}${words}`)
console.log(`${'─'.repeat(48)}`)
console.log(
  failed.length === 0
    ? `all ${results.length} steps passed in ${seconds(began)}`
    : `${failed.length} of ${results.length} steps failed: ${failed.map((step) => step.name).join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
