import { may } from '../../access/policy.ts'
import type { Case } from '../../cases/case.ts'
import { type FiledDocument, loadDocumentsOf, selectCases, toCase } from '../../cases/case-store.ts'
import type { Store } from '../../database/connection.ts'
import type { Apart } from '../../documents/bundle.ts'
import type { Attachment } from '../../files/attachment.ts'
import { loadAttachments, loadHomes } from '../../files/attachment-store.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tree } from '../../organisation/tree.ts'
import { subjectOf } from '../../registers/subject.ts'
import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { agendaChanges } from '../../rulebook/meeting/agenda-changes.ts'
import type { Summons } from './as-sent.ts'
import { documentDigest, type Paper, paperChanges, paperId } from './paper.ts'

/** How a paper stands to what there is now: whether a later version has come, and whether it still is what its digest says. */
interface Since {
  readonly newer: { readonly href: 'documents' | 'files'; readonly id: string; readonly name: string; readonly version: number } | null
  readonly whole: boolean
}

/** A file of a summons. `apart` is null where it goes into the bundle, else why it is fetched by itself. */
export interface SummonsFile extends Since {
  readonly attachment: Attachment
  readonly apart: Apart | null
}

export interface SummonsDocument extends Since {
  readonly document: FiledDocument
  readonly home: Case
  /** The files that went with it. */
  readonly attachments: readonly Attachment[]
}

/** What belongs to an item of the agenda, of what the reader may see. */
export interface SummonsPart {
  readonly item: ItemRecord
  readonly documents: readonly SummonsDocument[]
  readonly files: readonly SummonsFile[]
  /** What has come to the item since and has not been sent. */
  readonly since: readonly { readonly title: string; readonly href: 'documents' | 'files'; readonly id: string; readonly name: string }[]
  /** Why something of it is left out, each reason once, with neither names nor numbers of what it hides. */
  readonly left: readonly Text[]
}

/** Bytes of attached PDFs that one bundle has room for: what a phone opens, and what is set within the time a document may take. */
export const bundleRoom = 100 * 1024 * 1024

type Reader = Pick<View, 'who' | 'today'>

interface Given {
  /** The meeting as the reader may see it (`asSeen`). */
  readonly record: MeetingRecord
  /** What goes with it, and what would go with it now: the same where nothing has been sent. */
  readonly papers: readonly Paper[]
  readonly now: readonly Paper[]
}

/**
 * The one list of what goes with a summons: the index of the page, that of the PDF and its contents are all made of it, and it is made
 * of the papers that were kept when it was sent. What the reader may see of them is asked now.
 */
