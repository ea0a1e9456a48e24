import type { ProposedClause } from '../agenda/proposal.ts'
import type { ItemRecord } from '../record/record.ts'
import type { Step } from '../voting/procedure.ts'
import { countRound, lotOf } from './round.ts'
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

/** The clauses of proportional elections: whom they elect to what, with the list that gave each the seat, and what is left vacant. */
export const electionClauses = (item: Pick<ItemRecord, 'rounds'>): readonly ProposedClause[] =>
  item.rounds
    .flatMap((round): readonly string[] => {
      const counted = countRound(round)
      if (!counted) return []
      const { elected, steps, vacant } = counted.value
      const told = elected.map((name) => `${name} (${[...new Set(steps.filter((s) => s.name === name).map((s) => s.label))].join(', ')})`)
      const of = words.of(round.of).sv
      return [
        ...(told.length > 0 ? [`till ${of} välja ${told.join(', ')}`] : []),
        ...(vacant > 0 ? [`konstatera att ${vacant === 1 ? 'en plats' : `${vacant} platser`} för ${of} är vakant${vacant === 1 ? '' : 'a'}`] : []),
      ]
    })
    .map((text, i) => ({ no: i + 1, kind: 'note', text, data: {} }))
