import { may } from '../../access/policy.ts'
import { type Deps, transact, type Tx } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { subjectOf } from '../../registers/subject.ts'
import type { ActOptions } from '../act.ts'
import { type Case, closedHinders } from '../case.ts'
import { loadCase } from '../case-store.ts'
import { words as caseWords } from '../words.ts'
import { met, owe } from '../../registers/owed.ts'
import { loadSteps, type Step } from './preparation-store.ts'
import { words } from './words.ts'

export interface PassOn {
  readonly caseId: string
  /** The step that the actor saw open: another one is a conflict. */
  readonly stepId: string
  readonly note: string
}

/** Those who keep the case may, and those who answer for the node that the step stands at. */
const hinders = async (tx: Tx, deps: Deps, who: Who, found: Case, step: Step, { bySystem }: ActOptions): Promise<readonly Refusal[]> => {
  const today = deps.clock.today()
  const tree = await loadTree(tx, today)
  const keeps = may(who, 'case.write', subjectOf(found, tree), today)
  const own = may(who, 'case.write', { belongsTo: tree.chain(step.nodeId), secrecy: found.secrecy }, today)
  return [...closedHinders(found), ...(bySystem || keeps.length === 0 || own.length === 0 ? [] : keeps)]
}

const open = async (
  deps: Deps,
  who: Who,
  act: string,
  { caseId, stepId }: PassOn,
  options: ActOptions,
  change: (tx: Tx, found: Case, step: Step, steps: readonly Step[]) => Promise<Verdict<null>>,
): Promise<Verdict<null>> =>
  transact(deps, { actor: actorFor(who, options), act }, async (tx) => {
    const found = await loadCase(tx, caseId, { lock: true })
    if (!found) return refused({ code: 'case.unknown', text: caseWords.unknownCase })
    const steps = await loadSteps(tx, caseId)
    const step = steps.find((s) => s.state === 'open')
    if (!step || step.id !== stepId) return refused({ code: 'preparation.moved', text: words.moved })
    const wrong = await hinders(tx, deps, who, found, step, options)
    return wrong.length > 0 ? refused(...wrong) : change(tx, found, step, steps)
  })

const finish = async (tx: Tx, deps: Deps, step: Step, caseId: string, state: 'done' | 'returned', note: string): Promise<void> => {
  const today = deps.clock.today()
  await tx
    .updateTable('preparation_step')
    .set({ state, note: note.trim() || null, done_on: today })
    .where('id', '=', step.id)
    .execute()
  await met(tx, caseId, `step ${step.no}`, today)
}

const begin = async (tx: Tx, deps: Deps, found: Case, step: Step): Promise<void> => {
  await tx.updateTable('preparation_step').set({ state: 'open' }).where('id', '=', step.id).execute()
  if (step.due)
    await owe(tx, deps, { thingId: found.id, kind: `step ${step.no}`, words: words.owes[step.kind], due: step.due, nodeId: step.nodeId, askedBy: found.nodeId })
}

/** The open step is done: the next one opens, and whoever it stands at finds it in their list. */
export const passOn = (deps: Deps, who: Who, input: PassOn, options: ActOptions = {}): Promise<Verdict<null>> =>
  open(deps, who, 'pass on', input, options, async (tx, found, step, steps) => {
    await finish(tx, deps, step, found.id, 'done', input.note)
    const next = steps.find((s) => s.state === 'waiting')
    if (next) await begin(tx, deps, found, next)
    return granted(null)
  })

/** The open step sends the case back to the one before, with a reason: both are to be done again. */
export const sendBack = (deps: Deps, who: Who, input: PassOn, options: ActOptions = {}): Promise<Verdict<null>> =>
  open(deps, who, 'send back', input, options, async (tx, found, step, steps) => {
    if (input.note.trim() === '') return refused({ code: 'preparation.reason', field: 'note', text: words.reasonNeeded })
    const before = steps.findLast((s) => s.no < step.no && s.state === 'done')
    if (!before) return refused({ code: 'preparation.first', text: words.firstStep })
    await finish(tx, deps, step, found.id, 'returned', input.note)
    const waiting = steps.filter((s) => s.state === 'waiting')
    await tx.deleteFrom('preparation_step').where('case_id', '=', found.id).where('state', '=', 'waiting').execute()
    const again = [before, step, ...waiting].map((s, i) => ({ ...s, id: deps.ids.next(), no: step.no + 1 + i }))
    for (const [i, s] of again.entries()) {
      const state = i === 0 ? ('open' as const) : ('waiting' as const)
      const due = i < 2 ? null : s.due
      await tx
        .insertInto('preparation_step')
        .values({ id: s.id, case_id: found.id, no: s.no, kind: s.kind, node_id: s.nodeId, due, state, note: null, done_on: null })
        .execute()
    }
    return granted(null)
  })
