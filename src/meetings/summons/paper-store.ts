import { loadDocuments } from '../../cases/case-store.ts'
import type { Store } from '../../database/connection.ts'
import type { AgendaLine } from '../../database/tables/agenda.ts'
import type { Tx } from '../../database/transact.ts'
import { loadAttachments } from '../../files/attachment-store.ts'
import { type Paper, papersOf } from './paper.ts'

/** What goes with each item as it is now, whoever may see it. */
export const papersNow = async (store: Store | Tx, items: readonly Pick<AgendaLine, 'id' | 'caseId'>[]): Promise<readonly Paper[]> => {
  const papers: Paper[] = []
  for (const { id, caseId } of items) {
    if (caseId === null) continue
    const documents = await loadDocuments(store, caseId)
    papers.push(...papersOf(id, caseId, documents, await loadAttachments(store, [caseId, ...documents.map((d) => d.id)])))
  }
  return papers
}

/** Keeps what goes out with a version of the agenda. */
export const keepPapers = async (tx: Tx, versionId: string, papers: readonly Paper[]): Promise<void> => {
  // Statements of a size that PostgreSQL takes, however large the summons.
  for (let at = 0; at < papers.length; at += 500) {
    const rows = papers.slice(at, at + 500).map((p, i) => ({
      version_id: versionId,
      no: at + i + 1,
      item_id: p.itemId,
      thing_id: p.thingId,
      attachment_id: p.attachmentId,
      origin_id: p.originId,
      title: p.title,
      digest: p.digest,
    }))
    await tx.insertInto('agenda_paper').values(rows).execute()
  }
}

/** What went out with the versions, in its order, by version. */
export const loadPapers = async (store: Store | Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Paper[]>> => {
  if (versionIds.length === 0) return new Map()
  const rows = await store
    .selectFrom('agenda_paper')
    .selectAll()
    .where('version_id', 'in', [...versionIds])
    .orderBy('version_id')
    .orderBy('no')
    .execute()
  const byVersion = Map.groupBy(rows, (row) => row.version_id)
  return new Map(
    versionIds.map((id) => [
      id,
      (byVersion.get(id) ?? []).map((row) => ({
        itemId: row.item_id,
        thingId: row.thing_id,
        attachmentId: row.attachment_id,
        originId: row.origin_id,
        title: row.title,
        digest: row.digest,
      })),
    ]),
  )
}
