import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { type Manifest, type PackageFile, readManifest } from './manifest.ts'
import { filesIn, type PackageFiles } from './package-files.ts'
import { LongLine, linesIn } from './read-lines.ts'
import { packageWords as words } from './words.ts'
import { lineSum } from './write-package.ts'

interface Checking {
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

const told = 20

/** Checks the package that is in a folder: see `checkFiles`. */
export const checkPackage = (folder: string, checking: Checking = {}): Promise<Verdict<Manifest>> => checkFiles(filesIn(folder), checking)

/**
 * Reads a whole package and says whether it is what it claims to be: every file there and none beside, each with its size and digest,
 * each table with its number of lines. Every fault is told with its file, and its line where it has one. Nothing is written anywhere.
 */
export const checkFiles = async (files: PackageFiles, { onProgress = () => {}, signal }: Checking = {}): Promise<Verdict<Manifest>> => {
  const size = files.size('manifest.json')
  if (size === null) return refused({ code: 'package.no_manifest', text: words.noManifest(files.name) })
  const manifest = size > largestManifest ? null : readManifest((await buffer(files.read('manifest.json'))).toString('utf8'))
  if (!manifest) return refused({ code: 'package.manifest', text: words.badManifest })
  const refusals: Refusal[] = strangers(files, manifest).map((name) => ({ code: 'package.stranger', field: name, text: words.stranger(name) }))
  for (const [i, file] of manifest.files.entries()) {
    signal?.throwIfAborted()
    onProgress(i, manifest.files.length, file.name)
    const wrong = await checkFile(files, file)
    if (wrong) refusals.push(wrong)
    if (refusals.length >= told) break
  }
  try {
    if (refusals.length === 0) refusals.push(...shapeProblems(manifest), ...(await countProblems(files, manifest)))
  } catch (error) {
    if (!(error instanceof LongLine)) throw error
    refusals.push({ code: 'package.line', field: error.file, text: words.longLine(error.file, error.line) })
  }
  return refusals.length > 0 ? refused(...refusals.slice(0, told)) : granted(manifest)
}

/** Of millions of files; more cannot be one text. */
const largestManifest = 400_000_000

const strangers = (files: PackageFiles, manifest: Manifest): readonly string[] => {
  const known = new Set(['manifest.json', ...manifest.files.map((f) => f.name)])
  return files
    .all()
    .filter(({ plain, name }) => !plain || !known.has(name))
    .map(({ name }) => name)
    .slice(0, told)
}

const checkFile = async (files: PackageFiles, { name, size, sha256 }: PackageFile): Promise<Refusal | null> => {
  const there = files.size(name)
  if (there === null) return { code: 'package.file_missing', field: name, text: words.fileMissing(name) }
  const hash = createHash('sha256')
  for await (const chunk of files.read(name)) hash.update(chunk)
  const same = hash.digest('hex') === sha256 && there === size
  if (same && (!name.startsWith('files/') || name === `files/${sha256}`)) return null
  const line = name.startsWith('tables/') ? await alteredLine(files, name) : null
  return { code: 'package.altered', field: name, text: line ? words.lineAltered(name, line) : words.altered(name) }
}

/** The first line that does not agree with its check. */
const alteredLine = async (files: PackageFiles, name: string): Promise<number | null> => {
  const sums = name.replace('tables/', 'checksums/').replace(/jsonl$/, 'txt')
  if ((files.size(sums) ?? largestManifest) >= largestManifest) return null
  const expected = (await buffer(files.read(sums))).toString('utf8').split('\n').filter(Boolean)
  let no = 0
  try {
    for await (const line of linesIn(files, name)) {
      no++
      if (lineSum(line) !== expected[no - 1]) return no
    }
  } catch (error) {
    if (error instanceof LongLine) return error.line
    throw error
  }
  return no < expected.length ? no + 1 : null
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

const countProblems = async (files: PackageFiles, { tables }: Manifest): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = []
  for (const { name, rows } of tables) {
    const file = `tables/${name}.jsonl`
    let n = 0
    if (files.size(file) !== null) for await (const _ of linesIn(files, file)) n++
    if (n !== rows) refusals.push({ code: 'package.count', field: file, text: words.wrongCount(file, n, rows) })
  }
  return refusals
}
