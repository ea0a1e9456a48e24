import { daysBetween, day as dayIn } from '../../kernel/day.ts'
import { cellName, type Sheet, type SheetCell } from './sheet.ts'
import { escaped } from './xml.ts'
import { writeZip } from './zip.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Numbers may show so many decimals; the value has all of them. */
const mostDecimals = 4
/** Places in `cellXfs` of the styles below. */
const style = { head: 1, day: 2, number: 3 } as const
/** The longest text that Excel holds in a cell. */
const longest = 32_767

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="${mostDecimals + 2}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>${Array.from(
  { length: mostDecimals + 1 },
  (_, i) => `<numFmt numFmtId="${165 + i}" formatCode="#,##0${i > 0 ? `.${'0'.repeat(i)}` : ''}"/>`,
).join(
  '',
)}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${mostDecimals + 4}"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>${Array.from(
  { length: mostDecimals + 1 },
  (_, i) => `<xf numFmtId="${165 + i}" applyNumberFormat="1"/>`,
).join('')}</cellXfs></styleSheet>`

const epoch = dayIn('1900-03-01')

const cell = (value: SheetCell, column: number, row: number): string => {
  if (value === null) return ''
  const at = cellName(column, row)
  switch (value.kind) {
    case 'text':
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.text.slice(0, longest))}</t></is></c>`
    case 'day':
      // Counted from March 1900: before it the two calendars of spreadsheets disagree by a day.
      return value.day < epoch
        ? cell({ kind: 'text', text: value.day }, column, row)
        : `<c r="${at}" s="${style.day}"><v>${daysBetween(epoch, value.day) + 61}</v></c>`
    default: {
      const decimals = Math.min(mostDecimals, (value.digits.split('.')[1] ?? '').length)
      return `<c r="${at}" s="${style.number + decimals}"><v>${value.digits}</v></c>`
    }
  }
}

const rowXml = (cells: readonly SheetCell[], no: number): string => `<row r="${no}">${cells.map((c, i) => cell(c, i, no)).join('')}</row>`

async function* sheetXml(heads: readonly string[], rows: AsyncIterable<readonly SheetCell[]>): AsyncGenerator<Buffer> {
  const widths = heads.map((head, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.min(48, Math.max(12, head.length + 4))}" customWidth="1"/>`)
  const frozen =
    heads.length > 0
      ? '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
      : '<sheetView workbookViewId="0"/>'
  const first = `<row r="1">${heads.map((h, i) => `<c r="${cellName(i, 1)}" s="${style.head}" t="inlineStr"><is><t xml:space="preserve">${escaped(h)}</t></is></c>`).join('')}</row>`
  yield Buffer.from(`${declaration}<worksheet xmlns="${main}"><sheetViews>${frozen}</sheetViews><cols>${widths.join('')}</cols><sheetData>${first}`)
  let no = 1
  let text = ''
  for await (const cells of rows) {
    text += rowXml(cells, ++no)
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  const filter = heads.length > 0 && no > 1 ? `<autoFilter ref="A1:${cellName(heads.length - 1, no)}"/>` : ''
  yield Buffer.from(`${text}</sheetData>${filter}</worksheet>`)
}

/** A sheet's name as Excel takes it: some characters are forbidden, and 31 are the most. */
const tabName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || 'Blad'

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

/** Writes a workbook as it comes: the list on its first sheet, what the file is on its second. Texts are texts, never formulas. */
export const writeXlsx = ({ name, heads, rows, about }: Sheet): AsyncGenerator<Buffer> => {
  const sheets = [tabName(name), tabName(about.name)]
  const lines = about.lines.map(([what, is]): SheetCell[] => [
    { kind: 'text', text: what },
    { kind: 'text', text: is },
  ])
  const type = (part: string, kind: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: once(
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/worksheets/sheet1.xml', 'worksheet')}${type('/xl/worksheets/sheet2.xml', 'worksheet')}${type('/xl/styles.xml', 'styles')}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      content: once(
        `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: once(
        `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((s, i) => `<sheet name="${escaped(s)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: once(
        `${declaration}<Relationships xmlns="${relations}">${[1, 2].map((i) => `<Relationship Id="rId${i}" Type="${office}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/styles.xml', content: once(styles) },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(heads, rows) },
    { name: 'xl/worksheets/sheet2.xml', content: sheetXml([about.name, ''], each(lines)) },
  ])
}
