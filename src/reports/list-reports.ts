import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import type { Report } from './report.ts'
import { selectReports, toReport } from './report-store.ts'

interface ReportFilter {
  readonly search: string
  /** Nodes whose secrets the reader may see, or 'all'. */
  readonly secretsOf: readonly string[] | 'all'
}

interface ReportPageOf {
  readonly reports: readonly Report[]
  readonly count: number
  readonly waiting: number
  readonly next: string | null
}

const filtered = (store: Store, { search, secretsOf }: ReportFilter) => {
  let query = selectReports(store)
  if (secretsOf !== 'all') query = query.where(sql<boolean>`(thing.secrecy is null or thing.node_id = any(${[...secretsOf]}::uuid[]))`)
  if (search.trim() !== '')
    query = query.where(
      sql<boolean>`lower(thing.title) like ${`%${search
        .trim()
        .toLowerCase()
        .replace(/[\\%_]/g, String.raw`\$&`)}%`}`,
    )
  return query
}

/** One page of the reports that the reader may see, latest first, with how many there are and how many final ones wait to be judged. */
export const listReports = async (store: Store, filter: ReportFilter, after: Cursor | null): Promise<ReportPageOf> => {
  let query = filtered(store, filter).orderBy('thing.day', 'desc').orderBy('thing.id', 'desc')
  if (after) query = query.where(sql<boolean>`(thing.day, thing.id) < (${after.value}::date, ${after.id}::uuid)`)
  const rows = await query.limit(pageSize + 1).execute()
  const counts = await filtered(store, filter)
    .clearSelect()
    .select([sql<number>`count(*)`.as('all'), sql<number>`count(*) filter (where report.kind = 'final' and report.state = 'handed_in')`.as('waiting')])
    .executeTakeFirstOrThrow()
  const shown = rows.slice(0, pageSize).map(toReport)
  const last = shown.at(-1)
  return {
    reports: shown,
    count: counts.all,
    waiting: counts.waiting,
    next: rows.length > pageSize && last ? writeCursor({ value: last.day, id: last.id }) : null,
  }
}
