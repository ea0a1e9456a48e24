import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { type Manifest, type PackageFile, readManifest } from './manifest.ts'
import { packageWords as words } from './words.ts'
import { lineSum } from './write-package.ts'

interface Checking {
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

const told = 20

/**
 * Reads a whole package and says whether it is what it claims to be: every file there and none beside, each with its size and digest,
 * each table with its number of lines. Every fault is told with its file, and its line where it has one. Nothing is written anywhere.
 */
export const checkPackage = async (folder: string, { onProgress = () => {}, signal }: Checking = {}): Promise<Verdict<Manifest>> => {
  const at = path.join(folder, 'manifest.json')
  if (!existsSync(at)) return refused({ code: 'package.no_manifest', text: words.noManifest(folder) })
  const manifest = statSync(at).size > 1_000_000_000 ? null : readManifest(readFileSync(at, 'utf8'))
  if (!manifest) return refused({ code: 'package.manifest', text: words.badManifest })
  const refusals: Refusal[] = strangers(folder, manifest).map((name) => ({ code: 'package.stranger', field: name, text: words.stranger(name) }))
  for (const [i, file] of manifest.files.entries()) {
    signal?.throwIfAborted()
    onProgress(i, manifest.files.length, file.name)
    const wrong = await checkFile(folder, file)
    if (wrong) refusals.push(wrong)
    if (refusals.length >= told) break
  }
  if (refusals.length === 0) refusals.push(...shapeProblems(manifest), ...(await countProblems(folder, manifest)))
  return refusals.length > 0 ? refused(...refusals.slice(0, told)) : granted(manifest)
}

const strangers = (folder: string, manifest: Manifest): readonly string[] => {
  const known = new Set(['manifest.json', ...manifest.files.map((f) => f.name)])
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !known.has(name))
    .slice(0, told)
}

const checkFile = async (folder: string, { name, size, sha256 }: PackageFile): Promise<Refusal | null> => {
  const at = path.join(folder, name)
  if (!existsSync(at)) return { code: 'package.file_missing', field: name, text: words.fileMissing(name) }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(at, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  const same = hash.digest('hex') === sha256 && statSync(at).size === size
  if (same && (!name.startsWith('files/') || name === `files/${sha256}`)) return null
  const line = name.startsWith('tables/') ? await alteredLine(folder, name) : null
  return { code: 'package.altered', field: name, text: line ? words.lineAltered(name, line) : words.altered(name) }
}

/** The first line that does not agree with its check. */
const alteredLine = async (folder: string, name: string): Promise<number | null> => {
  const sums = path.join(folder, name.replace('tables/', 'checksums/').replace(/jsonl$/, 'txt'))
  if (!existsSync(sums)) return null
  const expected = readFileSync(sums, 'utf8').split('\n').filter(Boolean)
  let no = 0
  for await (const line of linesIn(path.join(folder, name))) {
    no++
    if (lineSum(line) !== expected[no - 1]) return no
  }
  return no < expected.length ? no + 1 : null
}

/** The lines of a file, one at a time; only line feeds divide them. */
export const linesIn = (file: string): AsyncIterable<string> => {
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })
  return splitLines(input)
}

async function* splitLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Is there for each table its file of lines, and for each such file its table? */
const shapeProblems = ({ tables, files }: Manifest): readonly Refusal[] => {
  const names = new Set(files.map((f) => f.name))
  const wanted = new Set(tables.map((t) => `tables/${t.name}.jsonl`))
  const missing = [...wanted].filter((name) => !names.has(name))
  const beside = [...names].filter((name) => name.startsWith('tables/') && !wanted.has(name))
  return [
    ...missing.map((name) => ({ code: 'package.file_missing', field: name, text: words.fileMissing(name) })),
    ...beside.map((name) => ({ code: 'package.stranger', field: name, text: words.stranger(name) })),
  ]
}

const countProblems = async (folder: string, { tables }: Manifest): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = []
  for (const { name, rows } of tables) {
    const file = `tables/${name}.jsonl`
    let n = 0
    if (existsSync(path.join(folder, file))) for await (const _ of linesIn(path.join(folder, file))) n++
    if (n !== rows) refusals.push({ code: 'package.count', field: file, text: words.wrongCount(file, n, rows) })
  }
  return refusals
}
