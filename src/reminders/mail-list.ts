import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { MailState, MailTable } from '../database/tables/jobs.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'

/** A letter as lists show it: to whom and how it goes, never what it says. */
export interface MailRow {
  readonly id: string
  readonly person: string
  readonly cadence: MailTable['cadence']
  readonly day: Day
  readonly state: MailState
  readonly attempts: number
  readonly error: string | null
}

/** As PostgreSQL writes an instant, and one that there is. */
const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2} [\d:.]{8,15}[+-]\d{2}$/.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T').slice(0, 19)))

/** Letters, the latest first: everybody's, or one person's. A page of them, by keyset. */
export const mailRows = async (
  store: Store,
  of: { readonly personId: string } | 'all',
  after: Cursor | null,
  limit = pageSize,
): Promise<{ readonly rows: readonly MailRow[]; readonly next: string | null }> => {
  let query = store
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select(['mail.id', 'given_name', 'family_name', 'cadence', 'day', 'state', 'attempts', 'error', sql<string>`composed_at::text`.as('composed')])
    .orderBy('composed_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(limit + 1)
  if (of !== 'all') query = query.where('person_id', '=', of.personId)
  if (after && isInstant(after.value)) query = query.where(sql<boolean>`(composed_at, mail.id) < (${after.value}::timestamptz, ${after.id}::uuid)`)
  const found = await query.execute()
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((r) => ({ ...r, person: `${r.given_name} ${r.family_name}`, day: r.day as Day })),
    next: found.length > limit && last ? writeCursor({ value: last.composed, id: last.id }) : null,
  }
}
