import type { Deps, Tx } from '../database/transact.ts'
import { announce } from '../jobs/happening.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { keepDeadlines } from './deadlines.ts'
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
export const createEntry = async (
  tx: Tx,
  deps: Deps,
  definition: AnyDefinition,
  { data, nodeId, day, clauseId, parentId, who, id = deps.ids.next() }: NewEntry,
): Promise<Entry> => {
  const number = `${definition.prefix}-${await nextNumber(tx, definition.name)}`
  const title = definition.title(data)
  const ownerId = definition.owner(data)
  const state = definition.lifecycle.initial
  const { secrecy } = definition
  await tx.insertInto('thing').values({ id, kind: 'entry', register: definition.name, number, title, node_id: nodeId, day, secrecy }).execute()
  const due = await keepDeadlines(tx, deps, definition, { id, nodeId, ownerId, state, data }, null)
  const law = { clause_id: clauseId, last_clause_id: clauseId, parent_id: parentId ?? null }
  await tx
    .insertInto('entry')
    .values({ id, register: definition.name, steering: definition.steering, state, data: JSON.stringify(data), owner_id: ownerId, due, ...law })
    .execute()
  // A part hangs on its whole, and reaches the clause through it: one way on the thread, not two.
  if (clauseId && !parentId) await tx.insertInto('link').values({ id: deps.ids.next(), from_id: clauseId, to_id: id, kind: 'decides' }).execute()
  if (parentId) await tx.insertInto('link').values({ id: deps.ids.next(), from_id: parentId, to_id: id, kind: 'part' }).execute()
  const eventId = deps.ids.next()
  const told = { act: 'create', from_state: null, to_state: state, comment: null, day: deps.clock.today(), person_id: who.personId, clause_id: clauseId }
  await tx
    .insertInto('entry_event')
    .values({ id: eventId, entry_id: id, ...told })
    .execute()
  await announce(tx, deps, who.personId, { what: 'given', entryId: id, eventId })
  const of = { register: definition.name, number, title, nodeId, ownerId, secrecy }
  return { id, ...of, state, data, day, due, version: 1, clauseId, lastClauseId: clauseId, parentId: parentId ?? null }
}
