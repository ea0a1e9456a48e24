import { type Selectable, sql } from 'kysely'
import { type Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { ContradictionTables } from '../database/tables/contradictions.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { Finding, Sureness } from '../rulebook/contradictions/finding.ts'

/** A contradiction that stands: found by the rules, perhaps answered by somebody. */
export interface Standing {
  readonly id: string
  readonly finding: Finding
  readonly concerns: readonly string[]
  readonly nodeId: string
  readonly secrecy: string | null
  readonly found: Day
  readonly answer: { readonly text: string; readonly by: string | null; readonly on: Day } | null
}

type Row = Selectable<ContradictionTables['contradiction']> & { readonly given_name: string | null; readonly family_name: string | null }
const toStanding = (row: Row): Standing => ({
  id: row.id,
  finding: row.finding,
  concerns: row.concerns,
  nodeId: row.node_id,
  secrecy: row.secrecy,
  found: row.found as Day,
  answer:
    row.answer === null
      ? null
      : { text: row.answer, by: row.given_name ? `${row.given_name} ${row.family_name ?? ''}`.trim() : null, on: row.answered_on as Day },
})

const standing = (store: Store, secretsOf: Secrets) =>
  store
    .selectFrom('contradiction')
    .leftJoin('person', 'person.id', 'contradiction.answered_by')
    .selectAll('contradiction')
    .select(['person.given_name', 'person.family_name'])
    .where('gone', 'is', null)
    .where(
      secretsOf === 'all'
        ? sql<boolean>`true`
        : // Also of what was marked after the finding.
          sql<boolean>`(contradiction.secrecy is null or contradiction.node_id = any(${secretsOf}::uuid[]))
            and not exists (select from thing t where t.id = any(contradiction.concerns) and t.secrecy is not null and t.node_id <> all(${secretsOf}::uuid[]))`,
    )

/** Those that concern any of the things, the surest first. */
export const contradictionsOn = async (store: Store, thingIds: readonly string[], secretsOf: Secrets): Promise<readonly Standing[]> => {
  if (thingIds.length === 0) return []
  const rows = await standing(store, secretsOf)
    .where(sql<boolean>`contradiction.concerns && ${[...thingIds]}::uuid[]`)
    .orderBy(sql`array_position(array['error', 'contradiction', 'ask'], sureness)`)
    .orderBy('found', 'desc')
    .limit(20)
    .execute()
  return rows.map(toStanding)
}

/** One that stands, or null: also where the reader may not know of it. */
export const standingById = async (store: Store, id: string, secretsOf: Secrets): Promise<Standing | null> => {
  const row = await standing(store, secretsOf).where('contradiction.id', '=', id).executeTakeFirst()
  return row ? toStanding(row) : null
}

export interface StandingFilter {
  readonly nodeIds: readonly string[] | null
  readonly sureness: Sureness | null
  readonly answered: boolean | null
  readonly secretsOf: Secrets
}

/** One page of those that stand, newest first, by keyset. */
export const listStanding = async (
  store: Store,
  { nodeIds, sureness, answered, secretsOf }: StandingFilter,
  after: Cursor | null,
): Promise<{ readonly rows: readonly Standing[]; readonly next: string | null }> => {
  let query = standing(store, secretsOf)
  if (nodeIds) query = query.where(sql<boolean>`contradiction.node_id = any(${[...nodeIds]}::uuid[])`)
  if (sureness) query = query.where('sureness', '=', sureness)
  if (answered !== null) query = query.where('answer', answered ? 'is not' : 'is', null)
  if (after && isDay(after.value))
    query = query.where(sql<boolean>`(found < ${after.value}::date or (found = ${after.value}::date and contradiction.id > ${after.id}::uuid))`)
  const rows = await query
    .orderBy('found', 'desc')
    .orderBy('contradiction.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: shown.map(toStanding), next: rows.length > pageSize && last ? writeCursor({ value: last.found, id: last.id }) : null }
}

/** How many stand, by how sure. */
export const countStanding = async (store: Store, secretsOf: Secrets): Promise<Readonly<Record<Sureness, number>>> => {
  const rows = await store
    .selectFrom(standing(store, secretsOf).as('s'))
    .select(['sureness', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('sureness')
    .execute()
  const of = (sureness: Sureness): number => rows.find((row) => row.sureness === sureness)?.n ?? 0
  return { error: of('error'), contradiction: of('contradiction'), ask: of('ask') }
}

/** All that stand, secret ones too: for the operator's command line. */
export const everyStanding = async (store: Store): Promise<readonly Standing[]> =>
  (await standing(store, 'all').orderBy('found').orderBy('contradiction.id').execute()).map(toStanding)

/** What the things are called, with their numbers: for the operator's command line. */
export const titlesOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('thing')
    .select(['id', 'number', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, number, title }) => [id, number === null ? title : `${number} ${title}`]))
}
