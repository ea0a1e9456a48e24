import type { ProposedClause } from '../agenda/proposal.ts'
import type { ItemRecord } from '../record/record.ts'
import type { Step } from '../voting/procedure.ts'
import { type Counted, countRound, lotOf, type RoundOf } from './round.ts'
import { electionWords as words } from './words.ts'

/** What comes next in an item with a proportional election; null where there is none. */
export const electionStep = (item: Pick<ItemRecord, 'rounds' | 'votes'>): Step | null => {
  const round = item.rounds.at(-1)
  if (!round) return null
  const vote = item.votes.find((v) => v.state === 'open')
  if (vote) return { do: 'close_vote', vote }
  if (!round.ballots) return { do: 'count', round }
  const among = lotOf(item, round)
  return among ? { do: 'election_lot', round, among } : { do: 'decide', winner: 'elected', additions: [] }
}

type Unnumbered = Omit<ProposedClause, 'no'>

/**
 * The clauses of proportional elections: whom they elect to what, with the list that gave each the seat, and what is left vacant. Where
 * the item says to what body the election is (a proposed clause that elects), they give the places; else they are words.
 */
export const electionClauses = (item: Pick<ItemRecord, 'rounds' | 'proposal'>): readonly ProposedClause[] =>
  item.rounds
    .flatMap((round): readonly Unnumbered[] => {
      const counted = countRound(round)
      if (!counted) return []
      const { elected, steps, vacant } = counted.value
      const told = elected.map((name) => `${name} (${[...new Set(steps.filter((s) => s.name === name).map((s) => s.label))].join(', ')})`)
      const of = words.of(round.of).sv
      const left = `konstatera att ${vacant === 1 ? 'en plats' : `${vacant} platser`} för ${of} är vakant${vacant === 1 ? '' : 'a'}`
      return [
        ...(told.length > 0 ? [electing(electClauseOf(item, round.of), `till ${of} välja ${told.join(', ')}`, dataOf(counted))] : []),
        ...(vacant > 0 ? [{ kind: 'note', text: left, data: {} }] : []),
      ]
    })
    .map((clause, i) => ({ ...clause, no: i + 1 }))

/** The proposed clause that says what the item's election is to; none where it is free. */
export const electClauseOf = ({ proposal }: Pick<ItemRecord, 'proposal'>, of: RoundOf): ProposedClause | undefined =>
  proposal.clauses.find((c) => c.kind === 'elect' && (c.data['role'] === 'substitute') === (of === 'substitutes'))

/** The clause of an election that has been decided: as it was proposed with those elected, or words where it gives no place. */
export const electing = (proposed: ProposedClause | undefined, text: string, data: Readonly<Record<string, string>>): Unnumbered =>
  proposed ? { kind: 'elect', text, data: { ...proposed.data, ...data } } : { kind: 'note', text, data: {} }

/** Those elected, each with the list that gave the place first (lag 2022:629 22 §), and the lists with their ballots, most first. */
const dataOf = ({ value: { elected, steps, groups } }: Counted): { readonly persons: string; readonly lists: string } => {
  const most = new Map<string, number>()
  for (const { label, votes } of groups) most.set(label, Math.max(votes, most.get(label) ?? 0))
  return {
    persons: elected.map((name) => `${steps.find((s) => s.name === name)?.label ?? ''}: ${name}`).join('\n'),
    lists: [...most]
      .toSorted(([, a], [, b]) => b - a)
      .map(([label, votes]) => `${votes} ${label}`)
      .join('\n'),
  }
}
