import type { Sheet, SheetCell } from './sheet.ts'

/** What a spreadsheet would take for a formula when it opens the file gets an apostrophe before it, which is taken away again when it is read. */
const harmless = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Takes the apostrophe away. */
export const asWritten = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

const quoted = (text: string): string => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const field = (cell: SheetCell): string => {
  if (cell === null) return ''
  if (cell.kind === 'number') return cell.digits.replace('.', ',')
  return cell.kind === 'day' ? cell.day : quoted(harmless(cell.text.toWellFormed()))
}

/** Writes the list as Excel in Sweden opens it: UTF-8 with its mark, semicolons, decimal commas, days as year-month-day. */
export async function* writeCsv({ heads, rows }: Sheet): AsyncGenerator<Buffer> {
  let text = `\ufeff${heads.map((h) => quoted(harmless(h))).join(';')}\r\n`
  for await (const cells of rows) {
    text += `${cells.map(field).join(';')}\r\n`
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
