import type { Tx } from '../../database/transact.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { conflictsOf, keepsAway, presenceOf } from '../attendance/attendance.ts'
import { readJournal } from '../record/journal.ts'
import { loadFacts, loadHead } from '../record/record-store.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { words } from '../words.ts'

/**
 * What has come in the way since a vote was opened, so that a voter does not vote now: away from the meeting, in conflict of interest in
 * the item, or without sound or picture where that is to be absent (KL 4:24, 5:16, 5:47, 6:30). What was voted before stands. Pure.
 */
export const votingHinders = (
  { presence, variants }: Pick<MeetingRecord, 'presence'> & { readonly variants: Pick<MeetingRecord['variants'], 'lostPictureIsAbsent'> },
  { conflicts }: Pick<ItemRecord, 'conflicts'>,
  personId: string,
): readonly Refusal[] => {
  const here = presence.findLast((p) => p.personId === personId && p.to === null)
  if (!here) return [{ code: 'vote.away', law: 'KL 4:24', text: words.voterAway }]
  if (conflicts.some((c) => c.personId === personId && keepsAway(c))) return [{ code: 'vote.conflict', law: 'KL 5:47, 6:30', text: words.voterConflict }]
  const lost = variants.lostPictureIsAbsent && here.lost.some((span) => span.to === null)
  return lost ? [{ code: 'vote.no_picture', law: 'KL 5:16', text: words.noPicture }] : []
}

/** The same, of one who votes from the own device: read from what the journal tells of that person alone, since a council votes all at once. */
export const hindersVoting = async (tx: Tx, vote: { readonly meeting_id: string; readonly item_id: string }, personId: string): Promise<readonly Refusal[]> => {
  const { journal } = readJournal(await loadFacts(tx, vote.meeting_id, personId))
  const theirs = journal.filter((f) => f.personId === personId)
  const conflicts = conflictsOf(theirs.filter((f) => f.itemId === vote.item_id))
  const presence = presenceOf(theirs)
  const hinders = (lostPictureIsAbsent: boolean) => votingHinders({ presence, variants: { lostPictureIsAbsent } }, { conflicts }, personId)
  const found = hinders(true)
  // How a lost picture is read is asked only where one is lost.
  return found.length === 0 || hinders(false).length > 0 ? found : hinders((await loadHead(tx, vote.meeting_id))?.variants.lostPictureIsAbsent ?? true)
}
