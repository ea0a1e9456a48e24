import { sql } from 'kysely'
import { mayPropose } from '../access/propose.ts'
import type { Store } from '../database/connection.ts'
import type { LinkKind, ThingTable } from '../database/schema.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { type Choices, choicesFor } from './choices.ts'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { type OfferedAct, offeredActs } from './lifecycle.ts'
import { lookingOf } from './looking.ts'
import { hiddenFields, withoutFields } from './mask.ts'
import { loadNames, type Names } from './names.ts'
import { namedIn } from './shown.ts'
import { subjectOf } from './subject.ts'
import { writeHindrances } from './write-free-fields.ts'
import type { Subject } from '../rulebook/policy.ts'

export interface DeadlineRow {
  readonly id: string
  readonly label: Text
  readonly due: Day
  readonly doneOn: Day | null
  readonly source: string | null
}

export interface EventRow {
  readonly id: string
  readonly act: string
  readonly to: string
  readonly changed: boolean
  readonly comment: string | null
  readonly day: Day
  readonly person: string | null
  readonly clause: { readonly id: string; readonly decision: string } | null
}

export interface LinkRow {
  readonly id: string
  readonly kind: LinkKind
  readonly downstream: boolean
  readonly thing: { readonly kind: ThingTable['kind']; readonly number: string; readonly title: string | null; readonly day: Day }
}

/** Everything that an entry's page shows. */
export interface LoadedEntry {
  readonly definition: AnyDefinition
  readonly entry: Entry
  /** The organisation of today, which rights go by. */
  readonly tree: Tree
  readonly subject: Subject
  readonly names: Names
  /** Secret fields that this reader may not read, each with its section; they are not in the entry's data here. */
  readonly hidden: Readonly<Record<string, string>>
  readonly offered: readonly OfferedAct[]
  /** May the reader draft the decision that some of the acts need? */
  readonly mayPropose: boolean
  readonly choices: Choices
  readonly deadlines: readonly DeadlineRow[]
  readonly events: readonly EventRow[]
  readonly links: readonly LinkRow[]
  /** Does the reader follow it? Null for those who have not signed in. */
  readonly followed: boolean | null
}

/** No page shows more links or events than this; the thread and the history have them all. */
export const mostRows = 100

/** Loads the page of an entry that the reader may see. */
export const loadEntryPage = async (store: Store, definition: AnyDefinition, entry: Entry, who: Who, today: Day): Promise<LoadedEntry> => {
  const tree = await loadTree(store, today)
  const subject = subjectOf(entry, tree)
  const hidden = hiddenFields(definition, subject, who, today)
  const shown: Entry = { ...entry, data: withoutFields(entry.data, hidden) }
  const ids = namedIn(definition, [shown.data])
  const offered = offeredActs(definition, entry, who, subject, today)
  const writes = writeHindrances(definition, entry, who, subject, today).length === 0 || offered.some((o) => o.act.asks && o.refusals.length === 0)
  const [names, choices, deadlines, events, links, followed, proposes] = await Promise.all([
    loadNames(store, { ...ids, nodes: [...ids.nodes, entry.nodeId, ...(entry.ownerId ? [entry.ownerId] : [])] }),
    writes ? choicesFor(store, definition, tree) : {},
    loadDeadlines(store, entry.id),
    loadEvents(store, entry.id),
    loadLinks(store, entry.id, lookingOf(who, tree, today).secretsOf),
    isFollowed(store, entry.id, who.personId),
    offered.some((o) => o.act.needs === 'clause') && mayPropose(store, who, entry.nodeId, tree),
  ])
  return { definition, entry: shown, hidden, tree, subject, names, offered, mayPropose: proposes, choices, deadlines, events, links, followed }
}

const isFollowed = async (store: Store, entryId: string, personId: string | null): Promise<boolean | null> =>
  personId === null
    ? null
    : (await store.selectFrom('follow').select('since').where('person_id', '=', personId).where('thing_id', '=', entryId).executeTakeFirst()) !== undefined

/** The days that an entry has had to keep, in order. */
export const loadDeadlines = async (store: Store, id: string): Promise<readonly DeadlineRow[]> => {
  const rows = await store.selectFrom('deadline').selectAll().where('thing_id', '=', id).orderBy('due').orderBy('kind').limit(mostRows).execute()
  return rows.map((r) => ({ id: r.id, label: { sv: r.label_sv, en: r.label_en }, due: r.due as Day, doneOn: r.done_on as Day | null, source: r.source }))
}

const loadEvents = async (store: Store, id: string): Promise<readonly EventRow[]> => {
  const rows = await store
    .selectFrom('entry_event')
    .leftJoin('person', 'person.id', 'entry_event.person_id')
    .leftJoin('clause', 'clause.id', 'entry_event.clause_id')
    .leftJoin('thing', 'thing.id', 'clause.decision_id')
    .where('entry_id', '=', id)
    .select([
      'entry_event.id',
      'act',
      'from_state',
      'to_state',
      'comment',
      'entry_event.day',
      'given_name',
      'family_name',
      'entry_event.clause_id',
      'thing.title',
    ])
    .orderBy('entry_event.day', 'desc')
    .orderBy('entry_event.id', 'desc')
    .limit(mostRows)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    act: r.act,
    to: r.to_state,
    changed: r.from_state !== r.to_state,
    comment: r.comment,
    day: r.day as Day,
    person: r.given_name ? `${r.given_name} ${r.family_name}` : null,
    clause: r.clause_id ? { id: r.clause_id, decision: r.title ?? '' } : null,
  }))
}

interface Row {
  id: string
  kind: LinkKind
  downstream: boolean
  thing_kind: ThingTable['kind']
  number: string | null
  title: string
  day: Day
  hidden: boolean
}

/** The things next to the entry on the thread. Of a secret that the reader may not see, only its number is told. */
const loadLinks = async (store: Store, id: string, secretsOf: readonly string[] | 'all'): Promise<readonly LinkRow[]> => {
  const hidden = secretsOf === 'all' ? sql`false` : sql`(thing.secrecy is not null and thing.node_id <> all(${secretsOf}::uuid[]))`
  const { rows } = await sql<Row>`
    select thing.id, near.kind, near.downstream, thing.kind as thing_kind, thing.number, thing.title, thing.day, ${hidden} as hidden
      from (select to_id as id, kind, true as downstream from link where from_id = ${id}::uuid
            union all select from_id, kind, false from link where to_id = ${id}::uuid) near
      join thing on thing.id = near.id
     order by near.downstream, near.kind, thing.day, thing.id limit ${mostRows}`.execute(store)
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    downstream: r.downstream,
    thing: { kind: r.thing_kind, number: r.number ?? '', title: r.hidden ? null : r.title, day: r.day },
  }))
}
