import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { type Holding, loadHoldings } from '../organisation/post-store.ts'

/** The decision that a clause belongs to; of one that the reader may not see nothing but that it is there. */
export interface ByDecision {
  readonly decisionId: string
  readonly number: string
  readonly title: string
  readonly no: number
  readonly seen: boolean
}

/** The decision of a clause, or null where there is no clause. */
export const decisionOfClause = async (store: Store, clauseId: string | undefined | null, secrets: Secrets): Promise<ByDecision | null> => {
  if (!clauseId) return null
  const row = await store
    .selectFrom('clause')
    .innerJoin('thing', 'thing.id', 'clause.decision_id')
    .select(['thing.id', 'thing.number', 'thing.title', 'clause.no'])
    .select(sql<boolean>`${visibleThing(secrets)}`.as('seen'))
    .where('clause.id', '=', clauseId)
    .executeTakeFirst()
  if (!row) return null
  return row.seen
    ? { decisionId: row.id, number: row.number ?? '', title: row.title, no: row.no, seen: true }
    : { decisionId: '', number: '', title: '', no: 0, seen: false }
}

/** One appointment, or null. */
export const loadAppointment = async (store: Store, id: string): Promise<Holding | null> => (await loadHoldings(store, { appointmentId: id }))[0] ?? null

/** Who was elected for the rest of the term, or null. */
export const successorOf = async (store: Store, id: string): Promise<Holding | null> => {
  const row = await store.selectFrom('appointment').select('id').where('instead_of', '=', id).limit(1).executeTakeFirst()
  return row ? loadAppointment(store, row.id) : null
}
