import { sql } from 'kysely'
import { z } from 'zod'
import { addDays, longDay } from '../../kernel/day.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { day, thing } from '../../registers/field.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'

/** Ends a mandate that the body gave, and what was handed on from it, on a day (KL 6:37: what a board hands over it can take back). */
export const withdrawMandate = defineEnactment({
  words: { sv: 'Återkalla ett mandat', en: 'Withdraw a mandate' },
  group: 'money',
  hasEffect: true,
  barred: 'other_law',
  fields: z.object({
    mandate: thing(['mandate'], {
      label: { sv: 'Mandatet', en: 'The mandate' },
      hint: { sv: 'Dess nummer, till exempel D-4.', en: 'Its number, such as D-4.' },
    }),
    last: day({ label: { sv: 'Sista dag', en: 'Last day' } }),
  }),
  enact: async (tx, deps, { decision, clause }, { mandate, last }) => {
    const found = await tx
      .selectFrom('mandate')
      .innerJoin('thing', 'thing.id', 'mandate.id')
      .select(['mandate.id', sql<string>`lower(valid)`.as('from')])
      .where('mandate.id', '=', mandate)
      .where('thing.node_id', '=', decision.body.id)
      .where(sql<boolean>`(upper(valid) is null or upper(valid) > ${addDays(last, 1)}::date)`)
      .executeTakeFirst()
    if (!found) return refused({ code: 'mandate.unknown', field: 'mandate', text: words.noMandateHere })
    if (last < found.from) return refused({ code: 'mandate.period', field: 'last', text: words.toBeforeFrom })
    await tx
      .updateTable('mandate')
      .set({ valid: sql<string>`daterange(lower(valid), ${addDays(last, 1)}::date)` })
      .where((eb) => eb.or([eb('id', '=', mandate), eb('from_id', '=', mandate)]))
      .where(sql<boolean>`lower(valid) <= ${last}::date and (upper(valid) is null or upper(valid) > ${addDays(last, 1)}::date)`)
      .execute()
    await tx.insertInto('link').values({ id: deps.ids.next(), from_id: clause.id, to_id: mandate, kind: 'decides' }).execute()
    return granted(null)
  },
  describe: ({ mandate, last }, names) => ({
    sv: `återkallar ${names.thing(mandate)}: sista dag ${longDay(last, 'sv')}`,
    en: `withdraws ${names.thing(mandate)}: last day ${longDay(last, 'en')}`,
  }),
})
