import { postponement } from '../../rulebook/voting/postponement.ts'
import { vote } from '../../rulebook/voting/vote.ts'
import type { Variants } from '../../rulebook/variants.ts'
import type { Choice } from '../record/fact.ts'
import type { VoteResult } from '../record/record.ts'

interface Count {
  readonly ballots: readonly { readonly personId: string; readonly choice: Choice }[]
  readonly seats: number
  /** Members and serving substitutes there when the vote was opened. */
  readonly present: number
  /** Who presides: whose side a tie falls to (KL 5:56). */
  readonly chairId: string | null
  /** Tabling or referral in the council, where a third of those present is enough the first time (KL 5:50): on which side it stands. */
  readonly minority: { readonly side: 'yes' | 'no'; readonly used: boolean; readonly variants: Pick<Variants, 'postponementClass'> } | null
}

const of = (ballots: Count['ballots'], choice: Choice): number => ballots.filter((b) => b.choice === choice).length
const other = (side: 'yes' | 'no'): 'yes' | 'no' => (side === 'yes' ? 'no' : 'yes')

/**
 * Counts an open vote by the rulebook: the larger of the votes cast, abstentions aside, a tie by the chair's side; tabling and referral
 * in the council by their own rule. `tie` is left where the chair abstained, and must then vote (KL 4:25).
 */
export const countVote = ({ ballots, seats, present, chairId, minority }: Count): VoteResult => {
  const [yes, no, abstain] = [of(ballots, 'yes'), of(ballots, 'no'), of(ballots, 'abstain')]
  const tally = { yes, no, abstain, absent: Math.max(0, seats - yes - no - abstain), present }
  const chair = ballots.find((b) => b.personId === chairId)?.choice ?? 'absent'
  if (minority) return postponed(tally, chair, minority)
  const { value } = vote({ subject: 'ordinary', yes, no, abstain, chair })
  return value?.winner ? { ...tally, outcome: value.winner, settledBy: value.by ?? 'majority' } : { ...tally, outcome: 'tie', settledBy: 'none' }
}

const postponed = (
  tally: Pick<VoteResult, 'yes' | 'no' | 'abstain' | 'absent' | 'present'>,
  chair: Choice | 'absent',
  { side, used, variants }: NonNullable<Count['minority']>,
): VoteResult => {
  const chairSide = chair === 'yes' || chair === 'no' ? (side === 'yes' ? chair : other(chair)) : chair
  const { value } = postponement(
    { body: 'council', item: 'ordinary', usedMinority: used, present: tally.present, for: tally[side], against: tally[other(side)], chair: chairSide },
    variants,
  )
  if (!value || value.status === 'casting_vote') return { ...tally, outcome: 'tie', settledBy: 'none' }
  if (value.by === 'minority') return { ...tally, outcome: 'minority', settledBy: 'minority' }
  return { ...tally, outcome: value.status === 'postponed' ? side : other(side), settledBy: value.by === 'chair' ? 'chair' : 'majority' }
}

interface Urn {
  readonly seats: number
  readonly present: number
  readonly candidates?: readonly string[] | undefined
  /** Slips that do not count: whoever left one has voted, for nobody. */
  readonly invalid?: readonly NonNullable<VoteResult['invalid']>[number][]
}

/** Those who got votes, or could have: the candidates, and others written on slips. */
export const namesIn = (candidates: readonly string[], urn: readonly string[]): readonly string[] => [
  ...new Set([...candidates, ...urn.filter((b) => b !== 'abstain')]),
]

/** Counts the urn of a closed vote. 'abstain' is a blank. Between candidates the one with most is chosen; between yes and no as usual. */
export const countUrn = (urn: readonly string[], { seats, present, candidates, invalid = [] }: Urn): VoteResult => {
  const held = (text: string): number => urn.filter((b) => b === text).length
  const abstain = held('abstain')
  const voted = invalid.reduce((sum, { count }) => sum + count, urn.length)
  const base = { abstain, absent: Math.max(0, seats - voted), present, urn: [...urn], ...(invalid.length > 0 ? { invalid: [...invalid] } : {}) }
  if (!candidates) {
    const [yes, no] = [held('yes'), held('no')]
    return { ...base, yes, no, outcome: yes === no ? 'tie' : yes > no ? 'yes' : 'no', settledBy: yes === no ? 'none' : 'majority' }
  }
  const counts = namesIn(candidates, urn)
    .map((name) => ({ name, votes: held(name) }))
    .toSorted((a, b) => b.votes - a.votes)
  const [first, second] = counts
  const tie = first === undefined || first.votes === (second?.votes ?? -1)
  const all = { ...base, yes: first?.votes ?? 0, no: urn.length - abstain - (first?.votes ?? 0) }
  return tie || !first ? { ...all, outcome: 'tie', settledBy: 'none' } : { ...all, outcome: 'yes', settledBy: 'majority', chosen: first.name }
}
