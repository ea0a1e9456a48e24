import { may } from '../../access/policy.ts'
import type { Case } from '../../cases/case.ts'
import { type FiledDocument, loadDocuments, selectCases, toCase } from '../../cases/case-store.ts'
import type { Store } from '../../database/connection.ts'
import type { Apart } from '../../documents/bundle.ts'
import type { Attachment } from '../../files/attachment.ts'
import { loadAttachments, loadHomes } from '../../files/attachment-store.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tree } from '../../organisation/tree.ts'
import { subjectOf } from '../../registers/subject.ts'
import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'

/** A file of a summons. `apart` is null where it goes into the bundle, else why it is fetched by itself. */
export interface SummonsFile {
  readonly attachment: Attachment
  readonly apart: Apart | null
}

/** What belongs to an item of the agenda, of what the reader may see. */
export interface SummonsPart {
  readonly item: ItemRecord
  readonly documents: readonly { readonly document: FiledDocument; readonly home: Case; readonly attachments: readonly Attachment[] }[]
  readonly files: readonly SummonsFile[]
  /** Why something of it is left out, each reason once, with neither names nor numbers of what it hides. */
  readonly left: readonly Text[]
}

/** Bytes of attached PDFs that one bundle has room for: what a phone opens, and what is set within the time a document may take. */
export const bundleRoom = 100 * 1024 * 1024

type Reader = Pick<View, 'who' | 'today'>

/**
 * The one list of what goes with a summons: the index of the page, that of the PDF and its contents are all made of it. `record` is
 * as the reader may see it (`asSeen`); of each item's case the documents that count, then the files of the case and of those documents.
 */
export const summonsOf = async (
  store: Store,
  { who, today }: Reader,
  record: MeetingRecord,
  tree: Tree,
  room = bundleRoom,
): Promise<readonly SummonsPart[]> => {
  const hiding = (thing: { readonly nodeId: string; readonly secrecy: string | null }): readonly Text[] =>
    may(who, 'see', subjectOf(thing, tree), today).map((r) => r.text)
  const caseIds = record.items.flatMap((item) => item.case?.id ?? [])
  const cases = caseIds.length === 0 ? [] : (await selectCases(store).where('case_file.id', 'in', caseIds).execute()).map(toCase)
  const open = new Map(cases.filter((c) => hiding(c).length === 0).map((c) => [c.id, c]))
  const filed = await Promise.all([...open.keys()].map(async (id) => (await loadDocuments(store, id)).filter((d) => d.replacedBy === null)))
  const current = filed.flat()
  const shown = current.filter((d) => hiding(d).length === 0)
  const attached = (await loadAttachments(store, [...open.keys(), ...shown.map((d) => d.id)])).filter((a) => a.supersededBy === null)
  const closed = await closedHomes(store, attached, hiding)
  let left = room
  const fileOf = (attachment: Attachment): SummonsFile => {
    if (attachment.kind !== 'pdf') return { attachment, apart: 'kind' }
    if (attachment.size > left) return { attachment, apart: 'large' }
    left -= attachment.size
    return { attachment, apart: null }
  }
  return record.items.map((item): SummonsPart => {
    const itemHides = item.secrecy === null ? [] : hiding({ nodeId: record.body.id, secrecy: item.secrecy })
    const home = item.case ? open.get(item.case.id) : undefined
    if (!home) {
      const secret = cases.find((c) => c.id === item.case?.id)
      return { item, documents: [], files: [], left: once([...itemHides, ...(secret ? hiding(secret) : [])]) }
    }
    const documents = shown.filter((d) => d.caseId === home.id)
    const things = [home.id, ...documents.map((d) => d.id)]
    const of = (id: string): readonly Attachment[] => attached.filter((a) => a.thingId === id && !closed.has(id))
    return {
      item,
      documents: documents.map((document) => ({ document, home, attachments: of(document.id) })),
      files: things.flatMap(of).map(fileOf),
      left: once([...current.filter((d) => d.caseId === home.id).flatMap(hiding), ...things.flatMap((id) => closed.get(id) ?? [])]),
    }
  })
}

/** Things whose files are hidden by what encloses the thing, with why: the same question as the files' own address asks. */
const closedHomes = async (
  store: Store,
  attached: readonly Attachment[],
  hiding: (thing: { readonly nodeId: string; readonly secrecy: string | null }) => readonly Text[],
): Promise<ReadonlyMap<string, readonly Text[]>> => {
  const closed = new Map<string, readonly Text[]>()
  for (const id of new Set(attached.map((a) => a.thingId))) {
    const why = (await loadHomes(store, id)).flatMap(hiding)
    if (why.length > 0) closed.set(id, why)
  }
  return closed
}

const once = (texts: readonly Text[]): readonly Text[] => [...new Map(texts.map((t) => [t.sv, t])).values()]
