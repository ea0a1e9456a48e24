import { type Secrets, visibleThing } from '../access/visible.ts'
import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { type Cursor, pageSize, writeCursor } from './keyset.ts'

/** What a decision wants to reach, with where it was decided. */
export interface Goal {
  readonly id: string
  readonly nodeId: string
  readonly area: string | null
  readonly text: string
  readonly from: Day | null
  /** The last day it holds; null while open. */
  readonly to: Day | null
  readonly secrecy: string | null
  readonly day: Day
  readonly clause: { readonly id: string; readonly no: number; readonly text: string; readonly nodeId: string; readonly secrecy: string | null }
  readonly decision: { readonly id: string; readonly bodyId: string; readonly day: Day; readonly paragraph: string }
}

const selectGoals = (store: Store) =>
  store
    .selectFrom('goal')
    .innerJoin('thing', 'thing.id', 'goal.id')
    .innerJoin('clause', 'clause.id', 'goal.clause_id')
    .innerJoin('decision', 'decision.id', 'clause.decision_id')
    .innerJoin('thing as decided', 'decided.id', 'clause.id')
    .select([
      'goal.id',
      'goal.area',
      'goal.text',
      'thing.node_id',
      'thing.secrecy',
      'thing.day',
      'clause.id as clause_id',
      'clause.no',
      'clause.text as clause_text',
      'decided.node_id as clause_node',
      'decided.secrecy as clause_secrecy',
    ])
    .select(['decision.id as decision_id', 'decision.body_id', 'decision.day as decision_day', 'decision.paragraph'])
    .select(sql<string | null>`lower(goal.valid)`.as('valid_from'))
    .select(sql<string | null>`case when upper_inf(goal.valid) then null else upper(goal.valid) - 1 end`.as('valid_to'))

type Row = Awaited<ReturnType<ReturnType<typeof selectGoals>['executeTakeFirstOrThrow']>>

const toGoal = (r: Row): Goal => ({
  id: r.id,
  nodeId: r.node_id,
  area: r.area,
  text: r.text,
  from: r.valid_from as Day | null,
  to: r.valid_to as Day | null,
  secrecy: r.secrecy,
  day: r.day as Day,
  clause: { id: r.clause_id, no: r.no, text: r.clause_text, nodeId: r.clause_node, secrecy: r.clause_secrecy },
  decision: { id: r.decision_id, bodyId: r.body_id, day: r.decision_day as Day, paragraph: r.paragraph },
})

/** The goal, or undefined. */
export const goalById = async (store: Store, id: string): Promise<Goal | undefined> => {
  const row = await selectGoals(store).where('goal.id', '=', id).executeTakeFirst()
  return row && toGoal(row)
}

export interface GoalFilter {
  readonly nodeIds: readonly string[] | null
  /** Only those that hold on this day; null for all. */
  readonly on: Day | null
  readonly search: string
  readonly secretsOf: Secrets
}

/** One page of goals, latest decided first, by keyset. */
export const listGoals = async (
  store: Store,
  { nodeIds, on, search, secretsOf }: GoalFilter,
  after: Cursor | null,
): Promise<{ readonly goals: readonly Goal[]; readonly next: string | null }> => {
  let query = selectGoals(store).where('thing.kind', '=', 'goal').where(visibleThing(secretsOf))
  if (nodeIds) query = query.where(sql<boolean>`thing.node_id = any(${[...nodeIds]}::uuid[])`)
  if (on) query = query.where(sql<boolean>`goal.valid @> ${on}::date`)
  const words = search.toLowerCase().trim()
  if (words !== '') query = query.where(sql<boolean>`lower(thing.title) like ${`%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`}`)
  const [day = ''] = after?.values ?? []
  if (after && isDay(day)) query = query.where(sql<boolean>`(thing.day, thing.id) < (${day}::date, ${after.id}::uuid)`)
  const rows = await query
    .orderBy('thing.day', 'desc')
    .orderBy('thing.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { goals: shown.map(toGoal), next: rows.length > pageSize && last ? writeCursor({ values: [last.day], id: last.id }) : null }
}

/** Which series measure which of these goals: those linked to it, and those with a target that belongs to it. */
export const measuresOf = async (store: Store, goalIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (goalIds.length === 0) return new Map()
  const linked = store
    .selectFrom('link')
    .innerJoin('series', 'series.id', 'link.to_id')
    .where('link.kind', '=', 'measured_by')
    .where('link.from_id', 'in', [...goalIds])
    .select(['link.from_id as goal_id', 'series.id as series_id'])
  const targeted = store
    .selectFrom('target')
    .where('goal_id', 'in', [...goalIds])
    .select([sql<string>`goal_id`.as('goal_id'), 'series_id'])
  const rows = await linked.union(targeted).execute()
  return new Map([...Map.groupBy(rows, (r) => r.goal_id)].map(([goal, found]) => [goal, found.map((r) => r.series_id)]))
}
