import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions } from '../act.ts'
import { personName } from '../documents/telling.ts'
import { countOf } from '../voting/close-vote.ts'
import { countVote } from '../voting/count-vote.ts'
import { type Correcting, correctionFact, hindersCorrecting, writeOnDecision } from './correcting.ts'
import type { Choice, CorrectionTold, FactData } from './fact.ts'
import { correctionWords as words } from './correction-words.ts'
import type { ItemRecord, MeetingRecord, Vote, VoteResult } from './record.ts'

export interface CorrectBallot extends Correcting {
  readonly voteId: string
  readonly personId: string
  /** How the member in fact voted; absent: not at all. */
  readonly choice: Choice | 'absent'
}

/** An open vote that was taken to its end, with its item; of a closed one nobody knows whose ballot is which, so its count stands. */
const takenVote = (record: MeetingRecord, voteId: string): { readonly item: ItemRecord; readonly vote: Vote; readonly result: VoteResult } | null => {
  const item = record.items.find((i) => i.votes.some((v) => v.id === voteId))
  const vote = item?.votes.find((v) => v.id === voteId)
  return item && vote?.result && vote.state === 'closed' && !vote.secret ? { item, vote, result: vote.result } : null
}

/** The vote as it would have been, had the ballot been noted right. */
const recounted = (record: MeetingRecord, item: ItemRecord, vote: Vote, { personId, choice }: Pick<CorrectBallot, 'personId' | 'choice'>): VoteResult => {
  const others = vote.ballots.filter((b) => b.personId !== personId)
  return countVote(countOf(record, item, { ...vote, ballots: choice === 'absent' ? others : [...others, { personId, choice }] }))
}

/**
 * Corrects how somebody voted in an open vote that was counted wrong. The vote is counted again. Where it would have come out otherwise, what
 * the chair pronounced with the gavel stands all the same: it falls only by a new decision or a review of legality (KL 13:8), which whoever
 * corrects is told first, and the record, the decision and the minutes tell afterwards.
 */
export const correctBallot = (deps: Deps, who: Who, input: CorrectBallot, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'correct ballot' },
    async (record, tx) => {
      const taken = takenVote(record, input.voteId)
      const counted = taken && record.journal.findLast((f) => f.kind === 'vote_closed' && f.aboutId === taken.vote.id)
      if (!taken || counted?.kind !== 'vote_closed') return refused({ code: 'correction.unknown', text: words.unknown })
      const { item, vote, result } = taken
      const before = vote.ballots.find((b) => b.personId === input.personId)?.choice ?? 'absent'
      const again = recounted(record, item, vote, input)
      const differs = again.outcome !== result.outcome
      const refusals: Refusal[] = [
        ...(await hindersCorrecting(tx, record, item, input)),
        ...(vote.voters.includes(input.personId) ? [] : [{ code: 'correction.voter', field: 'person', law: 'KL 4:24', text: words.voter }]),
        ...(before === input.choice ? [{ code: 'correction.same', field: 'choice', text: words.same }] : []),
      ]
      if (refusals.length > 0) return refused(...refusals)
      if (differs && item.state === 'closed' && !input.stands) return refused(outcomeStands(again))
      if (differs && item.state !== 'closed') return refused({ code: 'correction.open', text: words.openItem, mend: words.openItemMend })
      const told = toldOf(record, input, before, result, again)
      return granted({
        facts: [correctionFact(record, item, counted.id, input, { data: dataOf(result, again, input, differs), told })],
        after: async (t) => {
          await writeOnDecision(t, deps, who, { record, item, input, told, clauseId: null })
          return granted(null)
        },
      })
    },
    options,
  )

const outcomeStands = (again: VoteResult): Refusal => ({
  code: 'correction.outcome',
  field: 'stands',
  law: 'KL 13:8',
  text: words.outcomeStands(again.yes, again.no, again.outcome),
  mend: words.standsMend,
})

/** The numbers are those of the new count; what was decided, and by what, stays as it was pronounced. */
const dataOf = (result: VoteResult, again: VoteResult, { personId, choice }: CorrectBallot, differs: boolean): Partial<FactData<'vote_closed'>> => {
  const { yes, no, abstain, absent } = again
  return {
    yes,
    no,
    abstain,
    absent,
    ...(differs ? {} : { settledBy: again.settledBy }),
    corrected: [...(result.corrected ?? []).filter((c) => c.personId !== personId), { personId, choice }],
    wouldBe: differs ? again.outcome : null,
  }
}

const toldOf = (
  record: MeetingRecord,
  { personId, choice }: CorrectBallot,
  before: Choice | 'absent',
  result: VoteResult,
  again: VoteResult,
): readonly CorrectionTold[] => [
  { what: words.ballotOf(personName(record, personId)), before: words.ballot[before].sv, after: words.ballot[choice].sv },
  ...(result.yes === again.yes && result.no === again.no
    ? []
    : [{ what: words.count, before: `${result.yes}–${result.no}`, after: `${again.yes}–${again.no}` }]),
]
