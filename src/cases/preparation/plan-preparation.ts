import type { Deps } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { chainProblems, type StepKind } from '../../rulebook/preparation-chain.ts'
import { type ActOptions, actOnCase } from '../act.ts'
import { closedHinders } from '../case.ts'
import { met, owe } from '../../registers/owed.ts'
import { loadSteps } from './preparation-store.ts'
import { words } from './words.ts'

export interface Plan {
  readonly caseId: string
  readonly steps: readonly { readonly kind: StepKind; readonly nodeId: string; readonly due: Day | null }[]
  /** Why the case need not be prepared (KL 5:29–33); '' where it must. */
  readonly exempt: string
}

/**
 * Plans the chain that a case passes, or plans it anew from where it stands: what is done stays, what has not begun is replaced, and
 * the first step that is not done opens.
 */
export const planPreparation = (deps: Deps, who: Who, plan: Plan, options: ActOptions = {}): Promise<Verdict<null>> =>
  actOnCase(deps, who, { caseId: plan.caseId, act: 'plan preparation', options, rules: closedHinders }, async (tx, found) => {
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const before = await loadSteps(tx, found.id)
    const done = before.filter((step) => step.state === 'done' || step.state === 'returned')
    const planned = plan.steps.map((step) => ({ kind: step.kind, nodeKind: tree.get(step.nodeId)?.kind ?? null, due: step.due }))
    const passed = done.filter((step) => step.state === 'done').map((step) => ({ kind: step.kind, nodeKind: tree.get(step.nodeId)?.kind ?? null, due: null }))
    const wrong = chainProblems([...passed, ...planned], options.bySystem ? ('1900-01-01' as Day) : today, plan.exempt.trim() !== '').map((refusal) => ({
      ...refusal,
      field: `step.${Math.max(1, Number(refusal.field?.slice('step.'.length)) - passed.length)}`,
    }))
    if (wrong.length > 0) return refused(...wrong)
    for (const step of before.filter((s) => s.state === 'open')) await met(tx, found.id, `step ${step.no}`, today)
    await tx.deleteFrom('preparation_step').where('case_id', '=', found.id).where('state', 'in', ['waiting', 'open']).execute()
    const first = (done.at(-1)?.no ?? 0) + 1
    for (const [i, step] of plan.steps.entries()) {
      const no = first + i
      const told = {
        kind: step.kind,
        node_id: step.nodeId,
        due: step.due,
        state: i === 0 ? ('open' as const) : ('waiting' as const),
        note: null,
        done_on: null,
      }
      await tx
        .insertInto('preparation_step')
        .values({ id: deps.ids.next(), case_id: found.id, no, ...told })
        .execute()
      if (i === 0 && step.due) {
        await owe(tx, deps, { thingId: found.id, kind: `step ${no}`, words: words.owes[step.kind], due: step.due, nodeId: step.nodeId, askedBy: found.nodeId })
      }
    }
    if (plan.exempt.trim() !== '') {
      await tx
        .insertInto('case_event')
        .values({ id: deps.ids.next(), case_id: found.id, day: today, text: words.exemptNoted(plan.exempt.trim()).sv })
        .execute()
    }
    return granted(null)
  })
