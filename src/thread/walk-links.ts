import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { LinkKind, ThingKind } from '../database/schema.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { type Edge, usualLimits, type Walk, type WalkedThing, type WalkLimits } from './walk.ts'

interface Row {
  id: string
  kind: ThingKind
  register: string | null
  number: string | null
  title: string
  node_id: string
  day: string
  secrecy: string | null
  step: number
  links: readonly (readonly [string, LinkKind])[]
  full: boolean
}

// `offset 0` keeps each step a look-up in the index: the planner guesses that a recursion grows, and would read all links at every step.
const linksFrom = (place: string) => sql`select to_id, kind from link where from_id = ${sql.ref(place)}.id offset 0`
const linksTo = (place: string) => sql`select from_id, kind from link where to_id = ${sql.ref(place)}.id offset 0`

/**
 * The links between the things that were `reached`, gathered by upstream thing. Looked up from both ends, so that a thing with a
 * hundred thousand links shows those that matter: the other end has few.
 */
const gathered = (most: number) => sql`
    edge as (
      select a.id as from_id, l.to_id, l.kind from reached a cross join lateral (select to_id, kind from link where from_id = a.id limit ${most}) l
      union
      select l.from_id, b.id, l.kind from reached b cross join lateral (select from_id, kind from link where to_id = b.id limit ${most}) l
    ),
    gathered as materialized (
      select from_id as id, json_agg(json_build_array(to_id, kind) order by to_id, kind) as links
        from edge where from_id in (select id from reached) and to_id in (select id from reached) group by from_id
    )`

/** Does the walk go on beyond the thing `t`, reached from `down` by the link `l`? */
const goesOn = sql`not (t.kind = 'decision' and (l.kind = 'encloses' or (down.kind = 'decision' and
  (select count(*) from link o join thing above_it on above_it.id = o.from_id where o.to_id = t.id and above_it.kind = 'decision' and o.kind <> 'encloses') > 1)))`

/**
 * The red thread of one thing, in one question to the database: back to everything it came from, forward to everything that
 * came of it. Undefined when there is no such thing.
 *
 * Ancestors' other branches stay outside, or a budget decision would flood the thread of each of its assignments. Beside the
 * straight road come only the documents of the cases passed, and the later clauses that changed or closed what was reached.
 * A decision that took up several others at once (a budget, say) is reached, but what else it decided is another thread; so is a
 * decision that was only notified.
 * A report is walked from what it reports on, a document from its case. `union` visits each thing once a step, so that a
 * ring of links ends with the limit of steps; a `limit` on a recursive question stops it as soon as enough is found.
 */
export const walkLinks = async (store: Store | Tx, startId: string, limits: WalkLimits = usualLimits): Promise<Walk | undefined> => {
  const { rows } = await sql<Row>`
    with recursive
    root(id) as (
      select ${startId}::uuid
      union
      select l.from_id from thing s join link l on l.to_id = s.id
       where s.id = ${startId}::uuid and (s.kind, l.kind) in (('report', 'reported_by'), ('document', 'encloses'))
    ),
    up(id, step) as (
      select id, 0 from root
      union
      select l.from_id, up.step + 1
        from up cross join lateral (${linksTo('up')}) l join thing t on t.id = up.id
       where up.step < ${limits.steps} and not (l.kind = 'encloses' and t.kind = 'decision')
    ),
    down(id, kind, step, goes_on) as (
      select root.id, t.kind, 0, true from root join thing t on t.id = root.id
      union
      select l.to_id, t.kind, down.step + 1, ${goesOn}
        from down cross join lateral (${linksFrom('down')}) l cross join lateral (select kind, id from thing where id = l.to_id offset 0) t
       where down.step < ${limits.steps} and down.goes_on
    ),
    above as materialized (select id, step from up limit ${limits.things}),
    below as materialized (select id, step from down limit ${limits.things}),
    enclosed as materialized (
      select distinct l.to_id as id from above cross join lateral (${linksFrom('above')}) l where l.kind = 'encloses' limit ${limits.things}
    ),
    later_clause as materialized (
      select distinct l.from_id as id from below cross join lateral (${linksTo('below')}) l where below.step > 0 and l.kind = 'decides' limit ${limits.things}
    ),
    later_decision as (
      select distinct l.from_id as id from later_clause cross join lateral (${linksTo('later_clause')}) l where l.kind = 'part'
    ),
    reached as materialized (
      select id, (array_agg(step order by aside, abs(step), step))[1] as step
        from (select id, -step as step, false as aside from above
              union all select id, step, false from below
              union all select id, -1, true from enclosed
              union all select id, 1, true from later_clause
              union all select id, 1, true from later_decision) every_road
       group by id
    ),
    ${gathered(limits.things)}
    select t.id, t.kind, t.register, t.number, t.title, t.node_id, t.day, t.secrecy, r.step,
           coalesce(g.links, '[]') as links,
           (select count(*) from above) >= ${limits.things} or (select count(*) from below) >= ${limits.things}
             or (select max(abs(step)) from reached) >= ${limits.steps} as full
      from reached r cross join lateral (select * from thing where id = r.id offset 0) t left join gathered g on g.id = r.id
     order by abs(r.step), t.day, t.id
     limit ${limits.things + 1}`.execute(store)
  if (rows.length === 0) return undefined
  const kept = rows.slice(0, limits.things)
  const known = new Set(kept.map((r) => r.id))
  return {
    startId,
    things: kept.map(toThing),
    edges: kept.flatMap((r) => edgesOf(r)).filter((e) => known.has(e.to)),
    cut: rows.length > limits.things || kept.some((r) => r.full),
  }
}

