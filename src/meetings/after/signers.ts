import type { MeetingRecord } from '../record/record.ts'
import type { Minutes } from './minutes-store.ts'

/** One whose signature the minutes need, or who may sign in the place of one. */
export interface Signer {
  readonly personId: string
  readonly role: 'chair' | 'adjuster'
  readonly place: 'regular' | 'substitute'
}

/** Whoever presided last and those chosen to adjust (KL 5:69): all who presided answer for their part, so each of them signs. */
export const signersOf = (record: MeetingRecord): readonly Signer[] => {
  const chairs = [...new Set(record.presiding.map((held) => held.personId))]
  return [
    ...chairs.map((personId): Signer => ({ personId, role: 'chair', place: 'regular' })),
    ...record.adjusters.map((adjuster): Signer => ({ personId: adjuster.personId, role: 'adjuster', place: adjuster.place })),
  ]
}

/**
 * Have all signed that must? Every chair, and as many adjusters as were chosen as regular ones: a substitute signs in the place of one
 * who has not.
 */
export const allSigned = (record: MeetingRecord, { signatures }: Pick<Minutes, 'signatures'>): boolean => {
  const signers = signersOf(record)
  const signed = new Set(signatures.map((s) => `${s.role} ${s.personId}`))
  const chairs = signers.filter((s) => s.role === 'chair')
  const regular = signers.filter((s) => s.role === 'adjuster' && s.place === 'regular').length
  const adjusters = signers.filter((s) => s.role === 'adjuster' && signed.has(`adjuster ${s.personId}`)).length
  return chairs.length > 0 && chairs.every((s) => signed.has(`chair ${s.personId}`)) && adjusters >= regular
}
