import type { Locale } from '../kernel/text.ts'

/** A piece of running text. `href` leads to an https address or, with #, to a section of the same document. */
export interface Run {
  readonly text: string
  readonly strong?: boolean | undefined
  readonly emphasis?: boolean | undefined
  readonly href?: string | undefined
}
export type Rich = string | readonly Run[]

export interface TableColumn {
  readonly head: string
  /** 'end': numbers, right aligned with figures of one width. */
  readonly align?: 'start' | 'end' | undefined
  /** Share of the width; as wide as its content when left out. */
  readonly share?: number | undefined
}
export interface TableRow {
  /** The first names the row. */
  readonly cells: readonly string[]
  readonly kind?: 'sum' | 'total' | undefined
}

/** What a section is made of, the same for page, PDF and Word. Text is text: nothing in it is ever read as markup or code. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly tone?: 'lead' | 'quiet' | undefined }
  /** The clauses of a decision, each read after "att"; numbered when there are several. */
  | { readonly kind: 'clauses'; readonly items: readonly Rich[] }
  | { readonly kind: 'list'; readonly ordered?: boolean | undefined; readonly items: readonly Rich[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly name: string; readonly value: Rich }[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly note?: string | undefined
      readonly columns: readonly TableColumn[]
      readonly rows: readonly TableRow[]
    }
  /** `svg` is drawn by us, with attributes only and no text in it; `alt` says what it shows. */
  | { readonly kind: 'figure'; readonly svg: string; readonly alt: string; readonly caption: string }
  | { readonly kind: 'signatures'; readonly rows: readonly { readonly name: string; readonly role: string; readonly note?: string | undefined }[] }
  | { readonly kind: 'note'; readonly tone?: 'plain' | 'stop' | undefined; readonly text: Rich }

export interface Section {
  /** Unique in the document: what links lead to. */
  readonly id: string
  readonly title: string
  /** Said in the margin beside the heading: '§ 24' as `sign`, days and sources as `lines`. */
  readonly margin?: { readonly sign?: string | undefined; readonly lines?: readonly string[] | undefined } | undefined
  readonly blocks: readonly Block[]
}

/** The kinds of document. A municipality may have a template of its own for each, `<kind>.typ`; else document.typ is used. */
export const docKinds = ['document', 'decision', 'report', 'entry', 'table', 'minutes', 'extract', 'notice', 'votes', 'agenda', 'attendance'] as const
export type DocKind = (typeof docKinds)[number]

/** A document before it has a form: rendered as a page (doc-html.tsx), as PDF (render-pdf.ts) and as Word (render-docx.ts). */
export interface Doc {
  readonly kind: DocKind
  readonly language: Locale
  readonly title: string
  /** What sort of document: 'Protokoll', 'Skrivelse'. */
  readonly sort: string
  /** Whose document: 'Arbetslivsnämnden', under the municipality's name. */
  readonly authority: string
  readonly municipality: string
  /** In the margin beside the title: number, day. */
  readonly margin: readonly string[]
  /** The marking of secrecy, in full (OSL 5:5); left out of open documents. */
  readonly secrecy?: string | undefined
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** The runs of a text. */
export const runsOf = (text: Rich): readonly Run[] => (typeof text === 'string' ? [{ text }] : text)

/** May a document lead there? Only to https and to its own sections. */
export const safeHref = (href: string | undefined): string | undefined => (href && /^(https:\/\/|#)[^\s"<>\\]*$/.test(href) ? href : undefined)

/** Running text as paragraphs: an empty line begins a new one. */
export const paragraphs = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }))
