import type { Deps, Tx } from '../../database/transact.ts'
import { effectsOf } from '../../decisions/clause-effects.ts'
import type { DecisionInput } from '../../decisions/decision.ts'
import { registerDecision } from '../../decisions/register-decision.ts'
import type { Refusal, Verdict } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import type { ProposedClause } from '../agenda/proposal.ts'
import type { Alternative, ItemRecord, MeetingRecord } from '../record/record.ts'
import { mainAlternatives, nextStep } from '../voting/procedure.ts'
import { type Composed, composed } from './compose-decision.ts'

/** What would be decided if an alternative won: its clauses with what each brings about, and everything that hinders it. */
export interface Foreseen {
  readonly winner: Alternative
  readonly clauses: readonly (Composed & { readonly effect: Text | null })[]
  readonly hinders: readonly Refusal[]
}

/** The decision of an item as it is registered: its head, its clauses, and those whom the proposal or the clauses name as receivers. */
export const decisionOf = async (
  tx: Tx,
  record: MeetingRecord,
  item: ItemRecord,
  clauses: readonly ProposedClause[],
  id: string,
): Promise<DecisionInput & { readonly id: string }> => {
  const { receivers } = await effectsOf(tx, await loadTree(tx, record.day), record.day, record.body.id, clauses)
  const named = item.proposal.receivers
  return {
    id,
    bodyId: record.body.id,
    day: record.day,
    paragraph: item.paragraph ?? String(item.order),
    title: item.title,
    text: item.proposal.text,
    caseId: item.case?.id ?? null,
    adjusted: null,
    announced: null,
    delegation: null,
    secrecy: item.secrecy,
    clauses,
    dispatch: [
      ...named.map(({ nodeId, demandsAction, what, due }) => ({ receiverId: nodeId, demandsAction, what, due: due ?? null })),
      ...receivers
        .filter((r) => !named.some((n) => n.nodeId === r.nodeId))
        .map(({ nodeId, demandsAction, what, due }) => ({ receiverId: nodeId, demandsAction, what: what || null, due: due ?? null })),
    ],
  }
}

/** Undoes what was only tried. */
class Tried extends Error {
  readonly verdict: Verdict<unknown>
  constructor(verdict: Verdict<unknown>) {
    super('tried')
    this.verdict = verdict
  }
}

/** What registering the decision would be refused for: it is registered in a transaction that is undone, so that nothing else can differ. */
const hindersOf = async (deps: Deps, who: Who, record: MeetingRecord, item: ItemRecord, clauses: readonly ProposedClause[]): Promise<readonly Refusal[]> => {
  try {
    return await deps.store.transaction().execute(async (tx): Promise<never> => {
      const input = await decisionOf(tx, record, item, clauses, item.id)
      throw new Tried(await registerDecision({ ...deps, store: tx }, who, input, { bySystem: true }))
    })
  } catch (error) {
    if (!(error instanceof Tried)) throw error
    return error.verdict.ok ? [] : error.verdict.refusals
  }
}

/** Which alternatives can still become the decision, with the additions that would come with them. */
const possible = (item: ItemRecord): readonly { readonly winner: Alternative; readonly additions: readonly string[] }[] => {
  const step = nextStep(item)
  if (step.do === 'decide') return [{ winner: step.winner, additions: step.additions }]
  if (step.do === 'postpone') return []
  return mainAlternatives(item).map((winner) => ({ winner, additions: [] }))
}

/**
 * What the gavel would do in an open item, told before it falls. While more than one alternative stands, only those with clauses that do
 * something are tried.
 */
export const foresee = async (deps: Deps, who: Who, record: MeetingRecord, item: ItemRecord): Promise<readonly Foreseen[]> => {
  if (item.state !== 'open' || item.rounds.length > 0) return []
  const roads = possible(item).map(({ winner, additions }) => ({ winner, clauses: composed(item, winner, additions) }))
  const tried = roads.filter(({ clauses }) => clauses.length > 0 && (roads.length === 1 || clauses.some((c) => c.clause.kind !== 'note')))
  if (tried.length === 0) return []
  const tree = await loadTree(deps.store, record.day)
  const told: Foreseen[] = []
  for (const { winner, clauses } of tried) {
    const inputs = clauses.map((c) => c.clause)
    const { effects } = await effectsOf(deps.store, tree, record.day, record.body.id, inputs)
    told.push({
      winner,
      clauses: clauses.map((c, i) => ({ ...c, effect: c.clause.kind === 'note' ? null : (effects[i] ?? null) })),
      hinders: await hindersOf(deps, who, record, item, inputs),
    })
  }
  return told
}
