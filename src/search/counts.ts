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

/** What is told where more are found than are counted. */
const tooMany: Counts = { total: countCap + 1, byKind: null, byNode: null, byYear: null }

/** Something found, as it is counted: what it is, whose, and of what year. */
export interface Found {
  readonly id: string
  readonly kind: string
  readonly nodeId: string
  readonly year: number
}

const most = sql.raw(String(countCap + 1))

/**
 * Counts what the reader may read, and nothing else: a secret is not so much as counted. `latest` are those found as narrowed, when they are
 * known already, the whole of them or more than are counted.
 */
export const countHits = async (store: Store, asked: Asked, secrets: Secrets, narrowing: Narrowing, latest: readonly Found[] | null): Promise<Counts> => {
  if (latest && new Set(latest.map(({ id }) => id)).size > countCap) return tooMany
  const narrow = narrowing.kinds.length > 0 || narrowing.nodes !== null || narrowing.year !== null
  if (latest && latest.length <= countCap && !narrow) return tally(latest, narrowing)
  const all = hitsOf(asked, secrets, null)
  const { rows } = await sql<Found>`
    with ${all.with} f as (select s.id, s.kind, s.node_id, s.day ${all.of} limit ${most})
    select id, kind, node_id as "nodeId", extract(year from day)::int as year from f`.execute(store)
  if (rows.length <= countCap) return tally(rows, narrowing)
  if (!narrow) return tooMany
  const some = hitsOf(asked, secrets, narrowing)
  const narrowed = await sql<{ n: number }>`with ${some.with} f as (select s.id ${some.of} limit ${most}) select count(distinct id)::int as n from f`.execute(
    store,
  )
  return { ...tooMany, total: narrowed.rows[0]?.n ?? 0 }
}

/** Counts those found, each once though its secret part too be found, as narrowed and by each filter given the others. */
const tally = (found: readonly Found[], { kinds, nodes, year }: Narrowing): Counts => {
  const rows = [...new Map(found.map((f) => [f.id, f])).values()]
  const ofKind = (f: Found): boolean => kinds.length === 0 || kinds.includes(f.kind)
  const ofNode = (f: Found): boolean => nodes === null || nodes.includes(f.nodeId)
  const ofYear = (f: Found): boolean => year === null || f.year === year
  const by = (key: (f: Found) => string, fits: (f: Found) => boolean): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const f of rows) if (fits(f)) counts.set(key(f), (counts.get(key(f)) ?? 0) + 1)
    return counts
  }
  return {
    total: rows.filter((f) => ofKind(f) && ofNode(f) && ofYear(f)).length,
    byKind: by(
      (f) => f.kind,
      (f) => ofNode(f) && ofYear(f),
    ),
    byNode: by(
      (f) => f.nodeId,
      (f) => ofKind(f) && ofYear(f),
    ),
    byYear: by(
      (f) => String(f.year),
      (f) => ofKind(f) && ofNode(f),
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
