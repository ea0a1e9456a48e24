import { sql } from 'kysely'
import { may } from '../access/policy.ts'
import type { ActOptions } from '../cases/act.ts'
import { closedHinders, isSection } from '../cases/case.ts'
import { loadCase } from '../cases/case-store.ts'
import { refreshDecision } from '../contradictions/refresh.ts'
import { byClause, type Deps, transact, type Tx, violates } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import { ore } from '../kernel/amount.ts'
import { granted, type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Role, type Who } from '../kernel/who.ts'
import { isBody, loadTree, type OrgNode } from '../organisation/tree.ts'
import { daysHinder } from '../rulebook/deciding.ts'
import { delegationHinders } from '../rulebook/delegation.ts'
import { limitHinders } from '../rulebook/mandate.ts'
import { type DecisionInput, dispatchProblems, headProblems } from './decision.ts'
import type { DecisionHead } from './enactment.ts'
import { enactClause } from './enact-clause.ts'
import { enactments, isClauseKind } from './enactments.ts'
import { type Identified, insertDecision, insertDispatch } from './insert-decision.ts'
import { attempt } from './savepoint.ts'
import { urgentHinders } from './urgent.ts'
import { words } from './words.ts'

export interface RegisterOptions extends ActOptions {
  /** Draft to forget in the same transaction, so that a decision is never both registered and drafted. */
  readonly draft?: { readonly personId: string; readonly key: string }
}

/**
 * Registers a decision and lets every clause take effect, in one transaction. Refusals of the head, of every clause and of the
 * receivers are gathered at once, each with its field (clauses as 'clauses.2.finalReport'); nothing is written if there is any.
 * Two who register the same paragraph at once: the database lets one through, and the other is told so. A decision whose id is
 * already registered is granted as it is, so that a form sent twice does no harm.
 */
export const registerDecision = async (
  deps: Deps,
  who: Who,
  input: DecisionInput,
  options: RegisterOptions = {},
): Promise<Verdict<{ readonly id: string }>> => {
  const wrong = [...headProblems(input), ...(options.beside ?? [])]
  if (input.clauses.length === 0 && !options.beside?.length) wrong.push({ code: 'decision.clauses', field: 'clauses', text: words.noClauses })
  return transact(deps, { actor: actorFor(who, options), act: 'register decision' }, async (tx) => {
    const id = input.id ?? deps.ids.next()
    if (await exists(tx, id)) return granted({ id })
    try {
      return await attempt(tx, () => write(tx, deps, who, { ...input, id }, options, wrong))
    } catch (error) {
      if (!['decision_paragraph', 'thing_number', 'thing_pkey'].some((name) => violates(error, name))) throw error
      return (await exists(tx, id)) ? granted({ id }) : refused(taken(input))
    }
  })
}

const taken = ({ paragraph, day }: Pick<DecisionInput, 'paragraph' | 'day'>): Refusal => ({
  code: 'decision.paragraph_taken',
  field: 'paragraph',
  text: words.paragraphTaken(paragraph, day),
})

const exists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

const write = async (
  tx: Tx,
  deps: Deps,
  who: Who,
  input: Identified,
  options: RegisterOptions,
  already: readonly Refusal[],
): Promise<Verdict<{ readonly id: string }>> => {
  const today = deps.clock.today()
  const refusals = [...already]
  if (refusals.some((r) => r.code === 'decision.day')) return refused(...refusals)
  const tree = await loadTree(tx, input.day)
  const body = tree.get(input.bodyId)
  // Whoever loads a historic decision knows when its minutes were adjusted, though the day of loading stands at the decision's.
  refusals.push(
    ...(await bodyHinders(tx, input, body, today)).filter(
      (r) => !options.bySystem || !['decision.adjusted_future', 'decision.announced_future'].includes(r.code),
    ),
  )
  if (!options.bySystem) refusals.push(...may(who, 'decision.register', { belongsTo: (await loadTree(tx, today)).chain(input.bodyId), secrecy: null }, today))
  if (!body) return refused(...refusals)
  const post = await postOf(tx, input)
  refusals.push(...(await delegationOf(tx, input)), ...(await paragraphHinders(tx, input)))
  const found = input.caseId ? await loadCase(tx, input.caseId, { lock: true }) : null
  if (found === undefined) refusals.push({ code: 'decision.case', field: 'case', text: words.unknownCase })
  if (found) refusals.push(...closedHinders(found).map((r) => ({ ...r, field: 'case' })))
  const secrecy = input.secrecy ?? found?.secrecy ?? null
  if (input.secrecy && !isSection(input.secrecy))
    refusals.push({ code: 'decision.section', field: 'secrecy', law: 'OSL 5:5', text: words.sectionUnreadable(input.secrecy) })
  refusals.push(...dispatchProblems(input.dispatch, (nodeId) => tree.get(nodeId) !== undefined))
  // A taken paragraph is known to be refused by the constraint: the clauses are then judged as if it were free.
  const paragraph = refusals.some((r) => r.code === 'decision.paragraph_taken') ? `${input.paragraph} (${input.id})` : input.paragraph
  const head: DecisionHead = { id: input.id, body, postId: input.delegation?.postId ?? null, day: input.day, paragraph, secrecy }
  const hasCase = found ? found.id : null
  await insertDecision(tx, deps, input, { head, post, caseId: hasCase, mandateId: input.delegation?.mandateId ?? null })
  for (const [i, clause] of input.clauses.entries()) refusals.push(...(await enactClause(tx, deps, who, { head, tree, clause, no: i + 1 })))
  if (refusals.length > 0) return refused(...distinct(refusals))
  await insertDispatch(tx, deps, input, today)
  if (hasCase) await tx.updateTable('case_file').set({ state: 'decided' }).where('id', '=', hasCase).where('state', '=', 'open').execute()
  if (options.draft) await tx.deleteFrom('draft').where('person_id', '=', options.draft.personId).where('key', '=', options.draft.key).execute()
  await byClause(tx, null) // what is looked at afterwards is no effect of its last clause
  await refreshDecision(tx, deps, input.id)
  return granted({ id: input.id })
}

