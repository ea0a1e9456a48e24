import type { Variants } from '../variants.ts'
import type { ElectionFacts } from './election-shapes.ts'

/** Ballots with the same label and the same names in the same order. `group` is its number, from 1 as they come. */
export interface BallotGroup {
  readonly group: number
  readonly label: string
  readonly names: readonly string[]
  votes: number
}

type Ballot = ElectionFacts['ballots'][number]
/** Why a ballot or a name on it does not count, by lag 2022:629 9–10 §§. */
export interface Uncounted {
  readonly why: 'not_closed' | 'form' | 'no_label' | 'ineligible' | 'struck' | 'unclear' | 'surplus'
  readonly label: string | null
  readonly name: string | null
  readonly count: number
}

const invalid = ({ fault, label }: Ballot): 'not_closed' | 'form' | 'no_label' | null => fault ?? (label === null || label.trim() === '' ? 'no_label' : null)

const namesOf = (ballot: Ballot, ineligible: ReadonlySet<string>, maxNames: number, asWritten: boolean, ignored: Uncounted[]): readonly string[] => {
  const names: string[] = []
  for (const [at, entry] of ballot.names.entries()) {
    const { name, struck = false, unclear = false } = typeof entry === 'string' ? { name: entry } : entry
    const why = struck
      ? 'struck'
      : unclear || names.includes(name)
        ? 'unclear'
        : ineligible.has(name)
          ? 'ineligible'
          : (asWritten ? at : names.length) >= maxNames
            ? 'surplus'
            : null
    if (why === null) names.push(name)
    else ignored.push({ why, label: ballot.label, name, count: ballot.count })
  }
  return names
}

/**
 * Counts the ballots: leaves out invalid ones (not closed, wrong form, no label: 9 §) and names that do not count (ineligible, struck,
 * unclear, and the last ones beyond what the election is of: 10 §), and puts together those with the same label and the same names in the same order (14 §). Equal lists under
 * different labels are different groups, and so are different lists under one label.
 */
export const groupBallots = (
  { seats, ballots, ineligible = [], maxNames = seats }: ElectionFacts,
  { surplusNames }: Pick<Variants, 'surplusNames'>,
): { readonly groups: readonly BallotGroup[]; readonly uncounted: readonly Uncounted[] } => {
  const barred = new Set(ineligible)
  const groups = new Map<string, BallotGroup>()
  const uncounted: Uncounted[] = []
  for (const ballot of ballots) {
    const why = invalid(ballot)
    if (why !== null || ballot.label === null) {
      uncounted.push({ why: why ?? 'no_label', label: ballot.label, name: null, count: ballot.count })
      continue
    }
    const names = namesOf(ballot, barred, maxNames, surplusNames === 'as_written', uncounted)
    const key = JSON.stringify([ballot.label, names])
    const known = groups.get(key)
    if (known) known.votes += ballot.count
    else groups.set(key, { group: groups.size + 1, label: ballot.label, names, votes: ballot.count })
  }
  return { groups: [...groups.values()], uncounted }
}
