import { seesSecretsOf } from '../../access/visible.ts'
import type { Deps } from '../../database/transact.ts'
import { findThing, titleOf } from '../../decisions/lookup.ts'
import { refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadTree } from '../../organisation/tree.ts'
import { proposalOfCase } from '../before/proposal-of-case.ts'
import { readClauses } from '../debate/read-clauses.ts'
import type { ItemKind } from '../record/record.ts'
import { asksPreparation } from '../preparation/item-preparation.ts'
import { words } from '../words.ts'
import { addItem } from './add-item.ts'
import { noProposal } from './proposal.ts'

export interface AddAtMeeting {
  readonly id: string
  readonly meetingId: string
  readonly title: string
  readonly kind: ItemKind
  /** The number of its case as somebody typed it; '' where it has none. */
  readonly caseNumber: string
  /** Whose proposal it is, and its clauses as they are typed, one a line; left empty they are those of the case's paper. */
  readonly from: string
  readonly clauses: string
  /** Has it been prepared as the law demands (KL 5:26–28)? */
  readonly prepared: boolean
}

/**
 * Puts an item on the agenda of a meeting that is in session: it was not announced, and is taken up only when the meeting has so decided
 * (KL 5:52 for the council).
 */
export const addAtMeeting = async (deps: Deps, who: Who, input: AddAtMeeting): Promise<Verdict<{ readonly id: string }>> => {
  const { id, meetingId, kind, from, prepared } = input
  const tree = await loadTree(deps.store, deps.clock.today())
  const typed = input.caseNumber.trim()
  const caseId = typed === '' ? null : await findThing(deps.store, ['case'], typed, seesSecretsOf(who, tree, deps.clock.today()))
  if (typed !== '' && caseId === null) return refused({ code: 'item.case', field: 'case', text: words.unknownCase })
  const clauses = readClauses(input.clauses).map((clause, i) => ({ ...clause, no: i + 1 }))
  const prepare = clauses.length === 0 && caseId ? await proposalOfCase(deps.store, caseId) : null
  const title = input.title.trim() || (caseId ? await titleOf(deps.store, caseId) : '')
  return addItem(deps, who, {
    id,
    meetingId,
    caseId,
    title,
    kind,
    announced: false,
    // What is said at the meeting holds; unsaid, the case tells, and what decides nothing need not be prepared.
    ...(caseId && !prepared ? {} : { prepared: prepared || !asksPreparation(kind) }),
    proposal: prepare ?? { ...noProposal, from: from.trim(), clauses },
  })
}
