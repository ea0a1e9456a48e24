import { AlignmentType, Bookmark, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Block } from './doc.ts'
import { textWidth } from './docx-styles.ts'

type TableBlock = Extract<Block, { kind: 'table' }>
type FigureBlock = Extract<Block, { kind: 'figure' }>

/** The name of a place in a Word document: letters, digits and _ only, at most 40. */
const bookmarkName = (id: string): string => `s_${id.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, 40)
/** A bookmark’s name from an id, as Word takes it; with a text, the bookmark itself around that text. */
export function bookmarkOf(id: string): string
export function bookmarkOf(id: string, text: string): Bookmark
export function bookmarkOf(id: string, text?: string): string | Bookmark {
  return text === undefined ? bookmarkName(id) : new Bookmark({ id: bookmarkName(id), children: [new TextRun({ text })] })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = { style: BorderStyle.SINGLE, size: 6, color: '17212B' }

/** A table whose head is repeated on every page and told as head; rows are not broken over pages. */
export const tableOf = ({ columns, rows }: TableBlock, clean: (text: string) => string): Table => {
  const shares = columns.map((c, i) => c.share ?? (i === 0 ? 2 : 1))
  const all = shares.reduce((a, b) => a + b, 0)
  const widths = shares.map((s) => Math.floor((s / all) * textWidth))
  const cell = (text: string, i: number, { bold = false, ruled = false } = {}): TableCell =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      borders: { left: none, right: none, top: ruled ? rule : none, bottom: none },
      children: [
        new Paragraph({
          style: 'Cell',
          alignment: columns[i]?.align === 'end' ? AlignmentType.END : AlignmentType.START,
          children: [new TextRun({ text: clean(text), bold })],
        }),
      ],
    })
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((c, i) => cell(c.head, i, { bold: true })) }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, i) => cell(row.cells[i] ?? '', i, { bold: row.kind !== undefined, ruled: n === 0 || row.kind !== undefined })),
          }),
      ),
    ],
  })
}

/** What stands in for a drawing where it cannot be drawn: an empty picture of one point. */
const emptyPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

/** A drawing with its text alternative. Its form is told by its viewBox. */
export const figureOf = ({ svg, alt, caption }: FigureBlock, clean: (text: string) => string): Paragraph => {
  const [, , width = 100, height = 50] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 100 50').split(/[ ,]+/).map(Number)
  const wide = 540
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: emptyPng },
        transformation: { width: wide, height: Math.round((wide * height) / width) },
        altText: { name: clean(caption), title: clean(caption), description: clean(alt) },
      }),
    ],
  })
}
