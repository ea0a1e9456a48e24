import { unzipSync, strFromU8 } from 'fflate'
import { sql, type Transaction } from 'kysely'
import { apiRoutes } from '../src/api/routes.tsx'
import { caseRoutes } from '../src/cases/routes.tsx'
import type { Schema } from '../src/database/schema.ts'
import type { Deps } from '../src/database/transact.ts'
import { exchangeRoutes } from '../src/exchange/routes.tsx'
import { historyRoutes } from '../src/history/routes.tsx'
import { registerRoutes } from '../src/registers/routes.tsx'
import { retentionRoutes } from '../src/retention/routes.tsx'
import { searchRoutes } from '../src/search/routes.tsx'
import { threadRoutes } from '../src/thread/routes.tsx'
import { appFor } from './room.ts'
import { type Reader, secretWord } from './rights-matrix.ts'

/** A way that something secret could come out by: always shown to those with right, or (a list of many, a paper) never without. */
interface Channel {
  readonly path: string
  readonly always: boolean
}

/** What is secret in the planted municipality: a case with its document, an entry, and a field of an open entry; all of one body. */
export interface Planted {
  readonly caseId: string
  readonly documentId: string
  readonly entryId: string
  readonly openId: string
}

/** Plants the secret word in the caller's transaction. The case is one with a document; both agreements are of the same body. */
export const plant = async (tx: Transaction<Schema>, nodeId: string): Promise<Planted> => {
  await sql`select set_config('genomslag.actor', 'system:test', true), set_config('genomslag.act', 'plant', true)`.execute(tx)
  const found = await tx
    .selectFrom('document')
    .innerJoin('thing', 'thing.id', 'document.case_id')
    .select(['document.id', 'case_id'])
    .where('thing.node_id', '=', nodeId)
    .where('thing.secrecy', 'is', null)
    .orderBy('document.id')
    .executeTakeFirstOrThrow()
  const entries = await tx
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .select(['entry.id', 'data'])
    .where('entry.register', '=', 'agreement')
    .where('thing.node_id', '=', nodeId)
    .orderBy('entry.id')
    .limit(2)
    .execute()
  const [secret, open] = entries
  if (!secret || !open) throw new Error('the demonstration has too few agreements')
  const hidden = (id: string, title: string) => tx.updateTable('thing').set({ secrecy: 'OSL 26:1', title }).where('id', '=', id).execute()
  await hidden(found.case_id, `Bistånd åt ${secretWord}`)
  await hidden(found.id, `Utredning om ${secretWord}`)
  await hidden(secret.id, `Partnerskap med ${secretWord}`)
  const finances = { ...(open.data as Record<string, unknown>), partnerFinances: `Ekonomin: ${secretWord}.` }
  await tx
    .updateTable('entry')
    .set({ data: JSON.stringify(finances) })
    .where('id', '=', open.id)
    .execute()
  return { caseId: found.case_id, documentId: found.id, entryId: secret.id, openId: open.id }
}

const channelsOf = ({ caseId, documentId, entryId, openId }: Planted): readonly Channel[] => [
  ...[`/cases/${caseId}`, `/documents/${documentId}`, `/history/${caseId}`, `/thread/${caseId}`].map((path) => ({
    path,
    always: !path.startsWith('/history'),
  })),
  ...[`/register/agreements/${entryId}`, `/api/agreements/${entryId}`, `/register/agreements/${openId}`, `/api/agreements/${openId}`].map((path) => ({
    path,
    always: true,
  })),
  ...['/search?q=zyxberg', '/export/register/agreements.csv'].map((path) => ({ path, always: true })),
  ...[`/register/agreements/${openId}/docx`, `/documents/${documentId}/docx`].map((path) => ({ path, always: true })),
  ...['/cases', '/register/agreements', '/api/agreements', '/export/cases.csv', `/history/${openId}`, `/thread/${openId}`].map((path) => ({
    path,
    always: false,
  })),
  ...[`/retention/${caseId}`, `/secrecy/${entryId}`].map((path) => ({ path, always: true })),
  { path: '/export/retention.csv', always: false },
]

const textOf = async (path: string, answer: Response): Promise<string> => {
  if (!path.endsWith('/docx') || answer.status !== 200) return answer.text()
  return Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    .map((bytes) => strFromU8(bytes))
    .join()
}

/** Where the word came out to somebody without right, or was kept from somebody with it: reader and address, cell by cell. */
export const leaks = async (deps: Deps, planted: Planted, readers: readonly Reader[]): Promise<readonly string[]> => {
  const told: string[] = []
  for (const { name, who, right } of readers) {
    const app = appFor(
      (a, d) => {
        retentionRoutes(a, d)
        caseRoutes(a, d)
        registerRoutes(a, d)
        historyRoutes(a, d)
        threadRoutes(a, d)
        searchRoutes(a, d)
        exchangeRoutes(a, d)
        apiRoutes(a, d)
      },
      deps,
      who,
    )
    for (const { path, always } of channelsOf(planted)) {
      const text = await textOf(path, await app.request(path))
      if (text.includes(secretWord) && !right.secrets) told.push(`${name} is shown it at ${path}`)
      if (!text.includes(secretWord) && right.secrets && always) told.push(`${name} is not shown it at ${path}`)
    }
  }
  return told
}
