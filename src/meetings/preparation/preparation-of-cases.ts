import { loadReferrals, loadSteps } from '../../cases/preparation/preparation-store.ts'
import type { Store } from '../../database/connection.ts'
import type { Tx } from '../../database/transact.ts'
import type { Day } from '../../kernel/day.ts'
import { loadTrees } from '../../organisation/tree.ts'
import { preparation } from '../../rulebook/meeting/preparation.ts'
import type { MeetingHead } from '../record/record.ts'
import { type Dealings, type Prepared, preparedBy } from './prepared-by.ts'

/** What bodies decided in a case, and what others decided that was filed in it. A body's own decisions: opinions to the council are never delegated (KL 6:38). */
const decisionsIn = async (store: Store | Tx, caseId: string): Promise<Dealings['decisions']> => {
  const rows = await store
    .selectFrom('decision')
    .select(['body_id', 'day'])
    .where('post_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('case_id', '=', caseId),
        eb.exists(eb.selectFrom('dispatch').select('dispatch.id').whereRef('dispatch.decision_id', '=', 'decision.id').where('dispatch.case_id', '=', caseId)),
      ]),
    )
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ nodeId: row.body_id, day: row.day as Day }))
}

/** How cases are prepared for a council's meeting, by the case. */
export const preparationOfCases = async (
  store: Store | Tx,
  meeting: Pick<MeetingHead, 'body' | 'day'>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Prepared>> => {
  const found: (readonly [string, Dealings])[] = []
  for (const id of new Set(caseIds))
    found.push([id, { steps: await loadSteps(store, id), referrals: await loadReferrals(store, id), decisions: await decisionsIn(store, id) }])
  const days = [
    ...new Set(found.flatMap(([, d]) => [...d.steps.flatMap((s) => s.doneOn ?? []), ...d.referrals.map((r) => r.sent), ...d.decisions.map((m) => m.day)])),
  ]
  const trees = await loadTrees(store, [...days, meeting.day])
  const today = trees.at(-1)
  if (!today) return new Map()
  const on = new Map(days.map((day, i) => [day, trees[i] ?? today]))
  const forCouncil = { councilId: meeting.body.id, day: meeting.day, treeOn: (day: Day) => on.get(day) ?? today }
  return new Map(found.map(([id, dealings]) => [id, preparedBy(dealings, forCouncil)]))
}

/** What the rule says of a case that is prepared so, apart from urgency, which the meeting itself judges (KL 5:26–28). */
export const rulingOf = (prepared: Prepared): ReturnType<typeof preparation> =>
  preparation({
    item: 'ordinary',
    preparedBy: [...new Set(prepared.by.map((body) => body.as))],
    executiveBoardHeard: prepared.executiveBoardHeard,
    boardHeard: prepared.boardHeard,
  })
