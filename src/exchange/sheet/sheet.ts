import type { Day } from '../../kernel/day.ts'

/**
 * A cell to write. Numbers are plain decimal digits with a point ('-2500.50'), so that nothing is rounded on the way. `of` is the id of
 * the thing that a text tells of, where the row does not give it: whoever takes out something secret is noted by it.
 */
export type SheetCell =
  | null
  | { readonly kind: 'text'; readonly text: string; readonly of?: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'number'; readonly digits: string }

/** A list to write: its heads, its rows as they come, and what the sheet 'Om filen' tells. */
export interface Sheet {
  /** Of the sheet and, made simple, of the file. */
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
  readonly about: { readonly name: string; readonly lines: readonly (readonly [string, string])[] }
}

/** A cell of text; null for an empty one. `of`: see `SheetCell`. */
export const textCell = (text: string | null | undefined, of?: string): SheetCell =>
  text === null || text === undefined || text === '' ? null : { kind: 'text', text, ...(of === undefined ? {} : { of }) }
/** A cell with a day; null where there is none. */
export const dayCell = (day: Day | null | undefined): SheetCell => (day ? { kind: 'day', day } : null)
/** A number that is exact as it prints; null where it is missing. */
export const numberCell = (value: number | null | undefined): SheetCell => {
  if (value === null || value === undefined) return null
  const digits = String(value)
  return { kind: 'number', digits: /e/.test(digits) ? BigInt(Math.round(value)).toString() : digits }
}

/** A cell that was read, before anybody has said what it should be. */
export type ReadCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error'; readonly text: string }

/** A table that was read: rows by their number in the sheet, cells by their column. */
export interface ReadTable {
  readonly heads: readonly string[]
  /** The row that the heads stand on, from 1. */
  readonly headRow: number
  readonly rows: readonly { readonly no: number; readonly cells: readonly ReadCell[] }[]
  /** What the sheet 'Om filen' says the file holds; null when there is none. */
  readonly holds: string | null
}

export const emptyCell: ReadCell = { kind: 'empty' }

/** 'C14': how people name a cell. Columns from 0, rows from 1. */
export const cellName = (column: number, row: number): string => {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return `${letters}${row}`
}

/** What stood in a cell, as text: numbers with decimal comma, days as days. For reading it and for quoting it. */
export const cellText = (cell: ReadCell): string => {
  switch (cell.kind) {
    case 'text':
      return cell.text.replaceAll('\r\n', '\n').trim()
    case 'number':
      return plain(Number(cell.value.toPrecision(15))).replace('.', ',')
    case 'day':
      return cell.day
    case 'flag':
      return cell.value ? 'Ja' : 'Nej'
    case 'error':
      return cell.text
    default:
      return ''
  }
}

const plain = (value: number): string => (/e/.test(String(value)) && Math.abs(value) < 1e20 ? value.toFixed(10).replace(/\.?0+$/, '') : String(value))

/** The words that name what a file holds, in the sheet 'Om filen'. */
export const holdsWords = { sv: 'Innehåll', en: 'Content' } as const
export const aboutWords = { sv: 'Om filen', en: 'About the file' } as const

/** A cell that is written, as it reads. */
export const shownCell = (cell: SheetCell): string =>
  cell === null ? '' : cell.kind === 'text' ? cell.text : cell.kind === 'day' ? cell.day : cell.digits.replace('.', ',')
