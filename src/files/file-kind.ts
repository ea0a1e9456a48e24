import type { UploadedFile } from '../web/upload.ts'
import { zipNames } from './zip-names.ts'

/** What a stored file may be. Told by its content, never by what its sender claims. */
export const fileKinds = ['pdf', 'docx', 'xlsx', 'odt', 'png', 'jpeg', 'text'] as const
export type FileKind = (typeof fileKinds)[number]

/** A file that may be kept: its kind, and for text how its letters are written. */
export interface Sniffed {
  readonly kind: FileKind
  readonly charset: 'utf-8' | 'windows-1252' | null
}

/** How to read a file's content, wherever it lies. */
export type Readable = Pick<UploadedFile, 'name' | 'size' | 'read'>

const mediaTypes: Record<Exclude<FileKind, 'text'>, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpeg: 'image/jpeg',
}

/** Is the text a table of values by its name? Nothing in the content of a text tells. */
const isCsv = (name: string): boolean => /\.csv$/i.test(name)

/** The media type that the file is sent with. */
export const mediaTypeOf = ({ kind, charset, name }: { readonly kind: FileKind; readonly charset: string | null; readonly name: string }): string =>
  kind === 'text' ? `text/${isCsv(name) ? 'csv' : 'plain'}; charset=${charset ?? 'utf-8'}` : mediaTypes[kind]

/** 'PDF', 'DOCX', 'CSV': the kind as readers know it. */
export const kindName = (kind: FileKind, name: string): string => (kind === 'text' ? (isCsv(name) ? 'CSV' : 'TXT') : kind.toUpperCase())

/** May a browser show it in its own window? Only what can hold no script that runs with us. */
export const isShown = (kind: FileKind): boolean => kind === 'pdf' || kind === 'png' || kind === 'jpeg'

const begins = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((b, i) => head[i] === b)

/**
 * The kind of a file, told by its content; null when it is none that is kept. A Word or Excel file with macros is none,
 * nor is text under a name that a program may run or a browser draw (.html, .svg): texts are .txt and .csv.
 */
export const sniff = async (file: Readable): Promise<Sniffed | null> => {
  const head = await file.read(0, 1024)
  const kind = (k: FileKind): Sniffed => ({ kind: k, charset: null })
  if (head.includes('%PDF-')) return kind('pdf')
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return kind('png')
  if (begins(head, 0xff, 0xd8, 0xff)) return kind('jpeg')
  if (begins(head, 0x50, 0x4b, 0x03, 0x04)) {
    const office = await officeKind(file, head)
    return office && kind(office)
  }
  if (!/\.(txt|csv)$/i.test(file.name)) return null
  const charset = await charsetOf(file)
  return charset && { kind: 'text', charset }
}

const officeKind = async (file: Readable, head: Buffer): Promise<FileKind | null> => {
  // OpenDocument: the first entry is 'mimetype', stored as it is (ODF 1.3 part 2, 3.3).
  if (head.subarray(30, 77).toString('latin1') === `mimetype${mediaTypes.odt}`) return 'odt'
  const names = await zipNames(file)
  if (!names?.has('[Content_Types].xml') || [...names].some((n) => n.endsWith('vbaProject.bin'))) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

const piece = 1024 * 1024
/** Control characters that no text has: all but tab, line ends and form feed. */
const notText = (byte: number): boolean => byte < 9 || byte === 11 || (byte > 13 && byte < 32) || byte === 127

const charsetOf = async (file: Readable): Promise<Sniffed['charset']> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let unicode = true
  for (let at = 0; at < file.size; at += piece) {
    const bytes = await file.read(at, piece)
    if (bytes.some(notText)) return null
    if (unicode) {
      try {
        decoder.decode(bytes, { stream: at + piece < file.size })
      } catch {
        unicode = false
      }
    }
  }
  return unicode ? 'utf-8' : 'windows-1252'
}
