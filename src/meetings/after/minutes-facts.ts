import type { MinutesFacts } from '../../rulebook/minutes/complete.ts'
import type { ItemRecord, MeetingRecord, Vote } from '../record/record.ts'

const ballotOf = (vote: Vote): MinutesFacts['items'][number]['ballots'][number] => {
  const { yes = 0, no = 0, abstain = 0 } = vote.result ?? {}
  return vote.secret
    ? { form: 'closed', yes, no, abstain, named: null }
    : { form: 'open', yes, no, abstain, named: vote.ballots.map(({ personId, choice }) => ({ who: personId, vote: choice })) }
}

const decisionOf = (item: ItemRecord): string | null => {
  if (item.decision) return item.decision.number
  if (item.elected.length > 0) return item.elected.map((person) => person.name).join(', ')
  const outcome = item.outcome?.outcome
  return outcome === 'noted' || outcome === 'tabled' || outcome === 'referred' ? outcome : null
}

/** Was anything decided in the item, so that the law asks how? Information is not. */
const decided = (item: ItemRecord): boolean => item.kind !== 'information' && item.state !== 'waiting'

const proposalsOf = (item: ItemRecord): readonly string[] => [
  ...(item.proposal.clauses.length > 0 || item.proposal.text !== '' ? ['proposal'] : []),
  ...item.motions.filter((motion) => motion.withdrawn === null).map((motion) => motion.id),
]

/** Was the one thing voted on whom to elect? Between candidates no proposition is put, and so there is no order of them to tell. */
const onlyElects = (item: ItemRecord): boolean => item.votes.length > 0 && item.votes.every((vote) => vote.candidates) && proposalsOf(item).length < 2

/** What the record of a meeting tells the law of minutes (KL 5:65–68): people by their ids, votes as they were cast. */
export const minutesFactsOf = (record: MeetingRecord): MinutesFacts => {
  const serving = record.serving.map((s) => s.personId)
  const there = record.presence.map((p) => p.personId)
  const members = record.roster.filter((seat) => seat.place === 'member' && there.includes(seat.personId)).map((seat) => seat.personId)
  const body = record.body.kind
  return {
    body: body === 'council' || body === 'executive_board' || body === 'committee' ? body : 'board',
    chair: record.presiding.at(-1)?.personId ?? null,
    served: [...new Set([...members, ...serving])],
    items: record.items.filter(decided).map((item) => ({
      item: item.paragraph ? `§ ${item.paragraph}` : item.title,
      proposals: [...proposalsOf(item)],
      order: item.orders.length > 0 || item.questions.length > 0 || onlyElects(item) ? 'told' : null,
      ballots: item.votes.filter((vote) => vote.state === 'closed' && vote.result !== null).map(ballotOf),
      decision: decisionOf(item),
      participants: item.participants.map((p) => p.personId),
      reservations: item.reservations.flatMap((r) => r.personIds),
    })),
    interpellations: record.items.filter((item) => item.kind === 'question').map((item) => item.title),
  }
}
