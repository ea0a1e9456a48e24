import { mayDraft } from '../access/propose.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { isBody, loadTree, type Tree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { postsThere, referenceProblems } from './choices.ts'
import { createAllEntries } from './create-entry.ts'
import type { AnyDefinition, EntryData } from './define.ts'
import { dropDraft } from './draft-store.ts'
import type { Entry } from './entry.ts'
import { loadEntry } from './entry-store.ts'
import { words } from './words.ts'

export interface HandInEntry {
  /** Read by `readTyped` or `readData`. */
  readonly data: EntryData
  /** The body that it shall belong to. */
  readonly nodeId: string
  /** The identity that the form was given: handing in twice makes one entry. */
  readonly id: string
  /** The draft that goes when it is handed in. */
  readonly draft?: string
}

/** Law 1: why nobody makes an entry of a steering register by hand. */
export const createdByClause = (definition: AnyDefinition): readonly Refusal[] =>
  definition.steering ? [{ code: 'entry.needs_clause', text: words.createdByClause(definition.words.one), law: 'KL 5:1', mend: words.proposeClause }] : []

/** The bodies that this person may make entries for, by name. */
export const bodiesToWriteFor = (who: Who, tree: Tree) =>
  tree.nodes.filter((n) => isBody(n.kind) && may(who, 'entry.write', { belongsTo: tree.chain(n.id), secrecy: null }, tree.at).length === 0)

/** May this person write in any entry at all? Then a spreadsheet may be read in. */
export const mayWrite = (who: Who, today: Day): boolean =>
  who.posts.some((post) => may(who, 'entry.write', { belongsTo: post.chain, secrecy: null }, today).length === 0)

/** May this person begin an entry: draft the decision that makes one where it steers, else make it for some body? */
export const mayAdd = (definition: AnyDefinition, who: Who, tree: Tree): boolean =>
  definition.steering ? mayDraft(who, tree.at) : bodiesToWriteFor(who, tree).length > 0

/** A person makes an entry in a register that does not steer. Every reason against it at once; nothing is written if any. */
export const handInEntry = (deps: Deps, who: Who, definition: AnyDefinition, { draft, ...asked }: HandInEntry): Promise<Verdict<Entry>> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: create` }, async (tx) => {
    const [done] = await handIn(tx, deps, who, definition, [asked])
    if (done?.ok && draft && who.personId) await dropDraft(tx, who.personId, draft)
    return done ?? refused(...createdByClause(definition))
  })

/**
 * The same of many entries: what each came to, in their order. One that is refused hinders no other; whoever wants all or nothing undoes
 * the transaction. However many they are, the database is asked as many questions.
 */
export const handInAllEntries = (deps: Deps, who: Who, definition: AnyDefinition, asked: readonly HandInEntry[]): Promise<readonly Verdict<Entry>[]> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: create` }, (tx) => handIn(tx, deps, who, definition, asked))

const handIn = async (tx: Tx, deps: Deps, who: Who, definition: AnyDefinition, asked: readonly HandInEntry[]): Promise<readonly Verdict<Entry>[]> => {
  if (asked.length === 0) return []
  const today = deps.clock.today()
  const tree = await loadTree(tx, today)
  const posts = await postsThere(
    tx,
    definition,
    asked.map((one) => one.data),
  )
  const ids = asked.map((one) => one.id)
  const there = await tx.selectFrom('thing').select(['id', 'register']).where('id', 'in', ids).execute()
  const taken = new Map(there.map((thing) => [thing.id, thing.register]))
  const judged = asked.map(({ data, nodeId, id }): readonly Refusal[] => {
    const body = tree.get(nodeId)
    const problems = [...createdByClause(definition), ...referenceProblems(definition, data, tree, posts)]
    if (body && isBody(body.kind)) problems.push(...may(who, 'entry.write', { belongsTo: tree.chain(nodeId), secrecy: null }, today))
    else problems.push({ code: 'field.no_node', field: '_body', text: words.noSuchNode(definition.words.by) })
    if (problems.length === 0 && taken.has(id) && taken.get(id) !== definition.name) problems.push({ code: 'entry.id_taken', text: words.idTaken })
    return problems
  })
  const fresh = asked.filter((one, i) => judged[i]?.length === 0 && !taken.has(one.id))
  const made = await createAllEntries(
    tx,
    deps,
    definition,
    fresh.map(({ id, data, nodeId }) => ({ id, data, nodeId, day: today, clauseId: null, who })),
  )
  const byId = new Map(made.map((entry) => [entry.id, entry]))
  const verdicts: Verdict<Entry>[] = []
  for (const [i, { id }] of asked.entries()) {
    const problems = judged[i] ?? []
    // Handed in before: the same again.
    const entry = problems.length > 0 ? undefined : (byId.get(id) ?? (await loadEntry(tx, id)))
    verdicts.push(entry ? granted(entry) : refused(...problems))
  }
  return verdicts
}
