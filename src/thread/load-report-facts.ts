import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { ContinuationFact, ReportFact } from './facts.ts'
import { textOf } from './text-of.ts'

/** Reports with what continues after them, as they were on `day`: an approval by a later decision is not seen. */
export const loadReportFacts = async (store: Store | Tx, ids: readonly string[], day: Day): Promise<ReadonlyMap<string, ReportFact>> => {
  if (ids.length === 0) return new Map()
  const among = sql<string>`any(${ids}::uuid[])`
  const [reports, parts] = await Promise.all([
    store
      .selectFrom('report')
      .leftJoin('post', 'post.id', 'report.post_id')
      .leftJoin('thing as approval', 'approval.id', 'report.clause_id')
      .select(['report.id', 'subject_id', 'report.kind', 'stance', 'period', 'text', 'state', 'title_sv', 'title_en', 'approval.day as approved_on'])
      .where('report.id', '=', among)
      .execute(),
    store
      .selectFrom('continuation')
      .leftJoin('post', 'post.id', 'continuation.post_id')
      .select(['report_id', 'what', 'continuation.node_id', 'due', 'dropped', 'done_on', 'title_sv', 'title_en'])
      .where('report_id', '=', among)
      .orderBy('report_id')
      .orderBy('no')
      .execute(),
  ])
  const continuation = Map.groupBy(parts, (p) => p.report_id)
  return new Map(
    reports.map((r): [string, ReportFact] => [
      r.id,
      {
        subjectId: r.subject_id,
        kind: r.kind,
        stance: r.stance,
        period: r.period as Period | null,
        text: r.text,
        post: textOf(r.title_sv, r.title_en),
        state: r.state === 'approved' && r.approved_on !== null && r.approved_on > day ? 'handed_in' : r.state,
        continuation: (continuation.get(r.id) ?? []).map(
          (c): ContinuationFact => ({
            what: c.what,
            nodeId: c.node_id,
            post: textOf(c.title_sv, c.title_en),
            due: c.due as Day | null,
            dropped: c.dropped !== null,
            doneOn: c.done_on !== null && c.done_on <= day ? (c.done_on as Day) : null,
          }),
        ),
      },
    ]),
  )
}
