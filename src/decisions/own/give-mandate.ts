import { z } from 'zod'
import { longDay } from '../../kernel/day.ts'
import { granted, refused } from '../../kernel/refusal.ts'
import { choice, day, post, text } from '../../registers/field.ts'
import { neverDelegated } from '../../rulebook/delegation.ts'
import { defineEnactment } from '../enactment.ts'
import { words } from '../words.ts'
import { makeThing } from './numbered-thing.ts'

const none = { none: { sv: 'Inget av det som aldrig får delegeras', en: 'Nothing that may never be delegated' } } as const

/** Gives a post of the body's own the right to decide on its behalf, from a day (KL 6:37, 7:5), in nothing that KL 6:38 forbids. */
export const giveMandate = defineEnactment({
  words: { sv: 'Ge ett mandat (delegation)', en: 'Give a mandate (delegation)' },
  group: 'money',
  hasEffect: true,
  barred: 'other_law',
  fields: z.object({
    post: post({ label: { sv: 'Till befattningen', en: 'To the post' } }),
    scope: text({ label: { sv: 'Vad mandatet omfattar', en: 'What the mandate covers' } }),
    limits: text({
      label: { sv: 'Gränser', en: 'Limits' },
      hint: { sv: 'Till exempel belopp, eller när det ska anmälas.', en: 'For example an amount, or when it is reported.' },
    }).optional(),
    from: day({ label: { sv: 'Gäller från', en: 'Valid from' } }),
    to: day({ label: { sv: 'Gäller till och med', en: 'Valid to' } }).optional(),
    concerns: choice(
      { ...none, ...neverDelegated },
      {
        label: { sv: 'Rör mandatet något av detta?', en: 'Does the mandate touch any of this?' },
        hint: { sv: 'Prövas mot KL 6:38.', en: 'Tried against KL 6:38.' },
      },
    ),
  }),
  problems: ({ from, to, concerns }) => [
    ...(to && to < from ? [{ code: 'mandate.period', field: 'to', text: words.toBeforeFrom }] : []),
    ...(concerns !== 'none'
      ? [
          {
            code: 'mandate.never',
            field: 'concerns',
            law: 'KL 6:38',
            text: { sv: `Det här får inte delegeras: ${neverDelegated[concerns].sv}.`, en: `This may not be delegated: ${neverDelegated[concerns].en}.` },
          },
        ]
      : []),
  ],
  enact: async (tx, deps, context, { post: postId, scope, limits, from, to }) => {
    const found = await tx.selectFrom('post').select(['node_id', 'title_sv']).where('id', '=', postId).executeTakeFirst()
    if (!found) return refused({ code: 'mandate.post', field: 'post', text: words.unknownPost })
    if (!context.tree.below(context.decision.body.id).includes(found.node_id)) {
      return refused({ code: 'mandate.post', field: 'post', law: 'KL 6:37, 7:5', text: words.mandatePost })
    }
    await makeThing(tx, deps, context, 'mandate', `${found.title_sv}: ${scope}`)
    await tx
      .insertInto('mandate')
      .values({ id: context.creates, post_id: postId, scope, limits: limits ?? null, clause_id: context.clause.id, valid: `[${from},${to ?? ''}]` })
      .execute()
    return granted(null)
  },
  describe: ({ post: postId, scope, from }, names) => ({
    sv: `ger ${names.post(postId, 'sv')} mandat från ${longDay(from, 'sv')}: ${scope}`,
    en: `gives ${names.post(postId, 'en')} a mandate from ${longDay(from, 'en')}: ${scope}`,
  }),
})
