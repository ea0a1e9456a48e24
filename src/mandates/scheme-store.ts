import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import { containing } from '../cases/keyset.ts'
import type { Store } from '../database/connection.ts'
import { type Amount, ore } from '../kernel/amount.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

/** Somebody who may decide: the post, who holds it on the day, how far, and from whom it was handed on. */
export interface Delegate {
  readonly mandateId: string
  readonly post: Text
  readonly holders: readonly string[]
  readonly limit: Amount | null
  readonly limits: string | null
  readonly handedOn: boolean
  readonly mayHandOn: boolean
  /** For matters where the board's decision cannot be awaited (KL 6:39). */
  readonly urgent: boolean
}

/** A point of a body's scheme with those who may decide it. */
export interface Point {
  readonly id: string
  readonly nodeId: string
  readonly code: string
  readonly area: string
  readonly what: string
  readonly conditions: string | null
  readonly law: string | null
  readonly category: string
  readonly reporting: string
  readonly delegates: readonly Delegate[]
}

/** A mandate that the body gave beside its scheme. */
export interface Beside {
  readonly nodeId: string
  readonly scope: string
  readonly delegate: Delegate
}

export interface SchemeFilter {
  readonly nodeId: string | null
  readonly search: string
  readonly day: Day
  readonly secretsOf: Secrets
}

interface MandateRow {
  readonly id: string
  readonly type_id: string | null
  readonly node_id: string
  readonly scope: string
  readonly limits: string | null
  readonly amount_limit: number | null
  readonly onward: boolean
  readonly urgent: boolean
  readonly from_id: string | null
  readonly title_sv: string
  readonly title_en: string
  readonly holders: readonly string[]
}

/** The mandates of some points that hold on the day, the nearest to the work first. */
const mandatesOf = (store: Store, day: Day) =>
  store
    .selectFrom('mandate')
    .innerJoin('thing', 'thing.id', 'mandate.id')
    .innerJoin('post', 'post.id', 'mandate.post_id')
    .select([
      'mandate.id',
      'mandate.type_id',
      'thing.node_id',
      'mandate.scope',
      'mandate.limits',
      'mandate.amount_limit',
      'mandate.onward',
      'mandate.urgent',
      'mandate.from_id',
    ])
    .select(['post.title_sv', 'post.title_en'])
    .select(
      sql<string[]>`array(select p.given_name || ' ' || p.family_name from appointment a join person p on p.id = a.person_id
        where a.post_id = post.id and a.valid @> ${day}::date order by p.family_name, p.given_name)`.as('holders'),
    )
    .where(sql<boolean>`mandate.valid @> ${day}::date`)
    .orderBy(sql`mandate.from_id is null`)
    .orderBy(sql`mandate.amount_limit nulls last`)
    .orderBy('post.title_sv')

const toDelegate = (row: MandateRow): Delegate => ({
  mandateId: row.id,
  post: { sv: row.title_sv, en: row.title_en },
  holders: row.holders,
  limit: row.amount_limit === null ? null : ore(row.amount_limit),
  limits: row.limits,
  handedOn: row.from_id !== null,
  mayHandOn: row.onward,
  urgent: row.urgent,
})

const natural = sql`(entry.data ->> 'code') collate swedish_numbers`

/** One page of the points in force, in the order of their numbers, with those who may decide each on the day. */
export const listScheme = async (
  store: Store,
  { nodeId, search, day, secretsOf }: SchemeFilter,
  after: Cursor | null,
): Promise<{ readonly points: readonly Point[]; readonly next: string | null }> => {
  let query = store
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .select(['entry.id', 'entry.data', 'thing.node_id'])
    .where('entry.register', '=', 'decision-type')
    .where('entry.state', '=', 'active')
    .where(visibleThing(secretsOf))
  if (nodeId) query = query.where('thing.node_id', '=', nodeId)
  if (search.trim() !== '')
    for (const word of search.trim().split(/\s+/).slice(0, 8))
      query = query.where(sql<boolean>`(lower(thing.title) like ${containing(word)} or lower(entry.data ->> 'area') like ${containing(word)})`)
  if (after) query = query.where(sql<boolean>`(${natural}, entry.id) > (${after.value} collate swedish_numbers, ${after.id}::uuid)`)
  const rows = await query
    .orderBy(natural)
    .orderBy('entry.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const ids = shown.map((row) => row.id)
  const mandates = ids.length === 0 ? [] : await mandatesOf(store, day).where('mandate.type_id', 'in', ids).where(visibleThing(secretsOf)).execute()
  const byType = Map.groupBy(mandates, (row) => row.type_id)
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const last = shown.at(-1)
  return {
    points: shown.map((row) => ({
      id: row.id,
      nodeId: row.node_id,
      code: String(row.data['code']),
      area: String(row.data['area']),
      what: String(row.data['what']),
      conditions: text(row.data['conditions']),
      law: text(row.data['law']),
      category: String(row.data['category']),
      reporting: String(row.data['reporting']),
      delegates: (byType.get(row.id) ?? []).map(toDelegate),
    })),
    next: rows.length > pageSize && last ? writeCursor({ value: String(last.data['code']), id: last.id }) : null,
  }
}

/** Mandates given beside the scheme, the latest first; at most a page of them. */
export const listBeside = async (store: Store, { nodeId, search, day, secretsOf }: SchemeFilter): Promise<readonly Beside[]> => {
  let query = mandatesOf(store, day).where('mandate.type_id', 'is', null).where(visibleThing(secretsOf))
  if (nodeId) query = query.where('thing.node_id', '=', nodeId)
  for (const word of search.trim() === '' ? [] : search.trim().split(/\s+/).slice(0, 8))
    query = query.where(sql<boolean>`lower(mandate.scope) like ${containing(word)}`)
  const rows = await query.limit(pageSize).execute()
  return rows.map((row) => ({ nodeId: row.node_id, scope: row.scope, delegate: toDelegate(row) }))
}
