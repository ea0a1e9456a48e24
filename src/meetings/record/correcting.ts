import type { Tx } from '../../database/transact.ts'
import type { Deps } from '../../database/transact.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { loadMinutes } from '../after/minutes-store.ts'
import type { NewFact } from '../act.ts'
import { correctionWords as words } from './correction-words.ts'
import type { CorrectionTold } from './fact.ts'
import { adjustedOn, type ItemRecord, type MeetingRecord } from './record.ts'

/** What every correction tells beside what it corrects. */
export interface Correcting {
  readonly id: string
  readonly meetingId: string
  readonly why: string
  /** The error is plain to see: a slip of the pen, of counting or the like. Asked when the text is adjusted. */
  readonly obvious?: boolean
  /** Whoever corrects has read that what was decided stands all the same. Asked where the correction would have changed it. */
  readonly stands?: boolean
}

/**
 * What hinders a correction: no reason is told; the text lies for adjustment; or it is adjusted, and the error is not one that may be
 * corrected then (by the principles of FL 36: plain slips only, else a new decision or a review).
 */
export const hindersCorrecting = async (tx: Tx, record: MeetingRecord, item: ItemRecord | null, input: Correcting): Promise<readonly Refusal[]> => {
  const adjusted = adjustedOn(record, item)
  const frozen = adjusted === null && ((item?.immediate ?? null) !== null || (await loadMinutes(tx, record.id)).state === 'frozen')
  return [
    ...(input.why.trim() === '' ? [{ code: 'correction.why', field: 'why', text: words.why }] : []),
    ...(frozen ? [{ code: 'correction.frozen', text: words.frozen, mend: words.frozenMend }] : []),
    ...(adjusted !== null && !input.obvious
      ? [{ code: 'correction.obvious', field: 'obvious', law: 'FL 36', text: words.notObvious, mend: words.notObviousMend }]
      : []),
  ]
}

/** The section that a correction rests on: none while the minutes are a draft. */
export const lawOfCorrecting = (record: MeetingRecord, item: ItemRecord | null): string | undefined => (adjustedOn(record, item) === null ? undefined : 'FL 36')

type CorrectionData = Extract<NewFact, { kind: 'correction' }>['data']

/** The fact of a correction: what it changes in the fact it is about, and what stood and stands in words. */
export const correctionFact = (
  record: MeetingRecord,
  item: ItemRecord | null,
  aboutId: string,
  input: Correcting,
  change: Pick<CorrectionData, 'data' | 'personId' | 'at'> & { readonly told: readonly CorrectionTold[] },
): Extract<NewFact, { kind: 'correction' }> => {
  const law = lawOfCorrecting(record, item)
  const { told, ...rest } = change
  return { kind: 'correction', itemId: item?.id ?? null, aboutId, data: { ...rest, told: [...told], why: input.why.trim(), ...(law ? { law } : {}) } }
}

/** Writes beside the registered decision what was corrected of it or of what led to it; and the wording of the clause itself where that was. */
export const writeOnDecision = async (
  tx: Tx,
  deps: Deps,
  who: Who,
  {
    record,
    item,
    input,
    told,
    clauseId,
  }: {
    readonly record: MeetingRecord
    readonly item: ItemRecord
    readonly input: Correcting
    readonly told: readonly CorrectionTold[]
    readonly clauseId: string | null
  },
): Promise<void> => {
  const { decision } = item
  if (!decision || told.length === 0) return
  await tx
    .insertInto('decision_correction')
    .values(
      told.map(({ what, before, after }) => ({
        id: deps.ids.next(),
        decision_id: decision.id,
        clause_id: clauseId,
        what_sv: what.sv,
        what_en: what.en,
        before,
        after,
        why: input.why.trim(),
        law: lawOfCorrecting(record, item) ?? null,
        made_on: deps.clock.today(),
        by_id: who.personId,
      })),
    )
    .execute()
}
