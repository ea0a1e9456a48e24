import type { Refusal } from '../../kernel/refusal.ts'
import { words } from '../words.ts'
import type { ItemRecord, MeetingRecord } from './record.ts'

/** Why a member may not reserve against the decision in an item: only one who took part in it, while the meeting goes on (KL 4:27). */
export const reservationHinders = (record: Pick<MeetingRecord, 'state'>, item: ItemRecord, personId: string, name: string): readonly Refusal[] => [
  ...(item.state === 'closed' || item.state === 'referred' || item.state === 'tabled'
    ? []
    : [{ code: 'reservation.early', law: 'KL 4:27', text: words.reservationEarly }]),
  ...(record.state === 'open' && item.state !== 'open' && !item.participants.some((p) => p.personId === personId)
    ? [{ code: 'reservation.no_part', field: 'personIds', law: 'KL 4:27', text: words.reservationPart(name) }]
    : []),
]
