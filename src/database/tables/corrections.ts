import type { ColumnType } from 'kysely'

interface DecisionCorrectionTable {
  id: string
  decision_id: string
  /** The clause whose wording was corrected; null where it was what led to the decision. */
  clause_id: string | null
  what_sv: string
  what_en: string
  before: string
  after: string
  why: string
  law: string | null
  made_on: string
  by_id: string | null
}

interface ItemMinutesTable {
  item_id: string
  meeting_id: string
  text: ColumnType<unknown, string, never>
  digest: Buffer
  frozen_on: string
  adjusted: string | null
}

interface ItemSignatureTable {
  id: string
  item_id: string
  person_id: string
  role: 'chair' | 'adjuster'
  digest: Buffer
  signed_on: string
  signed_at: Date
}

/** Tables of corrections, and of paragraphs that are adjusted at once. */
export interface CorrectionTables {
  decision_correction: DecisionCorrectionTable
  item_minutes: ItemMinutesTable
  item_signature: ItemSignatureTable
}
