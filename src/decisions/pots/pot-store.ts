import { sql } from 'kysely'
import { type Secrets, visibleThing } from '../../access/visible.ts'
import { afterNewest } from '../../cases/keyset.ts'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import { type Amount, ore } from '../../kernel/amount.ts'
import { type Cursor, pageSize, writeCursor } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'

/** Money set aside for several to call off. */
export interface Pot {
  readonly id: string
  readonly number: string
  readonly secrecy: string | null
  /** The body that decided it, and the decision. */
  readonly bodyId: string
  readonly decision: { readonly id: string; readonly number: string; readonly day: Day }
  /** Who holds it. */
  readonly nodeId: string
  readonly period: Period
  readonly purpose: string
  readonly financing: string | null
  readonly amount: Amount
  readonly calledOff: Amount
  /** Is there a call-off that the reader may not see? Then what is left is not told. */
  readonly hidden: boolean
  readonly from: Day
  readonly to: Day
  /** Who may call off; none: anybody. */
  readonly callers: readonly string[]
}

/** Money called off from a pot. */
export interface CalledOff {
  readonly id: string
  readonly number: string
  readonly nodeId: string
  readonly amount: Amount
  readonly purpose: string
  readonly secrecy: string | null
  readonly bodyId: string
  readonly decision: { readonly id: string; readonly number: string; readonly day: Day }
}

const sumsFor = (secrets: Secrets) => sql<{ called: string; hidden: boolean }>`(
  select coalesce(sum(f.amount), 0) as called, coalesce(bool_or(not ${visibleThing(secrets, 't')}), false) as hidden
    from call_off c join frame f on f.id = c.id join thing t on t.id = c.id where c.pot_id = pot.id)`

const selectPots = (store: Store | Tx, secrets: Secrets) =>
  store
    .selectFrom('pot')
    .innerJoin('frame', 'frame.id', 'pot.id')
    .innerJoin('thing', 'thing.id', 'pot.id')
    .innerJoin('clause', 'clause.id', 'frame.clause_id')
    .innerJoin('thing as made', 'made.id', 'clause.decision_id')
    .innerJoinLateral(sumsFor(secrets).as('called'), (join) => join.onTrue())
    .select(['pot.id', 'thing.number', 'thing.secrecy', 'thing.day', 'thing.node_id as body_id', 'clause.decision_id', 'made.number as decision_number'])
    .select(['frame.node_id', 'frame.period', 'frame.purpose', 'frame.financing', 'frame.amount', 'called.called', 'called.hidden'])
    .select(sql<Day>`lower(pot.valid)::text`.as('from'))
    .select(sql<Day>`(upper(pot.valid) - 1)::text`.as('to'))
    .select(sql<readonly string[]>`array(select node_id from pot_caller where pot_id = pot.id order by node_id)`.as('callers'))
type Row = Awaited<ReturnType<ReturnType<typeof selectPots>['executeTakeFirstOrThrow']>>

const toPot = (row: Row): Pot => ({
  id: row.id,
  number: row.number ?? '–',
  secrecy: row.secrecy,
  bodyId: row.body_id,
  decision: { id: row.decision_id, number: row.decision_number ?? '–', day: row.day as Day },
  nodeId: row.node_id,
  period: row.period as Period,
  purpose: row.purpose,
  financing: row.financing,
  amount: ore(row.amount),
  calledOff: ore(Number(row.called)),
  hidden: row.hidden,
  from: row.from,
  to: row.to,
  callers: row.callers,
})

/** The pot as it is now, held until the transaction ends so that call-offs come one at a time; undefined where the frame is no pot. */
export const lockPot = async (tx: Tx, id: string): Promise<Pot | undefined> => {
  await tx.selectFrom('thing').select('id').where('id', '=', id).forUpdate().execute()
  // What anybody may know: else a refusal would tell how much was called off in secret.
  const row = await selectPots(tx, []).where('pot.id', '=', id).executeTakeFirst()
  return row && toPot(row)
}

/** The pot, or the one that the call-off by that id is from; undefined where there is none that the reader may see. */
export const loadPot = async (store: Store, id: string, secrets: Secrets): Promise<Pot | undefined> => {
  const row = await selectPots(store, secrets)
    .where(sql<boolean>`pot.id = coalesce((select pot_id from call_off where id = ${id}::uuid), ${id}::uuid)`)
    .where(visibleThing(secrets))
    .executeTakeFirst()
  return row && toPot(row)
}

/** What has been called off from the pot that the reader may see, the first first. At most 1 000: a pot is no account. */
export const loadCalledOff = async (store: Store, potId: string, secrets: Secrets): Promise<readonly CalledOff[]> => {
  const rows = await store
    .selectFrom('call_off')
    .innerJoin('frame', 'frame.id', 'call_off.id')
    .innerJoin('thing', 'thing.id', 'call_off.id')
    .innerJoin('clause', 'clause.id', 'frame.clause_id')
    .innerJoin('thing as made', 'made.id', 'clause.decision_id')
    .select(['call_off.id', 'thing.number', 'thing.secrecy', 'thing.day', 'thing.node_id as body_id', 'clause.decision_id', 'made.number as decision_number'])
    .select(['frame.node_id', 'frame.amount', 'frame.purpose'])
    .where('call_off.pot_id', '=', potId)
    .where(visibleThing(secrets))
    .orderBy('thing.day')
    .orderBy('call_off.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number ?? '–',
    nodeId: row.node_id,
    amount: ore(row.amount),
    purpose: row.purpose,
    secrecy: row.secrecy,
    bodyId: row.body_id,
    decision: { id: row.decision_id, number: row.decision_number ?? '–', day: row.day as Day },
  }))
}

/** What the list shows: `nodeIds` where only pots that these decided, hold or may call off from. */
export interface PotFilter {
  readonly nodeIds: readonly string[] | null
  readonly secrets: Secrets
}

/** One page of the pots that the reader may see, newest first. */
export const listPots = async (
  store: Store,
  { nodeIds, secrets }: PotFilter,
  after: Cursor | null,
): Promise<{ readonly rows: readonly Pot[]; readonly next: string | null }> => {
  let query = selectPots(store, secrets).where(visibleThing(secrets))
  if (nodeIds)
    query = query.where(
      sql<boolean>`(thing.node_id = any(${nodeIds}::uuid[]) or frame.node_id = any(${nodeIds}::uuid[])
        or exists (select from pot_caller where pot_id = pot.id and node_id = any(${nodeIds}::uuid[]))
        or exists (select from call_off c join frame f on f.id = c.id where c.pot_id = pot.id and f.node_id = any(${nodeIds}::uuid[])))`,
    )
  if (after) query = query.where(afterNewest(after))
  const rows = await query
    .orderBy('thing.day', 'desc')
    .orderBy('thing.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toPot)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > pageSize && last ? writeCursor({ value: last.decision.day, id: last.id }) : null }
}
