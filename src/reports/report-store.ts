import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { Text } from '../kernel/text.ts'
import { cited } from '../rulebook/citation.ts'
import type { Continuation, Report } from './report.ts'

/** The query that every reading of reports starts from. Map its rows by `toReport`. */
export const selectReports = (store: Store | Tx) =>
  store
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .select([
      'report.id',
      'report.subject_id',
      'thing.title',
      'thing.number',
      'thing.node_id',
      'thing.secrecy',
      'thing.day',
      'report.kind',
      'report.stance',
      'report.period',
      'report.text',
      'report.post_id',
      'report.person_id',
      'report.state',
      'report.clause_id',
      'report.comment',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>

/** A row of `selectReports` as a report. */
export const toReport = (row: Row): Report => ({
  id: row.id,
  subjectId: row.subject_id,
  title: row.title,
  number: row.number,
  nodeId: row.node_id,
  secrecy: row.secrecy,
  kind: row.kind,
  stance: row.stance,
  period: row.period as Period | null,
  text: row.text,
  day: row.day as Day,
  postId: row.post_id,
  personId: row.person_id,
  state: row.state,
  clauseId: row.clause_id,
  comment: row.comment,
})

/** The report, or undefined. */
export const loadReport = async (store: Store | Tx, id: string): Promise<Report | undefined> => {
  const row = await selectReports(store).where('report.id', '=', id).executeTakeFirst()
  return row && toReport(row)
}

/** What continues after a report, in order. */
export const loadContinuation = async (store: Store | Tx, reportId: string): Promise<readonly Continuation[]> => {
  const rows = await store
    .selectFrom('continuation')
    .leftJoin('post', 'post.id', 'continuation.post_id')
    .selectAll('continuation')
    .select(['title_sv', 'title_en'])
    .where('report_id', '=', reportId)
    .orderBy('no')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    no: r.no,
    what: r.what,
    nodeId: r.node_id,
    postId: r.post_id,
    postTitle: r.title_sv === null || r.title_en === null ? null : { sv: r.title_sv, en: r.title_en },
    due: r.due as Day | null,
    dropped: r.dropped,
    doneOn: r.done_on as Day | null,
  }))
}

/** The title of the post that handed a report in; null when none is noted. */
export const postTitle = async (store: Store, postId: string | null): Promise<Text | null> => {
  if (!postId) return null
  const row = await store.selectFrom('post').select(['title_sv', 'title_en']).where('id', '=', postId).executeTakeFirst()
  return row ? { sv: row.title_sv, en: row.title_en } : null
}

/** How the decision that approved a report is cited, and where it is read. */
export const approvingDecision = async (store: Store, clauseId: string | null): Promise<{ readonly href: string; readonly words: string } | null> => {
  if (!clauseId) return null
  const row = await store
    .selectFrom('clause')
    .innerJoin('decision', 'decision.id', 'clause.decision_id')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['decision.id', 'decision.day', 'decision.paragraph', 'thing.title'])
    .where('clause.id', '=', clauseId)
    .executeTakeFirst()
  return row ? { href: `/decisions/${row.id}`, words: `${row.title}, ${row.day} ${cited(row.paragraph)}` } : null
}
