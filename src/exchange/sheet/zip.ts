import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib'
import { TooMuch } from './too-much.ts'

interface ZipPart {
  readonly name: string
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>
}

const fields = (...values: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const out = Buffer.alloc(values.reduce((n, [size]) => n + size, 0))
  let at = 0
  for (const [size, value] of values) at = size === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at)
  return out
}
/** 1 January 1980, midnight: the same content gives the same bytes. */
const noTime = [
  [2, 0],
  [2, 0x21],
] as const
/** Sizes follow the content, since it is written as it comes; names are UTF-8. */
const flags = 0x0808

/** Writes a zip archive as it comes, never holding more than a piece of it. */
export async function* writeZip(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const called = Buffer.from(name)
    const start = at
    const head = Buffer.concat([fields([4, 0x04034b50], [2, 20], [2, flags], [2, 8], ...noTime, [4, 0], [4, 0], [4, 0], [2, called.length], [2, 0]), called])
    yield head
    at += head.length
    let [crc, size, packed] = [0, 0, 0]
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const bytes of content) {
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }
    const deflated = pipeline(Readable.from(counted()), createDeflateRaw({ level: 4 }), () => {})
    for await (const bytes of deflated) {
      packed += (bytes as Buffer).length
      yield bytes as Buffer
    }
    const sizes = [
      [4, crc],
      [4, packed],
      [4, size],
    ] as const
    const descriptor = fields([4, 0x08074b50], ...sizes)
    yield descriptor
    at += packed + descriptor.length
    const entry = fields(
      [4, 0x02014b50],
      [2, 20],
      [2, 20],
      [2, flags],
      [2, 8],
      ...noTime,
      ...sizes,
      [2, called.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, start],
    )
    directory.push(entry, called)
  }
  const index = Buffer.concat(directory)
  yield Buffer.concat([index, fields([4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, index.length], [4, at], [2, 0])])
}

export interface ReadZip {
  /** The file of that name as it is unpacked, piece by piece; null when it is not there. Throws where it is not whole, or there is too much of it. */
  pieces(name: string): AsyncIterable<Buffer> | null
}

const mostFiles = 2000
/** Of all that is asked for, unpacked: a small file cannot keep the program at work for long, and no more than a piece is held. */
const mostUnpacked = 600_000_000

/** Reads an archive's directory; null when it is no archive. Unpacks only what is asked for, as it is read, and not more than a limit in all. */
export const readZip = (bytes: Buffer): ReadZip | null => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length) return null
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if (count > mostFiles) return null
  const found = new Map<string, { method: number; packed: number; at: number }>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    found.set(name, { method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + extra + comment
  }
  let left = mostUnpacked
  const unpacked = async function* (method: number, packed: Buffer): AsyncGenerator<Buffer> {
    const pieces: AsyncIterable<Buffer> | Iterable<Buffer> =
      method === 0 ? [packed] : pipeline(Readable.from([packed]), createInflateRaw({ chunkSize: 1 << 16 }), () => {})
    for await (const piece of pieces) {
      left -= piece.length
      if (left < 0) throw new TooMuch()
      yield piece
    }
  }
  const pieces = (name: string): AsyncIterable<Buffer> | null => {
    const entry = found.get(name)
    if (!entry) return null
    if (entry.at + 30 > bytes.length || (entry.method !== 0 && entry.method !== 8)) throw new Error('not whole')
    const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    if (from + entry.packed > bytes.length) throw new Error('not whole')
    return unpacked(entry.method, bytes.subarray(from, from + entry.packed))
  }
  return { pieces }
}
