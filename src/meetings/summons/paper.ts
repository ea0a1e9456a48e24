import { createHash } from 'node:crypto'
import type { FiledDocument } from '../../cases/case-store.ts'
import type { AgendaLine } from '../../database/tables/agenda.ts'
import type { Attachment } from '../../files/attachment.ts'

/** A document or a file that goes with an item: what it was called and its digest (SHA-256) when it was put there. */
export interface Paper {
  readonly itemId: string
  /** The document, or what the file is attached to. */
  readonly thingId: string
  readonly attachmentId: string | null
  /** The first version of it: what later versions have in common. */
  readonly originId: string
  readonly title: string
  readonly digest: string
}

/** Its own id: the file's, or the document's. */
export const paperId = ({ thingId, attachmentId }: Pick<Paper, 'thingId' | 'attachmentId'>): string => attachmentId ?? thingId

const sha256 = (told: unknown): string => createHash('sha256').update(JSON.stringify(told)).digest('hex')

/** The digest of what a document says: its title, kind, day, version and parts. */
export const documentDigest = ({ title, kind, day, version, parts }: Pick<FiledDocument, 'title' | 'kind' | 'day' | 'version' | 'parts'>): string =>
  sha256([title, kind, day, version, Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** The digest of a summons: of its items as they stood, and of every paper in its order. */
export const summonsDigest = (items: readonly AgendaLine[], papers: readonly Paper[]): string =>
  sha256([items, papers.map((p) => [p.itemId, paperId(p), p.title, p.digest])])

interface Versioned {
  readonly id: string
  readonly replaces: string | null
}

/** The first version of each, of all versions. */
const originsOf = (all: readonly Versioned[]): ReadonlyMap<string, string> => {
  const before = new Map(all.map((v) => [v.id, v.replaces]))
  const origin = (id: string): string => {
    const earlier = before.get(id)
    return earlier && before.has(earlier) ? origin(earlier) : id
  }
  return new Map(all.map((v) => [v.id, origin(v.id)]))
}

/**
 * What goes with an item, of its case: the documents that count, in the order they came, then the files of the case and of those
 * documents. Every version is given, since what counts and where each began is read from them. Pure.
 */
export const papersOf = (itemId: string, caseId: string, documents: readonly FiledDocument[], attachments: readonly Attachment[]): readonly Paper[] => {
  const current = documents.filter((d) => d.replacedBy === null)
  const origins = originsOf([...documents, ...attachments])
  const originOf = (id: string): string => origins.get(id) ?? id
  return [
    ...current.map((d) => ({ itemId, thingId: d.id, attachmentId: null, originId: originOf(d.id), title: d.title, digest: documentDigest(d) })),
    ...[caseId, ...current.map((d) => d.id)].flatMap((thingId) =>
      attachments
        .filter((a) => a.thingId === thingId && a.supersededBy === null)
        .map((a) => ({ itemId, thingId, attachmentId: a.id, originId: originOf(a.id), title: a.title, digest: a.sha256 })),
    ),
  ]
}

/** What became of a paper between two versions of a summons. */
export interface PaperChange {
  readonly paper: Paper
  readonly what: 'added' | 'newer' | 'withdrawn'
}

/** What differs between the papers of two versions, in the order of the later one, with what is no longer there last. Pure. */
export const paperChanges = (earlier: readonly Paper[], later: readonly Paper[]): readonly PaperChange[] => {
  const key = (p: Paper): string => `${p.itemId} ${p.originId}`
  const was = new Map(earlier.map((p) => [key(p), p]))
  const is = new Set(later.map(key))
  return [
    ...later.flatMap((paper): readonly PaperChange[] => {
      const before = was.get(key(paper))
      if (!before) return [{ paper, what: 'added' }]
      return paperId(before) === paperId(paper) ? [] : [{ paper, what: 'newer' }]
    }),
    ...earlier.filter((p) => !is.has(key(p))).map((paper): PaperChange => ({ paper, what: 'withdrawn' })),
  ]
}
