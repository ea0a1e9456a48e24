import { type Deps, transact } from '../../database/transact.ts'
import type { Tx } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorFor, type Who } from '../../kernel/who.ts'
import type { MeetingActOptions } from '../act.ts'
import { loadRecord } from '../record/record-store.ts'
import type { MeetingRecord } from '../record/record.ts'
import { words as meetingWords } from '../words.ts'
import { dateDecisions } from './date-decisions.ts'
import { writeMinutes } from './edit-wording.ts'
import { loadMinutes } from './minutes-store.ts'
import { allSigned, signersOf } from './signers.ts'
import { words } from './words.ts'

export interface SignMinutes {
  readonly meetingId: string
  /** Who signs: oneself; loaders of historic meetings say whom. */
  readonly personId: string
  /** The digest of the text that was read: another text is not signed. */
  readonly digest: string
}

/**
 * Signs the frozen text: those who presided and those chosen to adjust, to the digest that they read. The last signature adjusts the
 * minutes, and with them every decision of the meeting, on that day (KL 5:69).
 */
export const signMinutes = (
  deps: Deps,
  who: Who,
  { meetingId, personId, digest }: SignMinutes,
  options: MeetingActOptions = {},
): Promise<Verdict<{ readonly adjusted: boolean }>> =>
  transact(deps, { actor: actorFor(who, options), act: 'minutes: sign' }, async (tx) => {
    const record = await loadRecord(tx, meetingId, { lock: true })
    if (!record) return refused({ code: 'meeting.unknown', text: meetingWords.unknownMeeting })
    const minutes = await loadMinutes(tx, meetingId)
    const signer = signersOf(record).find((s) => s.personId === personId)
    if (!signer || (!options.bySystem && who.personId !== personId)) return refused({ code: 'minutes.signer', law: 'KL 5:69', text: words.notSigner })
    if (minutes.state !== 'frozen') return refused({ code: 'minutes.not_frozen', text: minutes.state === 'adjusted' ? words.adjustedAlready : words.notFrozen })
    if (minutes.digest !== digest) return refused({ code: 'minutes.other_text', text: words.otherText })
    const roles = [
      ...new Set(
        signersOf(record)
          .filter((s) => s.personId === personId)
          .map((s) => s.role),
      ),
    ]
    const [role = signer.role] = roles
    await tx
      .insertInto('minutes_signature')
      .values({
        id: deps.ids.next(),
        meeting_id: meetingId,
        person_id: personId,
        role,
        digest: Buffer.from(digest, 'hex'),
        signed_on: deps.clock.today(),
        signed_at: deps.clock.now(),
      })
      .onConflict((oc) => oc.columns(['meeting_id', 'person_id', 'digest']).doNothing())
      .execute()
    const after = await loadMinutes(tx, meetingId)
    if (!allSigned(record, after)) return granted({ adjusted: false })
    await adjust(tx, deps, record, after.version)
    return granted({ adjusted: true })
  })

const adjust = async (tx: Tx, deps: Deps, record: MeetingRecord, version: number): Promise<void> => {
  const today = deps.clock.today()
  await writeMinutes(tx, { meetingId: record.id, version }, { state: 'adjusted', adjusted: today })
  await tx.updateTable('meeting').set({ state: 'adjusted', adjusted: today }).where('id', '=', record.id).execute()
  await dateDecisions(tx, record.id, { adjusted: today })
}
