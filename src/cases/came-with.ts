import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

/** A decision of another body that was received and put in the case. */
export interface CameWith {
  readonly dispatchId: string
  readonly decisionId: string
  readonly number: string
  readonly title: string
  readonly nodeId: string
  readonly secrecy: string | null
  /** Who decided and sent it. */
  readonly sender: Text
  readonly sent: Day
  readonly received: Day | null
  readonly receivedBy: string | null
  /** What it asks of the body; null when it is for information. */
  readonly demands: string | null
  /** By when, where that was said. */
  readonly due: Day | null
}

/** What others decided and the case was opened for, or was put in it when it came, by the day it was sent; secret ones too, which the caller takes away. */
export const loadCameWith = async (store: Store | Tx, caseId: string): Promise<readonly CameWith[]> => {
  const rows = await store
    .selectFrom('dispatch')
    .innerJoin('thing', 'thing.id', 'dispatch.decision_id')
    .leftJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'thing.node_id').on(sql<boolean>`node_version.valid @> dispatch.sent`))
    .select([
      'dispatch.id',
      'dispatch.decision_id',
      'dispatch.sent',
      'dispatch.received',
      'dispatch.received_by',
      'dispatch.demands_action',
      'dispatch.what',
      'dispatch.due',
    ])
    .select(['thing.number', 'thing.title', 'thing.node_id', 'thing.secrecy', 'node_version.name_sv', 'node_version.name_en'])
    .where('dispatch.case_id', '=', caseId)
    .orderBy('dispatch.sent')
    .orderBy('dispatch.id')
    .execute()
  return rows.map((r) => ({
    dispatchId: r.id,
    decisionId: r.decision_id,
    number: r.number ?? '',
    title: r.title,
    nodeId: r.node_id,
    secrecy: r.secrecy,
    sender: { sv: r.name_sv ?? '–', en: r.name_en ?? '–' },
    sent: r.sent as Day,
    received: r.received as Day | null,
    receivedBy: r.received_by,
    demands: r.demands_action ? r.what : null,
    due: r.due as Day | null,
  }))
}
