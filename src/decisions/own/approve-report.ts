import { z } from 'zod'
import type { Tx } from '../../database/transact.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { defineEnactment } from '../enactment.ts'
import { mayDecideOn } from '../giver.ts'
import { words } from '../words.ts'

/** Marks a report as approved by a clause; false when it was not waiting for it. */
const approve = async (tx: Tx, reportId: string, clauseId: string): Promise<boolean> => {
  const done = await tx
    .updateTable('report')
    .set({ state: 'approved', clause_id: clauseId })
    .where('id', '=', reportId)
    .where('state', '=', 'handed_in')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Approves a report that has been handed in, by the body that asked for it. */
export const approveReport = defineEnactment({
  words: { sv: 'Godkänn en rapport', en: 'Approve a report' },
  group: 'measure',
  hasEffect: true,
  target: { kind: 'report' },
  fields: z.object({}),
  enact: async (tx, { ids }, context) => {
    const report = context.target
      ? await tx
          .selectFrom('report')
          .innerJoin('thing', 'thing.id', 'report.subject_id')
          .select(['report.id', 'thing.node_id'])
          .where('report.id', '=', context.target)
          .executeTakeFirst()
      : undefined
    if (!report) return refused({ code: 'clause.target', field: 'entry', text: words.targetUnknown })
    const hinders = await mayDecideOn(tx, report.node_id, context)
    if (hinders.length > 0) return refused(...hinders)
    if (!(await approve(tx, report.id, context.clause.id))) return refused({ code: 'report.state', field: 'entry', text: words.reportState })
    await tx.insertInto('link').values({ id: ids.next(), from_id: context.clause.id, to_id: report.id, kind: 'decides' }).execute()
    return granted(null)
  },
  describe: (_, names, target) => ({
    sv: `godkänner rapporten ”${target ? names.thing(target) : ''}”`,
    en: `approves the report “${target ? names.thing(target) : ''}”`,
  }),
})
