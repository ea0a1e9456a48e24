import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { granted } from '../../kernel/refusal.ts'
import { day, line, text } from '../../registers/field.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { makeThing } from './numbered-thing.ts'

/** Sets a goal of the deciding body, in force from a day. KL 5:1 p. 1, 6:38: never delegated. */
export const setGoal = defineEnactment({
  words: { sv: 'Sätt ett mål', en: 'Set a goal' },
  group: 'measure',
  hasEffect: true,
  barred: 'goals',
  fields: z.object({
    goal: text({
      label: { sv: 'Målet', en: 'The goal' },
      hint: { sv: 'Hur ska det vara när målet är nått?', en: 'What will it be like when the goal is reached?' },
    }),
    area: line({ label: { sv: 'Målområde', en: 'Area' } }).optional(),
    from: day({ label: { sv: 'Gäller från', en: 'In force from' } }),
    to: day({ label: { sv: 'Gäller till och med', en: 'In force to' } }).optional(),
  }),
  problems: ({ from, to }) => (to && to < from ? [{ code: 'goal.period', field: 'to', text: words.toBeforeFrom }] : []),
  enact: async (tx, deps, context, { goal, area, from, to }) => {
    await makeThing(tx, deps, context, 'goal', goal)
    await tx
      .insertInto('goal')
      .values({ id: context.creates, area: area ?? null, text: goal, valid: `[${from},${to ?? ''}]`, clause_id: context.clause.id })
      .execute()
    return granted(null)
  },
  describe: ({ goal, from }) => ({
    sv: `sätter målet ”${goal}”, som gäller från ${longDay(from, 'sv')}`,
    en: `sets the goal “${goal}”, in force from ${longDay(from, 'en')}`,
  }),
})
