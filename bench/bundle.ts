// A summons of 200 cases with 1,000 pages of attachments as one PDF: every case with a document of its own and a file of some pages, half
// of them tagged and half as a scanner leaves them. Against a bare merge by pdf-lib of the same files, without index, bookmarks, page
// labels or tags. Usage: npm run bench -- bundle [cases] [pages of each] [times]
import { readdirSync, readFileSync } from 'node:fs'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { Bundle, BundlePart } from '../src/documents/bundle.ts'
import type { Doc } from '../src/documents/doc.ts'
import { openRenderer } from '../src/documents/renderer.ts'
import { row, table } from './measure.ts'
import { time } from './parts/lay.ts'
import { vocabulary } from './parts/swedish.ts'

const cases = Number(process.argv[2] ?? 200)
const pages = Number(process.argv[3] ?? 5)
const times = Number(process.argv[4] ?? 3)
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

/** Lines of text on pages without structure. */
const untagged = async (seed: number): Promise<Uint8Array> => {
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

const renderer = openRenderer({ own: null, timeLimit: 600_000 })
try {
  const files: Uint8Array[] = []
  for (let n = 0; n < cases; n++) {
    if (n % 2 === 1) files.push(await untagged(n))
    else {
      const made = await renderer.pdf(docOf(n, pages * 5 - 2))
      if (!made.ok) throw new Error(JSON.stringify(made.refusals))
      files.push(made.value.bytes)
    }
  }
  const parts = files.map(
    (pdf, n): BundlePart => ({
      sign: String(n + 1),
      title: `Ärende ${n + 1} om ${textOf(n, 4)}`,
      docs: [docOf(1000 + n, 4)],
      files: [{ title: `Bilaga ${n + 1}`, about: 'PDF', pdf }],
    }),
  )
  const bundle: Bundle = { cover: docOf(0, 3), parts }
  const [ours, bare]: [number[], number[]] = [[], []]
  let told = ''
  for (let n = 0; n < times; n++) {
    await renderer.close()
    let size = ''
    ours.push(
      await time(async () => {
        const made = await renderer.bundle(bundle)
        if (!made.ok) throw new Error(JSON.stringify(made.refusals))
        size = `${made.value.pages} pages, ${(made.value.bytes.length / 1e6).toFixed(1)} MB`
      }),
    )
    told = `${size}; the process that sets it had at most ${setterMemory().toFixed(0)} MB`
    bare.push(
      await time(async () => {
        const whole = await PDFDocument.create()
        for (const file of files) {
          const one = await PDFDocument.load(file)
          for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
        }
        await whole.save()
      }),
    )
  }
  table(`A summons of ${cases} cases (ms, against a bare merge of their files by pdf-lib)`, [row('as one PDF', ours, bare)])
  process.stdout.write(`${told}\n`)
} finally {
  await renderer.close()
}
