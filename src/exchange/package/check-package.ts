import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
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
  if (!isPlain(at)) return refused({ code: 'package.no_manifest', text: words.noManifest(folder) })
  const manifest = statSync(at).size > largestManifest ? null : readManifest(readFileSync(at, 'utf8'))
  if (!manifest) return refused({ code: 'package.manifest', text: words.badManifest })
  const refusals: Refusal[] = strangers(folder, manifest).map((name) => ({ code: 'package.stranger', field: name, text: words.stranger(name) }))
  for (const [i, file] of manifest.files.entries()) {
    signal?.throwIfAborted()
    onProgress(i, manifest.files.length, file.name)
    const wrong = await checkFile(folder, file)
    if (wrong) refusals.push(wrong)
    if (refusals.length >= told) break
  }
  try {
    if (refusals.length === 0) refusals.push(...shapeProblems(manifest), ...(await countProblems(folder, manifest)))
  } catch (error) {
    if (!(error instanceof LongLine)) throw error
    refusals.push({ code: 'package.line', field: error.file, text: words.longLine(error.file, error.line) })
  }
  return refusals.length > 0 ? refused(...refusals.slice(0, told)) : granted(manifest)
}

/** Of millions of files; more cannot be one text. */
const largestManifest = 400_000_000

/** A file, and nothing that leads elsewhere or never ends. */
const isPlain = (at: string): boolean => lstatSync(at, { throwIfNoEntry: false })?.isFile() === true

const strangers = (folder: string, manifest: Manifest): readonly string[] => {
  const known = new Set(['manifest.json', ...manifest.files.map((f) => f.name)])
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ plain: entry.isFile(), name: path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/') }))
    .filter(({ plain, name }) => !plain || !known.has(name))
    .map(({ name }) => name)
    .slice(0, told)
}

const checkFile = async (folder: string, { name, size, sha256 }: PackageFile): Promise<Refusal | null> => {
  const at = path.join(folder, name)
  if (!isPlain(at)) return { code: 'package.file_missing', field: name, text: words.fileMissing(name) }
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
  try {
    for await (const line of linesIn(folder, name)) {
      no++
      if (lineSum(line) !== expected[no - 1]) return no
    }
  } catch (error) {
    if (error instanceof LongLine) return error.line
    throw error
  }
  return no < expected.length ? no + 1 : null
}

/** A line that no row of ours makes, and no text can hold. */
class LongLine extends Error {
  readonly file: string
  readonly line: number
  constructor(file: string, line: number) {
    super(`${file}:${line}`)
    this.file = file
    this.line = line
  }
}
const longestLine = 100_000_000

/** The lines of a file of a package, one at a time; only line feeds divide them. */
export async function* linesIn(folder: string, name: string): AsyncGenerator<string> {
  // What has come of a line that has not ended, in pieces: put together once.
  let begun: string[] = []
  let [length, no] = [0, 1]
  for await (const chunk of createReadStream(path.join(folder, name), { encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>) {
    const lines = chunk.split('\n')
    const rest = lines.pop() ?? ''
    for (const line of lines) {
      yield begun.length === 0 ? line : begun.join('') + line
      begun = []
      length = 0
      no++
    }
    if (rest !== '') begun.push(rest)
    length += rest.length
    if (length > longestLine) throw new LongLine(name, no)
  }
  if (begun.length > 0) yield begun.join('')
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
    if (existsSync(path.join(folder, file))) for await (const _ of linesIn(folder, file)) n++
    if (n !== rows) refusals.push({ code: 'package.count', field: file, text: words.wrongCount(file, n, rows) })
  }
  return refusals
}
