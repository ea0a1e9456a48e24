import { sql } from 'kysely'
import type { Store } from '../database/connection.ts'
import type { Tx } from '../database/transact.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import type { ClauseKind } from './clause.ts'

/** A registered decision. */
export interface Decision {
  readonly id: string
  /** 'ALN 2022-01-25 § 8'. */
  readonly number: string
  readonly title: string
  readonly nodeId: string
  readonly secrecy: string | null
  readonly caseId: string | null
  readonly postId: string | null
  readonly mandateId: string | null
  /** Why the board's own decision could not be awaited (KL 6:39); null of one that is not urgent. */
  readonly urgentBecause: string | null
  readonly day: Day
  readonly paragraph: string
  readonly text: string
  readonly adjusted: Day | null
  readonly announced: Day | null
}

/** The query that every reading of decisions starts from. Map its rows by `toDecision`. */
export const selectDecisions = (store: Store | Tx) =>
  store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .select(['decision.id', 'thing.number', 'thing.title', 'thing.node_id', 'thing.secrecy', 'decision.case_id', 'decision.post_id', 'decision.mandate_id'])
    .select(['decision.day', 'decision.paragraph', 'decision.text', 'decision.adjusted', 'decision.announced', 'decision.urgent_because'])
type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['executeTakeFirstOrThrow']>>

/** A row as a decision. */
export const toDecision = (r: Row): Decision => ({
  id: r.id,
  number: r.number ?? '',
  title: r.title,
  nodeId: r.node_id,
  secrecy: r.secrecy,
  caseId: r.case_id,
  postId: r.post_id,
  mandateId: r.mandate_id,
  urgentBecause: r.urgent_because,
  day: r.day as Day,
  paragraph: r.paragraph,
  text: r.text,
  adjusted: r.adjusted as Day | null,
  announced: r.announced as Day | null,
})

/** The decision, or undefined. */
export const loadDecision = async (store: Store | Tx, id: string): Promise<Decision | undefined> => {
  const row = await selectDecisions(store).where('decision.id', '=', id).executeTakeFirst()
  return row && toDecision(row)
}

/** Something a clause led to: made, changed, ended or approved. */
export interface Effect {
  readonly clauseId: string
  readonly id: string
  readonly kind: string
  readonly register: string | null
  readonly number: string | null
  readonly title: string
  readonly nodeId: string
  readonly secrecy: string | null
  /** Items of its final report that nobody owns and nobody dropped. */
  readonly loose: number
}

export interface DecidedClause {
  readonly id: string
  readonly no: number
  readonly kind: ClauseKind
  readonly text: string
  readonly effects: readonly Effect[]
}

/** The clauses of a decision in order, each with what it led to. */
export const loadClauses = async (store: Store | Tx, decisionId: string): Promise<readonly DecidedClause[]> => {
  const clauses = await store.selectFrom('clause').select(['id', 'no', 'kind', 'text']).where('decision_id', '=', decisionId).orderBy('no').execute()
  if (clauses.length === 0) return []
  const rows = await store
    .selectFrom('link')
    .innerJoin('thing', 'thing.id', 'link.to_id')
    .select(['link.from_id', 'thing.id', 'thing.kind', 'thing.register', 'thing.number', 'thing.title', 'thing.node_id', 'thing.secrecy'])
    .select(
      sql<number>`(select count(*) from report join continuation on continuation.report_id = report.id
        where report.subject_id = thing.id and report.kind = 'final' and report.state <> 'sent_back'
          and continuation.node_id is null and continuation.post_id is null and continuation.dropped is null)`.as('loose'),
    )
    .where(
      'link.from_id',
      'in',
      clauses.map((c) => c.id),
    )
    .where('link.kind', '=', 'decides')
    .orderBy('link.id')
    .execute()
  const effects = rows.map((r) => ({
    clauseId: r.from_id,
    id: r.id,
    kind: r.kind,
    register: r.register,
    number: r.number,
    title: r.title,
    nodeId: r.node_id,
    secrecy: r.secrecy,
    loose: r.loose,
  }))
  return clauses.map((c) => ({ ...c, kind: c.kind as ClauseKind, effects: effects.filter((e) => e.clauseId === c.id) }))
}

/** What a decision refers to beside its clauses: its case, and the post and mandate it was taken by. */
export interface Around {
  readonly home: { readonly id: string; readonly number: string; readonly title: string; readonly nodeId: string; readonly secrecy: string | null } | null
  readonly post: { readonly sv: string; readonly en: string } | null
  readonly mandate: { readonly id: string; readonly scope: string; readonly limits: string | null } | null
}

/** What stands around a decision: its case, and the post and mandate it was made by. */
export const loadAround = async (store: Store | Tx, { caseId, postId, mandateId }: Decision): Promise<Around> => {
  const home = caseId
    ? await store.selectFrom('thing').select(['id', 'number', 'title', 'node_id', 'secrecy']).where('id', '=', caseId).executeTakeFirst()
    : undefined
  const post = postId ? await store.selectFrom('post').select(['title_sv', 'title_en']).where('id', '=', postId).executeTakeFirst() : undefined
  const mandate = mandateId ? await store.selectFrom('mandate').select(['id', 'scope', 'limits']).where('id', '=', mandateId).executeTakeFirst() : undefined
  return {
    home: home ? { id: home.id, number: home.number ?? '', title: home.title, nodeId: home.node_id, secrecy: home.secrecy } : null,
    post: post ? { sv: post.title_sv, en: post.title_en } : null,
    mandate: mandate ?? null,
  }
}

/** What was corrected of a decision after it was registered: what stood, what stands, why, when and by whom. */
export interface DecisionCorrection {
  readonly id: string
  readonly what: Text
  readonly before: string
  readonly after: string
  readonly why: string
  readonly law: string | null
  readonly on: Day
  readonly by: string | null
}

/** The corrections of a decision, in the order they were made. */
export const loadCorrections = async (store: Store | Tx, decisionId: string): Promise<readonly DecisionCorrection[]> => {
  const rows = await store
    .selectFrom('decision_correction')
    .leftJoin('person', 'person.id', 'decision_correction.by_id')
    .selectAll('decision_correction')
    .select(['given_name', 'family_name'])
    .where('decision_id', '=', decisionId)
    .orderBy('made_on')
    .orderBy('decision_correction.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    what: { sv: r.what_sv, en: r.what_en },
    before: r.before,
    after: r.after,
    why: r.why,
    law: r.law,
    on: r.made_on as Day,
    by: r.family_name === null ? null : `${r.given_name} ${r.family_name}`,
  }))
}
