import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../test/pdf.ts'
import { type Bundle, bundleIndex } from './bundle.ts'
import type { Doc } from './doc.ts'
import { openAttached } from './merge/attached.ts'
import { openRenderer } from './renderer.ts'

const renderer = openRenderer({ own: null })
afterAll(() => renderer.close())

const doc = (title: string, sections: Doc['sections'] = []): Doc => ({
  kind: 'document',
  language: 'sv',
  title,
  sort: 'Skrivelse',
  authority: 'Arbetslivsnämnden',
  municipality: 'Borås Stad',
  margin: ['ALN 2022-00001'],
  blocks: [{ kind: 'paragraph', text: `Text i ${title}.` }],
  sections,
})
const section = (title: string): Doc['sections'][number] => ({ id: 'one', title, blocks: [{ kind: 'list', items: ['ett'] }] })

/** A PDF as others make them: no structure, and a name for its second page. */
const untagged = async (pages: number): Promise<Uint8Array> => {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= pages; i++) made.addPage().drawText(`Otaggad sida ${i}`, { x: 50, y: 700, font, size: 20 })
  return made.save()
}
const tagged = async (title: string): Promise<Uint8Array> => {
  const done = await renderer.pdf(doc(title, [section(`Avsnitt i ${title}`)]))
  if (!done.ok) throw new Error('not made')
  return done.value.bytes
}
const made = async (bundle: Bundle) => {
  const done = await renderer.bundle(bundle)
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}
const file = (title: string, pdf: Uint8Array | null) => ({ title, about: 'PDF, 2 kB', pdf })

describe('a bundle', () => {
  it('holds documents and attached files as one tagged PDF, whose index, bookmarks and page labels agree', async () => {
    const bundle: Bundle = {
      cover: doc('Kallelse'),
      parts: [
        {
          sign: '1',
          title: 'Stadsdelsvärdar',
          docs: [doc('Skrivelsen', [section('Bedömning')])],
          files: [file('Riskanalys', await tagged('Analysen')), file('Skannad', await untagged(3))],
        },
        {
          sign: '2',
          title: 'Ekonomi',
          docs: [],
          files: [file('Kalkyl', null), file('Trasig', Buffer.from('%PDF-1.7 trasig')), file('Sist', await tagged('Sista'))],
        },
      ],
    }
    const { bytes, pages } = await made(bundle)
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toBe(pages)
    expect(pdf.labels).toEqual(Array.from({ length: pages }, (_, i) => String(i + 1)))
    // Every line of the index leads to the page whose number it tells.
    const index = bundleIndex(bundle)
    expect(pdf.links.map((l) => l.page)).toEqual(index.map(() => 0))
    for (const [i, entry] of index.entries()) {
      const text = await textOf(bytes, Number(pdf.links[i]?.to))
      expect([entry.title, text.includes(entry.title)]).toEqual([entry.title, true])
      expect([entry.title, text.includes(`sida ${Number(pdf.links[i]?.to) + 1} (${pages})`)]).toEqual([entry.title, true])
    }
    for (const entry of index) expect(pdf.outline).toContain(entry.title)
    expect(pdf.outline).toContain('Avsnitt i Analysen')
    for (const words of ['Text i Analysen.', 'Otaggad sida 3', 'ingår inte här', 'låst eller skadad', 'saknar märkning']) expect(pdf.text).toContain(words)
    // Every page says its structure, the scanned ones too; not all files keep PDF/UA, so the whole does not claim to.
    expect((await structuresOf(bytes)).every((n) => n > 0)).toBe(true)
    expect(pdf.roles.filter((r) => r === 'Part').length).toBeGreaterThanOrEqual(3)
    expect(pdf.ua).toBeNull()
    expect(pdf.language).toMatch(/^sv/)
  })

  it('still keeps PDF/UA when every file in it does', async () => {
    const { bytes } = await made({
      cover: doc('Kallelse'),
      parts: [{ sign: '1', title: 'Ett', docs: [], files: [file('A', await tagged('A')), file('B', await tagged('B'))] }],
    })
    expect((await readPdf(bytes)).ua).toBe('1')
  })

  it('takes a file whose names of places lead back to themselves by many ways', async () => {
    const made = await PDFDocument.create()
    made.addPage()
    const { context, catalog } = made
    const branch = context.register(context.obj({}))
    context.assign(branch, context.obj({ Kids: [branch, branch, branch, branch] }))
    catalog.set(PDFName.of('Names'), context.obj({ Dests: branch }))
    expect((await openAttached(await made.save()))?.pages).toBe(1)
  })

  it('is left when nobody waits for it any longer, and never begun for who has already gone; the next is made', async () => {
    const bundle: Bundle = { cover: doc('Kallelse'), parts: [{ sign: '1', title: 'Ärendet', docs: [], files: [file('Skannad', await untagged(40))] }] }
    const leaves = new AbortController()
    const left = renderer.bundle(bundle, leaves.signal)
    const [begun, next] = [renderer.bundle(bundle, AbortSignal.abort()), made(bundle)]
    setTimeout(() => leaves.abort(), 5)
    expect(await left).toMatchObject({ ok: false, refusals: [{ code: 'document.left' }] })
    expect(await begun).toMatchObject({ ok: false, refusals: [{ code: 'document.left' }] })
    expect((await next).pages).toBeGreaterThan(40)
  })
})

const open = async (bytes: Uint8Array) =>
  (await import('pdfjs-dist/legacy/build/pdf.mjs')).getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 })

const textOf = async (bytes: Uint8Array, page: number): Promise<string> => {
  const task = await open(bytes)
  const content = await (await (await task.promise).getPage(page + 1)).getTextContent()
  await task.destroy()
  return content.items
    .map((i) => ('str' in i ? i.str : ''))
    .join('')
    .replaceAll('\u00a0', ' ')
}

/** How many structure elements each page has. */
const structuresOf = async (bytes: Uint8Array): Promise<readonly number[]> => {
  const task = await open(bytes)
  const pdf = await task.promise
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getStructTree())?.children.length ?? 0),
  )
  await task.destroy()
  return trees
}
