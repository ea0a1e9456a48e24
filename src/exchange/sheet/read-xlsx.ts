import { type Day, isDay } from '../../kernel/day.ts'
import { aboutWords, cellText, emptyCell, holdsWords, type ReadCell } from './sheet.ts'
import { counting, most, ownTexts, TooMuch } from './too-much.ts'
import { attribute, innerText, partsAfter, tagsOf } from './xml.ts'
import { type ReadZip, readZip } from './zip.ts'

/** Cells of the list are merged ('B2:B5'): then it cannot be told which of them say the same, and which say nothing. */
export class Merged extends Error {
  readonly cells: string
  constructor(cells: string) {
    super(cells)
    this.cells = cells
  }
}

/** The rows of the sheet with the list, as they stand; and what the sheet 'Om filen' says the file holds. */
export interface ReadRows {
  readonly rows: readonly { readonly no: number; readonly cells: readonly ReadCell[] }[]
  readonly holds: string | null
}

const of = {
  r: attribute('r'),
  s: attribute('s'),
  t: attribute('t'),
  ref: attribute('ref'),
  name: attribute('name'),
  id: attribute('id'),
  target: attribute('Target'),
  relation: attribute('Id'),
}
const format = { id: attribute('numFmtId'), code: attribute('formatCode'), date1904: attribute('date1904') }

/**
 * Reads a workbook, piece by piece; null when it is none. Throws when it is not whole, Merged where cells of it are, and TooMuch when there is more in
 * it than a list has. Formulas are never worked out.
 */
export const readXlsx = async (bytes: Buffer): Promise<ReadRows | null> => {
  const zip = readZip(bytes)
  const workbook = zip && (await wholePart(zip, 'xl/workbook.xml'))
  if (!zip || !workbook) return null
  const sheets = sheetsOf(workbook, await wholePart(zip, 'xl/_rels/workbook.xml.rels'))
  const about = sheets.find((s) => s.name === aboutWords.sv || s.name === aboutWords.en)
  const list = sheets.find((s) => s !== about)
  if (!list) return null
  const looks: Looks = {
    texts: await sharedTexts(zip.pieces('xl/sharedStrings.xml')),
    days: dayStyles(await wholePart(zip, 'xl/styles.xml')),
    late: countsFrom1904(workbook),
    merged: true,
    own: ownTexts(),
  }
  const pieces = zip.pieces(list.path)
  if (!pieces) return null
  const rows = await rowsOf(pieces, looks)
  const told = await rowsOf(about ? zip.pieces(about.path) : null, { ...looks, merged: false })
  const line = told.find(({ cells }) => Object.values<string>(holdsWords).includes(cellText(cells[0] ?? emptyCell)))
  return { rows, holds: line ? cellText(line.cells[1] ?? emptyCell) : null }
}

/** A small part of the workbook; '' when it is not there. */
const wholePart = async (zip: ReadZip, name: string): Promise<string> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const piece of zip.pieces(name) ?? []) {
    length += piece.length
    if (length > most.piece) throw new TooMuch()
    parts.push(piece)
  }
  return Buffer.concat(parts).toString('utf8')
}

const countsFrom1904 = (workbook: string): boolean => {
  const tags = tagsOf(workbook)
  for (let tag = tags.next(); tag; tag = tags.next()) if (tag.name === 'workbookPr') return ['1', 'true'].includes(format.date1904(tag.attributes) ?? '')
  return false
}

const sheetsOf = (workbook: string, related: string): readonly { readonly name: string; readonly path: string }[] => {
  const targets = new Map<string, string>()
  const relations = tagsOf(related)
  for (let tag = relations.next(); tag; tag = relations.next()) {
    const [id, target] = [of.relation(tag.attributes), of.target(tag.attributes)]
    if (tag.name === 'Relationship' && id !== null && target !== null) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const sheets: { name: string; path: string }[] = []
  const tags = tagsOf(workbook)
  for (let tag = tags.next(); tag; tag = tags.next()) {
    const path = tag.name === 'sheet' ? targets.get(of.id(tag.attributes.replace(/\bsheetId\s*=/, 'no=')) ?? '') : undefined
    if (path !== undefined) sheets.push({ name: of.name(tag.attributes) ?? '', path })
  }
  return sheets
}

/** The texts that cells share, by number. Reading aids (phonetic runs) are no part of them. */
const sharedTexts = async (pieces: AsyncIterable<Buffer> | null): Promise<readonly string[]> => {
  const texts: string[] = []
  const own = ownTexts()
  const counted = counting()
  for await (const xml of pieces ? partsAfter(pieces, 'si', most.piece) : []) {
    const tags = tagsOf(xml)
    let text = ''
    let aid = false
    const add = (whole: string): void => {
      counted.cell(whole.length)
      texts.push(own(whole))
    }
    for (let tag = tags.next(); tag; tag = tags.next()) {
      if (tag.name === 'si' && !tag.closes) {
        text = ''
        if (tag.alone) add('')
      } else if (tag.name === 'si') add(text)
      else if (tag.name === 'rPh') aid = !tag.closes
      else if (tag.name === 't' && !tag.closes && !tag.alone && !aid) {
        const end = tags.next()
        if (end) text += excelText(innerText(xml, tag.to, end.from))
      }
    }
  }
  return texts
}

/** Excel writes some characters as `_x000D_`. */
const excelText = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).toWellFormed() : text

