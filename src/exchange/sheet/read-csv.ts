import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ReadRows } from './read-xlsx.ts'
import { emptyCell, type ReadCell } from './sheet.ts'
import { counting, most, TooMuch } from './too-much.ts'
import { asWritten } from './write-csv.ts'

/** A text that is no list from this line on: a quotation mark that opens in the middle of a cell, or never closes. */
export class BrokenCsv extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

/**
 * How the text is written: UTF-16 where its mark says so (Excel's 'Unicode text'), UTF-8, or what Excel in Sweden calls CSV when it does not
 * say UTF-8. Null when it is no text.
 */
const encodingOf = (bytes: Buffer): string | null => {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  if (mark === 0xfffe) return 'utf-16le'
  if (mark === 0xfeff) return 'utf-16be'
  if (bytes.includes(0)) return null
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The line 'sep=;' that Excel understands, and some programs begin with. */
const saysDelimiter = /^sep=([;,\t])\r?\n/i

/** Reads a list of text, some of it at a time; null when it is no text. Throws BrokenCsv, or TooMuch when there is more in it than a list has. */
export const readCsv = async (bytes: Buffer): Promise<ReadRows | null> => {
  const encoding = encodingOf(bytes)
  if (encoding === null) return null
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 10_000))
  const told = saysDelimiter.exec(start)?.[1]
  const delimiter = told ?? delimiterOf(start)
  const parser = pipeline(
    Readable.from(decoded(bytes, encoding)),
    parse({ delimiter, relax_column_count: true, max_record_size: most.piece, info: true }),
    () => {},
  )
  const rows: { no: number; cells: readonly ReadCell[] }[] = []
  const counted = counting()
  try {
    for await (const { record } of parser as AsyncIterable<{ record: readonly string[] }>) {
      counted.row()
      if (record.length > most.columns) throw new TooMuch()
      counted.places(record.length)
      const cells = record.map(csvCell)
      for (const cell of cells) if (cell.kind === 'text') counted.cell(cell.text.length)
      rows.push({ no: rows.length + 1, cells: told && rows.length === 0 ? [] : cells })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new TooMuch()
    throw new BrokenCsv(Number(error['lines'] ?? rows.length + 1))
  }
  return { rows, holds: null }
}

const pieceLength = 1 << 16

/** The text some at a time, without the mark that it may begin with. */
function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < bytes.length; from += pieceLength) yield decoder.decode(bytes.subarray(from, from + pieceLength), { stream: true })
}

const delimiterOf = (text: string): string => {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const [best = ';'] = [';', '\t', ','].toSorted((a, b) => line.split(b).length - line.split(a).length)
  return line.includes(best) ? best : ';'
}

const csvCell = (text: string): ReadCell => (text.trim() === '' ? emptyCell : { kind: 'text', text: asWritten(text) })
