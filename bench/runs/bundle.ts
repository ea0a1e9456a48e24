import { readdirSync, readFileSync } from 'node:fs'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { Bundle, BundlePart } from '../../src/documents/bundle.ts'
import type { Doc } from '../../src/documents/doc.ts'
import { openRenderer, type Pdf, type Renderer } from '../../src/documents/renderer.ts'
import type { Verdict } from '../../src/kernel/refusal.ts'
import { row, type Row } from '../measure.ts'
import { time } from '../parts/lay.ts'
import { vocabulary } from '../parts/swedish.ts'

export interface BundleSize {
  readonly cases: number
  /** Pages of the file attached to each case. */
  readonly pages: number
  readonly times: number
}

export interface BundleCount {
  readonly rows: readonly Row[]
  /** The last file made, and how many of its pages were attached. */
  readonly pdf: Pdf
  readonly attached: number
  /** The most that the process that sets it had in memory, in MB; NaN elsewhere than on Linux. */
  readonly memory: number
}

const words = vocabulary()

const textOf = (seed: number, length: number): string =>
  Array.from({ length }, (_, i) => words[Math.floor(words.length ** ((((seed + 1) * 7919 + i * 104_729) % 99_991) / 99_991))] ?? '').join(' ')

const docOf = (seed: number, paragraphs: number): Doc => ({
  kind: 'document',
  language: 'sv',
  title: `Tjänsteskrivelse ${seed}`,
  sort: 'Tjänsteskrivelse',
  authority: 'Arbetslivsnämnden',
  municipality: 'Kommunen',
  margin: [],
  blocks: Array.from({ length: paragraphs }, (_, i) => ({ kind: 'paragraph', text: textOf(seed * 31 + i, 90) })),
  sections: [],
})

/** Lines of text on so many pages without structure. */
const untagged = async (seed: number, pages: number): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let p = 0; p < pages; p++) {
    const page = document.addPage([595, 842])
    for (let line = 0; line < 50; line++) page.drawText(textOf(seed * 97 + p * 50 + line, 9), { x: 50, y: 790 - line * 14, size: 10, font })
  }
  return document.save()
}

/** The most that the process beside this one that sets documents has had in memory, in MB; NaN elsewhere than on Linux. */
const setterMemory = (): number => {
  try {
    const statuses = readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid))
      .map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
    const children = statuses.filter((s) => new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(s))
    return Math.max(...children.map((s) => Number(/^VmHWM:\s+(\d+)/m.exec(s)?.[1] ?? 0))) / 1024
  } catch {
    return Number.NaN
  }
}

const made = (verdict: Verdict<Pdf>): Pdf => {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals))
  return verdict.value
}

/** Files of so many pages, every other tagged. */
const filesOf = async (renderer: Renderer, { cases, pages }: BundleSize): Promise<readonly Uint8Array[]> => {
  const files: Uint8Array[] = []
  for (let n = 0; n < cases; n++) files.push(n % 2 === 1 ? await untagged(n, pages) : made(await renderer.pdf(docOf(n, pages * 5 - 2))).bytes)
  return files
}

const bareMerge = async (files: readonly Uint8Array[]): Promise<number> => {
  const whole = await PDFDocument.create()
  for (const file of files) {
    const one = await PDFDocument.load(file)
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
  }
  await whole.save()
  return whole.getPageCount()
}

/** Times a summons as one PDF against a bare merge of the files attached to it. */
export const bundle = async (size: BundleSize): Promise<BundleCount> => {
  const renderer = openRenderer({ own: null, timeLimit: 600_000 })
  try {
    const files = await filesOf(renderer, size)
    const parts = files.map(
      (pdf, n): BundlePart => ({
        sign: String(n + 1),
        title: `Ärende ${n + 1} om ${textOf(n, 4)}`,
        docs: [docOf(1000 + n, 4)],
        files: [{ title: `Bilaga ${n + 1}`, about: 'PDF', pdf }],
      }),
    )
    const whole: Bundle = { cover: docOf(0, 3), parts }
    const [ours, bare]: [number[], number[]] = [[], []]
    let [pdf, attached, memory]: [Pdf, number, number] = [{ bytes: new Uint8Array(), pages: 0 }, 0, Number.NaN]
    for (let n = 0; n < size.times; n++) {
      await renderer.close()
      ours.push(await time(async () => (pdf = made(await renderer.bundle(whole)))))
      memory = setterMemory()
      bare.push(await time(async () => (attached = await bareMerge(files))))
    }
    return { rows: [row('as one PDF', ours, bare)], pdf, attached, memory }
  } finally {
    await renderer.close()
  }
}
