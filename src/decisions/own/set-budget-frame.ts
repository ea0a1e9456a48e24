import { z } from 'zod'
import { formatAmount } from '../../kernel/amount.ts'
import { periodLabel } from '../../kernel/period.ts'
import { type Refusal, granted, refused } from '../../kernel/refusal.ts'
import { amount, line, node, period, thing } from '../../registers/field.ts'
import { frameLacksFinancing } from '../../rulebook/financing.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { linkThings, makeThing, thingExists } from './numbered-thing.ts'

/** Sets a frame of money for a node and a period, with its financing where the year has begun (KL 5:1 p. 2, 11:6, 11:15). */
export const setBudgetFrame = defineEnactment({
  words: { sv: 'Sätt en budgetram', en: 'Set a budget frame' },
  group: 'money',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    node: node({ label: { sv: 'Till', en: 'To' } }),
    period: period({ label: { sv: 'Period', en: 'Period' }, hint: { sv: 'Till exempel 2022.', en: 'For example 2022.' } }),
    amount: amount({ label: { sv: 'Belopp', en: 'Amount' }, hint: { sv: 'I tkr, till exempel 2 500.', en: 'In tkr, for example 2 500.' } }),
    purpose: line({ label: { sv: 'Ändamål', en: 'Purpose' } }),
    financing: line({
      label: { sv: 'Finansiering', en: 'Financing' },
      hint: {
        sv: 'Krävs när perioden har börjat, till exempel ”kommunstyrelsens buffert”.',
        en: 'Required when the period has begun, for example “the reserve of the executive board”.',
      },
    }).optional(),
    series: thing(['series'], { label: { sv: 'Utfallet följs i måttet', en: 'The outcome is followed in' } }).optional(),
  }),
  problems: (data, day) => frameLacksFinancing({ ...data, financing: data.financing ?? null }, day),
  enact: async (tx, deps, context, { node: nodeId, period: of, amount: sum, purpose, financing, series }) => {
    const { body } = context.decision
    const found = context.tree.get(nodeId)
    const wrong: Refusal[] = []
    if (!found) wrong.push({ code: 'frame.node', field: 'node', text: words.unknownNode })
    else if (body.kind !== 'council' && body.kind !== 'executive_board' && !context.tree.below(body.id).includes(nodeId)) {
      wrong.push({ code: 'frame.above', field: 'node', law: 'KL 5:1', text: words.frameAbove })
    }
    if (series && !(await thingExists(tx, series, ['series']))) wrong.push({ code: 'frame.series', field: 'series', text: words.unknownThing })
    if (!found || wrong.length > 0) return refused(...wrong)
    await makeThing(tx, deps, context, 'frame', `${found.name.sv}, ${periodLabel(of, 'sv')}: ${purpose}`)
    await tx
      .insertInto('frame')
      .values({ id: context.creates, node_id: nodeId, period: of, amount: sum, purpose, financing: financing ?? null, clause_id: context.clause.id })
      .execute()
    if (series) await linkThings(tx, deps, context.creates, series, 'measured_by')
    return granted(null)
  },
  describe: ({ node: nodeId, period: of, amount: sum, purpose }, names) => ({
    sv: `ger ${names.node(nodeId, 'sv')} ${formatAmount(sum, 'tkr', 'sv')} för ${periodLabel(of, 'sv')}: ${purpose}`,
    en: `gives ${names.node(nodeId, 'en')} ${formatAmount(sum, 'tkr', 'en')} for ${periodLabel(of, 'en')}: ${purpose}`,
  }),
  receivers: ({ node: nodeId }) => [{ nodeId, demandsAction: false, what: '' }],
})
