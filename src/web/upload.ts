import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Context } from 'hono'
import type { Fields } from './view.ts'

const megabyte = 1024 * 1024
/** The largest file, in bytes. */
export const largestFile = 50 * megabyte
/** The largest form with files, in bytes. */
export const largestUpload = 4 * largestFile
const mostFiles = 20

/** A file as it came: on disk, not in memory. Valid until its request is answered. */
export interface UploadedFile {
  readonly field: string
  /** As the reader's machine called it. */
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** It was larger than `largestFile` and the rest was left. */
  readonly cut: boolean
  /** Up to `length` bytes from `at` on; fewer at the end. */
  read(at: number, length: number): Promise<Buffer>
}

/** A form with files. `whole` is false when it broke off or was too large: then it must not be acted on. */
export interface Upload {
  readonly fields: Fields
  readonly files: readonly UploadedFile[]
  readonly whole: boolean
  /** Lets the temporary files go. */
  close(): Promise<void>
}

/** Does the request send files to an address that takes them? Those end in /upload. */
export const takesFiles = (c: Context): boolean =>
  c.req.method === 'POST' && c.req.path.endsWith('/upload') && /^multipart\/form-data;.*boundary=/i.test(c.req.header('content-type') ?? '')

/**
 * Reads a form with files as it comes, each file to a temporary one that no other program can open. `admits` sees the fields
 * before the first file and may refuse: then nothing is kept, but the rest is let
 * through, since a browser shows no answer while it is still sending.
 */
export const receiveUpload = async (c: Context, admits: (fields: Fields) => boolean): Promise<Upload> => {
  const fields: Record<string, string[]> = {}
  const files: Promise<Spooled>[] = []
  const streams: BusboyFileStream[] = []
  let cutShort = false
  const leaveOut = (): void => {
    cutShort = true
  }
  const parser = new Busboy({
    headers: { 'content-type': c.req.header('content-type') ?? '' },
    limits: { fileSize: largestFile, files: mostFiles, fields: 200, fieldSize: megabyte, headerPairs: 50 },
  })
  parser.on('field', (name, value) => {
    const values = (fields[name] ??= [])
    values.push(value.replaceAll('\u0000', ''))
  })
  parser.on('file', (field, stream, name) => {
    if (admits(fields)) {
      streams.push(stream)
      const file = spool(field, name ?? '', stream)
      file.catch(() => {}) // told below, when all have come
      files.push(file)
    } else {
      stream.resume()
      leaveOut()
    }
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, leaveOut)
  const body = c.req.raw.body as ReadableStream<Uint8Array> | null
  let whole = true
  try {
    await pipeline(counted(body ? Readable.fromWeb(body) : Readable.from([])), parser)
  } catch {
    whole = false // it broke off, was no form at all, or was too large: what came is not acted on
    for (const stream of streams) stream.destroy(new Error('the form broke off'))
  }
  const received = (await Promise.allSettled(files)).flatMap((f) => (f.status === 'fulfilled' ? [f.value] : []))
  // A file field that was left empty is sent as a file without name.
  return {
    fields,
    files: received.map(({ file }) => file).filter((f) => f.name !== '' || f.size > 0),
    whole: whole && !cutShort && received.length === files.length,
    close: async () => {
      for (const { close } of received) await close()
    },
  }
}

const counted = async function* (source: Readable): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += (chunk as Buffer).length
    if (size > largestUpload) throw new Error('the form is larger than a form with files may be')
    yield chunk as Buffer
  }
}

interface Spooled {
  readonly file: UploadedFile
  close(): Promise<void>
}

const spool = async (field: string, name: string, stream: BusboyFileStream): Promise<Spooled> => {
  const temporary = path.join(tmpdir(), `genomslag-${randomUUID()}`)
  const handle = await open(temporary, 'wx+', 0o600)
  // Already without a name it is gone when nobody holds it, also after kill -9. Windows refuses that of an open file.
  const left = await unlink(temporary).then(
    () => false,
    () => true,
  )
  const close = async (): Promise<void> => {
    await handle.close()
    if (left) await unlink(temporary)
  }
  const hash = createHash('sha256')
  let size = 0
  let trouble: unknown
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length
      hash.update(chunk as Buffer)
      // A full disk ends this file, not the reading of the form: what is left must be let through.
      if (!trouble) await handle.appendFile(chunk as Buffer).catch((error: unknown) => (trouble = error))
    }
    if (trouble) throw trouble
  } catch (error) {
    await close()
    throw error
  }
  return { file: { field, name, size, sha256: hash.digest('hex'), cut: stream.truncated, read: readerOf(handle, size) }, close }
}

const readerOf =
  (handle: FileHandle, size: number): UploadedFile['read'] =>
  async (at, length) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }
