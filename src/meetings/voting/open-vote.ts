import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, type MeetingActOptions, openItem, whileSitting } from '../act.ts'
import { quorumNow, takingPart } from '../attendance/there.ts'
import { listNames, roundAtHand } from '../election/round.ts'
import type { VoteWay } from '../record/fact.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { words } from '../words.ts'
import { nextStep, openVoteOf } from './procedure.ts'
import { meaningOf } from './sentences.ts'

export interface OpenVote {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  /** Elections: 'slips' in an urn in the room, else from devices. */
  readonly way: VoteWay
  /** May a ballot be changed until the vote is closed? Open votes only; a municipality's own choice, yes when nothing is said. */
  readonly changeable?: boolean
  /** In an election: between whom. Then the vote needs no finding before it, and is always closed. */
  readonly candidates?: readonly string[]
}

/**
 * Opens a vote: on what the practice says stands against what (KL 5:54), with yes and no told; between candidates in an election.
 * Elections vote by closed ballots, from devices or on slips, everything else openly (KL 5:55). On slips one may write another name, so that
 * one candidate is enough. Slips for lists are counted where the lists are. Who may vote is settled now: those who take part.
 */
export const openVote = (deps: Deps, who: Who, input: OpenVote, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { ...input, act: 'open vote' },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const between = pairOf(record, item.value, input)
      if (!between)
        return refused(
          fewCandidates(item.value, input)
            ? { code: 'vote.candidates', field: 'candidates', text: input.way === 'slips' ? words.candidateNeeded : words.candidatesNeeded }
            : { code: 'vote.not_next', text: words.notNext },
        )
      const quorum = quorumNow(record, item.value)
      const hinders = [...whileSitting(record), ...(quorum.ok ? [] : quorum.refusals)]
      if (hinders.length > 0) return refused(...hinders)
      const secret = item.value.kind === 'election'
      const way = wayOf(item.value, input.way)
      if (!way) return refused({ code: 'vote.way', field: 'way', law: 'KL 5:55', text: words.wayNeeded })
      const changeable = !secret && (input.changeable ?? true)
      const { aboutId, ...told } = between
      const voters = takingPart(record, item.value).map((p) => p.personId)
      return granted({
        facts: [
          {
            kind: 'vote_opened' as const,
            itemId: item.value.id,
            aboutId,
            data: { ...told, secret, way, changeable },
          },
        ],
        after: async (tx) => {
          await tx.insertInto('vote').values({ id: input.id, meeting_id: record.id, item_id: item.value.id, secret, changeable }).execute()
          await tx
            .insertInto('voter')
            .values(voters.map((person_id) => ({ vote_id: input.id, person_id })))
            .execute()
          return granted(null)
        },
      })
    },
    options,
  )

/** The candidates, each once. */
const namesOf = (candidates: readonly string[]): readonly string[] => [...new Set(candidates.map((c) => c.trim()).filter(Boolean))]

/** How many must be proposed: two to choose between, or one where others may be written in. */
const fewest = (way: VoteWay): number => (way === 'slips' ? 1 : 2)

/** The way as the item takes it; null for slips where the vote is open. An election's is closed: from devices where slips are not asked for. */
const wayOf = (item: ItemRecord, way: VoteWay): VoteWay | null => {
  if (item.kind !== 'election') return way === 'slips' ? null : way
  return way === 'slips' && !roundAtHand(item) ? 'slips' : 'device'
}

/** Is what is missing that there are not enough to choose between? */
const fewCandidates = (item: ItemRecord, { candidates, way }: Pick<OpenVote, 'candidates' | 'way'>): boolean =>
  candidates !== undefined && item.kind === 'election' && !openVoteOf(item) && !roundAtHand(item) && namesOf(candidates).length < fewest(way)

const pairOf = (record: MeetingRecord, item: ItemRecord, { candidates, way }: Pick<OpenVote, 'candidates' | 'way'>) => {
  if (openVoteOf(item)) return null
  const round = roundAtHand(item)
  if (round) {
    // Between the lists handed in: what the urn holds goes into the count.
    const names = listNames(round.lists)
    return round.ballots || names.length < 2 ? null : { aboutId: round.id, yes: 'proposal', no: 'reject', yesWords: '', noWords: '', candidates: [...names] }
  }
  if (item.kind === 'election' && candidates) {
    const names = namesOf(candidates)
    return names.length < fewest(way) ? null : { aboutId: null, yes: 'proposal', no: 'reject', yesWords: '', noWords: '', candidates: [...names] }
  }
  const step = nextStep(item)
  if (step.do !== 'open_vote') return null
  const { yes, no, question } = step
  return { aboutId: question.id, yes, no, yesWords: meaningOf(record, item, yes, question.points).sv, noWords: meaningOf(record, item, no, question.points).sv }
}
