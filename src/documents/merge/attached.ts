import { decodePDFRawStream, PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { resolveNames } from './destinations.ts'

/** An attached PDF that can be put in: what it says of itself. */
export interface Attached {
  readonly document: PDFDocument
  readonly pages: number
  /** Its structure tree; null when it has none, or does not stand by it. */
  readonly structure: PDFRef | null
  /** Does it say that it keeps PDF/UA? */
  readonly accessible: boolean
}

const metadataOf = (document: PDFDocument): string => {
  const stream = document.catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8') : ''
}

/** Opens an attached PDF. Null when it is locked, damaged or has no pages: then it stays outside, and the index says so. */
export const openAttached = async (bytes: Uint8Array): Promise<Attached | null> => {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
    const pages = document.getPageCount()
    if (pages === 0) return null
    resolveNames(document)
    const { catalog } = document
    const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookupMaybe(PDFName.of('Marked'), PDFBool)?.asBoolean() === true
    const structure = catalog.get(PDFName.of('StructTreeRoot'))
    return {
      document,
      pages,
      structure: marked && structure instanceof PDFRef ? structure : null,
      accessible: /<pdfuaid:part>|pdfuaid:part=/.test(metadataOf(document)),
    }
  } catch {
    return null
  }
}
