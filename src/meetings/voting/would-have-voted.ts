import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { wouldHaveVoted } from '../../rulebook/voting/would-have-voted.ts'
import { actAtMeeting, duringMeeting, type MeetingActOptions } from '../act.ts'
import { participantsAt, presentAt } from '../attendance/attendance.ts'
import { awayFrom, ruledAs } from '../attendance/there.ts'
import type { Alternative, ItemRecord, MeetingRecord } from '../record/record.ts'
import { words } from '../words.ts'
import { isListVote } from '../election/round.ts'

export interface NoteWouldHaveVoted {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly personId: string
  /** The vote, or where it was settled without one the question. */
  readonly aboutId: string
  /** What the person would have voted for: one of those that it was between, or to abstain. */
  readonly alternative: Alternative | 'abstain'
}

/** A settled question of an item: a vote that was taken, or what was found without one; and what it was between. */
export interface Settled {
  readonly id: string
  readonly no: number
  readonly alternatives: readonly Alternative[]
  readonly closedBallot: boolean
  /** Who could vote in it. */
  readonly voters: readonly string[]
  readonly points: readonly number[] | null
}

/** What has been settled in the item, in the order it was: votes that were taken, and questions whose finding nobody had voted on. */
export const settledIn = (record: Pick<MeetingRecord, 'roster' | 'presence' | 'serving' | 'variants'>, item: ItemRecord): readonly Settled[] => {
  const votes = item.votes
    .filter((vote) => vote.state === 'closed' && vote.result !== null && !isListVote(item, vote))
    .map((vote): Settled => {
      const points = item.questions.find((q) => q.id === vote.questionId)?.points ?? null
      const alternatives = vote.candidates ? [] : [vote.yes, vote.no]
      return { id: vote.id, no: vote.at.no, alternatives, closedBallot: vote.secret, voters: vote.voters, points }
    })
  const found = item.questions
    .filter((q) => q.found !== null && !q.voteRequested && q.alternatives.length > 0)
    .map((q): Settled => {
      const voters = participantsAt(record, q.at.no, awayFrom(item), item.id).map((p) => p.personId)
      const alternatives = q.alternatives.length === 1 && !q.alternatives.includes('reject') ? [...q.alternatives, 'reject'] : q.alternatives
      return { id: q.id, no: q.at.no, alternatives, closedBallot: false, voters, points: q.points }
    })
  return [...votes, ...found].toSorted((a, b) => a.no - b.no)
}

/** Those with a seat who were there when it was settled and had no vote in it. */
export const withoutVote = (record: MeetingRecord, item: ItemRecord, settled: Settled): readonly string[] =>
  presentAt(record, settled.no)
    .flatMap((p) => (p.seen ? [p.personId] : []))
    .filter((id) => record.roster.some((seat) => seat.personId === id) && !settled.voters.includes(id) && !awayFrom(item).has(id))

/** Why it is not noted of a person and an alternative: by the rule, or as it was between others, or is noted already. */
export const hindersWouldHaveVoted = (
  record: MeetingRecord,
  item: ItemRecord,
  settled: Settled,
  { personId, alternative }: Pick<NoteWouldHaveVoted, 'personId' | 'alternative'>,
): readonly Refusal[] => {
  const ruled = wouldHaveVoted(
    {
      body: ruledAs(record),
      hadVote: settled.voters.includes(personId),
      present: presentAt(record, settled.no).some((p) => p.seen && p.personId === personId),
      conflict: awayFrom(item).has(personId),
      closedBallot: settled.closedBallot,
    },
    record.variants,
  )
  return [
    ...(ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'personId' }))),
    ...(settled.closedBallot || alternative === 'abstain' || settled.alternatives.includes(alternative)
      ? []
      : [{ code: 'would_vote.alternative', field: 'for', text: words.wouldVoteFor }]),
    ...(item.wouldHaveVoted.some((w) => w.personId === personId && w.aboutId === settled.id)
      ? [{ code: 'would_vote.twice', field: 'personId', text: words.wouldVoteTwice }]
      : []),
  ]
}

/** Notes how somebody without vote would have voted in what the item has settled, until the meeting ends. It is never counted (processes C4). */
export const noteWouldHaveVoted = (deps: Deps, who: Who, input: NoteWouldHaveVoted, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'would have voted' },
    (record) => {
      const item = record.items.find((i) => i.id === input.itemId)
      if (!item) return refused({ code: 'item.unknown', text: words.unknownItem })
      const settled = settledIn(record, item).find((one) => one.id === input.aboutId)
      const refusals: readonly Refusal[] = [
        ...duringMeeting(record),
        ...(record.roster.some((seat) => seat.personId === input.personId) ? [] : [{ code: 'person.unknown', field: 'personId', text: words.notOnRoster }]),
        ...(settled ? hindersWouldHaveVoted(record, item, settled, input) : [{ code: 'would_vote.about', field: 'for', text: words.wouldVoteAbout }]),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const { itemId, personId, aboutId, alternative } = input
      return granted({ facts: [{ kind: 'would_have_voted', itemId, personId, aboutId, data: { alternative } }] })
    },
    options,
  )
