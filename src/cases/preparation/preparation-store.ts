import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import type { StepKind } from '../../rulebook/preparation-chain.ts'

/** One step of the chain that a case passes. */
export interface Step {
  readonly id: string
  readonly no: number
  readonly kind: StepKind
  readonly nodeId: string
  readonly due: Day | null
  readonly state: 'waiting' | 'open' | 'done' | 'returned'
  readonly note: string | null
  readonly doneOn: Day | null
}

/** An opinion asked of a node, and its answer: a document, or words where none is given. */
export interface Referral {
  readonly id: string
  readonly caseId: string
  readonly nodeId: string
  readonly asks: string
  readonly sent: Day
  readonly due: Day
  readonly answerId: string | null
  readonly answer: string | null
  readonly answeredOn: Day | null
}

/** The chain of a case in its order. */
export const loadSteps = async (store: Store | Tx, caseId: string): Promise<readonly Step[]> => {
  const rows = await store.selectFrom('preparation_step').selectAll().where('case_id', '=', caseId).orderBy('no').execute()
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    kind: row.kind,
    nodeId: row.node_id,
    due: row.due as Day | null,
    state: row.state,
    note: row.note,
    doneOn: row.done_on as Day | null,
  }))
}

/** The opinions asked for in a case, the latest last. */
export const loadReferrals = async (store: Store | Tx, caseId: string): Promise<readonly Referral[]> => {
  const rows = await store.selectFrom('referral').selectAll().where('case_id', '=', caseId).orderBy('sent').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    nodeId: row.node_id,
    asks: row.asks,
    sent: row.sent as Day,
    due: row.due as Day,
    answerId: row.answer_id,
    answer: row.answer,
    answeredOn: row.answered_on as Day | null,
  }))
}
