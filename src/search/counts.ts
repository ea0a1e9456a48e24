import { sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { type Asked, found, hitsOf, type Narrowing, readable } from './conditions.ts'

/** Counts stop here: beyond it the page says "more than", and the filters go uncounted. */
export const countCap = 1000

/** How many may be read of what is found: in all as narrowed (above `countCap` means more than so), and by each filter given the others. */
export interface Counts {
  readonly total: number
  readonly byKind: ReadonlyMap<string, number> | null
  readonly byNode: ReadonlyMap<string, number> | null
  readonly byYear: ReadonlyMap<string, number> | null
}

interface Row {
  id: string
  kind: string
  node_id: string
  year: number
}

const most = sql.raw(String(countCap + 1))

/** Counts what the reader may read, and nothing else: a secret is not so much as counted. */
export const countHits = async (store: Store, asked: Asked, secrets: Secrets, narrowing: Narrowing): Promise<Counts> => {
  const all = hitsOf(asked, secrets, null)
  const { rows } = await sql<Row>`
    with ${all.with} f as (select s.id, s.kind, s.node_id, s.day ${all.of} limit ${most})
    select distinct on (id) id, kind, node_id, extract(year from day)::int as year from f order by id`.execute(store)
  if (rows.length > countCap) {
    const some = hitsOf(asked, secrets, narrowing)
    const narrowed = await sql<{ n: number }>`with ${some.with} f as (select s.id ${some.of} limit ${most}) select count(distinct id)::int as n from f`.execute(
      store,
    )
    return { total: narrowed.rows[0]?.n ?? 0, byKind: null, byNode: null, byYear: null }
  }
  const { kinds, nodes, year } = narrowing
  const ofKind = (r: Row): boolean => kinds.length === 0 || kinds.includes(r.kind)
  const ofNode = (r: Row): boolean => nodes === null || nodes.includes(r.node_id)
  const ofYear = (r: Row): boolean => year === null || r.year === year
  const tally = (key: (r: Row) => string, fits: (r: Row) => boolean): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const r of rows) if (fits(r)) counts.set(key(r), (counts.get(key(r)) ?? 0) + 1)
    return counts
  }
  return {
    total: rows.filter((r) => ofKind(r) && ofNode(r) && ofYear(r)).length,
    byKind: tally(
      (r) => r.kind,
      (r) => ofNode(r) && ofYear(r),
    ),
    byNode: tally(
      (r) => r.node_id,
      (r) => ofKind(r) && ofYear(r),
    ),
    byYear: tally(
      (r) => String(r.year),
      (r) => ofKind(r) && ofNode(r),
    ),
  }
}

/** More than a few found, and nobody needs what is only inside other words. */
const few = 25

/** Is so little found by whole words that parts of words should be looked for too? */
export const isFew = async (store: Store, asked: Asked, secrets: Secrets): Promise<boolean> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from search_item s where ${found(asked)} and ${readable(secrets)} limit ${sql.raw(String(few))}) f`.execute(store)
  return (rows[0]?.n ?? 0) < few
}
