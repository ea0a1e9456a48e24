import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import { loadHoldings } from '../organisation/post-store.ts'
import { allDefinitions } from '../registers/definitions/index.ts'
import { passing } from '../registers/definitions/passing.ts'

/** Who sits in a body on a day: what stands beside its name. */
export interface Sitting {
  readonly chair: { readonly name: string; readonly party: string | null } | null
  readonly members: number
  readonly substitutes: number
  readonly secretary: string | null
}

const seated = ['chair', 'vice_chair', 'second_vice_chair', 'member']

/** Who holds the body's posts on the day. */
export const sittingOf = async (store: Store, bodyId: string, today: Day): Promise<Sitting> => {
  const held = (await loadHoldings(store, { nodeId: bodyId })).filter((h) => h.from <= today && (h.to === null || today < h.to))
  const of = (role: string) => held.filter((h) => h.post.role === role)
  const chair = of('chair')[0]
  return {
    chair: chair ? { name: chair.personName, party: chair.party } : null,
    members: held.filter((h) => seated.includes(h.post.role)).length,
    substitutes: of('substitute').length,
    secretary: of('secretary')[0]?.personName ?? null,
  }
}

export interface LatestDecision {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly day: Day
}

/** The latest decision of a body that the reader may see. */
export const latestDecision = async (store: Store, bodyId: string, today: Day, secrets: Secrets): Promise<LatestDecision | null> => {
  const row = await store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['thing.id', 'thing.number', 'thing.title', 'thing.day'])
    .where('decision.body_id', '=', bodyId)
    .where('decision.post_id', 'is', null)
    .where('thing.day', '<=', today)
    .where(visibleThing(secrets))
    .orderBy('decision.day', 'desc')
    .orderBy('decision.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, day: row.day as Day } : null
}

/** Ids of the latest decisions of all bodies, by bodies and not by posts, that the reader may see. */
export const latestDecisions = async (store: Store, today: Day, secrets: Secrets, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select thing.id from decision d join thing on thing.id = d.id
     where d.post_id is null and d.day <= ${today} and ${visibleThing(secrets)}
       and exists (select from clause c where c.decision_id = d.id and c.kind <> 'note')
     order by d.day desc, d.id desc limit ${limit}`.execute(store)
  return rows.map((r) => r.id)
}

/**
 * The decision that shows best what the thread is: a body's, that gave something still under way of which a date has passed, the
 * latest such date first; undefined where nothing is late. Open to everybody, since everybody is shown it.
 */
export const tellingDecision = async (store: Store, today: Day): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select d.id
      from deadline l join entry e on e.id = l.thing_id join thing made on made.id = e.id
      join clause c on c.id = e.clause_id join decision d on d.id = c.decision_id join thing t on t.id = d.id
     where l.done_on is null and l.due < ${today}::date and e.register = 'assignment' and e.parent_id is null
       and d.post_id is null and d.day <= ${today}::date and t.secrecy is null and made.secrecy is null
     group by d.id order by max(l.due) desc, count(*) desc, d.id limit 1`.execute(store)
  return rows[0]?.id
}

/** What the overview tells of a body or unit: counts by node. */
export interface NodeCounts {
  readonly decisions: ReadonlyMap<string, number>
  readonly running: ReadonlyMap<string, number>
  readonly late: ReadonlyMap<string, number>
}

/** Decisions of the year by body, running assignments by who carries them out, and dates past by who was to keep them. Open things only: these are public counts. */
export const countsByNode = async (store: Store, year: number, today: Day): Promise<NodeCounts> => {
  const counted = async (query: ReturnType<typeof sql<{ node_id: string; n: number }>>): Promise<ReadonlyMap<string, number>> =>
    new Map((await query.execute(store)).rows.map((r) => [r.node_id, r.n]))
  const assignment = allDefinitions.find((d) => d.name === 'assignment')
  const over = Object.entries(assignment?.lifecycle.states ?? {}).flatMap(([state, def]) => (def.open ? [] : [state]))
  const [decisions, running, late] = await Promise.all([
    counted(sql<{ node_id: string; n: number }>`
      select d.body_id as node_id, count(*) as n from decision d join thing t on t.id = d.id
       where t.secrecy is null and d.post_id is null and d.day between make_date(${year}, 1, 1) and ${today}::date group by d.body_id`),
    counted(sql<{ node_id: string; n: number }>`
      select e.owner_id as node_id, count(*) as n from entry e join thing t on t.id = e.id
       where t.secrecy is null and e.register = 'assignment' and e.parent_id is null and e.owner_id is not null and e.state <> all(${over}::text[]) group by e.owner_id`),
    counted(sql<{ node_id: string; n: number }>`
      select d.node_id, count(*) as n from deadline d join thing t on t.id = d.thing_id
       where d.done_on is null and d.due < ${today}::date and t.secrecy is null
         and coalesce(t.register, '') || '/' || d.kind <> all(${passing}::text[]) group by d.node_id`),
  ])
  return { decisions, running, late }
}
