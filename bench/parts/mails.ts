import { mailServer, type MailServer } from '../../test/mail-server.ts'
import type { Town, Writable } from './town.ts'

export interface MailCount {
  /** Letters that somebody must have been told by: of what was acknowledged, and of what was written though its answer was lost. */
  readonly letters: number
  /** Neither received by the server nor told to the operator as unsure. */
  readonly lost: number
  /** Received more than once, or a happening told in two letters. */
  readonly doubled: number
  /** Cut off while they were handed in: told to the operator, never sent again by themselves. */
  readonly unsure: number
}

/** A real mail server, and readers of some assignments who want to be told at once of all that is done with them. */
export interface Readers {
  readonly server: MailServer
  /** What the program is served with. */
  readonly env: Readonly<Record<string, string>>
  readonly entryIds: readonly string[]
}

/** Lets as many people as there are assignments follow one each, whoever writes in it left out: those who do something are not told of it. */
export const followAll = async (town: Town, followed: readonly Writable[]): Promise<Readers> => {
  const server = await mailServer()
  const writers = followed.map((w) => w.personId)
  const people = await town.ask<{ id: string }>(`select id from person where id <> all($1::uuid[]) order by id limit $2`, [writers, followed.length])
  const [ids, entryIds] = [people.map((p) => p.id), followed.map((w) => w.entryId)]
  await town.ask(
    `with told as materialized (select set_config('genomslag.actor', 'system:bench', true), set_config('genomslag.act', 'follow', true), set_config('genomslag.day', current_date::text, true)),
          wanted as materialized (select p, e, no from told, unnest($1::uuid[], $2::uuid[]) with ordinality u (p, e, no)),
          reached as (update person set email = 'reader' || w.no || '@example.org' from wanted w where id = w.p),
          set as (insert into mail_setting (person_id, cadence, days, locale) select p, 'at_once', '{}', 'sv' from wanted
                  on conflict (person_id) do update set cadence = 'at_once')
     insert into follow (person_id, thing_id, since) select p, e, current_date from wanted on conflict do nothing`,
    [ids, entryIds],
  )
  return { server, entryIds, env: { SMTP_URL: server.url, MAIL_FROM: 'genomslag@boras.example.org', GENOMSLAG_URL: 'http://localhost' } }
}

const stillToDo = `
  select (select count(*) from job where kind = 'tell' and failed_at is null) + (select count(*) from mail where state in ('waiting', 'sending', 'handing')) as n`

/** Waits until nobody has anything left to tell or to send; false when that takes longer than `ms`. What a killed process held is let go after half a minute. */
export const untilSent = async (town: Town, ms: number): Promise<boolean> => {
  for (const began = Date.now(); Date.now() - began < ms; ) {
    if (Number((await town.ask<{ n: number }>(stillToDo))[0]?.n) === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

/** As if half a minute had passed, while no process is alive. */
export const letGo = (town: Town): Promise<unknown> =>
  town.ask(`with jobs as (update job set held_until = now() where holder is not null) update mail set held_until = now() where holder is not null`)

interface Row {
  readonly event: string
  readonly mail: string | null
  readonly state: string | null
  readonly letters: number
}

/** Sets what was written in the followed assignments (with words that begin so) beside what the outbox says and the server has received. */
export const countMails = async (town: Town, { server, entryIds }: Readers, run: string): Promise<MailCount> => {
  const rows = await town.ask<Row>(
    `select e.id as event, min(n.mail_id::text) as mail, min(m.state) as state, count(distinct n.mail_id)::int as letters
       from entry_event e left join notice n on n.kind = 'followed' and n.subject_id = e.id left join mail m on m.id = n.mail_id
      where e.entry_id = any($1::uuid[]) and starts_with(e.comment, $2) group by e.id`,
    [entryIds, run],
  )
  const received = new Map<string, number>()
  for (const { messageId } of server.received) {
    const id = messageId.replace(/^<|@.*$/g, '')
    received.set(id, (received.get(id) ?? 0) + 1)
  }
  const came = ({ mail }: Row): number => received.get(mail ?? '') ?? 0
  return {
    letters: rows.length,
    lost: rows.filter((r) => r.state !== 'unsure' && (r.state !== 'sent' || came(r) === 0)).length,
    doubled: rows.filter((r) => r.letters > 1 || came(r) > 1).length,
    unsure: rows.filter((r) => r.state === 'unsure').length,
  }
}
