import { type Deps, transact } from '../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { isBody, loadTree, type Tree } from '../organisation/tree.ts'
import { may } from '../rulebook/policy.ts'
import { unknownReferences } from './choices.ts'
import { createEntry } from './create-entry.ts'
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

/** A person makes an entry in a register that does not steer. Every reason against it at once; nothing is written if any. */
export const handInEntry = (deps: Deps, who: Who, definition: AnyDefinition, { data, nodeId, id, draft }: HandInEntry): Promise<Verdict<Entry>> =>
  transact(deps, { actor: actorOf(who), act: `${definition.name}: create` }, async (tx) => {
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const body = tree.get(nodeId)
    const problems = [...createdByClause(definition), ...(await unknownReferences(tx, definition, data, tree))]
    if (body && isBody(body.kind)) problems.push(...may(who, 'entry.write', { belongsTo: tree.chain(nodeId), secrecy: null }, today))
    else problems.push({ code: 'field.no_node', field: '_body', text: words.noSuchNode(definition.words.by) })
    if (problems.length > 0) return refused(...problems)
    const already = await loadEntry(tx, id)
    if (already?.register === definition.name) return granted(already)
    if (await tx.selectFrom('thing').select('id').where('id', '=', id).executeTakeFirst()) return refused({ code: 'entry.id_taken', text: words.idTaken })
    const entry = await createEntry(tx, deps, definition, { id, data, nodeId, day: today, clauseId: null, who })
    if (draft && who.personId) await dropDraft(tx, who.personId, draft)
    return granted(entry)
  })
