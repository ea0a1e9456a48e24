import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../access/visible.ts'
import type { Store } from '../database/connection.ts'
import type { Cursor } from '../kernel/cursor.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { allDefinitions, definitionOf } from '../registers/definitions/index.ts'
import { receiptDays } from '../rulebook/gaps.ts'
import { words } from './words.ts'

/** Something that waits for somebody: what, by when, who asks and why. */
export interface ToDo {
  readonly id: string
  readonly due: Day
  readonly what: Text
  /** The title of the thing it belongs to, not translated; null where `what` says it. */
  readonly about: string | null
  readonly href: string
  /** The node that asks; null when nobody is named. */
  readonly askedBy: string | null
  readonly source: string | null
  readonly kind: 'deadline' | 'dispatch' | 'sent_back'
}

/** Whose things to do: nodes, and posts by name. */
export interface Whose {
  readonly nodeIds: readonly string[]
  readonly postIds?: readonly string[]
  readonly today: Day
  readonly secrets: Secrets
}

/** Dates that pass by themselves (a payment, the last day of notice) wait for nobody once they have passed. */
const passing = allDefinitions.flatMap((d) => d.deadlines.filter((x) => (x.metBy ?? []).length === 0).map((x) => sql`(${d.name}, ${x.kind})`))

const open = ({ nodeIds, postIds = [], today, secrets }: Whose) =>
  sql`deadline.done_on is null and (deadline.node_id = any(${[...nodeIds]}::uuid[]) or deadline.post_id = any(${[...postIds]}::uuid[]))
      and not (deadline.due < ${today}::date and (coalesce(thing.register, ''), deadline.kind) in (${sql.join(passing.length > 0 ? passing : [sql`('', '')`])}))
      and ${visibleThing(secrets)}`

interface DeadlineRow {
  id: string
  due: Day
  label_sv: string
  label_en: string
  thing_id: string
  kind: string
  register: string | null
  title: string
  asked_by: string | null
  source: string | null
}

/** The dates to keep, earliest first, so that what is late comes first. A page of them, by keyset on day and id. */
export const openDates = async (store: Store, whose: Whose, limit: number, after: Cursor | null = null): Promise<readonly ToDo[]> => {
  const { rows } = await sql<DeadlineRow>`
    select deadline.id, deadline.due, deadline.label_sv, deadline.label_en, deadline.thing_id, thing.kind, thing.register, thing.title, deadline.asked_by, deadline.source
      from deadline join thing on thing.id = deadline.thing_id
     where ${open(whose)} ${after ? sql`and (deadline.due, deadline.id) > (${after.value}::date, ${after.id}::uuid)` : sql``}
     order by deadline.due, deadline.id limit ${limit}`.execute(store)
  return rows.map((r) => ({
    id: r.id,
    due: r.due,
    what: { sv: r.label_sv, en: r.label_en },
    about: r.title,
    href:
      r.kind === 'report'
        ? `/reports/${r.thing_id}`
        : definitionOf(r.register ?? '')
          ? `/register/${definitionOf(r.register ?? '')?.path}/${r.thing_id}`
          : `/thing/${r.thing_id}`,
    askedBy: r.asked_by,
    source: r.source,
    kind: 'deadline',
  }))
}

/** How many dates are late, and how many fall in the rest of the week (to and with Sunday). */
export const countDates = async (store: Store, whose: Whose, sunday: Day): Promise<{ readonly late: number; readonly week: number }> => {
  const { rows } = await sql<{ late: number; week: number }>`
    select count(*) filter (where deadline.due < ${whose.today}::date) as late, count(*) filter (where deadline.due between ${whose.today}::date and ${sunday}::date) as week
      from deadline join thing on thing.id = deadline.thing_id where ${open(whose)} and deadline.due <= ${sunday}::date`.execute(store)
  return rows[0] ?? { late: 0, week: 0 }
}

/** Decisions sent to the nodes that demand action and have not been filed in a case. Due when a receipt is expected. */
export const waitingDispatch = async (store: Store, { nodeIds, secrets }: Whose, limit: number): Promise<readonly ToDo[]> => {
  const rows = await store
    .selectFrom('dispatch')
    .innerJoin('thing', 'thing.id', 'dispatch.decision_id')
    .select(['dispatch.id', 'decision_id', 'what', 'sent', 'received', 'title', 'thing.number', 'thing.node_id'])
    .where('receiver_id', '=', sql<string>`any(${[...nodeIds]}::uuid[])`)
    .where('demands_action', '=', true)
    .where('filed', 'is', null)
    .where('dispatch.case_id', 'is', null)
    // What the receiver has decided because of it has taken care of it.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('link')
            .innerJoin('thing as own', 'own.id', 'link.to_id')
            .select('link.id')
            .whereRef('link.from_id', '=', 'dispatch.decision_id')
            .whereRef('own.node_id', '=', 'dispatch.receiver_id'),
        ),
      ),
    )
    .where(visibleThing(secrets))
    .orderBy('sent')
    .orderBy('dispatch.id')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    due: addDays(r.sent as Day, receiptDays),
    what: r.received === null ? words.receive(r.title) : words.handle(r.what ?? r.title),
    about: null,
    href: `/dispatch/${r.id}`,
    askedBy: r.node_id,
    source: r.number,
    kind: 'dispatch',
  }))
}

/** Reports that were sent back to those who carry the matter out. Due at once: the day they were handed in. */
export const sentBackReports = async (store: Store, { nodeIds, secrets }: Whose, limit: number): Promise<readonly ToDo[]> => {
  const rows = await store
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .innerJoin('entry', 'entry.id', 'report.subject_id')
    .select(['report.id', 'thing.title', 'thing.day', 'thing.node_id', 'report.comment'])
    .where('report.state', '=', 'sent_back')
    .where('entry.owner_id', '=', sql<string>`any(${[...nodeIds]}::uuid[])`)
    .where(visibleThing(secrets))
    .orderBy('thing.day')
    .orderBy('thing.id')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    due: r.day as Day,
    what: words.writeAgain(r.title),
    about: null,
    href: `/reports/${r.id}`,
    askedBy: r.node_id,
    source: r.comment,
    kind: 'sent_back',
  }))
}

/** Everything that waits, late first, at most `limit`. */
export const toDo = async (store: Store, whose: Whose, limit: number): Promise<readonly ToDo[]> => {
  const [dates, dispatch, reports] = await Promise.all([
    openDates(store, whose, limit),
    waitingDispatch(store, whose, limit),
    sentBackReports(store, whose, limit),
  ])
  return [...dates, ...dispatch, ...reports].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1)).slice(0, limit)
}
