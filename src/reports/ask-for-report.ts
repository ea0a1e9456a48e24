import { may } from '../rulebook/policy.ts'
import { type Deps, transact } from '../database/transact.ts'
import { announce } from '../jobs/happening.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { subjectOf } from '../registers/subject.ts'
import { words } from './words.ts'

/** A report that somebody asks for beside those that the register's own dates demand: a tertial report, an account after the end. */
export interface AskForReport {
  readonly entryId: string
  readonly what: string
  readonly due: string
  /** The node that asks, whose people read it. */
  readonly askedBy: string
}

/** Kind of the dates that are asked for by somebody; closed when a report is handed in. */
export const askedKind = 'asked'

/** Asks for a report by a day. Those who follow the entry may; law 4: it says who asks. */
export const askForReport = async (
  deps: Deps,
  who: Who,
  { entryId, what, due, askedBy }: AskForReport,
  { bySystem = false }: { readonly bySystem?: boolean } = {},
): Promise<Verdict<null>> =>
  transact(deps, { actor: bySystem ? 'system:demonstration' : actorOf(who), act: 'ask for report' }, async (tx) => {
    const today = deps.clock.today()
    const entry = await loadEntry(tx, entryId, { lock: true })
    if (!entry) return refused({ code: 'report.subject', text: words.noReportAct })
    const tree = await loadTree(tx, today)
    const problems = bySystem ? [] : [...may(who, 'entry.follow', subjectOf(entry, tree), today)]
    if (what.trim() === '') problems.push({ code: 'ask.what', field: 'what', text: words.askWhat })
    if (!isDay(due) || (!bySystem && due < today)) problems.push({ code: 'ask.due', field: 'due', text: words.askDay })
    if (problems.length > 0) return refused(...problems)
    const row = {
      thing_id: entryId,
      kind: askedKind,
      label_sv: what.trim(),
      label_en: what.trim(),
      due,
      node_id: entry.ownerId ?? entry.nodeId,
      post_id: null,
      asked_by: askedBy,
      source: null,
      done_on: null,
    }
    const made = await tx
      .insertInto('deadline')
      .values({ id: deps.ids.next(), ...row })
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return refused({ code: 'ask.twice', field: 'due', text: words.askTwice })
    await tx
      .updateTable('entry')
      .set((eb) => ({ due: entry.due !== null && entry.due < due ? entry.due : (due as Day), version: eb('version', '+', 1) }))
      .where('id', '=', entryId)
      .execute()
    await announce(tx, deps, who.personId, { what: 'asked', deadlineId: made.id })
    return granted(null)
  })
