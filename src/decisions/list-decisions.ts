import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import { afterNewest } from '../cases/keyset.ts'
import { type Cursor, pageSize, writeCursor } from '../kernel/cursor.ts'
import type { Store } from '../database/connection.ts'
import type { ClauseKind } from './clause.ts'
import { searchDecisions } from './search.ts'
import { type Decision, selectDecisions, toDecision } from './decision-store.ts'

/** Taken by the body itself, or by a post within a mandate. */
export const deciders = ['body', 'post'] as const
export type Decider = (typeof deciders)[number]

/** What the list shows. `secretsOf` are the nodes whose secrets the reader may see. */
export interface DecisionFilter {
  readonly nodeId: string | null
  readonly year: number | null
  readonly decider: Decider | null
  readonly kind: ClauseKind | null
  readonly search: string
  readonly secretsOf: Secrets
}

export interface DecisionList {
  readonly decisions: readonly Decision[]
  /** The cursor of the next page, or null at the end. */
  readonly next: string | null
}

// In an object, since a query that is itself handed over by a promise would be taken for one.
const filtered = async (store: Store, { nodeId, year, decider, kind, search, secretsOf }: DecisionFilter) => {
  let query = selectDecisions(store).where('thing.kind', '=', 'decision').where(visibleThing(secretsOf))
  if (nodeId) query = query.where('thing.node_id', '=', nodeId)
  if (year) query = query.where(sql<boolean>`thing.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`)
  if (decider) query = query.where('decision.post_id', decider === 'body' ? 'is' : 'is not', null)
  if (kind) query = query.where(sql<boolean>`exists (select from clause where clause.decision_id = decision.id and clause.kind = ${kind})`)
  if (search.trim() !== '') query = query.where(await searchDecisions(store, search))
  return { query }
}

/** One page of the decisions that the reader may see, newest first, by keyset. */
export const listDecisions = async (store: Store, filter: DecisionFilter, after: Cursor | null): Promise<DecisionList> => {
  const { query } = await filtered(store, filter)
  const rows = await (after ? query.where(afterNewest(after)) : query)
    .orderBy('thing.day', 'desc')
    .orderBy('thing.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toDecision)
  const last = shown.at(-1)
  return { decisions: shown, next: rows.length > pageSize && last ? writeCursor({ value: last.day, id: last.id }) : null }
}

/** Counts stop here: beyond it the page says "more than". */
export const countCap = 1000

/** How many decisions match, up to the cap. */
export const countDecisions = async (store: Store, filter: DecisionFilter): Promise<number> => {
  const { query } = await filtered(store, filter)
  const row = await store
    .selectFrom(query.limit(countCap + 1).as('found'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}
