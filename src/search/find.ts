import { sql } from 'kysely'
import type { Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import { type Asked, hitsOf, type Narrowing, readable, within } from './conditions.ts'
import { countCap, type Found } from './counts.ts'

/** The orders that hits may have. */
export const sorts = ['relevance', 'newest'] as const
export type Sort = (typeof sorts)[number]

/** Why something was found and stands where it does, the strongest reason first. */
export type Reason = 'number' | 'title' | 'title_begins' | 'text' | 'text_begins' | 'inside'

export interface Hit {
  readonly id: string
  readonly part: 'open' | 'secret'
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly body: string
  readonly nodeId: string
  readonly day: Day
  readonly secrecy: string | null
  readonly path: string
  readonly score: number
  readonly reason: Reason
}

/** Where a page begins: after the hit of this score, day and id. */
export interface After {
  readonly score: number
  readonly day: string
  readonly id: string
}

export interface Hits {
  readonly hits: readonly Hit[]
  readonly next: After | null
  /** True at the end of what is ranked, when more is found by the same words. */
  readonly cut: boolean
  /** The newest found, as many as are ranked and one more: who has them need not ask again how many there are. Null where they are not known. */
  readonly latest: readonly Found[] | null
}

/** Hits on a page. */
export const pageSize = 20
/** So many of the newest are ranked against each other, as many as are counted; a common word is then as quick as a rare one. */
const ranked = countCap
const titles = 300

interface Row {
  id: string
  part: 'open' | 'secret'
  kind: string
  number: string | null
  title: string
  body: string
  node_id: string
  day: string
  secrecy: string | null
  path: string
  score: number
  is_number: boolean
  title_exact: boolean
  title_wide: boolean
  words_exact: boolean
  words_wide: boolean
}

const reasonOf = (r: Row): Reason => {
  if (r.is_number) return 'number'
  if (r.title_exact) return 'title'
  if (r.title_wide) return 'title_begins'
  if (r.words_exact) return 'text'
  return r.words_wide ? 'text_begins' : 'inside'
}

/**
 * One page of what is found and may be read. By relevance: numbers that are exactly as typed, then titles, then texts, whole
 * words before unfinished; among the newest thousand found and the newest titles. By day: everything, newest first.
 */
export const findHits = async (store: Store, asked: Asked, secrets: Secrets, narrowing: Narrowing, sort: Sort, after: After | null): Promise<Hits> => {
  const { wide, exact, number } = asked
  const fits = sql`${readable(secrets)} and ${within(narrowing)}`
  const hits = hitsOf(asked, secrets, narrowing)
  const newest = sql`order by s.day desc, s.id`
  const begins =
    after &&
    (sort === 'newest'
      ? sql`(s.day <= ${after.day}::date and (s.day < ${after.day}::date or s.id > ${after.id}::uuid))`
      : sql`(score < ${after.score} or (score = ${after.score} and (day < ${after.day}::date or (day = ${after.day}::date and id > ${after.id}::uuid))))`)
  const latest =
    sort === 'newest'
      ? sql`${hits.of} ${begins ? sql`and ${begins}` : sql``} ${newest} limit ${sql.raw(String(2 * pageSize + 2))}`
      : sql`${hits.of} ${newest} limit ${sql.raw(String(ranked + 1))}`
  // What stands in the title stands in the text: only what is not to be there must be asked for again.
  const all = wide.includes('!') ? sql`and s.words @@ ${wide}::tsquery` : sql``
  const candidates =
    sort === 'newest'
      ? sql`select id, part from latest`
      : sql`(select s.id, s.part from search_item s where s.title_words @@ ${number}::tsquery and ${fits} ${newest} limit ${sql.raw(String(titles))})
            union (select s.id, s.part from search_item s where s.title_words @@ ${wide}::tsquery ${all} and ${fits} ${newest} limit ${sql.raw(String(titles))})
            union select id, part from latest`
  // The words of a long text are kept apart from its row, and packed: `offset 0` has them fetched once for the three questions about them.
  const { rows } = await sql<Row & { candidates: number; latest: readonly Found[] | null }>`
    with ${hits.with} latest as materialized (select s.id, s.part, s.kind, s.node_id, s.day ${latest}), candidate as materialized (${candidates}),
    judged as (
      select s.id, s.part, s.day, s.title_words @@ ${number}::tsquery as is_number, s.title_words @@ ${exact}::tsquery as title_exact, s.title_words @@ ${wide}::tsquery as title_wide,
             fetched.words @@ ${exact}::tsquery as words_exact, fetched.words @@ ${wide}::tsquery as words_wide,
             ts_rank('{0.02, 0.2, 0.5, 1}', fetched.words, ${exact}::tsquery, 1) as rank
        from candidate join search_item s using (id, part) cross join lateral (select s.words || ''::tsvector as words offset 0) fetched),
    scored as (
      select distinct on (id) *,
             ${sort === 'newest' ? sql`0` : sql`(case when is_number then 100000 else 0 end + case when title_exact then 20000 when title_wide then 8000 else 0 end + case when words_exact then 4000 when words_wide then 1000 else 0 end + round(rank * 3000))::int`} as score
        from judged order by id, part),
    page as (select * from scored ${begins && sort === 'relevance' ? sql`where ${begins}` : sql``} order by score desc, day desc, id limit ${sql.raw(String(pageSize + 1))})
    select page.*, s.kind, s.number, s.title, left(s.body, 20000) as body, s.node_id, s.secrecy, s.path, (select count(*) from candidate) as candidates,
           case when row_number() over (order by score desc, page.day desc, page.id) = 1 then
             (select json_agg(json_build_object('id', id, 'kind', kind, 'nodeId', node_id, 'year', extract(year from day))) from latest) end as latest
      from page join search_item s using (id, part) order by score desc, page.day desc, page.id`.execute(store)
  const shown = rows.slice(0, pageSize).map((r): Hit => ({ ...r, nodeId: r.node_id, day: r.day as Day, reason: reasonOf(r) }))
  const last = shown.at(-1)
  const more = rows.length > pageSize
  return {
    hits: shown,
    next: more && last ? { score: last.score, day: last.day, id: last.id } : null,
    cut: sort === 'relevance' && !more && Number(rows[0]?.candidates ?? 0) > ranked,
    latest: sort === 'relevance' ? (rows[0]?.latest ?? null) : null,
  }
}
