import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../../access/visible.ts'
import type { Store } from '../../database/connection.ts'
import type { Day } from '../../kernel/day.ts'

/** A choice of how the law is read, in force, past or to come, with the decision that made it. */
export interface Choice {
  readonly id: string
  readonly variant: string
  readonly value: string | boolean
  readonly nodeId: string
  readonly from: Day
  /** The first day after; null while nothing else is chosen. */
  readonly to: Day | null
  readonly decision: { readonly id: string; readonly number: string; readonly title: string; readonly no: number } | null
}

/** Every choice of the nodes, latest first; the decision is left out where the reader may not see it. */
export const loadChoices = async (store: Store, nodeIds: readonly string[], secrets: Secrets): Promise<readonly Choice[]> => {
  if (nodeIds.length === 0) return []
  const rows = await store
    .selectFrom('rule_choice')
    .innerJoin('clause', 'clause.id', 'rule_choice.clause_id')
    .innerJoin('thing', 'thing.id', 'clause.decision_id')
    .select([
      'rule_choice.id',
      'rule_choice.variant',
      'rule_choice.value',
      'rule_choice.node_id',
      'clause.no',
      'clause.decision_id',
      'thing.number',
      'thing.title',
    ])
    .select([
      sql<Day>`lower(rule_choice.valid)`.as('from'),
      sql<Day | null>`upper(rule_choice.valid)`.as('to'),
      sql<boolean>`${visibleThing(secrets)}`.as('seen'),
    ])
    .where('rule_choice.node_id', 'in', nodeIds)
    .orderBy(sql`lower(rule_choice.valid)`, 'desc')
    .orderBy('rule_choice.id', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    variant: r.variant,
    value: r.value,
    nodeId: r.node_id,
    from: r.from,
    to: r.to,
    decision: r.seen ? { id: r.decision_id, number: r.number ?? '', title: r.title, no: r.no } : null,
  }))
}
