import { sql } from 'kysely'
import { type Deps, type Tx, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { may, type Subject } from '../rulebook/policy.ts'
import { announceDone } from './announce-done.ts'
import { postsThere, referenceProblems } from './choices.ts'
import { keepAllDeadlines } from './deadlines.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import type { Entry } from './entry.ts'
import { lockEntries } from './entry-store.ts'
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
export const writeFreeFields = async (deps: Deps, who: Who, definition: AnyDefinition, asked: WriteFreeFields): Promise<Verdict<Entry>> => {
  const [done] = await writeAllFreeFields(deps, who, definition, [asked])
  return done ?? refused({ code: 'entry.unknown', text: words.unknownEntry(definition.words.one) })
}

/**
 * The same for many entries, each once: what each came to, in their order. One that is refused hinders no other; whoever wants all or
 * nothing undoes the transaction. However many they are, the database is asked as many questions.
 */
export const writeAllFreeFields = (deps: Deps, who: Who, definition: AnyDefinition, asked: readonly WriteFreeFields[]): Promise<readonly Verdict<Entry>[]> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: write fields` }, async (tx) => {
    const today = deps.clock.today()
    const found = await lockEntries(
      tx,
      asked.map((a) => a.entryId),
    )
    const knows: Knows = {
      definition,
      who,
      today,
      tree: await loadTree(tx, today),
      posts: await postsThere(
        tx,
        definition,
        asked.map((a) => a.data),
      ),
    }
    const changed: Written[] = []
    const verdicts = asked.map((one): Verdict<Entry> => {
      const entry = found.get(one.entryId)
      if (!entry || entry.register !== definition.name) return refused({ code: 'entry.unknown', text: words.unknownEntry(definition.words.one) })
      const data = laidUpon(entry.data, one.data)
      const refusals = whyNot(knows, entry, data, one)
      if (refusals.length > 0) return refused(...refusals)
      if (changedFields(definition, entry.data, data).length > 0) changed.push({ entry, data, ownerId: definition.owner(data), title: definition.title(data) })
      return granted(entry)
    })
    const written = await write(tx, deps, definition, changed, who)
    return verdicts.map((verdict) => (verdict.ok ? granted(written.get(verdict.value.id) ?? verdict.value) : verdict))
  })

interface Knows {
  readonly definition: AnyDefinition
  readonly who: Who
  readonly today: Day
  readonly tree: Tree
  /** The posts that are there, of those that are named. */
  readonly posts: ReadonlySet<string>
}

const whyNot = ({ definition, who, today, tree, posts }: Knows, entry: Entry, after: EntryData, { seen, data }: WriteFreeFields): readonly Refusal[] => {
  const refusals: Refusal[] = seen === entry.version ? [] : [{ code: 'entry.conflict', text: words.conflict }]
  const subject = subjectOf(entry, tree)
  refusals.push(...writeHindrances(definition, entry, who, subject, today), ...steeredFields(definition, entry.data, after))
  // Nobody writes over what they may not read.
  for (const [field, section] of Object.entries(hiddenFields(definition, subject, who, today)))
    if (Object.hasOwn(data, field)) refusals.push(...may(who, 'see', { ...subject, secrecy: section }, today).map((r) => ({ ...r, field })))
  const read = readData(definition, after, today)
  return [...refusals, ...(read.ok ? referenceProblems(definition, data, tree, posts) : read.refusals)]
}

/** An entry as it stood, and what it becomes. */
interface Written {
  readonly entry: Entry
  readonly data: EntryData
  readonly ownerId: string | null
  readonly title: string
}

const write = async (tx: Tx, deps: Deps, definition: AnyDefinition, changed: readonly Written[], who: Who): Promise<ReadonlyMap<string, Entry>> => {
  if (changed.length === 0) return new Map()
  const kept = changed.map(({ entry, data, ownerId }) => ({ ...entry, ownerId, data, before: entry.data }))
  const days = await keepAllDeadlines(tx, deps, definition, kept, null)
  const after = changed.map(({ entry, ...becomes }): Entry => ({ ...entry, ...becomes, due: days.get(entry.id) ?? null, version: entry.version + 1 }))
  const column = <T>(of: (entry: Entry) => T): T[] => after.map(of)
  await sql`
    update entry set data = w.data, owner_id = w.owner_id, due = w.due, version = w.version
      from unnest(${column((e) => e.id)}::uuid[], ${column((e) => JSON.stringify(e.data))}::jsonb[], ${column((e) => e.ownerId)}::uuid[],
                  ${column((e) => e.due)}::date[], ${column((e) => e.version)}::int[]) w (id, data, owner_id, due, version)
     where entry.id = w.id`.execute(tx)
  const renamed = changed.filter(({ entry, title }) => title !== entry.title)
  if (renamed.length > 0)
    await sql`update thing set title = w.title from unnest(${renamed.map((r) => r.entry.id)}::uuid[], ${renamed.map((r) => r.title)}::text[]) w (id, title)
               where thing.id = w.id`.execute(tx)
  const told = { act: 'write', comment: null, day: deps.clock.today(), person_id: who.personId, clause_id: null }
  const events = after.map((e) => ({ id: deps.ids.next(), entry_id: e.id, from_state: e.state, to_state: e.state, ...told }))
  await tx.insertInto('entry_event').values(events).execute()
  await announceDone(
    tx,
    deps,
    definition,
    who.personId,
    changed.map(({ entry, data, ownerId }, i) => ({ entryId: entry.id, eventId: events[i]?.id ?? '', before: entry, after: { ownerId, data } })),
  )
  return new Map(after.map((e) => [e.id, e]))
}
