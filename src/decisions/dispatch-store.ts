import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { pageSize, writeCursor, type Cursor } from '../kernel/cursor.ts'
import { isDay } from '../kernel/day.ts'
import { receiptDays } from '../rulebook/gaps.ts'
import type { Dispatch } from './dispatch.ts'

/** A dispatch with the decision it carries, as lists show it. */
export interface DispatchedDecision extends Dispatch {
  /** The receiver's own case that it is handled in, or null. */
  readonly home: { readonly id: string; readonly number: string; readonly title: string; readonly nodeId: string; readonly secrecy: string | null } | null
  readonly decision: { readonly number: string; readonly title: string; readonly nodeId: string; readonly secrecy: string | null; readonly day: Day }
}

const selectDispatch = (store: Store | Tx) =>
  store
    .selectFrom('dispatch')
    .innerJoin('thing', 'thing.id', 'dispatch.decision_id')
    .leftJoin('thing as home', 'home.id', 'dispatch.case_id')
    .select(['home.number as home_number', 'home.title as home_title', 'home.node_id as home_node', 'home.secrecy as home_secrecy'])
    .select([
      'dispatch.id',
      'dispatch.decision_id',
      'dispatch.receiver_id',
      'dispatch.demands_action',
      'dispatch.what',
      'dispatch.due',
      'dispatch.sent',
      'dispatch.received',
      'dispatch.received_by',
      'dispatch.case_id',
      'dispatch.filed',
      'thing.number',
      'thing.title',
      'thing.node_id',
      'thing.secrecy',
      'thing.day',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof selectDispatch>['executeTakeFirstOrThrow']>>

const toDispatch = (r: Row): DispatchedDecision => ({
  id: r.id,
  decisionId: r.decision_id,
  receiverId: r.receiver_id,
  demandsAction: r.demands_action,
  what: r.what,
  due: r.due as Day | null,
  sent: r.sent as Day,
  received: r.received as Day | null,
  receivedBy: r.received_by,
  caseId: r.case_id,
  home:
    r.case_id && r.home_node ? { id: r.case_id, number: r.home_number ?? '', title: r.home_title ?? '', nodeId: r.home_node, secrecy: r.home_secrecy } : null,
  filed: r.filed as Day | null,
  decision: { number: r.number ?? '', title: r.title, nodeId: r.node_id, secrecy: r.secrecy, day: r.day as Day },
})

/** The dispatch, or undefined. `lock` holds it until the transaction ends. */
export const loadDispatch = async (store: Store | Tx, id: string, { lock = false }: { lock?: boolean } = {}): Promise<DispatchedDecision | undefined> => {
  const query = selectDispatch(store).where('dispatch.id', '=', id)
  const row = await (lock ? query.forUpdate(['dispatch']) : query).executeTakeFirst()
  return row && toDispatch(row)
}

/** Everything a decision was sent to, in the order of receivers. */
export const loadDispatches = async (store: Store | Tx, decisionId: string): Promise<readonly DispatchedDecision[]> =>
  (await selectDispatch(store).where('dispatch.decision_id', '=', decisionId).orderBy('dispatch.demands_action', 'desc').orderBy('dispatch.id').execute()).map(
    toDispatch,
  )

/** A body's mail: what has come in and waits, what it has laid to rest, or what it has sent. */
export const boxes = ['in', 'filed', 'out'] as const
export type Box = (typeof boxes)[number]

export interface DispatchPage {
  readonly rows: readonly DispatchedDecision[]
  readonly next: string | null
}

/** Where a row of waiting mail stands: action demanded, late to be received, the rest. */
const rankOf = (today: Day) =>
  sql<number>`case when dispatch.demands_action then 0 when dispatch.received is null and dispatch.sent + ${receiptDays}::int < ${today}::date then 1 else 2 end`

const readPlace = (after: Cursor | null): { readonly rank: number; readonly sent: Day; readonly id: string } | null => {
  const [rank = '', sent = ''] = after ? after.value.split('/') : []
  return after && /^[012]$/.test(rank) && isDay(sent) ? { rank: Number(rank), sent, id: after.id } : null
}

/** The ids of one page, before anything is joined to them: mail is sorted by what it asks, which no index knows. */
const pageOfIds = (store: Store, nodeIds: readonly string[], box: Box, today: Day, after: Cursor | null) => {
  const rank = rankOf(today)
  const place = readPlace(after)
  const later = (at: Day, id: string) => sql<boolean>`(dispatch.sent < ${at}::date or (dispatch.sent = ${at}::date and dispatch.id > ${id}::uuid))`
  let query = store.selectFrom('dispatch').select(['dispatch.id', 'dispatch.sent', rank.as('rank')])
  if (box === 'out') query = query.innerJoin('decision', 'decision.id', 'dispatch.decision_id').where(sql<boolean>`decision.body_id = any(${nodeIds}::uuid[])`)
  else query = query.where(sql<boolean>`dispatch.receiver_id = any(${nodeIds}::uuid[])`).where('dispatch.filed', box === 'in' ? 'is' : 'is not', null)
  if (box === 'in') {
    if (place) query = query.where(sql<boolean>`(${rank} > ${place.rank} or (${rank} = ${place.rank} and ${later(place.sent, place.id)}))`)
    query = query.orderBy(rank)
  } else if (place) query = query.where(later(place.sent, place.id))
  return query
    .orderBy('dispatch.sent', 'desc')
    .orderBy('dispatch.id')
    .limit(pageSize + 1)
}

/**
 * One page of a body's mail. Waiting mail stands by what it asks: action demanded first, then late to be received, then the
 * rest, newest first. `nodeIds` are the nodes whose mail it is.
 */
export const listDispatch = async (store: Store, nodeIds: readonly string[], box: Box, today: Day, after: Cursor | null): Promise<DispatchPage> => {
  const places = await pageOfIds(store, nodeIds, box, today, after).execute()
  const shown = places.slice(0, pageSize)
  if (shown.length === 0) return { rows: [], next: null }
  const ids = shown.map((p) => p.id)
  const found = new Map((await selectDispatch(store).where('dispatch.id', 'in', ids).execute()).map((r) => [r.id, toDispatch(r)]))
  const last = places.length > pageSize ? shown.at(-1) : undefined
  return { rows: ids.flatMap((id) => found.get(id) ?? []), next: last ? writeCursor({ value: `${last.rank}/${last.sent}`, id: last.id }) : null }
}

/** Has the receiver, or a unit of its, taken up anything that the decision gave it? Counts acts of people on the entries that its clauses decided. */
export const hasActed = async (tx: Tx, decisionId: string, nodeIds: readonly string[]): Promise<boolean> => {
  const row = await tx
    .selectFrom('clause')
    .innerJoin('link', 'link.from_id', 'clause.id')
    .innerJoin('entry', 'entry.id', 'link.to_id')
    .innerJoin('entry_event', 'entry_event.entry_id', 'entry.id')
    .select('entry.id')
    .where('clause.decision_id', '=', decisionId)
    .where('link.kind', '=', 'decides')
    .where('entry.owner_id', 'in', [...nodeIds])
    .where('entry_event.clause_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
