import { createHash } from 'node:crypto'
import { attachFile } from '../cases/attach-file.ts'
import type { Block, Doc } from '../documents/doc.ts'
import { renderDocx } from '../documents/render-docx.ts'
import { openRenderer, type Renderer } from '../documents/renderer.ts'
import { numberCell, type SheetCell, textCell } from '../exchange/sheet/sheet.ts'
import { writeXlsx } from '../exchange/sheet/write-xlsx.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Happening, loader, must, order } from './event.ts'
import { readData } from './files.ts'
import { idOf } from './ids.ts'

interface AttachmentRow {
  readonly key: string
  readonly case: string
  /** The case, or the document in it, that it is attached to. */
  readonly on: string
  readonly day: string
  /** With its ending, which tells how it is made: .pdf and .docx of `blocks`, .xlsx of `sheet`. */
  readonly name: string
  readonly title: string
  readonly replaces?: string
  readonly sort?: string
  readonly blocks?: readonly Block[]
  readonly sheet?: { readonly heads: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] }
}

/** The files of the demonstration's cases: made here of our own texts, beside the load, and attached on their days. */
export const attachmentHappenings = (today: Day): readonly Happening[] => {
  const rows = readData<{ readonly attachments: readonly AttachmentRow[] }>('attachments.json').attachments.filter((row) => row.day <= today)
  const made = makeAll(rows)
  const ids = new Map<string, string>()
  return rows.map((row) => ({
    day: day(row.day),
    order: order.noted + 0.2,
    key: row.key,
    run: async (deps) => {
      const bytes = await (await made).get(row.key)
      if (!bytes) throw new Error(`${row.key}: the file was not made`)
      const file = {
        name: row.name,
        kind: row.name.slice(row.name.lastIndexOf('.') + 1) as 'pdf' | 'docx' | 'xlsx',
        charset: null,
        content: {
          field: 'files',
          name: row.name,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          cut: false,
          read: async (at: number, length: number) => bytes.subarray(at, at + length),
        },
      }
      const replaces = row.replaces ? ids.get(row.replaces) : undefined
      const input = { caseId: idOf('thing', row.case), thingId: idOf('thing', row.on), files: [file], title: row.title, replaces }
      const [id] = must(row.key, await attachFile(deps, loader, input, { bySystem: true }))
      if (id) ids.set(row.key, id)
    },
  }))
}

/** Makes every file while the load goes on: the PDFs in the process that sets documents. */
const makeAll = (rows: readonly AttachmentRow[]): Promise<ReadonlyMap<string, Buffer>> => {
  const renderer = openRenderer({ own: null })
  const all = Promise.all(rows.map(async (row) => [row.key, await make(renderer, row)] as const)).then((made) => new Map(made))
  // The one who waits for it is told of what went wrong; nobody waits yet.
  all.catch(() => {}).finally(() => renderer.close())
  return all
}

const make = async (renderer: Renderer, row: AttachmentRow): Promise<Buffer> => {
  if (row.sheet) return sheetOf(row.title, row.sheet)
  const doc: Doc = {
    kind: 'document',
    language: 'sv',
    title: row.title,
    sort: row.sort ?? 'Bilaga',
    authority: 'Arbetslivsnämnden',
    municipality: 'Borås Stad',
    margin: [row.day],
    blocks: row.blocks ?? [],
    sections: [],
  }
  return Buffer.from(row.name.endsWith('.docx') ? await renderDocx(doc) : must(row.key, await renderer.pdf(doc)).bytes)
}

const sheetOf = async (title: string, { heads, rows }: NonNullable<AttachmentRow['sheet']>): Promise<Buffer> => {
  const cells = rows.map((row) => row.map((value): SheetCell => (typeof value === 'number' ? numberCell(value) : textCell(value))))
  const pieces: Buffer[] = []
  const about = { name: 'Om filen', lines: [['Innehåll', title] as const] }
  for await (const piece of writeXlsx({
    name: title,
    heads,
    rows: (async function* () {
      yield* cells
    })(),
    about,
  }))
    pieces.push(piece)
  return Buffer.concat(pieces)
}
