// Builds what runs: the program, and the browser's script, style sheet and fonts with their content in the name.
// Two builds may run at once: each makes its own files and moves them in one by one, the stamp last.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildFolder, root, stampFile, stampNow } from './stamp.mjs'

const common = { absWorkingDir: root, bundle: true, logLevel: 'warning', metafile: true, jsx: 'automatic', legalComments: 'none' }

const buildProgram = (outdir) =>
  build({
    ...common,
    // The process that sets documents is a program of its own, and so is the thread that watches its memory.
    entryPoints: { cli: 'src/cli.ts', 'render-worker': 'src/documents/render-worker.ts', 'watch-memory': 'src/documents/watch-memory.ts' },
    outdir,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Each command in a file of its own, what they share in others: `rule` starts without the server’s libraries.
    splitting: true,
    packages: 'external',
    sourcemap: true,
    minifySyntax: true,
  })

const buildAssets = (outdir) =>
  build({
    ...common,
    entryPoints: { genomslag: 'src/web/client/main.ts', look: 'src/web/look/look.css' },
    outdir: path.join(outdir, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    platform: 'browser',
    target: ['es2022', 'safari16', 'firefox115', 'chrome110'],
    format: 'esm',
    loader: { '.woff2': 'file' },
    minify: true,
  })

/** Addresses that the server writes into every page. */
const manifestOf = ({ outputs }) => {
  const address = (entry) => `/assets/${path.basename(Object.entries(outputs).find(([, output]) => output.entryPoint === entry)[0])}`
  return { js: address('src/web/client/main.ts'), css: address('src/web/look/look.css') }
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))

const entries = ['cli.js', 'render-worker.js', 'watch-memory.js', 'manifest.json']
const day = 24 * 60 * 60 * 1000

/** Builds everything into build/. Throws esbuild's errors, which it has printed. */
export const buildAll = async () => {
  const stamp = stampNow()
  mkdirSync(path.join(buildFolder, 'assets'), { recursive: true })
  const work = mkdtempSync(path.join(buildFolder, 'work-'))
  try {
    const [program, assets] = await Promise.allSettled([buildProgram(work), buildAssets(work)])
    for (const { status, reason } of [program, assets]) if (status === 'rejected') throw reason
    writeFileSync(path.join(work, 'manifest.json'), JSON.stringify(manifestOf(assets.value.metafile)))
    // What the others are named by comes last, so that whoever starts meanwhile finds what it asks for.
    const made = filesIn(work).toSorted((a, b) => Number(entries.includes(a)) - Number(entries.includes(b)))
    for (const file of made) renameSync(path.join(work, file), path.join(buildFolder, file))
    writeFileSync(path.join(work, 'stamp'), stamp)
    renameSync(path.join(work, 'stamp'), stampFile)
    removeOld(new Set([...made, 'stamp']))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const isOld = (file) => Date.now() - (statSync(path.join(buildFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN) > day

/** What earlier builds left goes after a day: a server that still runs may be asked for its files until then. */
const removeOld = (kept) => {
  const unfinished = readdirSync(buildFolder).filter((name) => name.startsWith('work-'))
  const files = filesIn(buildFolder).filter((file) => !kept.has(file))
  for (const file of [...unfinished, ...files]) if (isOld(file)) rmSync(path.join(buildFolder, file), { recursive: true, force: true })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = performance.now()
  await buildAll()
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(2)} s`)
}
