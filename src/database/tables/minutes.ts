import type { ColumnType } from 'kysely'

interface MinutesTable {
  meeting_id: string
  version: ColumnType<number, number | undefined, number>
  state: ColumnType<'draft' | 'frozen' | 'adjusted', 'draft' | undefined, 'draft' | 'frozen' | 'adjusted'>
  /** The secretary's wording by item id, or 'meeting' for what stands before the items. */
  wording: ColumnType<Readonly<Record<string, string>>, string | undefined, string>
  text: ColumnType<unknown, null | undefined, string | null>
  digest: ColumnType<Buffer | null, null | undefined, Buffer | null>
  frozen_on: string | null
  adjusted: string | null
}

interface MinutesSignatureTable {
  id: string
  meeting_id: string
  person_id: string
  role: 'chair' | 'adjuster'
  digest: Buffer
  signed_on: string
  signed_at: Date
}

interface BoardNoticeTable {
  id: string
  kind: 'adjustment' | 'meeting' | 'delegated' | 'other'
  node_id: string
  meeting_id: string | null
  /** The paragraph that the notice is of, where it was adjusted at once. */
  item_id: string | null
  title: string
  text: string
  kept_at: string | null
  posted: string
  until: string
  removed: string | null
}

/** Tables of what comes after a meeting. */
export interface MinutesTables {
  minutes: MinutesTable
  minutes_signature: MinutesSignatureTable
  board_notice: BoardNoticeTable
}
