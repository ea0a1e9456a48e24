import type { Refusal } from '../../kernel/refusal.ts'
import { reservation } from '../../rulebook/voting/reservation.ts'
import { words } from '../words.ts'
import type { ItemRecord, MeetingRecord } from './record.ts'

/**
 * Why a member may not reserve against the decision in an item: only one who took part in it, when it is made, while the meeting goes
 * on (KL 4:27). Whether one who abstained took part is disputed, and left to the chair.
 */
export const reservationHinders = (record: Pick<MeetingRecord, 'state'>, item: ItemRecord, personId: string): readonly Refusal[] => {
  if (item.state === 'waiting' || item.state === 'open') return [{ code: 'reservation.early', law: 'KL 4:27', text: words.reservationEarly }]
  if (record.state !== 'open') return []
  const tookPart = item.participants.some((p) => p.personId === personId) ? 'yes' : 'no'
  const ruled = reservation({ tookPart, notified: '00:00', meetingEnds: null }, { abstainerMayReserve: true })
  return ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'personIds' }))
}