/** Each problem once: a value may break two checks that say the same. */
const distinct = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.filter((r, i) => refusals.findIndex((other) => other.field === r.field && other.code === r.code && other.text.sv === r.text.sv) === i)

const bodyHinders = async (tx: Tx, input: DecisionInput, body: OrgNode | undefined, today: Day): Promise<readonly Refusal[]> => {
  const row = await tx
    .selectFrom('node_version')
    .innerJoin('node', 'node.id', 'node_version.node_id')
    .select([sql<Day | null>`min(lower(valid))`.as('first'), sql<string | null>`min(node.kind)`.as('kind')])
    .where('node_id', '=', input.bodyId)
    .executeTakeFirst()
  if (!row?.first) return [{ code: 'decision.body', field: 'body', text: words.bodyNeeded }]
  if (body && !isBody(body.kind)) return [{ code: 'decision.body', field: 'body', text: words.notBody }]
  return daysHinder({ ...input, bodyFrom: row.first, bodyEnded: row.first <= input.day && !body }, today)
}

const postOf = async (tx: Tx, { delegation }: DecisionInput): Promise<string | null> => {
  if (!delegation) return null
  const row = await tx.selectFrom('post').select('title_sv').where('id', '=', delegation.postId).executeTakeFirst()
  return row?.title_sv ?? null
}

const delegationOf = async (tx: Tx, { delegation, bodyId, day, clauses }: DecisionInput): Promise<readonly Refusal[]> => {
  if (!delegation) return []
  const row = delegation.mandateId
    ? await tx
        .selectFrom('mandate')
        .innerJoin('thing', 'thing.id', 'mandate.id')
        .innerJoin('post', 'post.id', 'mandate.post_id')
        .select(['mandate.post_id', 'mandate.amount_limit', 'mandate.urgent', 'post.role', 'post.node_id as post_of', 'thing.node_id'])
        .select([sql<Day>`lower(mandate.valid)`.as('from'), sql<Day | null>`upper(mandate.valid)`.as('to')])
        .where('mandate.id', '=', delegation.mandateId)
        .executeTakeFirst()
    : undefined
  const mandate = row ? { postId: row.post_id, givenBy: row.node_id, from: row.from, to: row.to } : null
  // A post may hand its own mandate on (KL 7:6); what else a clause is barred from it is so for every post.
  const touches = [...new Set([...delegation.concerns, ...clauses.flatMap((c) => (isClauseKind(c.kind) ? (enactments[c.kind].barred ?? []) : []))])]
  // What another law keeps for the board is kept by that law; the rest is the ban on delegating, and whether it binds urgent decisions a variant.
  const banned = row?.urgent ? touches.filter((t) => t === 'other_law') : touches
  const because = delegation.urgentBecause?.trim() ?? ''
  const limit = row?.amount_limit ?? null
  return [
    ...delegationHinders({ postId: delegation.postId, bodyId, day, touches: banned }, mandate),
    ...limitHinders({ limit: limit === null ? null : ore(limit), amount: delegation.amount ?? null }),
    ...(row ? await urgentHinders(tx, { bodyId, day, because, touches, mandate: { urgent: row.urgent, role: row.role as Role, postOf: row.post_of } }) : []),
  ]
}

const paragraphHinders = async (tx: Tx, input: Identified): Promise<readonly Refusal[]> => {
  if (input.delegation) return []
  const row = await tx
    .selectFrom('decision')
    .select('id')
    .where('body_id', '=', input.bodyId)
    .where('day', '=', input.day)
    .where('paragraph', '=', input.paragraph.trim())
    .where('post_id', 'is', null)
    .executeTakeFirst()
  return row ? [taken(input)] : []
}
