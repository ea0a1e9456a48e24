import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Day } from '../kernel/day.ts'
import type { SuccessionKind } from '../organisation/succession.ts'
import { allDefinitions } from '../registers/definitions/index.ts'

/** One passing-on of a reorganisation: from whom to whom, how large a share, and what went along. */
export interface PassedOn {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly kind: SuccessionKind
  /** Null when nobody knows it. */
  readonly share: number | null
  /** Measures that the earlier unit has figures of. */
  readonly measures: number
  /** Assignments and other entries that it carries out or that belong to it, and how many are open. */
  readonly entries: number
  readonly open: number
  /** Its posts, and how many people left them on the day. */
  readonly posts: number
  readonly left: number
}

/** States in which nothing is left to do, as 'register/state'. */
const over = allDefinitions.flatMap((d) => Object.entries(d.lifecycle.states).flatMap(([state, { open }]) => (open ? [] : [`${d.name}/${state}`])))

/** What went where on the day. Secret entries are counted only for those who may see them. */
export const passedOn = async (store: Store, day: Day, secrets: Secrets): Promise<readonly PassedOn[]> => {
  const { rows } = await sql<PassedOn>`
    select s.id, s.from_id as "fromId", s.to_id as "toId", s.kind, s.share,
           (select count(distinct f.series_id) from figure f join thing on thing.id = f.series_id where f.node_id = s.from_id and ${visibleThing(secrets)}) as measures,
           e.entries, e.open, (select count(*) from post p where p.node_id = s.from_id) as posts,
           (select count(*) from appointment a join post p on p.id = a.post_id where p.node_id = s.from_id and upper(a.valid) = s.on_day) as left
      from succession s cross join lateral (
        select count(*) as entries, count(*) filter (where entry.register || '/' || entry.state <> all(${over}::text[])) as open
          from entry join thing on thing.id = entry.id where (entry.owner_id = s.from_id or thing.node_id = s.from_id) and ${visibleThing(secrets)}) e
     where s.on_day = ${day}::date order by s.from_id, s.share desc nulls last, s.to_id`.execute(store)
  return rows
}

/** The days on which bodies or units were merged, split or moved, latest first, with how many passings-on each had. */
export const reorganisationDays = async (store: Store): Promise<readonly { readonly day: Day; readonly count: number }[]> => {
  const { rows } = await sql<{ day: Day; count: number }>`
    select on_day as day, count(*) as count from succession group by on_day order by on_day desc limit 200`.execute(store)
  return rows
}
