import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Cursor } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { passing } from '../registers/definitions/passing.ts'
import { receiptDays } from '../rulebook/gaps.ts'
import { words } from './words.ts'

/** Something that waits for somebody: what, by when, who asks and why. */
export interface ToDo {
  readonly id: string
  /** What it is about: the steered thing, the decision or the report. */
  readonly thingId: string
  readonly due: Day
  readonly what: Text
  /** The title of the thing it belongs to, not translated; null where `what` says it. */
  readonly about: string | null
  readonly href: string
  /** The node that asks; null when nobody is named. */
  readonly askedBy: string | null
  readonly source: string | null
  readonly kind: 'deadline' | 'dispatch' | 'sent_back'
  /** The node that owes it, and the post that is named for it. */
  readonly nodeId: string
  readonly postId: string | null
  /** Who wrote the report that is sent back. */
  readonly writtenBy: string | null
}

/** What somebody answers for themselves: the nodes and posts, and the nodes whose mail they handle. */
export interface Own {
  readonly personId: string
  readonly nodeIds: readonly string[]
  readonly mailOf: readonly string[]
}

/** Whose things to do: nodes, and posts by name. */
export interface Whose {
  readonly nodeIds: readonly string[]
  readonly postIds?: readonly string[]
  readonly today: Day
  readonly secrets: Secrets
  /** Only what this person answers for; absent for everything of the nodes. */
  readonly own?: Own | undefined
  /** Only days of this register, only decisions to take care of, or only reports that were sent back. */
  readonly kind?: string | undefined
  /** Only what is due before this day. */
  readonly before?: Day | undefined
}

interface Row {
  id: string
  due: Day
  kind: ToDo['kind']
  label_sv: string
  label_en: string
  thing_id: string
  thing_kind: string
  register: string | null
  title: string
  asked_by: string | null
  source: string | null
  node_id: string
  post_id: string | null
  written_by: string | null
}

