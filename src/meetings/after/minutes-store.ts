import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'

export type Wording = Readonly<Record<string, string>>

/** A signature to the exact text that has the digest. */
export interface Signature {
  readonly personId: string
  readonly name: string
  readonly role: 'chair' | 'adjuster'
  readonly digest: string
  readonly on: Day
}

/** The minutes of a meeting as they stand. `digest` in hexadecimal; null while the text is a draft. */
export interface Minutes {
  readonly meetingId: string
  readonly version: number
  readonly state: 'draft' | 'frozen' | 'adjusted'
  readonly wording: Wording
  readonly text: unknown
  readonly digest: string | null
  readonly frozenOn: Day | null
  readonly adjusted: Day | null
  /** Those to the text that stands now. */
  readonly signatures: readonly Signature[]
  /** Those to an earlier text, which has been taken back since: they count no more. */
  readonly outdated: readonly Signature[]
}

/** The minutes; where nothing has been written yet, an empty draft of version 0. */
export const loadMinutes = async (store: Store | Tx, meetingId: string): Promise<Minutes> => {
  const row = await store.selectFrom('minutes').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst()
  if (!row)
    return { meetingId, version: 0, state: 'draft', wording: {}, text: null, digest: null, frozenOn: null, adjusted: null, signatures: [], outdated: [] }
  const digest = row.digest?.toString('hex') ?? null
  const signed = await store
    .selectFrom('minutes_signature')
    .innerJoin('person', 'person.id', 'minutes_signature.person_id')
    .select(['person_id', 'role', 'digest', 'signed_on', 'given_name', 'family_name'])
    .where('meeting_id', '=', meetingId)
    .orderBy('signed_at')
    .execute()
  const signatures = signed.map(
    (s): Signature => ({
      personId: s.person_id,
      name: `${s.given_name} ${s.family_name}`,
      role: s.role,
      digest: s.digest.toString('hex'),
      on: s.signed_on as Day,
    }),
  )
  return {
    meetingId,
    version: row.version,
    state: row.state,
    wording: row.wording,
    text: row.text,
    digest,
    frozenOn: row.frozen_on as Day | null,
    adjusted: row.adjusted as Day | null,
    signatures: signatures.filter((s) => s.digest === digest),
    outdated: signatures.filter((s) => s.digest !== digest),
  }
}
