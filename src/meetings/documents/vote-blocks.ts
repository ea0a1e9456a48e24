import type { Block } from '../../documents/doc.ts'
import type { Choice } from '../record/fact.ts'
import type { ItemRecord, Vote } from '../record/record.ts'
import { seatOf } from '../attendance/there.ts'
import { isListVote } from '../election/round.ts'
import { namesIn } from '../voting/count-vote.ts'
import { outcomeOf } from '../voting/explain-vote.ts'
import { meaningOf, pointsOf } from '../voting/sentences.ts'
import { hemicycle } from './hemicycle.ts'
import { teller, type Telling } from './telling.ts'
import { words as meetingWords } from '../words.ts'
import { docWords as words } from './words.ts'

/** The votes of an item that were taken to their end; not those between lists, whose count is told as an election. */
export const takenVotes = (item: Pick<ItemRecord, 'votes' | 'rounds'>): readonly Vote[] =>
  item.votes.filter((vote) => vote.state === 'closed' && vote.result !== null && !isListVote(item, vote))

const order: Record<Choice, number> = { yes: 0, no: 1, abstain: 2 }

/**
 * A vote as the minutes tell it: what yes and no stood for, the outcome and, in an open vote alone, how each voted (KL 5:67). A
 * closed vote tells nobody's ballot, also were it in the record.
 */
export const voteBlocks = (telling: Telling, item: ItemRecord, vote: Vote, number: number | null, picture: boolean): readonly Block[] => {
  const { record } = telling
  const t = teller(telling)
  const { result } = vote
  if (!result) return []
  const outcome = outcomeOf(record, item, vote)
  const settled = { chair: words.castingVote, lot: words.byLot, minority: words.byMinority, majority: null, none: null }[result.settledBy]
  const points = pointsOf(item, vote)
  const meaning: readonly Block[] = vote.candidates
    ? [
        ...(vote.way === 'slips' ? [{ kind: 'paragraph' as const, text: t(words.onSlips) }] : []),
        { kind: 'list', items: gotOf(telling, vote.candidates, result) },
      ]
    : [{ kind: 'list', items: [t(words.yesFor(t(meaningOf(record, item, vote.yes, points)))), t(words.noFor(t(meaningOf(record, item, vote.no, points))))] }]
  return [
    { kind: 'heading', text: t(words.vote(number)) },
    ...meaning,
    { kind: 'paragraph', text: [outcome ? t(outcome) : '', settled ? t(settled) : ''].filter(Boolean).join(' ') },
    ...(picture && !vote.candidates ? [half(telling, result)] : []),
    ...(vote.secret ? [{ kind: 'paragraph' as const, tone: 'quiet' as const, text: t(words.closedVote) }] : [named(telling, vote)]),
  ]
}

/** What each got in a closed vote between candidates, with blank and invalid ballots where there are any. */
const gotOf = (telling: Telling, candidates: readonly string[], { urn = [], abstain, invalid = [] }: NonNullable<Vote['result']>): string[] => {
  const t = teller(telling)
  return [
    ...namesIn(candidates, urn).map((name) => t(words.votesFor(name, urn.filter((b) => b === name).length))),
    ...(abstain > 0 ? [t(words.blankVotes(abstain))] : []),
    ...invalid.map(({ why, count }) => t(words.invalidVotes(count, meetingWords.slipFault[why]))),
  ]
}

const half = (telling: Telling, { yes, no, abstain, absent }: NonNullable<Vote['result']>): Block => {
  const t = teller(telling)
  const figures = (['yes', 'no', 'abstain', 'absent'] as const).map((kind) => `${{ yes, no, abstain, absent }[kind]} ${t(words.choices[kind])}`)
  return { kind: 'figure', svg: hemicycle({ yes, no, abstain, absent }), alt: t(words.hemicycle(yes, no, abstain, absent)), caption: figures.join(', ') }
}

const named = (telling: Telling, vote: Vote): Block => {
  const { record } = telling
  const t = teller(telling)
  const place = (id: string): number => record.roster.findIndex((seat) => seat.personId === id)
  const ballots = vote.ballots.toSorted((a, b) => order[a.choice] - order[b.choice] || place(a.personId) - place(b.personId))
  const count = (choice: Choice): number => ballots.filter((b) => b.choice === choice).length
  return {
    kind: 'table',
    caption: t(words.howVoted),
    columns: [
      { head: t(words.name), share: 3 },
      { head: t(words.party), share: 1 },
      { head: t(words.ballot), share: ballots.some((b) => b.reason) ? 3 : 1 },
    ],
    rows: [
      ...ballots.map((b) => ({
        cells: [record.names[b.personId] ?? '–', seatOf(record, b.personId)?.party ?? '', [t(words.choice(b.choice)), b.reason].filter(Boolean).join(': ')],
      })),
      {
        kind: 'sum',
        cells: [
          t(words.sum),
          '',
          (['yes', 'no', 'abstain'] as const)
            .filter((c) => count(c) > 0)
            .map((c) => `${count(c)} ${t(words.choices[c])}`)
            .join(', '),
        ],
      },
    ],
  }
}
