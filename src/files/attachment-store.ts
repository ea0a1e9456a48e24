import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Attachment } from './attachment.ts'

const selectAttachments = (store: Store | Tx) =>
  store
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.sha256', 'attachment.sha256')
    .select([
      'attachment.id',
      'attachment.thing_id',
      'attachment.sha256',
      'attachment.name',
      'attachment.title',
      'attachment.day',
      'attachment.version',
      'attachment.replaces',
      'stored_file.size',
      'stored_file.kind',
      'stored_file.charset',
    ])
    .select(sql<string | null>`(select id from attachment newer where newer.replaces = attachment.id)`.as('superseded_by'))
type AttachmentRow = Awaited<ReturnType<ReturnType<typeof selectAttachments>['executeTakeFirstOrThrow']>>

const toAttachment = (row: AttachmentRow): Attachment => ({
  id: row.id,
  thingId: row.thing_id,
  sha256: row.sha256,
  name: row.name,
  title: row.title,
  day: row.day as Day,
  version: row.version,
  replaces: row.replaces,
  supersededBy: row.superseded_by,
  size: row.size,
  kind: row.kind,
  charset: row.charset,
})

/** What is attached to the things, every version, in the order it came. */
export const loadAttachments = async (store: Store | Tx, thingIds: readonly string[]): Promise<readonly Attachment[]> =>
  thingIds.length === 0
    ? []
    : (
        await selectAttachments(store)
          .where('attachment.thing_id', 'in', [...thingIds])
          .orderBy('attachment.id')
          .execute()
      ).map(toAttachment)

/** The attachment, or undefined. */
export const loadAttachment = async (store: Store | Tx, id: string): Promise<Attachment | undefined> => {
  const row = await selectAttachments(store).where('attachment.id', '=', id).executeTakeFirst()
  return row && toAttachment(row)
}

/** A thing as the policy needs it. */
export interface Home {
  readonly id: string
  readonly nodeId: string
  readonly secrecy: string | null
}

/** The thing and everything that encloses it: who may see all of these may see what is attached to it. */
export const loadHomes = async (store: Store | Tx, thingId: string): Promise<readonly Home[]> => {
  const { rows } = await sql<{ id: string; node_id: string; secrecy: string | null }>`
    with recursive home as (
      select ${thingId}::uuid as id
      union
      select link.from_id from link join home on link.to_id = home.id and link.kind = 'encloses')
    select thing.id, thing.node_id, thing.secrecy from home join thing on thing.id = home.id order by thing.id = ${thingId}::uuid desc`.execute(store)
  return rows.map((r) => ({ id: r.id, nodeId: r.node_id, secrecy: r.secrecy }))
}
