import { StringDecoder } from 'node:string_decoder'
import type { Refusal } from '../../kernel/refusal.ts'
import type { PackageFiles } from './package-files.ts'
import { packageWords as words } from './words.ts'

/** A line that no row of ours makes, and no text can hold. */
export class LongLine extends Error {
  readonly file: string
  readonly line: number
  constructor(file: string, line: number) {
    super(`${file}:${line}`)
    this.file = file
    this.line = line
  }
}
const longestLine = 100_000_000

/** The lines of a file of a package, one at a time; only line feeds divide them. Throws LongLine. */
export async function* linesIn(files: PackageFiles, name: string): AsyncGenerator<string> {
  // What has come of a line that has not ended, in pieces: put together once.
  let begun: string[] = []
  let [length, no] = [0, 1]
  const decoder = new StringDecoder('utf8')
  for await (const chunk of files.read(name)) {
    const lines = decoder.write(chunk).split('\n')
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
  const end = decoder.end()
  if (end !== '') begun.push(end)
  if (begun.length > 0) yield begun.join('')
}

/** Why a line is no row of a table with these columns; null when it can be one. Whether its values can be, the database says. */
export const lineProblem = (file: string, no: number, line: string, columns: ReadonlySet<string>): Refusal | null => {
  const wrong = unreadable(line, columns)
  return wrong === null ? null : { code: 'package.line', field: file, text: words.badLine(file, no, wrong) }
}

const unreadable = (line: string, columns: ReadonlySet<string>): string | null => {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'no object'
    const beside = Object.keys(read).find((key) => !columns.has(key))
    return beside === undefined ? null : `unknown column ${JSON.stringify(beside.slice(0, 60))}`
  } catch (error) {
    return (error as Error).message
  }
}
