import type { Deps, Tx } from '../database/transact.ts'
import { refused, type Verdict, granted } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { keepDeadlines } from './deadlines.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { loadEntry } from './entry-store.ts'
import { type Doing, hindrances } from './lifecycle.ts'
import { subjectOf } from './subject.ts'
import { words } from './words.ts'

export interface ActOnEntry {
  readonly entryId: string
  readonly act: string
  readonly who: Who
  readonly doing: Doing
  /** The version the actor saw; a later one in the store is a conflict. Absent for clauses and reports, which change what is. */
  readonly seen?: number
  /** The clause that does it. */
  readonly clauseId?: string
  /** New values of fields: of any by a clause, of the free ones by a person. Already read by `readTyped` or `readData`. */
  readonly data?: EntryData
}

/**
 * Performs an act of the lifecycle in the caller's transaction: loads and locks the entry, checks (every hindrance at once),
 * changes its state and fields, tells the event, keeps the deadlines. Returns the entry after, or the refusals with nothing written.
 */
export const actOnEntry = async (tx: Tx, deps: Deps, definition: AnyDefinition, { entryId, act, who, doing, seen, clauseId, data }: ActOnEntry): Promise<Verdict<Entry>> => {
  const today = deps.clock.today()
  const entry = await loadEntry(tx, entryId, { lock: true })
  if (!entry || entry.register !== definition.name) return refused({ code: 'entry.unknown', text: words.unknownAct(definition.words.one) })
  const tree = await loadTree(tx, today)
  const refusals = [...hindrances(definition, entry, act, who, subjectOf(entry, tree), today, doing)]
  if (seen !== undefined && seen !== entry.version) refusals.unshift({ code: 'entry.conflict', text: words.conflict })
  if (refusals.length > 0) return refused(...refusals)
  const to = (definition.lifecycle.acts[act] as { to: string }).to
  const after = data ?? entry.data
  const ownerId = definition.owner(after)
  const title = definition.title(after)
  const due = await keepDeadlines(tx, deps, definition, { ...entry, ownerId, state: to, data: after }, act)
  await tx
    .updateTable('entry')
    .set({ state: to, data: JSON.stringify(after), owner_id: ownerId, due, version: entry.version + 1, ...(clauseId ? { last_clause_id: clauseId } : {}) })
    .where('id', '=', entryId)
    .execute()
  if (title !== entry.title) await tx.updateTable('thing').set({ title }).where('id', '=', entryId).execute()
  if (clauseId) {
    await tx.insertInto('link').values({ id: deps.ids.next(), from_id: clauseId, to_id: entryId, kind: 'decides' }).onConflict((oc) => oc.doNothing()).execute()
  }
  if (definition.lifecycle.acts[act]?.returnsReport) {
    await tx.updateTable('report').set({ state: 'sent_back', comment: doing.comment?.trim() ?? null }).where('subject_id', '=', entryId).where('state', '=', 'handed_in').execute()
  }
  await tx
    .insertInto('entry_event')
    .values({ id: deps.ids.next(), entry_id: entryId, act, from_state: entry.state, to_state: to, comment: doing.comment?.trim() || null, day: today, person_id: who.personId, clause_id: clauseId ?? null })
    .execute()
  if (doing.by === 'clause' && definition.lifecycle.states[to]?.open === false) await endParts(tx, deps, definition, { entryId, act, who, doing, ...(clauseId ? { clauseId } : {}) })
  return granted({ ...entry, state: to, data: after, ownerId, title, due, version: entry.version + 1, lastClauseId: clauseId ?? entry.lastClauseId })
}

/** What ends the whole ends its parts, by the same clause; parts that are over already stay as they are. */
const endParts = async (tx: Tx, deps: Deps, definition: AnyDefinition, whole: Omit<ActOnEntry, 'data' | 'seen'>): Promise<void> => {
  const parts = await tx.selectFrom('entry').select(['id', 'state']).where('parent_id', '=', whole.entryId).execute()
  const to = definition.lifecycle.acts[whole.act]?.to
  for (const part of parts.filter((p) => definition.lifecycle.states[p.state]?.open)) {
    const fits = definition.lifecycle.acts[whole.act]?.from.includes(part.state)
    if (fits && to) await actOnEntry(tx, deps, definition, { ...whole, entryId: part.id })
  }
}
