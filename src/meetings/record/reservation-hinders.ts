import type { Refusal } from '../../kernel/refusal.ts'
import { reservation } from '../../rulebook/voting/reservation.ts'
import { words } from '../words.ts'
import type { ItemRecord, MeetingRecord } from './record.ts'

/**
 * Why a member may not reserve against the decision in an item: only one who took part in it, when it is made, while the meeting goes
 * on (KL 4:27). Whether one who abstained in the vote took part is disputed: the municipality's rules of procedure say.
 */
export const reservationHinders = (record: Pick<MeetingRecord, 'state' | 'variants'>, item: ItemRecord, personId: string): readonly Refusal[] => {
  if (item.state === 'waiting' || item.state === 'open') return [{ code: 'reservation.early', law: 'KL 4:27', text: words.reservationEarly }]
  if (record.state !== 'open') return []
  const abstained = item.votes.findLast((v) => v.state === 'closed' && !v.secret)?.ballots.some((b) => b.personId === personId && b.choice === 'abstain')
  const tookPart = !item.participants.some((p) => p.personId === personId) ? 'no' : abstained ? 'abstained' : 'yes'
  const ruled = reservation({ tookPart, notified: '00:00', meetingEnds: null }, record.variants)
  return ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'personIds' }))
}
