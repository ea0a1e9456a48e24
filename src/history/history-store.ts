import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Day, longDay } from '../kernel/day.ts'
import type { Locale } from '../kernel/text.ts'

/** One change of one row, with what it was before. */
export interface Change {
  readonly id: number
  readonly relation: string
  readonly key: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly actor: string
  readonly act: string
  readonly day: Day
  readonly recordedAt: Date
  readonly clauseId: string | null
  /** Place in the chain; null only while the transaction that wrote it is ending. */
  readonly position: number | null
}

interface Row {
  id: number
  relation: string
  key: string
  op: 'insert' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  actor: string
  act: string
  day: string
  recorded_at: Date
  clause_id: string | null
  position: number | null
}

const toChange = (r: Row): Change => ({
  id: r.id,
  relation: r.relation,
  key: r.key,
  op: r.op,
  before: r.before,
  after: r.after,
  actor: r.actor,
  act: r.act,
  day: r.day as Day,
  recordedAt: r.recorded_at,
  clauseId: r.clause_id,
  position: r.position,
})

/** How many changes a page shows. */
export const pageSize = 50

/**
 * The changes of a thing and of the rows tied to it, latest first, from `before` (exclusive) on. Found by the rows' keys, which
 * are indexed; the tied rows are those that stand in the tables now or did so in the history.
 */
export const changesOf = async (store: Store, thingId: string, before: number | null, limit = pageSize + 1): Promise<readonly Change[]> => {
  const { rows } = await sql<Row>`
    with keys as (
      select relation, ${thingId}::text as key from history.tracked
      union
      select 'case_party', id::text from case_party where case_id = ${thingId}
      union select 'attachment', id::text from attachment where thing_id = ${thingId}
      union select 'case_event', id::text from case_event where case_id = ${thingId}
      union select 'dispatch', id::text from dispatch where decision_id = ${thingId}
      union select 'entry_event', id::text from entry_event where entry_id = ${thingId}
      union select 'continuation', id::text from continuation where report_id = ${thingId}
      union select 'deadline', id::text from deadline where thing_id = ${thingId})
    select e.id, e.relation, e.key, e.op, prev.content as before, e.content as after, e.actor, e.act, e.day::text as day, e.recorded_at, e.clause_id, s.position
    from keys k
    join history.entry e on e.relation = k.relation and e.key = k.key
    left join history.seal s on s.entry_id = e.id
    left join lateral (select p.content from history.entry p where p.relation = e.relation and p.key = e.key and p.id < e.id order by p.id desc limit 1) prev on true
    where e.id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by e.id desc limit ${limit}`.execute(store)
  return rows.map(toChange)
}

/** The latest changes of all, for those who may read the whole history. Looks at what is secret change nothing and have a page of their own. */
export const latestChanges = async (store: Store, before: number | null, limit = pageSize + 1): Promise<readonly Change[]> => {
  const { rows } = await sql<Row>`
    select e.id, e.relation, e.key, e.op, prev.content as before, e.content as after, e.actor, e.act, e.day::text as day, e.recorded_at, e.clause_id, s.position
    from history.entry e left join history.seal s on s.entry_id = e.id
    left join lateral (select p.content from history.entry p where p.relation = e.relation and p.key = e.key and p.id < e.id order by p.id desc limit 1) prev
      on e.op <> 'insert'
    where e.id < ${before ?? Number.MAX_SAFE_INTEGER} and e.relation <> 'access_log'
    order by e.id desc limit ${limit}`.execute(store)
  return rows.map(toChange)
}

/** A row as it was at the end of a day: the latest change recorded for that day or before. Null when it was not there. */
export const asOf = async (store: Store, relation: string, key: string, day: Day): Promise<Readonly<Record<string, unknown>> | null> => {
  const row = await store
    .selectFrom('history.entry')
    .select('content')
    .where('relation', '=', relation)
    .where('key', '=', key)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.content ?? null
}

/** Place and digest of the chain's last row, or null in an empty database. */
export const chainHead = async (store: Store): Promise<{ readonly position: number; readonly chain: string } | null> => {
  const row = await store
    .selectFrom('history.seal')
    .select(['position', sql<string>`encode(chain, 'hex')`.as('chain')])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Names of the people behind actors 'person:<id>'. */
export const actorNames = async (store: Store, actors: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(actors.filter((a) => a.startsWith('person:')).map((a) => a.slice(7)))]
  if (ids.length === 0) return new Map()
  const rows = await store.selectFrom('person').select(['id', 'given_name', 'family_name']).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [`person:${r.id}`, `${r.given_name} ${r.family_name}`]))
}

/**
 * Titles of things and of items, names of nodes, posts, people, files and meetings behind identities; of a vote and of what the
 * journal of a meeting notes, the item's. Unknown ones are left out. Nothing of what is secret is told.
 */
export const namesIn = async (store: Store, ids: readonly string[], locale: Locale): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; day: Day | null }>`
    with wanted as materialized (select unnest(${wanted}::uuid[]) as id),
    item as (select i.id, i.title as name from agenda_item i left join thing t on t.id = i.case_id where i.secrecy is null and t.secrecy is null)
    select id, title as name, null as day from wanted join thing using (id) where secrecy is null
    union all select id, case when ${locale} = 'sv' then title_sv else title_en end, null from wanted join post using (id)
    union all select id, given_name || ' ' || family_name, null from wanted join person using (id)
    union all select w.id, a.name, null from wanted w join attachment a on a.id = w.id join thing t on t.id = a.thing_id where t.secrecy is null
    union all select id, name, null from wanted join item using (id)
    union all select w.id, item.name, null from wanted w join vote v on v.id = w.id join item on item.id = v.item_id
    union all select w.id, item.name, null from wanted w join meeting_fact f on f.id = w.id join item on item.id = f.item_id
    union all (select distinct on (w.id) w.id, case when ${locale} = 'sv' then n.name_sv else n.name_en end, m.day::text
                 from wanted w left join agenda_version v on v.id = w.id join meeting m on m.id in (w.id, v.meeting_id) join node_version n on n.node_id = m.body_id order by w.id, upper(n.valid) desc nulls first)
    union all (select distinct on (node_id) node_id, case when ${locale} = 'sv' then name_sv else name_en end, null
                 from wanted join node_version on node_id = id order by node_id, upper(valid) desc nulls first)`.execute(store)
  return new Map(rows.map((r) => [r.id, r.day === null ? r.name : `${r.name} ${longDay(r.day, locale)}`]))
}
