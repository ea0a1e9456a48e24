import { sql } from 'kysely'
import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { isBody, treeRoot } from '../../organisation/tree.ts'
import { choice, day, node } from '../../registers/field.ts'
import { choosableVariants, type VariantName } from '../../rulebook/variants.ts'
import { variantWords } from '../../rulebook/variant-words.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { makeThing } from './numbered-thing.ts'

/** Every answer to every variant, as 'saturdayIsWeekday=true'. */
const answers: Readonly<Record<string, { readonly variant: VariantName; readonly value: string | boolean; readonly words: Text }>> = Object.fromEntries(
  choosableVariants.flatMap((variant) =>
    Object.entries(variantWords[variant].answers).map(([answer, told]) => [
      `${variant}=${answer}`,
      {
        variant,
        value: answer === 'true' ? true : answer === 'false' ? false : answer,
        words: { sv: `${variantWords[variant].asks.sv} ${told.sv}`, en: `${variantWords[variant].asks.en} ${told.en}` },
      },
    ]),
  ),
)
const choices = Object.fromEntries(Object.entries(answers).map(([key, { words: told }]) => [key, told]))

/** Where the law leaves room: chooses how it is read, in the whole municipality or one body, from a day on. By the council, which adopts rules of procedure (KL 5:71, 6:44). */
export const chooseRule = defineEnactment({
  words: { sv: 'Välja hur lagen tillämpas (arbetsordning, reglemente)', en: 'Choose how the law is applied (rules of procedure)' },
  group: 'change',
  hasEffect: true,
  barred: 'other_law',
  fields: z.object({
    node: node({
      label: { sv: 'Gäller för', en: 'Holds for' },
      hint: { sv: 'Kommunen, eller ett organ som har egna regler.', en: 'The municipality, or a body with rules of its own.' },
    }),
    choice: choice(choices, { label: { sv: 'Hur', en: 'How' } }),
    from: day({ label: { sv: 'Gäller från', en: 'In force from' } }),
  }),
  problems: ({ from }, decided) => (from < decided ? [{ code: 'rule_choice.past', field: 'from', text: words.rulePast }] : []),
  enact: async (tx, deps, context, { node: nodeId, choice: chosen, from }) => {
    const { decision, tree, clause } = context
    const of = tree.get(nodeId)
    const answer = answers[chosen]
    const wrong = [
      ...(of && (of.kind === 'municipality' || isBody(of.kind)) ? [] : [{ code: 'rule_choice.node', field: 'node', text: words.ruleNode }]),
      ...(decision.body.kind === 'council' && treeRoot(tree, decision.body.id) === treeRoot(tree, nodeId)
        ? []
        : [{ code: 'rule_choice.council', field: 'node', law: 'KL 5:71, 6:44', text: words.ruleCouncil }]),
    ]
    if (wrong.length > 0 || !of || !answer) return refused(...wrong)
    const standing = await tx
      .selectFrom('rule_choice')
      .select(['id', sql<string>`lower(valid)`.as('from')])
      .where('node_id', '=', nodeId)
      .where('variant', '=', answer.variant)
      .where(sql<boolean>`upper_inf(valid)`)
      .executeTakeFirst()
    if (standing && standing.from >= from) return refused({ code: 'rule_choice.taken', field: 'from', text: words.ruleTaken })
    if (standing) {
      await tx
        .updateTable('rule_choice')
        .set({ valid: sql<string>`daterange(lower(valid), ${from}::date)`, ended_by: clause.id })
        .where('id', '=', standing.id)
        .execute()
    }
    await makeThing(tx, deps, context, 'rule_choice', `${of.name.sv}: ${answer.words.sv}`)
    await tx
      .insertInto('rule_choice')
      .values({ id: context.creates, node_id: nodeId, variant: answer.variant, value: JSON.stringify(answer.value), valid: `[${from},)`, clause_id: clause.id })
      .execute()
    return granted(null)
  },
  describe: ({ node: nodeId, choice: chosen, from }, names) => ({
    sv: `väljer för ${names.node(nodeId, 'sv')} från ${longDay(from, 'sv')}: ${answers[chosen]?.words.sv ?? ''}`,
    en: `chooses for ${names.node(nodeId, 'en')} from ${longDay(from, 'en')}: ${answers[chosen]?.words.en ?? ''}`,
  }),
  receivers: ({ node: nodeId }) => [{ nodeId, demandsAction: false, what: '' }],
})
