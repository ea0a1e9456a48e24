import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Cursor, pageSize } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { MeetingState } from './record/record.ts'

/** A meeting as lists show it. How many items it has is public, also where they are secret: the agenda tells their numbers. */
export interface MeetingRow {
  readonly id: string
  readonly day: Day
  readonly starts: string
  readonly place: string
  readonly state: MeetingState
  /** The day the minutes were adjusted; null while they are not. */
  readonly adjusted: Day | null
  readonly body: Text
  readonly items: number
}

const select = (store: Store) =>
  store
    .selectFrom('meeting')
    .innerJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'meeting.body_id').on(sql<boolean>`node_version.valid @> meeting.day`))
    .select(['meeting.id', 'day', 'starts', 'place', 'state', 'adjusted', 'name_sv', 'name_en'])
    .select((eb) =>
      eb
        .selectFrom('agenda_item')
        .whereRef('agenda_item.meeting_id', '=', 'meeting.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('items'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const toRow = (row: Row): MeetingRow => ({
  id: row.id,
  day: row.day as Day,
  starts: row.starts,
  place: row.place,
  state: row.state,
  adjusted: row.adjusted as Day | null,
  body: { sv: row.name_sv, en: row.name_en },
  items: row.items ?? 0,
})

/** The meetings not yet held, nearest first. */
export const listComing = async (store: Store): Promise<readonly MeetingRow[]> => {
  const rows = await select(store).where('state', 'in', ['planned', 'summoned', 'open']).orderBy('day').orderBy('starts').limit(200).execute()
  return rows.map(toRow)
}

/** A page of the meetings held, latest first, and where the next begins. */
export const listHeld = async (store: Store, after: Cursor | null): Promise<{ readonly rows: readonly MeetingRow[]; readonly next: Cursor | null }> => {
  const held = select(store).where('state', 'in', ['closed', 'adjusted', 'announced'])
  const page = after ? held.where(sql<boolean>`(day, meeting.id) < (${after.value}::date, ${after.id}::uuid)`) : held
  const rows = (
    await page
      .orderBy('day', 'desc')
      .orderBy('meeting.id', 'desc')
      .limit(pageSize + 1)
      .execute()
  ).map(toRow)
  const last = rows[pageSize - 1]
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize && last ? { value: last.day, id: last.id } : null }
}
