import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { Cursor } from '../kernel/cursor.ts'
import { allDefinitions } from '../registers/definitions/index.ts'

/** Whose decisions, of which year. */
export interface Following {
  readonly bodyId: string
  /** The body and its departments and units. */
  readonly nodeIds: readonly string[]
  readonly year: number
  readonly today: Day
  readonly secrets: Secrets
}

/** Most decisions that a home page counts; above it the page says so. */
export const mostFollowed = 500

/** The states in which an entry is still to be done, as `register/state`: one array, since the planner reads a condition for each register slowly. */
const running = allDefinitions.flatMap((d) => Object.entries(d.lifecycle.states).flatMap(([state, def]) => (def.open ? [`${d.name}/${state}`] : [])))

/**
 * The decisions that a body follows in a year, newest first, with the cursor values of each: its own with something in them beside
 * notes (a post's only where they changed something), and others' that gave it or its units something still to be done, or money
 * for the year.
 */
export const followedDecisions = async (
  store: Store,
  following: Following,
  limit: number,
  after: Cursor | null = null,
): Promise<readonly { readonly id: string; readonly day: Day }[]> => {
  const { bodyId, nodeIds, year, secrets } = following
  const nodes = sql`any(${[...nodeIds]}::uuid[])`
  const { rows } = await sql<{ id: string; day: Day }>`
    select thing.id, thing.day
      from (
        select d.id from decision d
         where d.body_id = ${bodyId} and d.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
           and exists (select from clause c join clause_kind k on k.name = c.kind where c.decision_id = d.id and (k.has_effect or (d.post_id is null and c.kind <> 'note')))
        union
        select d.id from entry e join clause c on c.id = e.clause_id join decision d on d.id = c.decision_id
         where e.owner_id = ${nodes} and e.parent_id is null and d.body_id <> ${bodyId} and d.day <= make_date(${year}, 12, 31)
           and (extract(year from d.day) = ${year} or e.register || '/' || e.state = any(${running}::text[]))
        union
        select d.id from frame f join clause c on c.id = f.clause_id join decision d on d.id = c.decision_id
         where f.node_id = ${nodes} and f.period like ${`${year}%`} and d.body_id <> ${bodyId}
      ) followed join thing on thing.id = followed.id
     where ${visibleThing(secrets)} and thing.day <= ${following.today}
       ${after ? sql`and (thing.day, thing.id) < (${after.value}::date, ${after.id}::uuid)` : sql``}
     order by thing.day desc, thing.id desc
     limit ${limit}`.execute(store)
  return rows
}
