import { parse } from 'csv-parse/sync'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import { mostRows, type ReadRows, readXlsx } from './read-xlsx.ts'
import { cellText, emptyCell, type ReadCell, type ReadTable } from './sheet.ts'
import { sheetWords as words } from './words.ts'
import { asWritten } from './write-csv.ts'

/** The largest file that is read. */
export const largestSheet = 20 * 1024 * 1024

/** Reads a list from XLSX or CSV, told apart by their first bytes, whatever they hold. Never throws. */
export const readTable = (bytes: Buffer): Verdict<ReadTable> => {
  if (bytes.length > largestSheet) return refused({ code: 'sheet.too_large', text: words.tooLarge })
  if (bytes.length === 0) return refused({ code: 'sheet.empty', text: words.empty })
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xd0cf) return refused({ code: 'sheet.old', text: words.oldFormat })
  const read = bytes.subarray(0, 2).toString('latin1') === 'PK' ? readXlsx(bytes) : readCsv(bytes)
  if (read === null) return refused({ code: 'sheet.unreadable', text: words.unreadable })
  const [head, ...rows] = read.rows.filter(({ cells }) => cells.some((c) => c.kind !== 'empty'))
  if (!head) return refused({ code: 'sheet.empty', text: words.empty })
  return granted({ heads: head.cells.map(cellText), headRow: head.no, rows, holds: read.holds })
}

/** UTF-8, or what Excel in Sweden calls CSV when it does not say UTF-8. */
const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const delimiterOf = (text: string): string => {
  const line = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const [best = ';'] = [';', '\t', ','].toSorted((a, b) => line.split(b).length - line.split(a).length)
  return line.includes(best) ? best : ';'
}

const readCsv = (bytes: Buffer): ReadRows | null => {
  if (bytes.includes(0)) return null
  const text = decoded(bytes)
  try {
    const records = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, max_record_size: 5_000_000, to: mostRows + 1 })
    if (records.length > mostRows) return null
    return { rows: records.map((record, i) => ({ no: i + 1, cells: record.map(csvCell) })), holds: null }
  } catch {
    return null
  }
}

const csvCell = (text: string): ReadCell => (text.trim() === '' ? emptyCell : { kind: 'text', text: asWritten(text) })
