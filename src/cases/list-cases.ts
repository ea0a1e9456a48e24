import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Case, CaseState } from './case.ts'
import { selectCases, toCase } from './case-store.ts'
import { afterNewest, afterOldest, matching } from './keyset.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'

/** The orders that the list of cases may have. */
export const caseSorts = ['newest', 'oldest', 'title'] as const
export type CaseSort = (typeof caseSorts)[number]

/** What the list shows. `secretsOf` are the nodes whose secrets the reader may see, or 'all'. */
export interface CaseFilter {
  readonly nodeId: string | null
  readonly year: number | null
  readonly state: CaseState | null
  readonly search: string
  readonly sort: CaseSort
  readonly secretsOf: Secrets
}

export interface CaseList {
  readonly cases: readonly Case[]
  /** The cursor of the next page, or null at the end. */
  readonly next: string | null
}

const filtered = (store: Store, { nodeId, year, state, search, secretsOf }: CaseFilter) => {
  let query = selectCases(store).where('thing.kind', '=', 'case').where(visibleThing(secretsOf))
  if (nodeId) query = query.where('thing.node_id', '=', nodeId)
  if (year) query = query.where(sql<boolean>`thing.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`)
  if (state) query = query.where('case_file.state', '=', state)
  return search.trim() === '' ? query : query.where(matching(search))
}

/** One page of the cases that the reader may see, by keyset: it costs the same on the first and the thousandth page. */
export const listCases = async (store: Store, filter: CaseFilter, after: Cursor | null): Promise<CaseList> => {
  let query = filtered(store, filter)
  const key = filter.sort === 'title' ? sql<string>`lower(thing.title)` : sql<string>`thing.day::text`
  if (filter.sort === 'newest') {
    if (after) query = query.where(afterNewest(after))
    query = query.orderBy('thing.day', 'desc').orderBy('thing.id')
  } else if (filter.sort === 'oldest') {
    if (after) query = query.where(afterOldest(after))
    query = query.orderBy('thing.day').orderBy('thing.id', 'desc')
  } else {
    if (after) query = query.where(sql<boolean>`(lower(thing.title) collate "sv-x-icu", thing.id) > (${after.value} collate "sv-x-icu", ${after.id}::uuid)`)
    query = query.orderBy(sql`lower(thing.title) collate "sv-x-icu"`).orderBy('thing.id')
  }
  const rows = await query
    .select(key.as('key'))
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { cases: shown.map(toCase), next: rows.length > pageSize && last ? writeCursor({ value: last.key, id: last.id }) : null }
}

/** Counts stop here: beyond it the page says "more than". */
export const countCap = 1000

/** How many cases match, up to the cap. */
export const countCases = async (store: Store, filter: CaseFilter): Promise<number> => {
  const row = await store
    .selectFrom(
      filtered(store, filter)
        .limit(countCap + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}
