import type { Refusal } from '../../kernel/refusal.ts'
import { reservation } from '../../rulebook/voting/reservation.ts'
import { awayFrom } from '../attendance/there.ts'
import { participantsAt } from '../attendance/attendance.ts'
import { words } from '../words.ts'
import type { ItemRecord, MeetingRecord, Question } from './record.ts'

type Part = 'yes' | 'abstained' | 'no'

/**
 * Why a member may not reserve against the decision in an item: only one who took part in it, when it is made, while the meeting goes
 * on (KL 4:27). Of clauses that were put by themselves: in deciding those. Whether one who abstained in the vote took part is disputed:
 * the municipality's rules of procedure say.
 */
export const reservationHinders = (
  record: Pick<MeetingRecord, 'state' | 'variants' | 'roster' | 'presence' | 'serving'>,
  item: ItemRecord,
  personId: string,
  points: readonly number[] = [],
): readonly Refusal[] => {
  if (item.state === 'waiting' || item.state === 'open') return [{ code: 'reservation.early', law: 'KL 4:27', text: words.reservationEarly }]
  if (record.state !== 'open') return []
  const parts: readonly Part[] = item.oneByOne === null ? [inWhole(item, personId)] : inQuestions(record, item, personId, points)
  // Against several clauses at once: one must have taken part in deciding each of them; against the decision, in some of it.
  const of = points.length > 0 ? (['no', 'abstained', 'yes'] as const) : (['yes', 'abstained', 'no'] as const)
  const tookPart = of.find((one) => parts.includes(one)) ?? 'no'
  const ruled = reservation({ tookPart, notified: '00:00', meetingEnds: null }, record.variants)
  return ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'personIds' }))
}

const inWhole = (item: ItemRecord, personId: string): Part => {
  if (!item.participants.some((p) => p.personId === personId)) return 'no'
  const last = item.votes.findLast((v) => v.state === 'closed' && !v.secret)
  return last?.ballots.some((b) => b.personId === personId && b.choice === 'abstain') ? 'abstained' : 'yes'
}

/** Where clauses were put one by one, whoever was there when each was decided took part in it. */
const inQuestions = (record: Parameters<typeof reservationHinders>[0], item: ItemRecord, personId: string, points: readonly number[]): readonly Part[] => {
  const asked = item.questions.filter((q) => q.points !== null && (points.length === 0 || q.points.some((no) => points.includes(no))))
  const ends = asked.filter((q, i) => asked.findLastIndex((other) => other.points?.join() === q.points?.join()) === i)
  return ends.map((q) => inQuestion(record, item, personId, q))
}

const inQuestion = (record: Parameters<typeof reservationHinders>[0], item: ItemRecord, personId: string, question: Question): Part => {
  const vote = item.votes.findLast((v) => v.questionId === question.id && v.state === 'closed')
  if (vote && !vote.secret) {
    const ballot = vote.ballots.find((b) => b.personId === personId)
    return ballot ? (ballot.choice === 'abstain' ? 'abstained' : 'yes') : 'no'
  }
  return participantsAt(record, question.at.no, awayFrom(item), item.id).some((p) => p.personId === personId) ? 'yes' : 'no'
}
