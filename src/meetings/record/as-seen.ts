import { may } from '../../access/policy.ts'
import { seesSecretsOf } from '../../access/visible.ts'
import type { Tree } from '../../organisation/tree.ts'
import type { View } from '../../web/view.ts'
import type { MeetingRecord } from './record.ts'
import { behindDoors, seenBy } from './seen-by.ts'

type Reader = Pick<View, 'who' | 'today'>

/** As the reader may see it: secrets masked, and of a meeting behind closed doors only what its agenda tells. */
export const asSeen = (view: Reader, record: MeetingRecord, tree: Tree): MeetingRecord => {
  const masked = seenBy(record, seesSecretsOf(view.who, tree, view.today), view.who.personId)
  return mayFollow(view, record, tree) ? masked : behindDoors(masked)
}

/** May the reader follow the meeting while it goes on? */
export const mayFollow = (view: Reader, record: MeetingRecord, tree: Tree): boolean => {
  if (record.public || record.closedAt !== null) return true
  return may(view.who, 'see', { belongsTo: tree.chain(record.body.id), secrecy: 'KL 6:25' }, view.today).length === 0
}

/**
 * May the reader read the minutes? A draft is for those who keep the meeting and those who sit in it; when the text is adjusted it is
 * for everybody (TF 2:10, 2:12). What in it is secret is masked as everywhere else.
 */
export const mayReadMinutes = (view: View, record: MeetingRecord, tree: Tree): boolean =>
  record.adjusted !== null ||
  record.roster.some((seat) => seat.personId === view.who.personId) ||
  may(view.who, 'meeting.run', { belongsTo: tree.chain(record.body.id), secrecy: null }, view.today).length === 0
