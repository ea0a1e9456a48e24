import { sql } from 'kysely'
import { type Deps, transact } from '../database/transact.ts'
import type { Clock } from '../kernel/clock.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { seesSecretsOf } from './visible.ts'

/** How something secret was met: its page was opened, it came along in a search or an export, or it was asked for and refused. */
export type How = 'look' | 'search' | 'export' | 'refused'

/** The same person's looks at the same thing within so many minutes are one. */
const same = 5

/** The civil moment: the day that the house goes by, and the time of that day. */
const momentOf = (clock: Clock): string =>
  `${clock.today()} ${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'medium' }).format(clock.now())}`

/**
 * Secret things among those asked for: themselves, the case of a document, what a report is about, what a file is attached to; and of a
 * meeting that is looked at, or of an item of it, what is dealt with in secret there (`within`): who may not see that is shown its number, and
 * has asked for no more.
 */
const secretsAmong = (ids: readonly string[], how: How) => sql`
  with asked as (select distinct unnest(${ids}::uuid[]) as id),
       named as (select id from asked
                 union select d.case_id from document d join asked using (id)
                 union select r.subject_id from report r join asked using (id)
                 union select a.thing_id from attachment a join asked using (id)),
       own as (select i.* from agenda_item i join asked using (id)),
       item as (select * from own union all select i.* from agenda_item i where ${how === 'look'} and not exists (select from own) and i.meeting_id in (select id from asked)),
       dealt as (select t.id, m.body_id, coalesce(i.secrecy, home.secrecy, made.secrecy) as secrecy
                   from item i join meeting m on m.id = i.meeting_id left join thing home on home.id = i.case_id left join thing made on made.id = i.decision_id
                   join thing t on t.id = coalesce(i.case_id, i.decision_id, i.meeting_id))
  select t.id, t.node_id, t.secrecy, false as within from thing t join named using (id) where t.secrecy is not null
  union select d.id, d.body_id, d.secrecy, true from dealt d where d.secrecy is not null and d.id not in (select id from named)`

interface Secret {
  readonly id: string
  readonly node_id: string
  readonly secrecy: string
  readonly within: boolean
}

/**
 * Notes that somebody met the secret ones among the things `ids`, at `route` (a pattern). Of those that the reader may not see, a look
 * is noted as refused, and nothing where only searched. Written before it returns, in one insert; where nothing is secret, one question
 * is all it costs. Rooms that give out many things at once (exports) call it themselves; pages are watched over by `watchSecrets`.
 */
export const noteSecrets = async (deps: Deps, who: Who, how: Exclude<How, 'refused'>, ids: readonly string[], route: string): Promise<void> => {
  const { personId } = who
  if (personId === null || ids.length === 0) return
  const { rows } = await sql<Secret>`${secretsAmong(ids, how)}`.execute(deps.store)
  if (rows.length === 0) return
  const today = deps.clock.today()
  const seen = seesSecretsOf(who, await loadTree(deps.store, today), today)
  const met = rows.flatMap((row) => {
    const sees = seen === 'all' || seen.includes(row.node_id)
    return sees || (how === 'look' && !row.within) ? [{ ...row, how: sees ? how : ('refused' as const) }] : []
  })
  if (met.length === 0) return
  const moment = momentOf(deps.clock)
  await transact(deps, { actor: actorOf(who), act: 'look at secret' }, (tx) =>
    sql`
      insert into access_log (id, at, person_id, thing_id, node_id, section, how, route)
      select uuidv7(), ${moment}::timestamp at time zone 'Europe/Stockholm', ${personId}, m.id, m.node_id, m.section, m.how, ${route.slice(0, 200)}
        from unnest(${met.map((m) => m.id)}::uuid[], ${met.map((m) => m.node_id)}::uuid[], ${met.map((m) => m.secrecy)}::text[], ${met.map((m) => m.how)}::text[])
             as m (id, node_id, section, how)
       where not exists (select from access_log l where l.person_id = ${personId} and l.thing_id = m.id and l.how = m.how
                            and l.at > ${moment}::timestamp at time zone 'Europe/Stockholm' - make_interval(mins => ${same}))`.execute(tx),
  )
}
