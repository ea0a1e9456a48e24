import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import type { DecisionMade } from './record.ts'

/** Registered decisions with their clauses and receivers, by id. */
export const loadDecisionsMade = async (store: Store | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DecisionMade>> => {
  if (ids.length === 0) return new Map()
  const decisions = await store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['decision.id', 'number', 'paragraph', 'text', 'adjusted', 'announced'])
    .where('decision.id', 'in', ids)
    .execute()
  const clauses = await store.selectFrom('clause').select(['id', 'decision_id', 'no', 'kind', 'text']).where('decision_id', 'in', ids).orderBy('no').execute()
  const receivers = await store
    .selectFrom('dispatch')
    .innerJoin('decision', 'decision.id', 'dispatch.decision_id')
    .innerJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'dispatch.receiver_id').on(sql<boolean>`node_version.valid @> decision.day`))
    .select(['decision_id', 'receiver_id', 'name_sv', 'name_en', 'demands_action', 'what'])
    .where('decision_id', 'in', ids)
    .orderBy('dispatch.id')
    .execute()
  return new Map(
    decisions.map((d): [string, DecisionMade] => [
      d.id,
      {
        id: d.id,
        number: d.number ?? '',
        paragraph: d.paragraph,
        text: d.text,
        adjusted: d.adjusted as Day | null,
        announced: d.announced as Day | null,
        clauses: clauses.filter((c) => c.decision_id === d.id).map(({ id, no, kind, text }) => ({ id, no, kind, text })),
        receivers: receivers
          .filter((r) => r.decision_id === d.id)
          .map((r) => ({ nodeId: r.receiver_id, name: { sv: r.name_sv, en: r.name_en }, demandsAction: r.demands_action, what: r.what })),
      },
    ]),
  )
}
