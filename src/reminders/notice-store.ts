import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { NoticeKind } from '../database/tables/jobs.ts'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { type Reachable, reachable } from './setting.ts'
import { mondayOf } from './when.ts'

/** Something that somebody is to be told of. */
export interface Notice {
  readonly personId: string
  readonly kind: NoticeKind
  /** What makes it one: the same is told once. */
  readonly occasion: string
  readonly thingId: string
  /** The dispatch, the event, the report or the day to keep. */
  readonly subjectId: string
}

/** The kind of work that sends what lies in the outbox; one waiting is enough. */
export const deliverKind = 'deliver-mail'

/** Notes what people are to be told of; what they have been told already is left as it is. */
export const addNotices = async (tx: Tx, { ids }: Pick<Deps, 'ids'>, notices: readonly Notice[]): Promise<void> => {
  if (notices.length === 0) return
  await tx
    .insertInto('notice')
    .values(
      notices.map((n) => ({
        id: ids.next(),
        person_id: n.personId,
        kind: n.kind,
        occasion: n.occasion,
        thing_id: n.thingId,
        subject_id: n.subjectId,
        mail_id: null,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Puts all that waits for somebody into one letter in the outbox. Nothing when nothing waits. In the caller's transaction. */
export const composeFor = async (tx: Tx, { ids, clock }: Pick<Deps, 'ids' | 'clock'>, { personId, email, cadence }: Reachable): Promise<void> => {
  const waiting = await tx.selectFrom('notice').select('id').where('person_id', '=', personId).where('mail_id', 'is', null).forUpdate().execute()
  if (waiting.length === 0 || cadence === 'never') return
  const id = ids.next()
  const nobody = { holder: null, held_until: null, error: null, unsubscribe_digest: null, handed_at: null, ended_at: null }
  await tx
    .insertInto('mail')
    .values({ id, person_id: personId, address: email, cadence, day: clock.today(), ...nobody })
    .execute()
  await tx
    .updateTable('notice')
    .set({ mail_id: id })
    .where(
      'id',
      'in',
      waiting.map((n) => n.id),
    )
    .execute()
  await enqueue(tx, deliverKind, {}, { key: 'mail' })
}

/** Persons for whom something waits to be told, some at a time. */
const persons = async (store: Store, after: string): Promise<readonly string[]> => {
  const rows = await store
    .selectFrom('notice')
    .select('person_id')
    .distinct()
    .where('mail_id', 'is', null)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(500)
    .execute()
  return rows.map((r) => r.person_id)
}

/** Whose weekly letter of this week is written already. */
const toldThisWeek = async (store: Store, personIds: readonly string[], monday: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from mail where person_id = any(${[...personIds]}::uuid[]) and cadence = 'weekly' and day >= ${monday}::date`.execute(store)
  return new Set(rows.map((r) => r.id))
}

/** The morning's letters: to everybody for whom something waits, and once a week to those who want it so. */
export const composeMorning = async (deps: Deps, signal?: AbortSignal): Promise<void> => {
  for (let some = await persons(deps.store, '00000000-0000-0000-0000-000000000000'); some.length > 0; some = await persons(deps.store, some.at(-1) as string)) {
    signal?.throwIfAborted()
    const told = await toldThisWeek(deps.store, some, mondayOf(deps.clock.today()))
    const found = [...(await reachable(deps.store, some)).values()].filter((p) => p.cadence !== 'weekly' || !told.has(p.personId))
    await transact(deps, { actor: 'system:reminders', act: 'write the morning’s letters' }, async (tx) => {
      for (const person of found) await composeFor(tx, deps, person)
    })
  }
}
