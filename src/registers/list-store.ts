import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Cursor } from '../kernel/cursor.ts'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { type EntryRow, toEntry } from './entry-store.ts'
import { conditions, fromWhere } from './list-conditions.ts'
import { secretFields, withoutFields } from './mask.ts'
import type { ListQuery } from './list-query.ts'
import type { Looking } from './looking.ts'
import { type SortKey, sortKeys } from './sort-keys.ts'

export interface ListPage {
  readonly entries: readonly Entry[]
  /** Where the next page begins, or null on the last. */
  readonly next: Cursor | null
}

/** One page of the list, without the fields that the reader may not read. Stable while others write: the order is the sort value and then the id, and a page begins after a row, not at a number. */
export const listEntries = async (store: Store, definition: AnyDefinition, query: ListQuery, looking: Looking): Promise<ListPage> => {
  const { expression, of, type } = sortKeys(definition)[query.sort] as SortKey
  const value = sql.raw(expression)
  const id = sql.ref(`${of}.id`)
  const way = sql.raw(query.descending ? 'desc' : 'asc')
  const begins =
    query.after && sql`(${value}, ${id}) ${sql.raw(query.descending ? '<' : '>')} (${query.after.value}::${sql.raw(type)}, ${query.after.id}::uuid)`
  const all = [...conditions(definition, query, looking), { test: begins ?? sql`true`, onThing: of === 'thing' }]
  // The page is found first, along one index where it can be, and only its rows are put together.
  const { rows } = await sql<EntryRow & { sort_value: string }>`
    select entry.id, entry.register, thing.number, thing.title, thing.node_id, entry.owner_id, entry.state, entry.data, thing.day, entry.due, entry.version,
           entry.clause_id, entry.last_clause_id, entry.parent_id, thing.secrecy, page.sort_value::text as sort_value
      from (select ${id} as id, ${value} as sort_value ${fromWhere(definition, all)} order by ${value} ${way}, ${id} ${way} limit ${query.size + 1}) page
      join entry on entry.id = page.id join thing on thing.id = page.id
     order by page.sort_value ${way}, page.id ${way}`.execute(store)
  const shown = rows.slice(0, query.size)
  const last = shown.at(-1)
  const secret = secretFields(definition)
  const sees = (e: Entry): boolean => looking.secretsOf === 'all' || looking.secretsOf.includes(e.nodeId)
  const entries = shown.map(toEntry).map((e) => (sees(e) ? e : { ...e, data: withoutFields(e.data, secret) }))
  return { entries, next: rows.length > query.size && last ? { value: last.sort_value, id: last.id } : null }
}
