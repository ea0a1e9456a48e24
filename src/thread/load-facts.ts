import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { ThingKind } from '../database/schema.ts'
import type { Tx } from '../database/transact.ts'
import { ore } from '../kernel/amount.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { DeadlineFact, DispatchFact, Facts } from './facts.ts'
import { loadEntryFacts } from './load-entry-facts.ts'
import { loadReportFacts } from './load-report-facts.ts'
import { loadSeriesFacts } from './load-series-facts.ts'
import { textOf } from './text-of.ts'
import type { WalkedThing } from './walk.ts'

/**
 * What is known of the walked things, as it was on `day`: one question to the database for each kind that occurs, however many
 * things there are. Figures are those that had been recorded by then, states those that held then.
 */
export const loadFacts = async (store: Store | Tx, things: readonly WalkedThing[], day: Day, today: Day): Promise<Facts> => {
  const byKind = Map.groupBy(things, (t) => t.kind)
  const of = (kind: ThingKind): readonly string[] => (byKind.get(kind) ?? []).map((t) => t.id)
  const [cases, documents, decisions, clauses, dispatches, deadlines, goals, targets, frames, entries, reports] = await Promise.all([
    loadCases(store, of('case'), day),
    loadDocuments(store, of('document')),
    loadDecisions(store, of('decision'), day),
    loadClauses(store, of('clause')),
    loadDispatches(store, of('decision'), day),
    loadDeadlines(store, [...of('entry'), ...of('goal'), ...of('frame')], day),
    loadGoals(store, of('goal')),
    loadTargets(store, of('target')),
    loadFrames(store, of('frame')),
    loadEntryFacts(store, of('entry'), day),
    loadReportFacts(store, of('report'), day),
  ])
  const [series, preparations] = await Promise.all([
    loadSeriesFacts(store, of('series'), day, today),
    countDocuments(store, [...new Set([...decisions.values()].flatMap((d) => d.caseId ?? []))], day),
  ])
  return { cases, documents, decisions, clauses, dispatches, deadlines, goals, targets, frames, entries, reports, series, preparations }
}

type Ids = readonly string[]
const none = <T>(): Map<string, T> => new Map()
const grouped = <R extends object, T>(rows: readonly R[], key: (row: R) => string, make: (row: R) => T): Map<string, readonly T[]> =>
  new Map([...Map.groupBy(rows, key)].map(([k, own]) => [k, own.map(make)]))

const loadCases = async (store: Store | Tx, ids: Ids, day: Day): Promise<Facts['cases']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('case_file').select(['id', 'closed']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((r) => [r.id, { closed: r.closed !== null && r.closed <= day ? (r.closed as Day) : null }]))
}

const loadDocuments = async (store: Store | Tx, ids: Ids): Promise<Facts['documents']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('document').select(['id', 'case_id', 'kind']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((r) => [r.id, { caseId: r.case_id, kind: r.kind }]))
}

const countDocuments = async (store: Store | Tx, caseIds: Ids, day: Day): Promise<Facts['preparations']> => {
  if (caseIds.length === 0) return none()
  const rows = await store
    .selectFrom('document')
    .innerJoin('thing', 'thing.id', 'document.id')
    .select((eb) => ['document.case_id', eb.fn.countAll<number>().as('n')])
    .where('document.case_id', '=', sql<string>`any(${caseIds}::uuid[])`)
    .where('thing.day', '<=', day)
    .groupBy('document.case_id')
    .execute()
  return new Map(rows.map((r) => [r.case_id, r.n]))
}

const loadDecisions = async (store: Store | Tx, ids: Ids, day: Day): Promise<Facts['decisions']> => {
  if (ids.length === 0) return none()
  const rows = await store
    .selectFrom('decision')
    .leftJoin('post', 'post.id', 'decision.post_id')
    .select(['decision.id', 'body_id', 'case_id', 'paragraph', 'adjusted', 'title_sv', 'title_en'])
    .where('decision.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(
    rows.map((r) => [
      r.id,
      {
        bodyId: r.body_id,
        caseId: r.case_id,
        post: textOf(r.title_sv, r.title_en),
        paragraph: r.paragraph,
        adjusted: r.adjusted !== null && r.adjusted <= day ? (r.adjusted as Day) : null,
      },
    ]),
  )
}

const loadClauses = async (store: Store | Tx, ids: Ids): Promise<Facts['clauses']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('clause').select(['id', 'decision_id', 'no', 'kind', 'text']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((r) => [r.id, { decisionId: r.decision_id, no: r.no, kind: r.kind, text: r.text }]))
}

const loadDispatches = async (store: Store | Tx, decisionIds: Ids, day: Day): Promise<Facts['dispatches']> => {
  if (decisionIds.length === 0) return none()
  const rows = await store
    .selectFrom('dispatch')
    .select(['id', 'decision_id', 'receiver_id', 'demands_action', 'sent', 'received', 'case_id'])
    .where('decision_id', '=', sql<string>`any(${decisionIds}::uuid[])`)
    .where('sent', '<=', day)
    .orderBy('sent')
    .orderBy('id')
    .execute()
  return grouped<(typeof rows)[number], DispatchFact>(
    rows,
    (r) => r.decision_id,
    (r) => ({
      id: r.id,
      receiverId: r.receiver_id,
      demandsAction: r.demands_action,
      sent: r.sent as Day,
      received: r.received !== null && r.received <= day ? (r.received as Day) : null,
      caseId: r.case_id,
    }),
  )
}

const loadDeadlines = async (store: Store | Tx, thingIds: Ids, day: Day): Promise<Facts['deadlines']> => {
  if (thingIds.length === 0) return none()
  const rows = await store
    .selectFrom('deadline')
    .selectAll()
    .where('thing_id', '=', sql<string>`any(${thingIds}::uuid[])`)
    .orderBy('due')
    .orderBy('id')
    .execute()
  return grouped<(typeof rows)[number], DeadlineFact>(
    rows,
    (r) => r.thing_id,
    (r) => ({
      kind: r.kind,
      label: { sv: r.label_sv, en: r.label_en },
      due: r.due as Day,
      doneOn: r.done_on !== null && r.done_on <= day ? (r.done_on as Day) : null,
      askedBy: r.asked_by,
    }),
  )
}

const loadGoals = async (store: Store | Tx, ids: Ids): Promise<Facts['goals']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('goal').select(['id', 'area', 'text']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((r) => [r.id, { area: r.area, text: r.text }]))
}

const loadTargets = async (store: Store | Tx, ids: Ids): Promise<Facts['targets']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('target').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(
    rows.map((r) => [r.id, { seriesId: r.series_id, goalId: r.goal_id, nodeId: r.node_id, period: r.period as Period, rule: r.rule, value: r.value }]),
  )
}

const loadFrames = async (store: Store | Tx, ids: Ids): Promise<Facts['frames']> => {
  if (ids.length === 0) return none()
  const rows = await store.selectFrom('frame').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((r) => [r.id, { nodeId: r.node_id, period: r.period as Period, amount: ore(r.amount), purpose: r.purpose }]))
}
