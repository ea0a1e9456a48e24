import { sql } from 'kysely'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import type { Listed } from '../agenda/proposal.ts'

/** No meeting of the body has listed the decision in an item of the kind. */
const notListed = (kind: 'delegated' | 'notified', bodyId: string) =>
  sql<boolean>`not exists (select from agenda_item a join meeting m on m.id = a.meeting_id where m.body_id = ${bodyId}::uuid and a.kind = ${kind} and a.listed @> jsonb_build_array(jsonb_build_object('decisionId', decision.id)))`

/**
 * What is to be reported to a meeting of the body: decisions taken by posts on its behalf, the chair's urgent ones among them (KL 6:40, 7:8),
 * that no meeting of it has listed yet: also those taken after the agenda of the last one was made. At most 500, from 400 days back.
 */
export const delegatedSince = async (store: Store | Tx, bodyId: string, before: Day): Promise<readonly Listed[]> => {
  const rows = await store
    .selectFrom('decision')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .innerJoin('post', 'post.id', 'decision.post_id')
    .select(['decision.id', 'decision.day', 'decision.paragraph', 'decision.urgent_because', 'thing.title', 'thing.number', 'thing.secrecy', 'post.title_sv'])
    .where('decision.body_id', '=', bodyId)
    .where('decision.post_id', 'is not', null)
    .where('decision.day', '<=', before)
    .where(sql<boolean>`decision.day > ${before}::date - 400`)
    .where(notListed('delegated', bodyId))
    .orderBy('decision.day')
    .orderBy('decision.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    text: row.secrecy ? row.paragraph : row.title,
    from: row.title_sv,
    day: row.day,
    number: row.number,
    decisionId: row.id,
    ...(row.urgent_because && !row.secrecy ? { because: row.urgent_because } : {}),
  }))
}

/**
 * Matters that others have sent to the body, to be notified at its meeting of a day: what it has received, has neither filed nor taken up in a
 * case of its own, and no meeting of it has listed; what is for information not from more than 400 days back. Those that demand action stand
 * first, by the day they are demanded by; of a secret one is told that it demands action, not what. At most 500.
 */
export const notifiedSince = async (store: Store | Tx, bodyId: string, before: Day): Promise<readonly Listed[]> => {
  const rows = await store
    .selectFrom('dispatch')
    .innerJoin('decision', 'decision.id', 'dispatch.decision_id')
    .innerJoin('thing', 'thing.id', 'decision.id')
    .innerJoin('node_version', (join) => join.onRef('node_version.node_id', '=', 'decision.body_id').on(sql<boolean>`node_version.valid @> decision.day`))
    .select(['decision.id', 'decision.day', 'decision.paragraph', 'thing.title', 'thing.number', 'thing.secrecy', 'node_version.name_sv'])
    .select(['dispatch.demands_action', 'dispatch.what', 'dispatch.due'])
    .where('dispatch.receiver_id', '=', bodyId)
    .where('dispatch.received', '<=', before)
    .where('dispatch.filed', 'is', null)
    .where('dispatch.case_id', 'is', null)
    .where(sql<boolean>`(dispatch.demands_action or dispatch.received > ${before}::date - 400)`)
    .where(notListed('notified', bodyId))
    .orderBy('dispatch.demands_action', 'desc')
    .orderBy(sql`dispatch.due asc nulls last`)
    .orderBy('dispatch.sent')
    .orderBy('dispatch.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    text: row.secrecy ? row.paragraph : row.title,
    from: row.name_sv,
    day: row.day,
    number: row.number,
    decisionId: row.id,
    ...(row.demands_action ? { asked: row.secrecy ? '' : (row.what ?? '') } : {}),
    ...(row.due && !row.secrecy ? { due: row.due as Day } : {}),
  }))
}
