import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader's program understands it. */
export interface ReadPdf {
  readonly pages: number
  /** The text of all pages, in the order it was set. */
  readonly text: string
  readonly title: string
  readonly language: string | null
  /** The roles of the structure tree in reading order: 'Document', 'H1', 'TH' …, of all pages. */
  readonly roles: readonly string[]
  /** Text alternatives in the structure tree. */
  readonly alts: readonly string[]
  readonly outline: readonly string[]
  readonly labels: readonly string[] | null
  /** Names of the fonts that are embedded, without the prefix of a subset. */
  readonly fonts: readonly string[]
  /** The part of PDF/UA that it says it keeps: '1'; null when it says nothing. */
  readonly ua: string | null
  /** Where the links of each page lead: a page index from 0 or an address. */
  readonly links: readonly { readonly page: number; readonly to: number | string }[]
}

interface Structure {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Structure[]
}
const walk = (node: Structure | null): readonly Structure[] => (node ? [node, ...(node.children ?? []).flatMap(walk)] : [])

interface OutlineItem {
  readonly title: string
  readonly items: readonly OutlineItem[]
}
const titles = (items: readonly OutlineItem[] | null): readonly string[] => (items ?? []).flatMap((i) => [i.title, ...titles(i.items)])

/** Reads a PDF with pdf.js: what its checks are made of. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 })
  const pdf = await task.promise
  try {
    const raw = Buffer.from(bytes).toString('latin1')
    const metadata = await pdf.getMetadata()
    const info = metadata.info as { readonly Title?: string; readonly Language?: string }
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
    const texts: string[] = []
    const structure: Structure[] = []
    const links: { page: number; to: number | string }[] = []
    for (const [index, page] of pages.entries()) {
      const content = await page.getTextContent()
      texts.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
      structure.push(...walk((await page.getStructTree()) as Structure | null))
      for (const annotation of await page.getAnnotations()) {
        const link = annotation as { readonly url?: string; readonly dest?: string | readonly unknown[] }
        if (link.url) links.push({ page: index, to: link.url })
        const dest = typeof link.dest === 'string' ? await pdf.getDestination(link.dest) : link.dest
        if (dest) links.push({ page: index, to: await pdf.getPageIndex(dest[0] as never) })
      }
    }
    const xmp = (metadata.metadata as { getRaw(): string } | null)?.getRaw() ?? ''
    return {
      pages: pdf.numPages,
      text: texts.join('\n'),
      title: info.Title ?? '',
      language: info.Language ?? null,
      roles: structure.flatMap((s) => s.role ?? []),
      alts: structure.flatMap((s) => s.alt ?? []),
      outline: titles((await pdf.getOutline()) as readonly OutlineItem[] | null),
      labels: await pdf.getPageLabels(),
      fonts: [...new Set([...raw.matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([A-Za-z0-9-]+)/g)].map((m) => m[1] as string))].toSorted(),
      ua: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(xmp)?.[1] ?? null,
      links,
    }
  } finally {
    await task.destroy()
  }
}
