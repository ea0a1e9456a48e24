import { z } from 'zod'
import { formatAmount } from '../../kernel/amount.ts'
import { periodLabel } from '../../kernel/period.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { node } from '../../registers/field.ts'
import { frameLacksFinancing } from '../../rulebook/financing.ts'
import { defineEnactment } from '../enactment.ts'
import { makeFrame, moneyFields, moneyHinders, periodFields } from './money.ts'

/** Sets a frame of money for a node and a period, with its financing where the year has begun (KL 5:1 p. 2, 11:6, 11:15). */
export const setBudgetFrame = defineEnactment({
  words: { sv: 'Sätt en budgetram', en: 'Set a budget frame' },
  group: 'money',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    node: node({ label: { sv: 'Till', en: 'To' } }),
    period: periodFields.period,
    amount: moneyFields.amount,
    purpose: periodFields.purpose,
    financing: periodFields.financing,
    series: moneyFields.series,
  }),
  problems: (data, day) => frameLacksFinancing({ ...data, financing: data.financing ?? null }, day),
  enact: async (tx, deps, context, { node: nodeId, period: of, amount: sum, purpose, financing, series }) => {
    const wrong = await moneyHinders(tx, context, nodeId, series)
    if (wrong.length > 0) return refused(...wrong)
    const title = `${context.tree.get(nodeId)?.name.sv ?? ''}, ${periodLabel(of, 'sv')}: ${purpose}`
    await makeFrame(tx, deps, context, { title, nodeId, period: of, amount: sum, purpose, financing, series })
    return granted(null)
  },
  describe: ({ node: nodeId, period: of, amount: sum, purpose }, names) => ({
    sv: `ger ${names.node(nodeId, 'sv')} ${formatAmount(sum, 'tkr', 'sv')} för ${periodLabel(of, 'sv')}: ${purpose}`,
    en: `gives ${names.node(nodeId, 'en')} ${formatAmount(sum, 'tkr', 'en')} for ${periodLabel(of, 'en')}: ${purpose}`,
  }),
  receivers: ({ node: nodeId }) => [{ nodeId, demandsAction: false, what: '' }],
})
