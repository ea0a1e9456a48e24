import { z } from 'zod'
import type { Locale } from '../../kernel/text.ts'
import { periodLabel } from '../../kernel/period.ts'
import { type Refusal, granted, refused } from '../../kernel/refusal.ts'
import { choice, node, number, period, thing } from '../../registers/field.ts'
import { defineEnactment } from '../enactment.ts'
import { seriesValue } from '../series-value.ts'
import { words } from '../words.ts'
import { linkThings, makeThing, thingExists } from './numbered-thing.ts'

const rules = {
  at_least: { sv: 'minst', en: 'at least' },
  at_most: { sv: 'högst', en: 'at most' },
  increase: { sv: 'ska öka', en: 'increase' },
  decrease: { sv: 'ska minska', en: 'decrease' },
  hold: { sv: 'ska hållas', en: 'hold' },
} as const

/** Sets what a measure shall reach, for a node and a period. The value is in the unit of the series (öre where it is money). */
export const setTarget = defineEnactment({
  words: { sv: 'Sätt ett målvärde', en: 'Set a target' },
  group: 'measure',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    series: thing(['series'], {
      label: { sv: 'Mått', en: 'Measure' },
      hint: { sv: 'Välj i listan, eller skriv måttets namn.', en: 'Choose in the list, or write the name of the measure.' },
    }),
    node: node({ label: { sv: 'Gäller för', en: 'For' } }),
    period: period({ label: { sv: 'Period', en: 'Period' }, hint: { sv: 'Till exempel 2022 eller 2022T2.', en: 'For example 2022 or 2022T2.' } }),
    rule: choice(rules, { label: { sv: 'Hur', en: 'How' } }),
    value: number({
      label: { sv: 'Värde', en: 'Value' },
      hint: {
        sv: 'I måttets enhet; pengar i kronor. Bara för minst och högst.',
        en: 'In the unit of the measure; money in kronor. Only for at least and at most.',
      },
    }).optional(),
    goal: thing(['goal'], { label: { sv: 'Hör till målet', en: 'Belongs to the goal' } }).optional(),
    of: thing(['entry', 'goal'], {
      label: { sv: 'Mäter effekten av', en: 'Measures the effect of' },
      hint: { sv: 'Numret på ett uppdrag, avtal eller mål, till exempel U-14.', en: 'The number of an assignment, agreement or goal, for example U-14.' },
    }).optional(),
  }),
  problems: ({ rule, value }) => {
    const valued = rule === 'at_least' || rule === 'at_most'
    if (valued === (value !== undefined)) return []
    return [{ code: 'target.value', field: 'value', text: valued ? words.valueNeeded : words.valueUnwanted }]
  },
  enact: async (tx, deps, context, { series, node: nodeId, period: of, rule, value, goal, of: measured }) => {
    const found = await tx.selectFrom('series').select(['name_sv', 'unit_sv', 'money', 'decimals']).where('id', '=', series).executeTakeFirst()
    const wrong: Refusal[] = []
    if (!found) wrong.push({ code: 'target.series', field: 'series', text: words.unknownThing })
    if (!context.tree.get(nodeId)) wrong.push({ code: 'target.node', field: 'node', text: words.unknownNode })
    if (goal && !(await thingExists(tx, goal, ['goal']))) wrong.push({ code: 'target.goal', field: 'goal', text: words.unknownThing })
    if (measured && !(await thingExists(tx, measured, ['entry', 'goal']))) wrong.push({ code: 'target.of', field: 'of', text: words.unknownThing })
    if (!found || wrong.length > 0) return refused(...wrong)
    await makeThing(
      tx,
      deps,
      context,
      'target',
      `${found.name_sv}: ${rules[rule].sv}${value === undefined ? '' : ` ${seriesValue({ unit: found.unit_sv, money: found.money, decimals: found.decimals }, value, 'sv')}`}, ${periodLabel(of, 'sv')}`,
    )
    await tx
      .insertInto('target')
      .values({
        id: context.creates,
        series_id: series,
        node_id: nodeId,
        period: of,
        rule,
        value: value ?? null,
        goal_id: goal ?? null,
        clause_id: context.clause.id,
      })
      .execute()
    await linkThings(tx, deps, context.creates, series, 'measured_by')
    if (goal) await linkThings(tx, deps, goal, context.creates, 'part')
    if (measured) await linkThings(tx, deps, measured, series, 'measured_by')
    return granted(null)
  },
  describe: ({ series, node: nodeId, period: of, rule, value }, names) => {
    const shown = (locale: Locale) => `${rules[rule][locale]}${value === undefined ? '' : ` ${names.value(series, value, locale)}`}`
    return {
      sv: `sätter målvärdet ${shown('sv')} för ”${names.thing(series)}” (${names.node(nodeId, 'sv')}, ${periodLabel(of, 'sv')})`,
      en: `sets the target ${shown('en')} for “${names.thing(series)}” (${names.node(nodeId, 'en')}, ${periodLabel(of, 'en')})`,
    }
  },
  receivers: ({ node: nodeId }) => [{ nodeId, demandsAction: false, what: '' }],
})
