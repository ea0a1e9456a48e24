import { granted, refused, type Refusal, type Verdict } from '../../kernel/refusal.ts'
import { BrokenCsv, readCsv } from './read-csv.ts'
import { Merged, readXlsx } from './read-xlsx.ts'
import { cellText, type ReadTable } from './sheet.ts'
import { TooMuch } from './too-much.ts'
import { sheetWords as words } from './words.ts'

/** The largest file that is read over the web; an operator's command reads one ten times as large. */
export const largestSheet = 20 * 1024 * 1024
export const largestByCommand = 10 * largestSheet

/**
 * Reads a list from XLSX or CSV, told apart by their first bytes, whatever they hold. Never throws, and holds no more of the file at a time
 * than the list itself: a file that unpacks to more than a list can be is refused.
 */
export const readTable = async (bytes: Buffer): Promise<Verdict<ReadTable>> => {
  if (bytes.length > largestByCommand) return refused({ code: 'sheet.too_large', text: words.tooLarge(largestByCommand) })
  if (bytes.length === 0) return refused({ code: 'sheet.empty', text: words.empty })
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xd0cf) return refused({ code: 'sheet.old', text: words.oldFormat })
  try {
    const read = await (bytes.subarray(0, 2).toString('latin1') === 'PK' ? readXlsx(bytes) : readCsv(bytes))
    if (read === null) return refused({ code: 'sheet.unreadable', text: words.unreadable })
    const [head, ...rows] = read.rows.filter(({ cells }) => cells.some((c) => c.kind !== 'empty'))
    if (!head) return refused({ code: 'sheet.empty', text: words.empty })
    return granted({ heads: head.cells.map(cellText), headRow: head.no, rows, holds: read.holds })
  } catch (error) {
    return refused(whyUnread(error))
  }
}

const whyUnread = (error: unknown): Refusal => {
  if (error instanceof TooMuch) return { code: 'sheet.too_much', text: words.tooMuch }
  if (error instanceof Merged) return { code: 'sheet.merged', text: words.merged(error.cells) }
  if (error instanceof BrokenCsv) return { code: 'sheet.broken_line', text: words.brokenLine(error.line) }
  return { code: 'sheet.unreadable', text: words.unreadable }
}
