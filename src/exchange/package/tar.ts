/** Just enough of tar (POSIX ustar) for packages: plain files with short names. Anybody's tar can unpack what is written here. */

const block = 512

/** The block before a file. The same name and size give the same bytes. */
export const tarHeader = (name: string, size: number): Buffer => {
  const header = Buffer.alloc(block)
  const put = (text: string, at: number): void => void header.write(text, at, 'latin1')
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  // Beyond eight gibibytes the size is told in binary, as tars of today do.
  if (size < 8 ** 11) put(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\0', 257)
  put('00', 263)
  put(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return header
}

/** What fills up the last block of a file of this size, and what ends the archive. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)
/** What every tar file ends with: two empty blocks. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

export type TarPart = { readonly file: string; readonly size: number } | { readonly bytes: Buffer }

const octal = (header: Buffer, at: number, length: number): number => {
  const text = header.toString('latin1', at, at + length).replace(/[\0 ]+$/, '')
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN
}

const readHeader = (header: Buffer): { name: string; size: number } | null => {
  const sum = octal(header, 148, 8)
  const counted = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
  const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : octal(header, 124, 12)
  const name = header.toString('latin1', 0, header.indexOf(0))
  return sum === counted && header[156] === 48 && Number.isSafeInteger(size) && header[345] === 0 ? { name, size } : null
}

/** Reads an archive as it comes: the beginning of each file, then its bytes. Throws on anything that is not such an archive. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarPart> {
  let rest: Buffer = Buffer.alloc(0)
  let left = 0
  let padding = 0
  let ended = false
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (rest.length > 0 && !ended) {
      if (left > 0) {
        const bytes = rest.subarray(0, Math.min(left, rest.length))
        left -= bytes.length
        rest = rest.subarray(bytes.length)
        yield { bytes }
      } else if (padding > 0) {
        if (rest.length < padding) break
        rest = rest.subarray(padding)
        padding = 0
      } else {
        if (rest.length < block) break
        const header = rest.subarray(0, block)
        rest = rest.subarray(block)
        if (header.every((byte) => byte === 0)) ended = true
        else {
          const read = readHeader(header)
          if (!read) throw new Error('not a tar header')
          left = read.size
          padding = tarPadding(read.size).length
          yield { file: read.name, size: read.size }
        }
      }
    }
    if (ended) rest = Buffer.alloc(0)
  }
  if (!ended || left > 0) throw new Error('the archive is cut off')
}
