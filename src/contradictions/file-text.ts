import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { words } from './words.ts'

/** The largest file that is read, in bytes: a hundred thick annual reports. */
export const mostBytes = 50_000_000

/** Text that is UTF-8, or UTF-16 that says so; refused where it is neither, since å, ä and ö would be lost. */
const decoded = (bytes: Uint8Array): Verdict<string> => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return granted(new TextDecoder(wide, { fatal: true }).decode(bytes))
  } catch {
    return refused({ code: 'check.encoding', text: words.encoding })
  }
}

/** Reads chunks as they come and stops at the first that is too much, so that no file fills the memory. */
export const readChunks = async (chunks: AsyncIterable<Uint8Array>, most = mostBytes): Promise<Verdict<string>> => {
  const read: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > most) return refused({ code: 'check.large', text: words.tooLarge(most) })
    read.push(chunk)
  }
  return decoded(Buffer.concat(read))
}

/** The text of a file, or of standard input for '-'. Throws what the file system throws where there is no such file. */
export const readFileText = async (file: string): Promise<Verdict<string>> => {
  if (file === '-') return readChunks(process.stdin)
  const { size } = await stat(file)
  return size > mostBytes ? refused({ code: 'check.large', text: words.tooLarge(mostBytes) }) : readChunks(createReadStream(file))
}
