import { type Deps, transact } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { may } from '../rulebook/policy.ts'
import { loadTree, type Tree } from '../organisation/tree.ts'
import { createEntry } from '../registers/create-entry.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import type { Entry } from '../registers/entry.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { words } from './words.ts'

/** A part of an assignment: who does it, what is to be done, and when it is reported to whoever holds the whole. */
export interface PartInput {
  readonly id?: string
  readonly title: string
  readonly deliverable: string
  readonly nodeId: string
  readonly finalReport: Day
  /** The post that answers for the part. */
  readonly responsible?: string
}

/** The recipient's organisation, and that of every body which carries the assignment out together with it. */
export const unitsOf = (whole: Entry, tree: Tree): readonly string[] =>
  [whole.ownerId ?? whole.nodeId, ...((whole.data['coRecipients'] as readonly string[] | undefined) ?? [])].flatMap((id) => tree.below(id))

/** Everything that is wrong with a part: empty words, a node outside the recipient's organisation, a day after the whole's. */
export const partProblems = (whole: Entry, part: PartInput, tree: Tree, today: Day): readonly Refusal[] => {
  const problems: Refusal[] = []
  const last = String(whole.data['finalReport'] ?? '')
  if (part.title.trim() === '') problems.push({ code: 'part.title', field: 'title', text: words.partTitle })
  if (part.deliverable.trim() === '') problems.push({ code: 'part.deliverable', field: 'deliverable', text: words.partDeliverable })
  if (!unitsOf(whole, tree).includes(part.nodeId)) problems.push({ code: 'part.node', field: 'nodeId', text: words.partNode })
  if (part.finalReport < today || part.finalReport > last) problems.push({ code: 'part.day', field: 'finalReport', text: words.partDay(last) })
  if (whole.state !== 'accepted') problems.push({ code: 'part.state', text: words.partState })
  if (whole.parentId !== null) problems.push({ code: 'part.depth', text: words.partDepth })
  return problems
}

/**
 * Splits off a part of an assignment, within the mandate of whoever carries it out: the part carries the clause of the whole,
 * so law 1 holds without a new decision.
 */
export const splitAssignment = async (deps: Deps, who: Who, wholeId: string, part: PartInput): Promise<Verdict<Entry>> =>
  transact(deps, { actor: actorOf(who), act: 'split assignment' }, async (tx) => {
    const today = deps.clock.today()
    const whole = await loadEntry(tx, wholeId, { lock: true })
    if (!whole || whole.register !== assignment.name) return refused({ code: 'part.whole', text: words.partState })
    const tree = await loadTree(tx, today)
    const problems = [...may(who, 'entry.carry_out', subjectOf(whole, tree), today), ...partProblems(whole, part, tree, today)]
    if (problems.length > 0) return refused(...problems)
    const data = { ...whole.data, title: part.title.trim(), deliverable: part.deliverable.trim(), recipient: part.nodeId, finalReport: part.finalReport }
    for (const field of ['interimReport', 'coRecipients', 'responsible', 'resources', 'financing']) delete (data as Record<string, unknown>)[field]
    if (part.responsible) (data as Record<string, unknown>)['responsible'] = part.responsible
    return granted(
      await createEntry(tx, deps, assignment, {
        data,
        nodeId: whole.ownerId ?? whole.nodeId,
        day: today,
        clauseId: whole.clauseId,
        parentId: whole.id,
        who,
        ...(part.id ? { id: part.id } : {}),
      }),
    )
  })
