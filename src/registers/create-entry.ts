import type { Deps, Tx } from '../database/transact.ts'
import { announceAll } from '../jobs/happening.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { keepAllDeadlines } from './deadlines.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { nextNumber } from './entry-store.ts'

/** A new entry. `data` has passed `readTyped` or `readData`; `clauseId` is null only in registers that do not steer. */
export interface NewEntry {
  readonly data: EntryData
  /** The body it belongs to. */
  readonly nodeId: string
  readonly day: Day
  readonly clauseId: string | null
  readonly parentId?: string
  readonly who: Who
  readonly id?: string
}

/**
 * Makes an entry in the caller's transaction: the thing, the entry in its first state, its link from the clause, its event and
 * its deadlines. Whether the caller may do so is the caller's question (a clause has the authority of its decision).
 * The database refuses a steering entry without its clause.
 */
export const createEntry = async (tx: Tx, deps: Deps, definition: AnyDefinition, entry: NewEntry): Promise<Entry> =>
  (await createAllEntries(tx, deps, definition, [entry]))[0] as Entry

/** The same of many entries, in their order: the database is asked as many questions however many they are. */
export const createAllEntries = async (tx: Tx, deps: Deps, definition: AnyDefinition, asked: readonly NewEntry[]): Promise<readonly Entry[]> => {
  if (asked.length === 0) return []
  const { name: register, secrecy, steering } = definition
  const first = (await nextNumber(tx, register, asked.length)) - asked.length
  const state = definition.lifecycle.initial
  const made = asked.map((one, i) => ({
    ...one,
    id: one.id ?? deps.ids.next(),
    number: `${definition.prefix}-${first + i + 1}`,
    title: definition.title(one.data),
    ownerId: definition.owner(one.data),
    eventId: deps.ids.next(),
  }))
  const things = made.map(({ id, number, title, nodeId, day }) => ({ id, kind: 'entry' as const, register, number, title, node_id: nodeId, day, secrecy }))
  await tx.insertInto('thing').values(things).execute()
  const days = await keepAllDeadlines(
    tx,
    deps,
    definition,
    made.map(({ id, nodeId, ownerId, data }) => ({ id, nodeId, ownerId, state, data })),
    null,
  )
  const dueOf = (id: string): Day | null => days.get(id) ?? null
  await tx
    .insertInto('entry')
    .values(
      made.map(({ id, data, ownerId, clauseId, parentId }) => ({
        id,
        register,
        steering,
        state,
        data: JSON.stringify(data),
        owner_id: ownerId,
        due: dueOf(id),
        clause_id: clauseId,
        last_clause_id: clauseId,
        parent_id: parentId ?? null,
      })),
    )
    .execute()
  // A part hangs on its whole, and reaches the clause through it: one way on the thread, not two.
  const links = made.flatMap(({ id, clauseId, parentId }) => {
    const from = parentId ?? clauseId
    return from ? [{ id: deps.ids.next(), from_id: from, to_id: id, kind: parentId ? ('part' as const) : ('decides' as const) }] : []
  })
  if (links.length > 0) await tx.insertInto('link').values(links).execute()
  const told = { act: 'create', from_state: null, to_state: state, comment: null, day: deps.clock.today() }
  const events = made.map(({ id, eventId, who, clauseId }) => ({ id: eventId, entry_id: id, ...told, person_id: who.personId, clause_id: clauseId }))
  await tx.insertInto('entry_event').values(events).execute()
  for (const [by, own] of Map.groupBy(made, ({ who }) => who.personId))
    await announceAll(
      tx,
      deps,
      by,
      own.map(({ id, eventId }) => ({ what: 'given', entryId: id, eventId })),
    )
  return made.map(({ id, number, title, nodeId, ownerId, data, day, clauseId, parentId }) => ({
    id,
    register,
    number,
    title,
    nodeId,
    ownerId,
    secrecy,
    state,
    data,
    day,
    due: dueOf(id),
    version: 1,
    clauseId,
    lastClauseId: clauseId,
    parentId: parentId ?? null,
  }))
}
