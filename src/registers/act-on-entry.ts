import type { Deps, Tx } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { announce } from '../jobs/happening.ts'
import type { Day } from '../kernel/day.ts'
import { keepDeadlines } from './deadlines.ts'
import { announceDone } from './announce-done.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { loadEntry } from './entry-store.ts'
import { laidUpon, steeredFields } from './free-fields.ts'
import { type Doing, hindrances } from './lifecycle.ts'
import { readData } from './read-entry.ts'
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
  /** New values of fields, laid upon what is there; null clears one. Of any field by a clause, of the free ones by a person. */
  readonly data?: EntryData
}

/**
 * Performs an act of the lifecycle in the caller's transaction: loads and locks the entry, checks (every hindrance at once),
 * changes its state and fields, tells the event, keeps the deadlines. Returns the entry after, or the refusals with nothing written.
 * Does not check that nodes and posts named in `data` exist: see `unknownReferences`.
 */
export const actOnEntry = async (tx: Tx, deps: Deps, definition: AnyDefinition, asked: ActOnEntry): Promise<Verdict<Entry>> => {
  const { entryId, act, who, doing, clauseId, data = {} } = asked
  const today = deps.clock.today()
  const entry = await loadEntry(tx, entryId, { lock: true })
  if (!entry || entry.register !== definition.name) return refused({ code: 'entry.unknown', text: words.unknownEntry(definition.words.one) })
  const after = laidUpon(entry.data, data)
  const refusals = whyNot(definition, entry, after, asked, await loadTree(tx, today), today)
  if (refusals.length > 0) return refused(...refusals)
  const to = definition.lifecycle.acts[act]?.to ?? entry.state
  const ownerId = definition.owner(after)
  const title = definition.title(after)
  const due = await keepDeadlines(tx, deps, definition, { ...entry, ownerId, state: to, data: after, before: entry.data }, act)
  await tx
    .updateTable('entry')
    .set({ state: to, data: JSON.stringify(after), owner_id: ownerId, due, version: entry.version + 1, ...(clauseId ? { last_clause_id: clauseId } : {}) })
    .where('id', '=', entryId)
    .execute()
  if (title !== entry.title) await tx.updateTable('thing').set({ title }).where('id', '=', entryId).execute()
  if (clauseId) {
    const link = { id: deps.ids.next(), from_id: clauseId, to_id: entryId, kind: 'decides' } as const
    await tx
      .insertInto('link')
      .values(link)
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
  const comment = doing.comment?.trim() || null
  if (definition.lifecycle.acts[act]?.returnsReport) {
    const returned = await tx
      .updateTable('report')
      .set({ state: 'sent_back', comment })
      .where('subject_id', '=', entryId)
      .where('state', '=', 'handed_in')
      .returning('id')
      .execute()
    for (const { id } of returned) await announce(tx, deps, who.personId, { what: 'sent_back', reportId: id })
  }
  const eventId = deps.ids.next()
  await tx
    .insertInto('entry_event')
    .values({
      id: eventId,
      entry_id: entryId,
      act,
      from_state: entry.state,
      to_state: to,
      comment,
      day: today,
      person_id: who.personId,
      clause_id: clauseId ?? null,
    })
    .execute()
  await announceDone(tx, deps, definition, who.personId, [{ entryId, eventId, before: entry, after: { ownerId, data: after } }])
  if (doing.by === 'clause' && definition.lifecycle.states[to]?.open === false) await endParts(tx, deps, definition, asked)
  return granted({ ...entry, state: to, data: after, ownerId, title, due, version: entry.version + 1, lastClauseId: clauseId ?? entry.lastClauseId })
}

/** Every reason against the act: the lifecycle's, a conflict, law 1 for fields, and the definition's own rules on what they become. */
const whyNot = (
  definition: AnyDefinition,
  entry: Entry,
  after: EntryData,
  { act, who, doing, seen, data = {} }: ActOnEntry,
  tree: Tree,
  today: Day,
): readonly Refusal[] => {
  const refusals = [...hindrances(definition, entry, act, who, subjectOf(entry, tree), today, doing)]
  if (seen !== undefined && seen !== entry.version) refusals.unshift({ code: 'entry.conflict', text: words.conflict })
  if (doing.by !== 'clause') refusals.push(...steeredFields(definition, entry.data, after))
  if (Object.keys(data).length > 0) {
    const read = readData(definition, after, today)
    if (!read.ok) refusals.push(...read.refusals)
  }
  return refusals
}

/** What ends the whole ends its parts, by the same clause; parts that are over already stay as they are. */
const endParts = async (tx: Tx, deps: Deps, definition: AnyDefinition, { entryId, act, who, doing, clauseId }: ActOnEntry): Promise<void> => {
  const parts = await tx.selectFrom('entry').select(['id', 'state']).where('parent_id', '=', entryId).execute()
  const from = definition.lifecycle.acts[act]?.from ?? []
  for (const part of parts.filter((p) => definition.lifecycle.states[p.state]?.open && from.includes(p.state))) {
    await actOnEntry(tx, deps, definition, { entryId: part.id, act, who, doing, ...(clauseId ? { clauseId } : {}) })
  }
}
