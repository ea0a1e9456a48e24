import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { may, type Subject } from '../rulebook/policy.ts'
import { unknownReferences } from './choices.ts'
import { keepDeadlines } from './deadlines.ts'
import { announceDone } from './announce-done.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { loadEntry } from './entry-store.ts'
import { changedFields, freeFields, laidUpon, steeredFields } from './free-fields.ts'
import { hiddenFields } from './mask.ts'
import { readData } from './read-entry.ts'
import { subjectOf } from './subject.ts'
import { words } from './words.ts'

export interface WriteFreeFields {
  readonly entryId: string
  /** The version that the person saw. */
  readonly seen: number
  /** New values of free fields; null clears one. */
  readonly data: EntryData
}

/** Why nobody, or not this person, may write the entry's free fields now. The same answer shows the form and guards the act. */
export const writeHindrances = (definition: AnyDefinition, entry: Pick<Entry, 'state'>, who: Who, subject: Subject, today: Day): readonly Refusal[] => [
  ...(freeFields(definition).length === 0 ? [{ code: 'fields.none_free', text: words.noneFree, law: 'KL 5:1', mend: words.proposeClause }] : []),
  ...(definition.lifecycle.states[entry.state]?.open === false ? [{ code: 'fields.over', text: words.over }] : []),
  ...may(who, 'entry.write', subject, today),
]

/**
 * A person writes the fields that need no decision. Every reason against it at once; nothing is written if any, or if nothing changes.
 */
export const writeFreeFields = (deps: Deps, who: Who, definition: AnyDefinition, asked: WriteFreeFields): Promise<Verdict<Entry>> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: write fields` }, async (tx) => {
    const today = deps.clock.today()
    const entry = await loadEntry(tx, asked.entryId, { lock: true })
    if (!entry || entry.register !== definition.name) return refused({ code: 'entry.unknown', text: words.unknownEntry(definition.words.one) })
    const tree = await loadTree(tx, today)
    const after = laidUpon(entry.data, asked.data)
    const refusals = await whyNot(tx, definition, entry, after, asked, who, tree, today)
    if (refusals.length > 0) return refused(...refusals)
    if (changedFields(definition, entry.data, after).length === 0) return granted(entry)
    return granted(await write(tx, deps, definition, entry, after, who))
  })

const whyNot = async (tx: Tx, definition: AnyDefinition, entry: Entry, after: EntryData, { seen, data }: WriteFreeFields, who: Who, tree: Tree, today: Day) => {
  const refusals: Refusal[] = seen === entry.version ? [] : [{ code: 'entry.conflict', text: words.conflict }]
  refusals.push(...writeHindrances(definition, entry, who, subjectOf(entry, tree), today), ...steeredFields(definition, entry.data, after))
  // Nobody writes over what they may not read.
  for (const [field, section] of Object.entries(hiddenFields(definition, subjectOf(entry, tree), who, today)))
    if (Object.hasOwn(data, field)) refusals.push(...may(who, 'see', { ...subjectOf(entry, tree), secrecy: section }, today).map((r) => ({ ...r, field })))
  const read = readData(definition, after, today)
  return [...refusals, ...(read.ok ? await unknownReferences(tx, definition, data, tree) : read.refusals)]
}

const write = async (tx: Tx, deps: Deps, definition: AnyDefinition, entry: Entry, data: EntryData, who: Who): Promise<Entry> => {
  const ownerId = definition.owner(data)
  const title = definition.title(data)
  const version = entry.version + 1
  const due = await keepDeadlines(tx, deps, definition, { ...entry, ownerId, data, before: entry.data }, null)
  await tx
    .updateTable('entry')
    .set({ data: JSON.stringify(data), owner_id: ownerId, due, version })
    .where('id', '=', entry.id)
    .execute()
  if (title !== entry.title) await tx.updateTable('thing').set({ title }).where('id', '=', entry.id).execute()
  const told = {
    act: 'write',
    from_state: entry.state,
    to_state: entry.state,
    comment: null,
    day: deps.clock.today(),
    person_id: who.personId,
    clause_id: null,
  }
  const eventId = deps.ids.next()
  await tx
    .insertInto('entry_event')
    .values({ id: eventId, entry_id: entry.id, ...told })
    .execute()
  await announceDone(tx, deps, definition, { entryId: entry.id, eventId, before: entry, after: { ownerId, data }, by: who.personId })
  return { ...entry, data, ownerId, title, due, version }
}
