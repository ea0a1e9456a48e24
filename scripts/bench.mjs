// Runs the measurements of bench/, each bundled first since they use pages (.tsx): node scripts/bench.mjs [name] [arguments]
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { buildAll } from './build.mjs'
import { buildFolder, isFresh, root } from './stamp.mjs'

const [only, ...rest] = process.argv.slice(2)
const names = readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && file !== 'measure.ts')
  .map((file) => path.basename(file, '.ts'))
const asked = only ? names.filter((name) => name === only) : names
if (asked.length === 0) {
  process.stderr.write(`There is no measurement called ${only}. There are: ${names.join(', ')}.\n`)
  process.exit(2)
}
// What the program has beside itself (templates, the process that sets documents) a measurement finds from there too.
if (!isFresh()) await buildAll()
let failed = false
for (const name of asked) {
  const outfile = path.join(buildFolder, `bench-${name}.js`)
  await build({
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  })
  const { status } = spawnSync(process.execPath, [outfile, ...rest], { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