export const summonsOf = async (
  store: Store,
  { who, today }: Reader,
  { record, papers, now }: Given,
  tree: Tree,
  room = bundleRoom,
): Promise<readonly SummonsPart[]> => {
  const hiding = (thing: { readonly nodeId: string; readonly secrecy: string | null }): readonly Text[] =>
    may(who, 'see', subjectOf(thing, tree), today).map((r) => r.text)
  const caseIds = record.items.flatMap((item) => item.case?.id ?? [])
  const cases = caseIds.length === 0 ? [] : (await selectCases(store).where('case_file.id', 'in', caseIds).execute()).map(toCase)
  const open = new Map(cases.filter((c) => hiding(c).length === 0).map((c) => [c.id, c]))
  const opened = record.items.filter((item) => item.case && open.has(item.case.id)).map((item) => item.id)
  const of = (list: readonly Paper[]): readonly Paper[] => list.filter((p) => opened.includes(p.itemId))
  const changes = paperChanges(of(papers), of(now))
  const concerned = [...of(papers), ...changes.map((change) => change.paper)]
  const filed = await loadDocumentsOf(store, [...new Set(concerned.map((p) => p.thingId))])
  const documents = new Map(filed.filter((d) => hiding(d).length === 0).map((d) => [d.id, d]))
  const seen = concerned.filter((p) => open.has(p.thingId) || documents.has(p.thingId))
  const homes = [...new Set(seen.filter((p) => p.attachmentId !== null).map((p) => p.thingId))]
  const closed = await closedHomes(store, homes, hiding)
  const attachments = new Map((await loadAttachments(store, homes)).filter((a) => !closed.has(a.thingId)).map((a) => [a.id, a]))

  let left = room
  const apartOf = (attachment: Attachment): Apart | null => {
    if (attachment.kind !== 'pdf') return 'kind'
    if (attachment.size > left) return 'large'
    left -= attachment.size
    return null
  }
  /** The paper as the reader is led to it; undefined where it may not be seen or has been destroyed. */
  const linkTo = (p: Paper) => {
    const file = p.attachmentId === null ? undefined : attachments.get(p.attachmentId)
    if (p.attachmentId !== null) return file && { href: 'files' as const, id: file.id, name: file.name, title: file.title, version: file.version }
    const document = documents.get(p.thingId)
    return document && { href: 'documents' as const, id: document.id, name: '', title: document.title, version: document.version }
  }
  const newerOf = (p: Paper): Since['newer'] => {
    const newer = changes.find((c) => c.what === 'newer' && c.paper.itemId === p.itemId && c.paper.originId === p.originId)
    return (newer && linkTo(newer.paper)) ?? null
  }

  return record.items.map((item): SummonsPart => {
    const itemHides = item.secrecy === null ? [] : hiding({ nodeId: record.body.id, secrecy: item.secrecy })
    const home = item.case ? open.get(item.case.id) : undefined
    if (!home) {
      const secret = cases.find((c) => c.id === item.case?.id)
      return { item, documents: [], files: [], since: [], left: once([...itemHides, ...(secret ? hiding(secret) : [])]) }
    }
    const own = papers.filter((p) => p.itemId === item.id)
    const files = own.flatMap((paper): readonly { readonly paper: Paper; readonly attachment: Attachment }[] => {
      const attachment = paper.attachmentId === null ? undefined : attachments.get(paper.attachmentId)
      return attachment ? [{ paper, attachment }] : []
    })
    return {
      item,
      documents: own.flatMap((paper): readonly SummonsDocument[] => {
        const document = paper.attachmentId === null ? documents.get(paper.thingId) : undefined
        if (!document) return []
        // What counted when it was sent counts in what was sent.
        const its = files.filter((f) => f.attachment.thingId === document.id).map((f) => ({ ...f.attachment, supersededBy: null }))
        return [{ document, home, attachments: its, newer: newerOf(paper), whole: documentDigest(document) === paper.digest }]
      }),
      files: files.map(({ paper, attachment }) => ({
        attachment,
        apart: apartOf(attachment),
        newer: newerOf(paper),
        whole: attachment.sha256 === paper.digest,
      })),
      since: changes.filter((c) => c.what === 'added' && c.paper.itemId === item.id).flatMap((c) => linkTo(c.paper) ?? []),
      left: once([
        ...filed.filter((d) => own.some((p) => p.thingId === d.id)).flatMap(hiding),
        ...[...new Set(own.map((p) => p.thingId))].flatMap((id) => closed.get(id) ?? []),
      ]),
    }
  })
}

/** Things whose files are hidden by what encloses the thing, with why: the same question as the files' own address asks. */
const closedHomes = async (
  store: Store,
  thingIds: readonly string[],
  hiding: (thing: { readonly nodeId: string; readonly secrecy: string | null }) => readonly Text[],
): Promise<ReadonlyMap<string, readonly Text[]>> => {
  const closed = new Map<string, readonly Text[]>()
  for (const id of thingIds) {
    const why = (await loadHomes(store, id)).flatMap(hiding)
    if (why.length > 0) closed.set(id, why)
  }
  return closed
}

const once = (texts: readonly Text[]): readonly Text[] => [...new Map(texts.map((t) => [t.sv, t])).values()]

/**
 * What a version brought beside what had been sent before it: the supplement, the items that changed or got papers. The whole summons
 * where it is the first, or where nothing has been sent.
 */
export const supplementOf = (parts: readonly SummonsPart[], { version, before }: Pick<Summons, 'version' | 'before'>): readonly SummonsPart[] => {
  if (!version || !before) return parts
  const items = new Set(agendaChanges(before.items, version.items).map((change) => change.item.id))
  const papers = new Set(paperChanges(before.papers, version.papers).map(({ paper }) => `${paper.itemId} ${paperId(paper)}`))
  const fresh = (itemId: string, id: string): boolean => papers.has(`${itemId} ${id}`)
  return parts
    .map((part) => ({
      ...part,
      documents: part.documents.filter(({ document }) => fresh(part.item.id, document.id)),
      files: part.files.filter(({ attachment }) => fresh(part.item.id, attachment.id)),
    }))
    .filter((part) => items.has(part.item.id) || part.documents.length + part.files.length > 0)
}
