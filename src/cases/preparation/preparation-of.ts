import { may } from '../../access/policy.ts'
import type { Deps } from '../../database/transact.ts'
import type { Who } from '../../kernel/who.ts'
import type { Tree } from '../../organisation/tree.ts'
import { subjectOf } from '../../registers/subject.ts'
import type { Case } from '../case.ts'
import type { PreparationView } from './preparation-section.tsx'
import { loadReferrals, loadSteps } from './preparation-store.ts'

const keeps = (who: Who, nodeId: string, found: Case, tree: Tree): boolean =>
  may(who, 'case.write', { belongsTo: tree.chain(nodeId), secrecy: found.secrecy }, tree.at).length === 0

/** What the case's page shows of its preparation, as this reader may act on it. */
export const preparationOf = async (deps: Deps, who: Who, found: Case, tree: Tree): Promise<PreparationView> => {
  const [steps, referrals] = [await loadSteps(deps.store, found.id), await loadReferrals(deps.store, found.id)]
  const open = steps.find((step) => step.state === 'open')
  const mayPlan = found.state !== 'closed' && may(who, 'case.write', subjectOf(found, tree), tree.at).length === 0
  return {
    caseId: found.id,
    steps,
    referrals,
    tree,
    mayPlan,
    mayPass: found.state !== 'closed' && open !== undefined && (mayPlan || keeps(who, open.nodeId, found, tree)),
    mayAnswer: (referral) => mayPlan || keeps(who, referral.nodeId, found, tree),
  }
}
