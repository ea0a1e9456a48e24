import { type Secrets, visibleThing } from '../access/visible.ts'
import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'

/** A thing that wants to change the series, or is measured by it, with the decision that it came from. */
export interface Wisher {
  readonly id: string
  readonly kind:
    | 'goal'
    | 'target'
    | 'entry'
    | 'clause'
    | 'decision'
    | 'report'
    | 'case'
    | 'document'
    | 'series'
    | 'frame'
    | 'mandate'
    | 'meeting'
    | 'appointment'
    | 'rule_choice'
  readonly title: string
  readonly nodeId: string
  readonly day: Day
  readonly decision: { readonly id: string; readonly bodyId: string; readonly day: Day; readonly paragraph: string } | null
}

/** At most this many are shown beside a figure; the thread has them all. */
const shown = 50

/** What stands upstream of a series on the thread, and is not secret to the reader: goals, targets, assignments and others, latest first. */
export const wishersOf = async (store: Store, seriesId: string, secretsOf: Secrets): Promise<readonly Wisher[]> => {
  const rows = await store
    .selectFrom('link')
    .innerJoin('thing', 'thing.id', 'link.from_id')
    .leftJoin('goal', 'goal.id', 'thing.id')
    .leftJoin('target', 'target.id', 'thing.id')
    .leftJoin('entry', 'entry.id', 'thing.id')
    .leftJoin('clause', (join) =>
      join.on(sql<boolean>`clause.id = coalesce(goal.clause_id, target.clause_id, entry.clause_id, case when thing.kind = 'clause' then thing.id end)`),
    )
    .leftJoin('decision', 'decision.id', 'clause.decision_id')
    .leftJoin('thing as decided', 'decided.id', 'decision.id')
    .where('link.to_id', '=', seriesId)
    .where('link.kind', '=', 'measured_by')
    .where(visibleThing(secretsOf))
    .select(['thing.id', 'thing.kind', 'thing.title', 'thing.node_id', 'thing.day'])
    .select([
      'decision.id as decision_id',
      'decision.body_id',
      'decision.day as decision_day',
      'decision.paragraph',
      'decided.secrecy as decision_secrecy',
      'decided.node_id as decision_node',
    ])
    .orderBy('thing.day', 'desc')
    .orderBy('thing.id', 'desc')
    .limit(shown)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    title: r.title,
    nodeId: r.node_id,
    day: r.day as Day,
    decision:
      r.decision_id &&
      r.body_id &&
      r.decision_day &&
      r.paragraph &&
      (r.decision_secrecy === null || secretsOf === 'all' || secretsOf.includes(r.decision_node ?? ''))
        ? { id: r.decision_id, bodyId: r.body_id, day: r.decision_day as Day, paragraph: r.paragraph }
        : null,
  }))
}
