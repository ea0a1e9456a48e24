interface PreparationStepTable {
  id: string
  case_id: string
  no: number
  kind: 'draft' | 'review' | 'decide'
  node_id: string
  due: string | null
  state: 'waiting' | 'open' | 'done' | 'returned'
  note: string | null
  done_on: string | null
}

interface ReferralTable {
  id: string
  case_id: string
  node_id: string
  asks: string
  sent: string
  due: string
  answer_id: string | null
  answer: string | null
  answered_on: string | null
}

/** Tables of the preparation of cases. */
export interface PreparationTables {
  preparation_step: PreparationStepTable
  referral: ReferralTable
}
