import type { Block, Doc, Rich, Section } from './doc.ts'
import { runsOf, safeHref } from './doc.ts'

/** Writes a text so that every character of it can be set. */
export type Setter = (text: string) => string

/** Controls, directions and characters that mean nothing outside a program. The soft hyphen is kept. */
const unheard = /[\p{Cc}\p{Co}\p{Cn}]|(?!\u00ad)\p{Cf}/u

/**
 * A character that no font of ours has is set as its code, [U+1F600]: visible, and never another one in its stead. Signs that are
 * only heard by machines (controls, directions) are left out.
 */
export const setterFor =
  (covered: ReadonlySet<number>): Setter =>
  (text) => {
    let out = ''
    for (const c of text.normalize('NFC').toWellFormed()) {
      const code = c.codePointAt(0) as number
      if (c === '\n' || (covered.has(code) && !unheard.test(c))) out += c
      else if (c === '\t' || /\p{Zs}/u.test(c)) out += ' '
      else if (!unheard.test(c)) out += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    }
    return out
  }

/** Every name that a template may ask for is there, `null` where there is nothing: templates need no defaults. */
const none = null

/** How one document is written: its letters, and the names of its places. */
interface Writing {
  readonly set: Setter
  readonly prefix: string
  readonly places: ReadonlySet<string>
}

/** Where a link leads in the file; one to a place that the document lacks is no link. */
const leadsTo = (href: string | undefined, { prefix, places }: Writing): string | undefined => {
  const safe = safeHref(href)
  if (!safe?.startsWith('#')) return safe
  return places.has(safe.slice(1)) ? `#${prefix}${safe.slice(1)}` : undefined
}

const richData = (text: Rich, writing: Writing) =>
  runsOf(text).map((run) => {
    const href = leadsTo(run.href, writing)
    return {
      text: writing.set(run.text),
      strong: run.strong === true,
      emphasis: run.emphasis === true,
      ...(href ? { href } : {}),
    }
  })

const blockData = (block: Block, writing: Writing): Readonly<Record<string, unknown>> => {
  const { set } = writing
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, text: set(block.text) }
    case 'paragraph':
      return { kind: block.kind, text: richData(block.text, writing), tone: block.tone ?? none }
    case 'note':
      return { kind: block.kind, text: richData(block.text, writing), tone: block.tone ?? 'plain' }
    case 'clauses':
      return { kind: block.kind, items: block.items.map((i) => richData(i, writing)) }
    case 'list':
      return { kind: block.kind, ordered: block.ordered === true, items: block.items.map((i) => richData(i, writing)) }
    case 'facts':
      return { kind: block.kind, rows: block.rows.map((r) => ({ name: set(r.name), value: richData(r.value, writing) })) }
    case 'table':
      return {
        kind: block.kind,
        caption: set(block.caption),
        note: block.note === undefined ? none : set(block.note),
        columns: block.columns.map((c) => ({ head: set(c.head), align: c.align ?? 'start', share: c.share ?? none })),
        rows: block.rows.map((r) => ({ cells: block.columns.map((_, i) => set(r.cells[i] ?? '')), kind: r.kind ?? none })),
      }
    case 'figure':
      return { kind: block.kind, svg: block.svg, alt: set(block.alt), caption: set(block.caption) }
    case 'signatures':
      return { kind: block.kind, rows: block.rows.map((r) => ({ name: set(r.name), role: set(r.role), note: r.note === undefined ? none : set(r.note) })) }
  }
}

const sectionData = (section: Section, writing: Writing) => ({
  id: section.id,
  title: writing.set(section.title),
  sign: section.margin?.sign === undefined ? none : writing.set(section.margin.sign),
  lines: (section.margin?.lines ?? []).map(writing.set),
  blocks: section.blocks.map((b) => blockData(b, writing)),
})

/** The document as the templates read it (doc.json). `prefix` keeps the sections of several documents in one file apart. */
export const docData = (doc: Doc, set: Setter, prefix = 's-') => {
  const writing: Writing = { set, prefix, places: new Set(doc.sections.map((s) => s.id)) }
  return {
    kind: doc.kind,
    language: doc.language,
    title: set(doc.title),
    sort: set(doc.sort),
    authority: set(doc.authority),
    municipality: set(doc.municipality),
    margin: doc.margin.map(set),
    secrecy: doc.secrecy === undefined ? none : set(doc.secrecy),
    prefix,
    blocks: doc.blocks.map((b) => blockData(b, writing)),
    sections: doc.sections.map((s) => sectionData(s, writing)),
  }
}
