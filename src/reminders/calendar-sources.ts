import { sql } from 'kysely'
import { visibleThing, type Secrets } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { type Locale, say, type Text } from '../kernel/text.ts'
import { isBody, type Tree } from '../organisation/tree.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import type { CalendarEvent } from './calendar.ts'
import { reminderWords as words } from './words.ts'

/** Whose calendar is read, and when. */
export interface Reading {
  readonly store: Store
  readonly tree: Tree
  readonly today: Day
  readonly locale: Locale
  /** Bodies and units whose days it holds, and posts by name. */
  readonly nodeIds: readonly string[]
  readonly postIds: readonly string[]
  /** Bodies whose meetings it holds. */
  readonly bodyIds: readonly string[]
  /** Whose secret things may stand in it, by number; a calendar that is shared holds none. */
  readonly secrets: Secrets
  /** Address of this municipality. */
  readonly site: string
  /** This database's identity: makes identities its own. */
  readonly instance: string
}

/** A kind of thing that stands in calendars. */
export type CalendarSource = (reading: Reading) => Promise<readonly CalendarEvent[]>

/** So far back and forward does a calendar reach, in days; and so many things of each kind. */
const [back, forward, most] = [60, 550, 2000]

/** The days to keep that are not done. Of secret things the number alone. */
const openDays: CalendarSource = async ({ store, today, locale, nodeIds, postIds, secrets, site, instance }) => {
  const { rows } = await sql<{
    id: string
    due: Day
    label_sv: string
    label_en: string
    thing_id: string
    day: Day
    title: string
    number: string | null
    secret: boolean
    register: string | null
  }>`
    select d.id, d.due, d.label_sv, d.label_en, d.thing_id, thing.day, thing.title, thing.number, thing.secrecy is not null as secret, thing.register
      from deadline d join thing on thing.id = d.thing_id
     where d.done_on is null and (d.node_id = any(${[...nodeIds]}::uuid[]) or d.post_id = any(${[...postIds]}::uuid[]))
       and d.due between ${addDays(today, -back)}::date and ${addDays(today, forward)}::date and ${visibleThing(secrets)}
     order by d.due, d.id limit ${most}`.execute(store)
  return rows.map((r) => {
    const one: Text | undefined = definitionOf(r.register ?? '')?.words.one
    const label = r.secret ? say(words.aDay, locale) : locale === 'sv' ? r.label_sv : r.label_en
    const about = r.secret ? (r.number ?? '') : [r.number, r.title].filter(Boolean).join(' ')
    return {
      uid: `deadline-${r.id}@${instance}`,
      day: r.due,
      time: null,
      summary: [label, about || (one ? say(one, locale) : '')].filter(Boolean).join(': '),
      url: `${site}/thing/${r.thing_id}`,
      since: r.day,
    }
  })
}

/** The meetings of the bodies. */
const meetings: CalendarSource = async ({ store, tree, today, locale, bodyIds, site, instance }) => {
  const rows = await store
    .selectFrom('meeting')
    .select(['id', 'body_id', 'day', 'starts', 'place'])
    .where('body_id', '=', sql<string>`any(${[...bodyIds]}::uuid[])`)
    .where('day', '>=', addDays(today, -back))
    .where('day', '<=', addDays(today, forward))
    .orderBy('day')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((r) => ({
    uid: `meeting-${r.id}@${instance}`,
    day: r.day as Day,
    time: r.starts,
    summary: say(words.meetingOf(tree.get(r.body_id)?.name ?? { sv: '', en: '' }), locale),
    place: r.place,
    url: `${site}/meetings/${r.id}`,
    since: r.day as Day,
  }))
}

/** Everything that stands in calendars; a room that has something more adds its source here. */
export const calendarSources: readonly CalendarSource[] = [openDays, meetings]

/** The bodies among the nodes. */
export const bodiesAmong = (tree: Tree, nodeIds: readonly string[]): readonly string[] => nodeIds.filter((id) => isBody(tree.get(id)?.kind ?? 'unit'))
