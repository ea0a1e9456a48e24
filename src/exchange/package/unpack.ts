import { readTar } from './tar.ts'
import type { Sink } from './write-package.ts'

/** 'altered': it is no archive of a package; 'bomb': it holds more than a package that is packed so can hold. */
export type Unpacked = 'whole' | 'altered' | 'bomb'

interface Unpacking {
  /** So many bytes at most, each file counted as what it takes on a disk. */
  readonly most: number
  readonly sink: Sink
  readonly signal?: AbortSignal
}

/** What a file takes at least on a disk. */
const leastOnDisk = 4096

/** Unpacks a package to the sink as its archive comes. Only names that a package may hold are written, each once. Throws only when it is called off. */
export const unpack = async (archive: AsyncIterable<Buffer>, { most, sink, signal }: Unpacking): Promise<Unpacked> => {
  let left = most
  let open: Awaited<ReturnType<Sink['open']>> | null = null
  try {
    for await (const part of readTar(archive)) {
      signal?.throwIfAborted()
      if ('file' in part) {
        await open?.close()
        open = null
        left -= Math.max(part.size, leastOnDisk)
        if (left < 0) return 'bomb'
        if (!/^(manifest\.json|(tables|schema|checksums|files)\/[a-z0-9_][a-z0-9_.]{0,79})$/.test(part.file)) return 'altered'
        open = await sink.open(part.file)
      } else await open?.write(part.bytes)
    }
    return 'whole'
  } catch (error) {
    if (signal?.aborted) throw error
    return 'altered'
  } finally {
    await open?.close()
  }
}
