import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Case, CaseEvent, Party } from './case.ts'
import type { DocumentKind } from './document.ts'

const caseColumns = [
  'case_file.id',
  'thing.number',
  'thing.title',
  'thing.node_id',
  'case_file.state',
  'case_file.opened',
  'case_file.closed',
  'thing.secrecy',
] as const

/** The query that every reading of cases starts from. Map its rows by `toCase`. */
export const selectCases = (store: Store | Tx) => store.selectFrom('case_file').innerJoin('thing', 'thing.id', 'case_file.id').select(caseColumns)
type CaseRow = Awaited<ReturnType<ReturnType<typeof selectCases>['executeTakeFirstOrThrow']>>

/** A row of `selectCases` as a case. */
export const toCase = (row: CaseRow): Case => ({
  id: row.id,
  number: row.number ?? '',
  title: row.title,
  nodeId: row.node_id,
  state: row.state,
  opened: row.opened as Day,
  closed: row.closed as Day | null,
  secrecy: row.secrecy,
})

/** The case, or undefined. `lock` holds it until the transaction ends. */
export const loadCase = async (store: Store | Tx, id: string, { lock = false }: { lock?: boolean } = {}): Promise<Case | undefined> => {
  const query = selectCases(store).where('case_file.id', '=', id)
  const row = await (lock ? query.forUpdate(['case_file']) : query).executeTakeFirst()
  return row && toCase(row)
}

/** The parties of a case, in the order they were written. */
export const loadParties = async (store: Store | Tx, caseId: string): Promise<readonly Party[]> =>
  store.selectFrom('case_party').select(['id', 'name', 'role']).where('case_id', '=', caseId).orderBy('id').execute()

/** What has been noted in a case, by day. */
export const loadEvents = async (store: Store | Tx, caseId: string): Promise<readonly CaseEvent[]> => {
  const rows = await store.selectFrom('case_event').select(['id', 'day', 'text']).where('case_id', '=', caseId).orderBy('day').orderBy('id').execute()
  return rows.map((r) => ({ ...r, day: r.day as Day }))
}

/** A document of a case. `replacedBy` is the id of its newer version, or null when it is the current one. */
export interface FiledDocument {
  readonly id: string
  readonly caseId: string
  readonly kind: DocumentKind
  readonly title: string
  readonly day: Day
  readonly nodeId: string
  readonly secrecy: string | null
  readonly authorId: string | null
  readonly version: number
  readonly parts: Readonly<Record<string, unknown>>
  readonly replacedBy: string | null
  readonly replaces: string | null
}

const selectDocuments = (store: Store | Tx) =>
  store
    .selectFrom('document')
    .innerJoin('thing', 'thing.id', 'document.id')
    .select([
      'document.id',
      'document.case_id',
      'document.kind',
      'thing.title',
      'thing.day',
      'thing.node_id',
      'thing.secrecy',
      'document.author_id',
      'document.version',
      'document.parts',
    ])
    .select(sql<string | null>`(select to_id from link where from_id = document.id and kind = 'replaced_by' limit 1)`.as('replaced_by'))
    .select(sql<string | null>`(select from_id from link where to_id = document.id and kind = 'replaced_by' limit 1)`.as('replaces'))
type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>

const toDocument = (row: DocumentRow): FiledDocument => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind,
  title: row.title,
  day: row.day as Day,
  nodeId: row.node_id,
  secrecy: row.secrecy,
  authorId: row.author_id,
  version: row.version,
  parts: row.parts,
  replacedBy: row.replaced_by,
  replaces: row.replaces,
})

/** The documents of a case in the order they came, every version. */
export const loadDocuments = async (store: Store | Tx, caseId: string): Promise<readonly FiledDocument[]> =>
  (await selectDocuments(store).where('document.case_id', '=', caseId).orderBy('thing.day').orderBy('document.id').execute()).map(toDocument)

/** Those of the documents that there are, in no order; of any cases. */
export const loadDocumentsOf = async (store: Store | Tx, ids: readonly string[]): Promise<readonly FiledDocument[]> =>
  ids.length === 0
    ? []
    : (
        await selectDocuments(store)
          .where('document.id', 'in', [...ids])
          .execute()
      ).map(toDocument)

/** The document, or undefined. */
export const loadDocument = async (store: Store | Tx, id: string): Promise<FiledDocument | undefined> => {
  const row = await selectDocuments(store).where('document.id', '=', id).executeTakeFirst()
  return row && toDocument(row)
}

/** A decision made in the case, as the case's page names it. */
export interface CaseDecision {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly day: Day
  readonly nodeId: string
  readonly secrecy: string | null
}

/** The decisions made in a case, by day; secret ones too, which the caller takes away. */
export const loadCaseDecisions = async (store: Store | Tx, caseId: string): Promise<readonly CaseDecision[]> => {
  const rows = await store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['decision.id', 'thing.number', 'thing.title', 'decision.day', 'thing.node_id', 'thing.secrecy'])
    .where('decision.case_id', '=', caseId)
    .orderBy('decision.day')
    .orderBy('decision.id')
    .execute()
  return rows.map((r) => ({ id: r.id, number: r.number ?? '', title: r.title, day: r.day as Day, nodeId: r.node_id, secrecy: r.secrecy }))
}
