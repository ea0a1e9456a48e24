import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import { type Cursor, pageSize } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import type { Reader } from '../rulebook/access-review.ts'
import type { How } from './access-log.ts'

/** Whose looks are gone through: those at things of these nodes, or of all; and when, both days with. */
export interface Period {
  readonly nodeIds: readonly string[] | 'all'
  readonly from: Day
  readonly to: Day
}

export interface Look {
  readonly id: string
  /** The instant as PostgreSQL writes it, for paging. */
  readonly at: string
  readonly day: Day
  readonly time: string
  readonly person: string
  readonly personId: string
  readonly thingId: string
  /** Its number: never its title, since not everybody who reviews may read it. */
  readonly number: string | null
  readonly nodeId: string
  readonly section: string
  readonly how: How
}

const local = sql`l.at at time zone 'Europe/Stockholm'`
const within = ({ nodeIds, from, to }: Period) => sql`
  l.at >= ${from}::timestamp at time zone 'Europe/Stockholm' and l.at < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'
  and ${nodeIds === 'all' ? sql`true` : sql`l.node_id = any(${nodeIds}::uuid[])`}`

/** The looks of a period, latest first: a page from `after` on. */
export const listLooks = async (
  store: Store,
  period: Period,
  after: Cursor | null,
): Promise<{ readonly rows: readonly Look[]; readonly next: Cursor | null }> => {
  const { rows } = await sql<Look>`
    select l.id, l.at::text as at, (${local})::date::text as day, to_char(${local}, 'HH24:MI') as time, l.person_id as "personId",
           p.given_name || ' ' || p.family_name as person, l.thing_id as "thingId", t.number, l.node_id as "nodeId", l.section, l.how
      from access_log l join person p on p.id = l.person_id left join thing t on t.id = l.thing_id
     where ${within(period)} and ${after === null ? sql`true` : sql`(l.at, l.id) < (${after.value}::timestamptz, ${after.id}::uuid)`}
     order by l.at desc, l.id desc limit ${pageSize + 1}`.execute(store)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > pageSize && last ? { value: last.at, id: last.id } : null }
}

interface Counted {
  personId: string
  name: string
  nodeId: string
  looks: number
  refused: number
  nightly: number
  gathered: number
  things: string[]
}

/** A reader of the period with the name. */
export interface NamedReader extends Reader {
  readonly name: string
}

/**
 * Everybody who looked in the period, most things first. `isOwn` says whether somebody's posts work for a node. At most some hundred
 * people read what is secret in a municipality in a quarter, so they are counted here in whole.
 */
export const countReaders = async (
  store: Store | Tx,
  period: Period,
  isOwn: (personId: string, nodeId: string) => boolean,
): Promise<readonly NamedReader[]> => {
  const { rows } = await sql<Counted>`
    select l.person_id as "personId", p.given_name || ' ' || p.family_name as name, l.node_id as "nodeId",
           count(*) filter (where how <> 'refused')::int as looks, count(*) filter (where how = 'refused')::int as refused,
           count(*) filter (where how <> 'refused' and (extract(hour from ${local}) >= 22 or extract(hour from ${local}) < 6))::int as nightly,
           count(*) filter (where how in ('search', 'export'))::int as gathered,
           coalesce(array_agg(distinct l.thing_id::text) filter (where how <> 'refused'), '{}') as things
      from access_log l join person p on p.id = l.person_id where ${within(period)} group by 1, 2, 3`.execute(store)
  const sum = (own: readonly Counted[], of: (row: Counted) => number): number => own.reduce((n, row) => n + of(row), 0)
  return [...Map.groupBy(rows, (row) => row.personId).values()]
    .map(
      (own): NamedReader => ({
        personId: own[0]?.personId ?? '',
        name: own[0]?.name ?? '',
        looks: sum(own, (row) => row.looks),
        things: new Set(own.flatMap((row) => row.things)).size,
        outside: sum(own, (row) => (isOwn(row.personId, row.nodeId) ? 0 : row.looks)),
        refused: sum(own, (row) => row.refused),
        nightly: sum(own, (row) => row.nightly),
        gathered: sum(own, (row) => row.gathered),
      }),
    )
    .toSorted((a, b) => b.things - a.things || b.looks - a.looks || a.name.localeCompare(b.name, 'sv'))
}

/** Nodes and roles of the posts that people held some day of the period. */
export const postsHeld = async (
  store: Store | Tx,
  { from, to }: Period,
): Promise<readonly { readonly personId: string; readonly nodeId: string; readonly role: string }[]> => {
  const { rows } = await sql<{ personId: string; nodeId: string; role: string }>`
    select distinct a.person_id as "personId", post.node_id as "nodeId", post.role from appointment a join post on post.id = a.post_id
     where a.valid && daterange(${from}, ${to}, '[]') and a.person_id in (select person_id from access_log)`.execute(store)
  return rows
}

export interface Review {
  readonly id: string
  readonly nodeId: string
  readonly from: Day
  readonly to: Day
  readonly looks: number
  readonly remarks: number
  readonly comment: string
  readonly person: string
  readonly reviewed: Day
}

/** Reviews that went through the looks of any of the nodes, latest first. */
export const loadReviews = async (store: Store | Tx, nodeIds: readonly string[]): Promise<readonly Review[]> => {
  const rows = await store
    .selectFrom('access_review')
    .innerJoin('person', 'person.id', 'access_review.person_id')
    .select(['access_review.id', 'node_id', 'first_day', 'last_day', 'looks', 'remarks', 'comment', 'given_name', 'family_name', 'reviewed'])
    .where('node_id', 'in', [...nodeIds])
    .orderBy('last_day', 'desc')
    .orderBy('access_review.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nodeId: row.node_id,
    from: row.first_day as Day,
    to: row.last_day as Day,
    looks: row.looks,
    remarks: row.remarks,
    comment: row.comment,
    person: `${row.given_name} ${row.family_name}`,
    reviewed: row.reviewed as Day,
  }))
}

/** The first day that anything of the nodes was looked at. */
export const firstLook = async (store: Store | Tx, nodeIds: Period['nodeIds']): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day | null }>`
    select (min(l.at) at time zone 'Europe/Stockholm')::date::text as day from access_log l
     where ${nodeIds === 'all' ? sql`true` : sql`l.node_id = any(${nodeIds}::uuid[])`}`.execute(store)
  return rows[0]?.day ?? null
}

/** Decided unless said otherwise: a quarter. */
const quarter = 3

/** How often the looks are to be reviewed, in months. */
export const reviewInterval = async (store: Store | Tx): Promise<number> => {
  const row = await store.selectFrom('setting').select('value').where('name', '=', 'access_review').executeTakeFirst()
  const months = (row?.value as { months?: unknown } | undefined)?.months
  return typeof months === 'number' ? months : quarter
}
