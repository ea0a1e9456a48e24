import type { ProposedClause } from '../agenda/proposal.ts'
import { electClauseOf, electing, electionClauses } from '../election/election-step.ts'
import type { Alternative, ItemRecord, Motion } from '../record/record.ts'
import { clausesStanding } from '../voting/parts.ts'
import { carriedInParts } from '../voting/procedure.ts'

/** A clause of what is decided, and whose it was: the prepared proposal's, a motion's by its id, or null where it follows from the vote. */
export interface Composed {
  readonly clause: ProposedClause
  readonly of: string | null
  /** Its number there. */
  readonly no: number
}

const from = (clauses: readonly ProposedClause[], of: string): readonly Composed[] => clauses.map((clause) => ({ clause, of, no: clause.no }))
const following = (clauses: readonly ProposedClause[]): readonly Composed[] => clauses.map((clause) => ({ clause, of: null, no: clause.no }))

/** The clauses with an amendment in place: those of the same number are replaced (by nothing where it strikes them out), others come after. */
const amended = (proposed: readonly Composed[], motion: Motion): readonly Composed[] => {
  const own = from(motion.clauses, motion.id)
  if (!motion.otherwiseApprove) return own
  const replaced = proposed.map((one) => own.find((c) => c.no === one.no) ?? one)
  return [...replaced, ...own.filter((c) => !proposed.some((one) => one.no === c.no))]
}

const inOrder = (clauses: readonly Composed[]): readonly Composed[] => clauses.map((one, i) => ({ ...one, clause: { ...one.clause, no: i + 1 } }))

/** Where the clauses were put one by one: what carried of each, and of whose. */
const byParts = (item: ItemRecord): readonly Composed[] =>
  clausesStanding(item, carriedInParts(item)).flatMap(({ point, of }) => {
    const clauses = of === 'proposal' ? item.proposal.clauses : (item.motions.find((m) => m.id === of)?.clauses ?? [])
    return from(clauses, of).filter((one) => one.no === point)
  })

/**
 * What was decided, as clauses with whose each was: the prepared proposal, or the amendment that won over it (with the proposal in other
 * respects, where that was moved), or its rejection, or what carried clause by clause (`points`); and the additions that were carried. Pure.
 */
export const composed = (item: ItemRecord, winner: Alternative, additions: readonly string[]): readonly Composed[] => {
  if (winner === 'elected') {
    if (item.rounds.length > 0) return following(electionClauses(item))
    const chosen = item.votes.findLast((v) => v.result?.chosen)?.result?.chosen
    const proposed = electClauseOf(item, 'members') ?? electClauseOf(item, 'substitutes')
    return chosen ? following([{ no: 1, ...electing(proposed, `välja ${chosen}`, { persons: chosen }) }]) : []
  }
  if (winner === 'reject') return following([{ no: 1, kind: 'reject', text: 'avslå förslaget', data: { proposal: item.title } }])
  const motion = item.motions.find((m) => m.id === winner)
  const proposed = from(item.proposal.clauses, 'proposal')
  const added = additions.flatMap((id) => from(item.motions.find((m) => m.id === id)?.clauses ?? [], id))
  return inOrder(
    [...(winner === 'points' ? byParts(item) : motion ? amended(proposed, motion) : proposed), ...added].filter((one) => one.clause.kind !== 'strike'),
  )
}

/** What was decided, as clauses. */
export const composeDecision = (item: ItemRecord, winner: Alternative, additions: readonly string[]): readonly ProposedClause[] =>
  composed(item, winner, additions).map((one) => one.clause)
