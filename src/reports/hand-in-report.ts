import { type Deps, type Tx, transact } from '../database/transact.ts'
import { announce } from '../jobs/happening.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { askedKind } from './ask-for-report.ts'
import { type ReportInput, reportProblems, type Stance } from './report.ts'
import { words } from './words.ts'

export interface HandInReport extends ReportInput {
  readonly entryId: string
  readonly id?: string
  /** Historic documents are taken as they were written: what continues may lack an owner, and shows as a gap. */
  readonly asWritten?: boolean
}

/**
 * Hands in a report on an entry: performs the entry's act that needs such a report, writes the report with what continues,
 * links it on the thread and sets the dates that owners have taken on. Every problem at once; nothing is written if any.
 */
export const handInReport = async (deps: Deps, who: Who, input: HandInReport): Promise<Verdict<{ readonly id: string }>> => {
  const problems = reportProblems(input, deps.clock.today(), { strict: !input.asWritten })
  if (problems.length > 0) return refused(...problems)
  return transact(deps, { actor: actorOf(who), act: 'hand in report' }, (tx) => write(tx, deps, who, input))
}

const write = async (tx: Tx, deps: Deps, who: Who, input: HandInReport): Promise<Verdict<{ readonly id: string }>> => {
  const entry = await loadEntry(tx, input.entryId)
  const definition = entry && definitionOf(entry.register)
  if (!entry || !definition) return refused({ code: 'report.subject', text: words.noReportAct })
  const need = input.kind === 'final' ? 'final_report' : 'report'
  const acts = Object.entries(definition.lifecycle.acts).filter(([, act]) => act.needs === need)
  const [actName] = acts.find(([, act]) => act.from.includes(entry.state)) ?? acts[0] ?? []
  if (!actName) return refused({ code: 'report.subject', text: words.noReportAct })
  if (input.kind === 'final') {
    const unfinished = await partsIn(tx, entry.id, statesBefore(definition, actName))
    if (unfinished.length > 0) return refused({ code: 'report.parts', text: words.unreportedParts(unfinished) })
  }
  const done = await actOnEntry(tx, deps, definition, { entryId: entry.id, act: actName, who, doing: { by: need } })
  if (!done.ok) return done
  await closeAsked(tx, deps, entry.id)
  const id = input.id ?? deps.ids.next()
  const today = deps.clock.today()
  const title = words.reportOn(input.kind, entry.title).sv
  await tx
    .insertInto('thing')
    .values({ id, kind: 'report', register: null, number: null, title, node_id: entry.nodeId, day: today, secrecy: entry.secrecy })
    .execute()
  await tx
    .insertInto('report')
    .values({
      id,
      subject_id: entry.id,
      kind: input.kind,
      stance: input.stance as Stance,
      period: input.period || null,
      text: input.text.trim(),
      post_id: who.posts[0]?.postId ?? null,
      person_id: who.personId,
      clause_id: null,
      comment: null,
    })
    .execute()
  await tx.insertInto('link').values({ id: deps.ids.next(), from_id: entry.id, to_id: id, kind: 'reported_by' }).execute()
  for (const [i, item] of input.continuation.entries()) {
    const no = i + 1
    await tx
      .insertInto('continuation')
      .values({
        id: deps.ids.next(),
        report_id: id,
        no,
        what: item.what.trim(),
        node_id: item.nodeId ?? null,
        post_id: item.postId ?? null,
        due: item.due ?? null,
        dropped: item.dropped?.trim() || null,
        done_on: null,
      })
      .execute()
    if (item.due)
      await keepDate(tx, deps, {
        reportId: id,
        no,
        what: item.what,
        due: item.due,
        nodeId: item.nodeId ?? entry.ownerId ?? entry.nodeId,
        postId: item.postId ?? null,
        askedBy: entry.nodeId,
      })
  }
  await announce(tx, deps, who.personId, { what: 'reported', reportId: id })
  return granted({ id })
}

/** The earliest report that somebody has asked for is thereby handed in, and the entry's next day is counted anew. */
const closeAsked = async (tx: Tx, deps: Deps, entryId: string): Promise<void> => {
  const open = tx.selectFrom('deadline').where('thing_id', '=', entryId).where('done_on', 'is', null).orderBy('due').limit(1)
  const asked = await open.select('id').where('kind', '=', askedKind).executeTakeFirst()
  if (!asked) return
  await tx.updateTable('deadline').set({ done_on: deps.clock.today() }).where('id', '=', asked.id).execute()
  const next = await open.select('due').executeTakeFirst()
  await tx
    .updateTable('entry')
    .set((eb) => ({ due: next?.due ?? null, version: eb('version', '+', 1) }))
    .where('id', '=', entryId)
    .execute()
}

/** The open states that an entry leaves by its final report, or has before it. */
const statesBefore = ({ lifecycle }: AnyDefinition, finalAct: string): readonly string[] =>
  Object.entries(lifecycle.states).flatMap(([name, state]) => (state.open && name !== lifecycle.acts[finalAct]?.to ? [name] : []))

/** Titles of the entry's parts that are in one of the states. */
const partsIn = async (tx: Tx, entryId: string, states: readonly string[]): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .select('thing.title')
    .where('parent_id', '=', entryId)
    .where('state', 'in', states)
    .execute()
  return rows.map((r) => r.title)
}

interface KeptDate {
  readonly reportId: string
  readonly no: number
  readonly what: string
  readonly due: string
  readonly nodeId: string
  readonly postId: string | null
  readonly askedBy: string
}

/** Puts a continuation on its owner's list of dates. */
export const keepDate = async (tx: Tx, deps: Deps, { reportId, no, what, due, nodeId, postId, askedBy }: KeptDate): Promise<void> => {
  const label = words.continuationDue(what)
  await tx
    .insertInto('deadline')
    .values({
      id: deps.ids.next(),
      thing_id: reportId,
      kind: `continuation:${no}`,
      label_sv: label.sv,
      label_en: label.en,
      due,
      node_id: nodeId,
      post_id: postId,
      asked_by: askedBy,
      source: null,
      done_on: null,
    })
    .execute()
}
