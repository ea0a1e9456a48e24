import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import { type Cursor, pageSize, writeCursor } from '../../kernel/cursor.ts'
import { type Day, isDay } from '../../kernel/day.ts'
import { words } from './words.ts'

/** Something on the notice board, or that was. */
export interface Notice {
  readonly id: string
  readonly kind: 'adjustment' | 'meeting' | 'delegated' | 'other'
  readonly nodeId: string
  readonly meetingId: string | null
  readonly title: string
  readonly text: string
  readonly keptAt: string | null
  readonly posted: Day
  readonly until: Day
  readonly removed: Day | null
}

/** Is the paragraph that it announces secret today, also where that was marked after it was put up? */
const aboutSecret = sql<boolean>`exists (
  select from agenda_item i left join thing home on home.id = i.case_id left join thing made on made.id = i.decision_id
   where i.id = board_notice.item_id and coalesce(i.secrecy, home.secrecy, made.secrecy) is not null)`.as('secret')

/** One page of the notices that are up (or were), the latest first; of a secret paragraph that it is adjusted, and nothing else. */
export const listNotices = async (
  store: Store,
  { up, nodeId }: { readonly up: boolean; readonly nodeId: string | null },
  after: Cursor | null,
): Promise<{ readonly rows: readonly Notice[]; readonly next: string | null }> => {
  let query = store
    .selectFrom('board_notice')
    .selectAll()
    .select(aboutSecret)
    .where('removed', up ? 'is' : 'is not', null)
  if (nodeId) query = query.where('node_id', '=', nodeId)
  if (after && isDay(after.value))
    query = query.where(sql<boolean>`(posted < ${after.value}::date or (posted = ${after.value}::date and id > ${after.id}::uuid))`)
  const rows = await query
    .orderBy('posted', 'desc')
    .orderBy('id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      nodeId: row.node_id,
      meetingId: row.meeting_id,
      title: row.title,
      text: row.secret ? words.secretParagraphNotice : row.text,
      keptAt: row.kept_at,
      posted: row.posted as Day,
      until: row.until as Day,
      removed: row.removed as Day | null,
    })),
    next: rows.length > pageSize && last ? writeCursor({ value: last.posted, id: last.id }) : null,
  }
}

/** How many are up. */
export const countUp = async (store: Store): Promise<number> =>
  (
    await store
      .selectFrom('board_notice')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('removed', 'is', null)
      .executeTakeFirstOrThrow()
  ).n