interface ManyRow extends Omit<Row, 'full'> {
  roots: readonly string[]
}

/**
 * The threads of many decisions in one question: downstream of each, with its case and documents. Used where a list shows every
 * row's thread. Gives one walk a root, in the order of `rootIds`; roots that do not exist are left out.
 */
export const walkMany = async (store: Store | Tx, rootIds: readonly string[], limits: WalkLimits): Promise<readonly Walk[]> => {
  if (rootIds.length === 0) return []
  const { rows } = await sql<ManyRow>`
    with recursive
    down(root, id, kind, step, goes_on) as (
      select id, id, 'decision', 0, true from unnest(${rootIds}::uuid[]) as root(id)
      union
      select down.root, l.to_id, t.kind, down.step + 1, ${goesOn}
        from down cross join lateral (${linksFrom('down')}) l cross join lateral (select kind, id from thing where id = l.to_id offset 0) t
       where down.step < ${limits.steps} and down.goes_on
    ),
    below as materialized (
      select root, id, min(step) as step from (select root, id, step from down limit ${limits.things * rootIds.length}) every_road group by root, id
    ),
    origin as materialized (
      select root.id as root, l.from_id as id from unnest(${rootIds}::uuid[]) as root(id) cross join lateral (${linksTo('root')}) l where l.kind = 'gives_rise_to'
    ),
    enclosed as (
      select origin.root, l.to_id as id from origin cross join lateral (${linksFrom('origin')}) l where l.kind = 'encloses'
    ),
    reached as materialized (
      select id, min(abs(step)) as step, array_agg(distinct root) as roots
        from (select root, id, step from below
              union all select root, id, -1 from origin
              union all select root, id, -1 from enclosed) every_road
       group by id
    ),
    ${gathered(limits.things * 10)}
    select t.id, t.kind, t.register, t.number, t.title, t.node_id, t.day, t.secrecy, r.step, r.roots,
           coalesce(g.links, '[]') as links
      from reached r cross join lateral (select * from thing where id = r.id offset 0) t left join gathered g on g.id = r.id
     order by r.step, t.day, t.id`.execute(store)
  const byRoot = new Map<string, ManyRow[]>()
  for (const row of rows) {
    for (const root of row.roots) {
      const own = byRoot.get(root)
      if (own) own.push(row)
      else byRoot.set(root, [row])
    }
  }
  return rootIds.flatMap((startId) => {
    const own = byRoot.get(startId) ?? []
    const known = new Set(own.map((r) => r.id))
    return known.has(startId) ? [{ startId, things: own.map(toThing), edges: own.flatMap(edgesOf).filter((e) => known.has(e.to)), cut: false }] : []
  })
}

const toThing = (r: Omit<Row, 'full' | 'links'>): WalkedThing => ({
  id: r.id,
  kind: r.kind,
  register: r.register,
  number: r.number,
  title: r.title,
  nodeId: r.node_id,
  day: r.day as Day,
  secrecy: r.secrecy,
  step: r.step,
})

const edgesOf = (r: { readonly id: string; readonly links: readonly (readonly [string, LinkKind])[] }): readonly Edge[] =>
  r.links.map(([to, kind]) => ({ from: r.id, to, kind }))