/** A format that says more than this says nothing more of days. */
const longestFormat = 500

/** Which styles show a number as a day. */
const dayStyles = (xml: string): ReadonlySet<number> => {
  const codes = new Map<number, string>()
  const found = new Set<number>()
  const tags = tagsOf(xml)
  let inside = false
  let no = 0
  for (let tag = tags.next(); tag; tag = tags.next()) {
    if (tag.name === 'numFmt') codes.set(Number(format.id(tag.attributes)), format.code(tag.attributes) ?? '')
    if (tag.name === 'cellXfs') inside = !tag.closes
    if (tag.name !== 'xf' || tag.closes || !inside) continue
    const id = Number(format.id(tag.attributes) ?? 0)
    const code = (codes.get(id) ?? '').slice(0, longestFormat).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || /[yd]/i.test(code)) found.add(no)
    no++
  }
  return found
}

const columnOf = (reference: string | null): number | null => {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? '')?.[1]
  return letters ? [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}

/** How a workbook writes what its cells hold. */
interface Looks {
  readonly texts: readonly string[]
  readonly days: ReadonlySet<number>
  /** Are days counted from 1904? */
  readonly late: boolean
  /** Does it matter that cells are merged? */
  readonly merged: boolean
  own(text: string): string
}

const rowsOf = async (pieces: AsyncIterable<Buffer> | null, looks: Looks): Promise<ReadRows['rows']> => {
  const rows: { no: number; cells: ReadCell[] }[] = []
  const counted = counting()
  for await (const xml of pieces ? partsAfter(pieces, 'row', most.piece) : []) {
    const tags = tagsOf(xml)
    let row: { no: number; cells: ReadCell[]; next: number } | null = null
    for (let tag = tags.next(); tag; tag = tags.next()) {
      if (tag.name === 'row' && !tag.closes) {
        counted.row()
        const no = Number(of.r(tag.attributes) ?? (rows.at(-1)?.no ?? 0) + 1)
        if (!Number.isSafeInteger(no) || no < 1) throw new Error('a row without a number')
        row = { no, cells: [], next: 0 }
        rows.push(row)
      } else if (tag.name === 'c' && !tag.closes && row) {
        const column: number = columnOf(of.r(tag.attributes)) ?? row.next
        if (column >= most.columns) throw new TooMuch()
        row.next = column + 1
        const cell = tag.alone ? emptyCell : readCell(xml, tags, tag.attributes, looks)
        if (cell === emptyCell) continue
        counted.cell(cell.kind === 'text' || cell.kind === 'error' ? cell.text.length : 0)
        counted.places(Math.max(1, column + 1 - row.cells.length))
        while (row.cells.length < column) row.cells.push(emptyCell)
        row.cells[column] = cell
      } else if (tag.name === 'mergeCell' && !tag.closes && looks.merged) throw new Merged((of.ref(tag.attributes) ?? '').slice(0, 20))
    }
  }
  return rows
}

const readCell = (xml: string, tags: ReturnType<typeof tagsOf>, attributes: string, { texts, days, late, own }: Looks): ReadCell => {
  const [type, style] = [of.t(attributes) ?? 'n', Number(of.s(attributes) ?? 0)]
  let value = ''
  let formula = false
  for (let tag = tags.next(); tag && !(tag.name === 'c' && tag.closes); tag = tags.next()) {
    if (tag.name === 'f') formula = true
    if ((tag.name === 'v' || tag.name === 't') && !tag.closes && !tag.alone) {
      const end = tags.next()
      if (!end) break
      value += innerText(xml, tag.to, end.from)
    }
  }
  if (formula) return { kind: 'formula' }
  switch (type) {
    case 's':
      return textOf(texts[Number(value)] ?? '')
    case 'inlineStr':
    case 'str':
      return textOf(own(excelText(value)))
    case 'b':
      return { kind: 'flag', value: value === '1' }
    case 'e':
      return { kind: 'error', text: own(value.slice(0, 200)) }
    case 'd':
      return isDay(value.slice(0, 10)) ? { kind: 'day', day: value.slice(0, 10) as Day } : textOf(value)
    default: {
      if (value.trim() === '') return emptyCell
      const number = Number(value)
      if (!Number.isFinite(number)) return { kind: 'error', text: own(value.slice(0, 200)) }
      return days.has(style) ? dayOf(number, late) : { kind: 'number', value: number }
    }
  }
}

const textOf = (text: string): ReadCell => (text.trim() === '' ? emptyCell : { kind: 'text', text: text.toWellFormed().replaceAll('\u0000', '') })

/** A day by its number, from 1900 or 1904; what is no day of ours stays a number. */
const dayOf = (serial: number, late: boolean): ReadCell => {
  const whole = Math.floor(serial) + (late ? 1462 : 0)
  const date = new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000)
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return whole > 60 && isDay(text) ? { kind: 'day', day: text } : { kind: 'number', value: serial }
}
