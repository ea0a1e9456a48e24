import { type Expression, type SqlBool, sql } from 'kysely'
import { containing, matching } from '../cases/keyset.ts'
import type { Store } from '../database/connection.ts'

/** More finds than this, and the list is read in its own order until a page is full. */
const few = 2000

/**
 * The condition that a decision's title, number or clauses hold what is searched for. Rare words are looked up first, by their
 * index; common ones are met soon enough along the list. So neither reads a hundred thousand rows for a page of fifty.
 */
export const searchDecisions = async (store: Store, search: string): Promise<Expression<SqlBool>> => {
  const like = containing(search)
  const own = store
    .selectFrom('thing')
    .select('thing.id')
    .where('thing.kind', '=', 'decision')
    .where(matching(search))
    .limit(few + 1)
  const clauses = store
    .selectFrom('thing')
    .innerJoin('clause', 'clause.id', 'thing.id')
    .select('clause.decision_id as id')
    .where('thing.kind', '=', 'clause')
    .where(sql<boolean>`lower(thing.title) like ${like}`)
    .limit(few + 1)
  const [a, b] = await Promise.all([own.execute(), clauses.execute()])
  if (a.length <= few && b.length <= few) return sql<SqlBool>`thing.id = any(${[...a, ...b].map((r) => r.id)}::uuid[])`
  return sql<SqlBool>`(${matching(search)} or exists (select from clause join thing t on t.id = clause.id where clause.decision_id = decision.id and lower(t.title) like ${like}))`
}
