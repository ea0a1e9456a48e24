import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFObjectCopier, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { Attached } from './attached.ts'
import { appendQuickly } from './quick-entries.ts'
import { hangPages, hangTree, trunkOf } from './structure.ts'

appendQuickly()

const name = (text: string): PDFName => PDFName.of(text)

/** A file that is to be put in after a page of the document, counted from 0. */
export interface Insert {
  readonly after: number
  readonly title: string
  readonly attached: Attached
}

/**
 * Puts the pages of files into a document that Typst set: with their structure, or as paragraphs where they have none; their outlines
 * under the bookmark of the sheet before them; page labels from 1 throughout. PDF/UA is only still claimed when all of them claim it.
 * What is lost: form fields' values stay as they are drawn but can no longer be filled in, and headers named by id in tables.
 */
export const insertFiles = async (bytes: Uint8Array, inserts: readonly Insert[]): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const trunk = trunkOf(context, catalog.lookup(name('StructTreeRoot'), PDFDict))
  const own = document.getPages().map((page) => page.ref)
  const sequence: PDFRef[] = []
  for (const [index, ref] of own.entries()) {
    sequence.push(ref)
    for (const { attached, title } of inserts.filter((i) => i.after === index)) {
      const before = context.largestObjectNumber
      const copier = PDFObjectCopier.for(attached.document.context, context)
      const refs = attached.document.getPages().map((page) => copier.copy(page.ref))
      const structure = attached.structure ? copier.copy(attached.structure) : null
      const outline = attached.document.catalog.get(name('Outlines'))
      const outlines = outline instanceof PDFRef ? copier.copy(outline) : null
      if (structure) hangTree(context, trunk, structure, copiedSince(context, before), title)
      else hangPages(context, trunk, refs, title)
      if (outlines) hangOutline(context, catalog, ref, context.lookup(outlines, PDFDict))
      sequence.push(...refs)
    }
  }
  trunk.root.set(name('ParentTreeNextKey'), PDFNumber.of(trunk.next))
  setPages(context, catalog, sequence)
  catalog.set(name('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }))
  if (!inserts.every((i) => i.attached.accessible)) claimNothing(context, catalog)
  return { pdf: await document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false }), pages: sequence.length }
}

const copiedSince = (context: PDFContext, before: number): readonly PDFObject[] =>
  Array.from({ length: context.largestObjectNumber - before }, (_, i) => context.lookup(PDFRef.of(before + i + 1))).filter((o) => o !== undefined)

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const

/** One flat list of pages; what they had from the nodes above them is written on each. */
const setPages = (context: PDFContext, catalog: PDFDict, sequence: readonly PDFRef[]): void => {
  const root = context.register(context.obj({ Type: 'Pages', Count: sequence.length, Kids: [...sequence] }))
  for (const ref of sequence) {
    const page = context.lookup(ref, PDFDict)
    for (const key of inherited) {
      let node: PDFDict | undefined = page
      for (let depth = 0; node && !page.has(name(key)) && depth < 30; depth++) {
        node = node.lookupMaybe(name('Parent'), PDFDict)
        const value = node?.get(name(key))
        if (value) page.set(name(key), value)
      }
    }
  }
  for (const ref of sequence) context.lookup(ref, PDFDict).set(name('Parent'), root)
  catalog.set(name('Pages'), root)
}

/** The bookmark that leads to the page, looked for through the whole outline. */
const bookmarkOf = (context: PDFContext, first: PDFObject | undefined, page: PDFRef, depth = 0): PDFRef | undefined => {
  if (depth > 20) return undefined
  for (let ref = first; ref instanceof PDFRef; ) {
    const item: PDFDict = context.lookup(ref, PDFDict)
    const place = item.lookup(name('Dest')) ?? item.lookupMaybe(name('A'), PDFDict)?.lookup(name('D'))
    if (place instanceof PDFArray && place.get(0) === page) return ref
    const below = bookmarkOf(context, item.get(name('First')), page, depth + 1)
    if (below) return below
    ref = item.get(name('Next'))
  }
  return undefined
}

const hangOutline = (context: PDFContext, catalog: PDFDict, page: PDFRef, outline: PDFDict): void => {
  const ref = bookmarkOf(context, catalog.lookupMaybe(name('Outlines'), PDFDict)?.get(name('First')), page)
  const [first, last] = [outline.get(name('First')), outline.get(name('Last'))]
  if (!ref || !(first instanceof PDFRef) || !last) return
  let count = 0
  for (let kid: PDFObject | undefined = first; kid instanceof PDFRef && count < 10_000; count++) {
    const item: PDFDict = context.lookup(kid, PDFDict)
    item.set(name('Parent'), ref)
    kid = item.get(name('Next'))
  }
  const bookmark = context.lookup(ref, PDFDict)
  bookmark.set(name('First'), first)
  bookmark.set(name('Last'), last)
  bookmark.set(name('Count'), PDFNumber.of(-count)) // folded
}

/** Takes back the claim to keep PDF/UA: something without a structure of its own was put in. */
const claimNothing = (context: PDFContext, catalog: PDFDict): void => {
  const stream = catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFRawStream)) return
  const text = Buffer.from(stream.contents)
    .toString('utf8')
    .replace(/<pdfuaid:part>\d<\/pdfuaid:part>/, '')
  catalog.set(name('Metadata'), context.register(context.stream(Buffer.from(text), { Type: 'Metadata', Subtype: 'XML' })))
}
