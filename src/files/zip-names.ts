import type { Readable } from './file-kind.ts'

const endRecord = 0x06054b50
const entryRecord = 0x02014b50
const largestDirectory = 4 * 1024 * 1024

/**
 * The names in a zip archive, read from its directory at the end without unpacking anything (APPNOTE 4.3.12, 4.3.16).
 * Null when it is no archive that can be read.
 */
export const zipNames = async (file: Readable): Promise<ReadonlySet<string> | null> => {
  const tailAt = Math.max(0, file.size - 65_557)
  const tail = await file.read(tailAt, file.size - tailAt)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endRecord) end -= 1
  if (end < 0) return null
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (length > largestDirectory || start + length > file.size) return null
  const directory = await file.read(start, length)
  const names = new Set<string>()
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entryRecord; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    names.add(directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}
