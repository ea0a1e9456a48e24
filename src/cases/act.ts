import { may } from '../access/policy.ts'
import { type Deps, transact, type Tx } from '../database/transact.ts'
import { type Refusal, refused, type Verdict } from '../kernel/refusal.ts'
import { actorFor, type Who } from '../kernel/who.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import type { Case } from './case.ts'
import { loadCase } from './case-store.ts'
import { words } from './words.ts'

/** `bySystem`: the loader of historic documents acts, who holds no post; nothing but the policy is skipped. */
export interface ActOptions {
  readonly bySystem?: boolean
  /** What is known to be wrong already, of fields that could not be read: told together with everything else, and nothing is written. */
  readonly beside?: readonly Refusal[]
}

/**
 * Runs an act on one case: loads and locks it, asks the policy (case.write), gathers that with the rules' own refusals, and
 * lets `change` write only when nothing hinders.
 */
export const actOnCase = async <T>(
  deps: Deps,
  who: Who,
  {
    caseId,
    act,
    options,
    rules,
  }: { readonly caseId: string; readonly act: string; readonly options: ActOptions; readonly rules: (found: Case) => readonly Refusal[] },
  change: (tx: Tx, found: Case) => Promise<Verdict<T>>,
): Promise<Verdict<T>> =>
  transact(deps, { actor: actorFor(who, options), act }, async (tx) => {
    const found = await loadCase(tx, caseId, { lock: true })
    if (!found) return refused({ code: 'case.unknown', text: words.unknownCase })
    const today = deps.clock.today()
    const tree = await loadTree(tx, today)
    const refusals = [...(options.bySystem ? [] : may(who, 'case.write', subjectOf(found, tree), today)), ...rules(found), ...(options.beside ?? [])]
    return refusals.length > 0 ? refused(...refusals) : change(tx, found)
  })
