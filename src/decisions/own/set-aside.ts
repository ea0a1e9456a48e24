import { z } from 'zod'
import { formatAmount } from '../../kernel/amount.ts'
import { periodLabel } from '../../kernel/period.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { potLapses } from '../../registers/definitions/passing.ts'
import { day, node, nodes } from '../../registers/field.ts'
import { owe } from '../../registers/owed.ts'
import { frameLacksFinancing } from '../../rulebook/financing.ts'
import { lastDayOf } from '../../rulebook/pot.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { makeFrame, moneyFields, moneyHinders, periodFields } from './money.ts'

/** Sets money aside in a central pot, which several may call off from while it is valid (processes C8), with its financing where the year has begun (KL 11:15). */
export const setAside = defineEnactment({
  words: { sv: 'Sätt av en central pott för avrop', en: 'Set aside a central pot for call-offs' },
  group: 'money',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    node: node({ label: { sv: 'Vem som håller potten', en: 'Who holds the pot' } }),
    period: periodFields.period,
    amount: moneyFields.amount,
    purpose: periodFields.purpose,
    callers: nodes({
      label: { sv: 'Vilka som får avropa', en: 'Who may call off' },
      hint: { sv: 'Tomt: vem som helst.', en: 'Empty: anybody.' },
    }).optional(),
    to: day({
      label: { sv: 'Gäller till och med', en: 'Valid to' },
      hint: { sv: 'Tomt: ett år från beslutet.', en: 'Empty: a year from the decision.' },
    }).optional(),
    financing: periodFields.financing,
    series: moneyFields.series,
  }),
  problems: (data, decided) => [
    ...frameLacksFinancing({ ...data, financing: data.financing ?? null }, decided),
    ...(data.amount <= 0 ? [{ code: 'pot.amount', field: 'amount', text: words.potAmount }] : []),
    ...(data.to !== undefined && data.to < decided ? [{ code: 'pot.to', field: 'to', text: words.dueBefore }] : []),
  ],
  enact: async (tx, deps, context, { node: nodeId, period: of, amount: sum, purpose, callers = [], to, financing, series }) => {
    const decided = context.decision.day
    const wrong = [
      ...(await moneyHinders(tx, context, nodeId, series)),
      ...(callers.some((id) => !context.tree.get(id)) ? [{ code: 'pot.callers', field: 'callers', text: words.unknownNode }] : []),
    ]
    if (wrong.length > 0) return refused(...wrong)
    const title = `Central pott, ${periodLabel(of, 'sv')}: ${purpose}`
    await makeFrame(tx, deps, context, { title, nodeId, period: of, amount: sum, purpose, financing, series })
    const last = to ?? lastDayOf(decided)
    await tx
      .insertInto('pot')
      .values({ id: context.creates, valid: `[${decided},${last}]` })
      .execute()
    // Who holds it is reminded while there is still time: what nobody has called off by then lapses.
    const asked = { words: words.callOffLeft, due: last, nodeId, askedBy: context.decision.body.id }
    await owe(tx, deps, { thingId: context.creates, kind: potLapses, ...asked })
    const named = [...new Set(callers)]
    if (named.length > 0)
      await tx
        .insertInto('pot_caller')
        .values(named.map((id) => ({ pot_id: context.creates, node_id: id })))
        .execute()
    return granted(null)
  },
  describe: ({ period: of, amount: sum, purpose }) => ({
    sv: `sätter av ${formatAmount(sum, 'tkr', 'sv')} i en central pott för ${periodLabel(of, 'sv')}: ${purpose}`,
    en: `sets aside ${formatAmount(sum, 'tkr', 'en')} in a central pot for ${periodLabel(of, 'en')}: ${purpose}`,
  }),
  receivers: ({ node: nodeId, callers = [] }) => [...new Set([nodeId, ...callers])].map((id) => ({ nodeId: id, demandsAction: false, what: '' })),
})
