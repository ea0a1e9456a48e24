import type { Alternative, ItemRecord, Motion } from '../record/record.ts'
import { electionClauses } from '../election/election-step.ts'
import type { ProposedClause } from '../agenda/proposal.ts'

/** The clauses with an amendment in place: those of the same number are replaced, others come after. */
const amended = (clauses: readonly ProposedClause[], motion: Motion): readonly ProposedClause[] => {
  if (!motion.otherwiseApprove) return motion.clauses
  const replaced = clauses.map((clause) => motion.clauses.find((c) => c.no === clause.no) ?? clause)
  return [...replaced, ...motion.clauses.filter((c) => !clauses.some((clause) => clause.no === c.no))]
}

const inOrder = (clauses: readonly ProposedClause[]): readonly ProposedClause[] => clauses.map((clause, i) => ({ ...clause, no: i + 1 }))

/**
 * What was decided, as clauses: the prepared proposal, or the amendment that won over it (with the proposal in other respects, where
 * that was moved), or its rejection; and the additions that were carried. Pure.
 */
export const composeDecision = (
  item: Pick<ItemRecord, 'motions' | 'proposal' | 'title' | 'votes' | 'rounds'>,
  winner: Alternative,
  additions: readonly string[],
): readonly ProposedClause[] => {
  if (winner === 'elected') {
    if (item.rounds.length > 0) return electionClauses(item)
    const chosen = item.votes.findLast((v) => v.result?.chosen)?.result?.chosen
    return chosen ? [{ no: 1, kind: 'note', text: `välja ${chosen}`, data: {} }] : []
  }
  if (winner === 'reject') return [{ no: 1, kind: 'reject', text: 'avslå förslaget', data: { proposal: item.title } }]
  const motion = item.motions.find((m) => m.id === winner)
  const main = motion ? amended(item.proposal.clauses, motion) : item.proposal.clauses
  const added = additions.flatMap((id) => item.motions.find((m) => m.id === id)?.clauses ?? [])
  return inOrder([...main, ...added])
}