type Query = RawBuilder<Row>
const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`

/** The dates to keep: of the nodes and named posts, or only those that the person answers for: named, or of their nodes and nobody else's. */
const dates = ({ nodeIds, postIds = [], today, secrets, own }: Whose): Query => {
  const whose = own
    ? sql<SqlBool>`(d.post_id = any(${uuids(postIds)}) or (d.node_id = any(${uuids(own.nodeIds)})
        and not exists (select from appointment a where a.post_id = d.post_id and a.valid @> ${today}::date)))`
    : sql<SqlBool>`(d.node_id = any(${uuids(nodeIds)}) or d.post_id = any(${uuids(postIds)}))`
  return sql`
    select d.id, d.due, 'deadline' as kind, d.label_sv, d.label_en, d.thing_id, thing.kind as thing_kind, thing.register, thing.title, d.asked_by, d.source,
           d.node_id, d.post_id, null::uuid as written_by
      from deadline d join thing on thing.id = d.thing_id
     where d.done_on is null and ${whose} and not (d.due < ${today}::date and coalesce(thing.register, '') || '/' || d.kind = any(${passing}::text[]))
       and ${visibleThing(secrets)}`
}

/** Decisions sent to the nodes that demand action, have not been filed in a case, and because of which nothing is decided. Due when a receipt is expected. */
const dispatches = ({ nodeIds, secrets, own }: Whose): Query => sql`
    select p.id, p.sent + ${receiptDays}::int as due, 'dispatch' as kind, coalesce(p.what, '') as label_sv, case when p.received is null then '' else 'received' end as label_en,
           p.decision_id as thing_id, thing.kind as thing_kind, null::text as register, thing.title, thing.node_id as asked_by, thing.number as source,
           p.receiver_id as node_id, null::uuid as post_id, null::uuid as written_by
      from dispatch p join thing on thing.id = p.decision_id
     where p.receiver_id = any(${uuids(own ? own.mailOf : nodeIds)}) and p.demands_action and p.filed is null and p.case_id is null
       and not exists (select from link join thing own on own.id = link.to_id where link.from_id = p.decision_id and own.node_id = p.receiver_id)
       and ${visibleThing(secrets)}`

/** Reports that were sent back to those who carry the matter out. Due at once: the day they were handed in. */
const sentBack = ({ nodeIds, secrets, own }: Whose): Query => sql`
    select r.id, thing.day as due, 'sent_back' as kind, '' as label_sv, '' as label_en, r.id as thing_id, thing.kind as thing_kind, null::text as register, thing.title,
           thing.node_id as asked_by, r.comment as source, e.owner_id as node_id, null::uuid as post_id, r.person_id as written_by
      from report r join thing on thing.id = r.id join entry e on e.id = r.subject_id
     where r.state = 'sent_back' and ${own ? sql<SqlBool>`(r.person_id = ${own.personId} or e.owner_id = any(${uuids(own.nodeIds)}))` : sql<SqlBool>`e.owner_id = any(${uuids(nodeIds)})`}
       and ${visibleThing(secrets)}`

/** What of the three kinds is asked for. */
const kindsOf = (whose: Whose): readonly Query[] => {
  const { kind } = whose
  if (kind === 'dispatch') return [dispatches(whose)]
  if (kind === 'sent_back') return [sentBack(whose)]
  if (kind) return [sql`select * from (${dates(whose)}) of_register where register = ${kind}`]
  return [dates(whose), dispatches(whose), sentBack(whose)]
}

/** Everything that waits, late first. A page of it, by keyset on day and id: each kind is read no further than the page needs. */
export const toDo = async (store: Store, whose: Whose, limit: number, after: Cursor | null = null): Promise<readonly ToDo[]> => {
  const further = after ? sql`(due, id) > (${after.value}::date, ${after.id}::uuid)` : sql`true`
  const early = whose.before ? sql`due < ${whose.before}::date` : sql`true`
  const some = kindsOf(whose).map((query) => sql`(select * from (${query}) one where ${further} and ${early} order by due, id limit ${limit})`)
  const { rows } = await sql<Row>`select * from (${sql.join(some, sql` union all `)}) waiting order by due, id limit ${limit}`.execute(store)
  return rows.map(toToDo)
}

const toToDo = (r: Row): ToDo => ({
  id: r.id,
  thingId: r.thing_id,
  due: r.due,
  ...(r.kind === 'dispatch'
    ? { what: r.label_en === '' ? words.receive(r.title) : words.handle(r.label_sv || r.title), about: null, href: `/dispatch/${r.id}` }
    : r.kind === 'sent_back'
      ? { what: words.writeAgain(r.title), about: null, href: `/reports/${r.id}` }
      : { what: { sv: r.label_sv, en: r.label_en }, about: r.title, href: hrefOf(r) }),
  askedBy: r.asked_by,
  source: r.source,
  kind: r.kind,
  nodeId: r.node_id,
  postId: r.post_id,
  writtenBy: r.written_by,
})

const hrefOf = ({ thing_kind, thing_id, register }: Row): string => {
  const definition = definitionOf(register ?? '')
  return thing_kind === 'report' ? `/reports/${thing_id}` : definition ? `/register/${definition.path}/${thing_id}` : `/thing/${thing_id}`
}

/** How many things are late, and how many fall in the rest of the week (to and with Sunday). */
export const countToDo = async (store: Store, whose: Whose, sunday: Day): Promise<{ readonly late: number; readonly week: number }> => {
  const some = kindsOf(whose).map((query) => sql`(select due from (${query}) one where due <= ${sunday}::date)`)
  const { rows } = await sql<{ late: number; week: number }>`
    select count(*) filter (where due < ${whose.today}::date) as late, count(*) filter (where due >= ${whose.today}::date) as week
      from (${sql.join(some, sql` union all `)}) waiting`.execute(store)
  return rows[0] ?? { late: 0, week: 0 }
}
