import type { Secrets } from '../../access/visible.ts'
import { noProposal } from '../agenda/proposal.ts'
import type { ItemRecord, MeetingRecord } from './record.ts'

/** The item as anybody may know it: that there is one, with its number, and nothing of what it is about (OSL). */
const masked = (item: ItemRecord): ItemRecord => ({
  ...item,
  title: '',
  case: null,
  proposal: noProposal,
  listed: [],
  outcome: item.outcome && { outcome: item.outcome.outcome },
  conflicts: [],
  speakers: [],
  motions: [],
  oneByOne: null,
  orders: [],
  questions: [],
  votes: [],
  rounds: [],
  lots: [],
  elected: [],
  reservations: [],
  notes: [],
  statements: [],
  wouldHaveVoted: [],
  participants: [],
  decision: null,
  immediate: null,
})

/**
 * The record as somebody may see it: secret items only by their number, for those who may not read the body's secrets. Ballots of
 * a vote that is going on are nobody's to see but one's own (`me`), and the journal itself is kept for those who keep the meeting.
 */
export const seenBy = (record: MeetingRecord, secrets: Secrets, me: string | null = null): MeetingRecord => {
  const sees = secrets === 'all' || secrets.includes(record.body.id)
  return {
    ...record,
    journal: [],
    corrections: sees ? record.corrections : record.corrections.filter((c) => !record.items.some((i) => i.id === c.itemId && i.secrecy !== null)),
    serving: sees ? record.serving : record.serving.filter((s) => !record.items.some((i) => i.id === s.itemId && i.secrecy !== null)),
    items: record.items.map((item) => {
      if (item.secrecy !== null && !sees) return masked(item)
      return { ...item, votes: item.votes.map((vote) => (vote.state === 'open' ? { ...vote, ballots: vote.ballots.filter((b) => b.personId === me) } : vote)) }
    }),
  }
}

/** A meeting behind closed doors as others may know it while it goes on: when, where, why it is closed, and its agenda. */
export const behindDoors = (record: MeetingRecord): MeetingRecord => ({
  ...record,
  items: record.items.map((item) => ({ ...masked(item), title: item.title, case: item.case })),
})
