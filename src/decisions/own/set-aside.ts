import { z } from 'zod'
import { formatAmount } from '../../kernel/amount.ts'
import { periodLabel } from '../../kernel/period.ts'
import { granted, type Refusal, refused } from '../../kernel/refusal.ts'
import { amount, day, line, node, nodes, period, thing } from '../../registers/field.ts'
import { frameLacksFinancing } from '../../rulebook/financing.ts'
import { lastDayOf } from '../../rulebook/pot.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { linkThings, makeThing, thingExists } from './numbered-thing.ts'

/** Sets money aside in a central pot, which several may call off from while it is valid (processes C8), with its financing where the year has begun (KL 11:15). */
export const setAside = defineEnactment({
  words: { sv: 'Sätt av en central pott för avrop', en: 'Set aside a central pot for call-offs' },
  group: 'money',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    node: node({ label: { sv: 'Vem som håller potten', en: 'Who holds the pot' } }),
    period: period({ label: { sv: 'Period', en: 'Period' }, hint: { sv: 'Till exempel 2022.', en: 'For example 2022.' } }),
    amount: amount({ label: { sv: 'Belopp', en: 'Amount' }, hint: { sv: 'I tkr, till exempel 2 500.', en: 'In tkr, for example 2 500.' } }),
    purpose: line({ label: { sv: 'Ändamål', en: 'Purpose' } }),
    callers: nodes({
      label: { sv: 'Vilka som får avropa', en: 'Who may call off' },
      hint: { sv: 'Tomt: vem som helst.', en: 'Empty: anybody.' },
    }).optional(),
    to: day({
      label: { sv: 'Gäller till och med', en: 'Valid to' },
      hint: { sv: 'Tomt: ett år från beslutet.', en: 'Empty: a year from the decision.' },
    }).optional(),
    financing: line({
      label: { sv: 'Finansiering', en: 'Financing' },
      hint: {
        sv: 'Krävs när perioden har börjat, till exempel ”kommunstyrelsens buffert”.',
        en: 'Required when the period has begun, for example “the reserve of the executive board”.',
      },
    }).optional(),
    series: thing(['series'], { label: { sv: 'Utfallet följs i måttet', en: 'The outcome is followed in' } }).optional(),
  }),
  problems: (data, decided) => [
    ...frameLacksFinancing({ ...data, financing: data.financing ?? null }, decided),
    ...(data.amount <= 0 ? [{ code: 'pot.amount', field: 'amount', text: words.potAmount }] : []),
    ...(data.to !== undefined && data.to < decided ? [{ code: 'pot.to', field: 'to', text: words.dueBefore }] : []),
  ],
  enact: async (tx, deps, context, { node: nodeId, period: of, amount: sum, purpose, callers = [], to, financing, series }) => {
    const { body, day: decided } = context.decision
    const wrong: Refusal[] = []
    if (!context.tree.get(nodeId)) wrong.push({ code: 'frame.node', field: 'node', text: words.unknownNode })
    else if (body.kind !== 'council' && body.kind !== 'executive_board' && !context.tree.below(body.id).includes(nodeId))
      wrong.push({ code: 'frame.above', field: 'node', law: 'KL 5:1', text: words.frameAbove })
    if (series && !(await thingExists(tx, series, ['series']))) wrong.push({ code: 'frame.series', field: 'series', text: words.unknownThing })
    if (callers.some((id) => !context.tree.get(id))) wrong.push({ code: 'pot.callers', field: 'callers', text: words.unknownNode })
    if (wrong.length > 0) return refused(...wrong)
    await makeThing(tx, deps, context, 'frame', `Central pott, ${periodLabel(of, 'sv')}: ${purpose}`)
    await tx
      .insertInto('frame')
      .values({ id: context.creates, node_id: nodeId, period: of, amount: sum, purpose, financing: financing ?? null, clause_id: context.clause.id })
      .execute()
    await tx
      .insertInto('pot')
      .values({ id: context.creates, valid: `[${decided},${to ?? lastDayOf(decided)}]` })
      .execute()
    if (series) await linkThings(tx, deps, context.creates, series, 'measured_by')
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
