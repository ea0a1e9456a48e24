import type { Choice } from '../record/fact.ts'
import type { VoteResult } from '../record/record.ts'

interface Count {
  readonly ballots: readonly { readonly personId: string; readonly choice: Choice }[]
  readonly seats: number
  /** Members and serving substitutes there when the vote was opened. */
  readonly present: number
  /** Who presides: whose side a tie falls to (KL 5:55). */
  readonly chairId: string | null
  /** In elections and employment a tie is settled by lot, and ballots are closed (KL 5:55–56). */
  readonly election: boolean
  /** Tabling or referral in the council, where a third of those present is enough the first time (KL 5:50): on which side it stands. */
  readonly minority: { readonly side: 'yes' | 'no'; readonly used: boolean } | null
}

const of = (ballots: Count['ballots'], choice: Choice): number => ballots.filter((b) => b.choice === choice).length

/**
 * Counts an open vote: the larger of the votes cast, abstentions aside; a tie by the chair's side, or by lot in an election. `tie`
 * is left where nobody has settled it yet: the chair abstained (and must then vote, KL 4:25), or a lot is to be drawn.
 */
export const countVote = ({ ballots, seats, present, chairId, election, minority }: Count): VoteResult => {
  const [yes, no, abstain] = [of(ballots, 'yes'), of(ballots, 'no'), of(ballots, 'abstain')]
  const tally = { yes, no, abstain, absent: Math.max(0, seats - yes - no - abstain), present }
  if (minority && !minority.used && !election) {
    const asking = minority.side === 'yes' ? yes : no
    const against = minority.side === 'yes' ? no : yes
    if (asking <= against && asking >= Math.ceil(present / 3) && asking > 0) return { ...tally, outcome: 'minority', settledBy: 'minority' }
  }
  if (yes !== no) return { ...tally, outcome: yes > no ? 'yes' : 'no', settledBy: 'majority' }
  if (election) return { ...tally, outcome: 'tie', settledBy: 'none' }
  const chair = ballots.find((b) => b.personId === chairId)?.choice
  return chair === 'yes' || chair === 'no' ? { ...tally, outcome: chair, settledBy: 'chair' } : { ...tally, outcome: 'tie', settledBy: 'none' }
}

/** Counts the urn of a closed vote. 'abstain' is a blank. Between candidates the one with most is chosen; between yes and no as usual. */
export const countUrn = (
  urn: readonly string[],
  { seats, present, candidates }: { readonly seats: number; readonly present: number; readonly candidates?: readonly string[] | undefined },
): VoteResult => {
  const held = (text: string): number => urn.filter((b) => b === text).length
  const abstain = held('abstain')
  const base = { abstain, absent: Math.max(0, seats - urn.length), present, urn: [...urn] }
  if (!candidates) {
    const [yes, no] = [held('yes'), held('no')]
    return { ...base, yes, no, outcome: yes === no ? 'tie' : yes > no ? 'yes' : 'no', settledBy: yes === no ? 'none' : 'majority' }
  }
  const counts = candidates.map((name) => ({ name, votes: held(name) })).toSorted((a, b) => b.votes - a.votes)
  const [first, second] = counts
  const tie = first === undefined || first.votes === (second?.votes ?? -1)
  const all = { ...base, yes: first?.votes ?? 0, no: urn.length - abstain - (first?.votes ?? 0) }
  return tie || !first ? { ...all, outcome: 'tie', settledBy: 'none' } : { ...all, outcome: 'yes', settledBy: 'majority', chosen: first.name }
}
