import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../database/transact.ts'
import { type Amount, ore } from '../../kernel/amount.ts'
import { longDay } from '../../kernel/day.ts'
import { granted, type Refusal, refused } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/who.ts'
import { amount, choice, day, post, text, thing } from '../../registers/field.ts'
import { neverDelegated } from '../../rulebook/delegation.ts'
import { onwardHinders, urgentBy } from '../../rulebook/mandate.ts'
import { defineEnactment, type EnactContext } from '../enactment.ts'
import { urgentMandateHinders } from '../urgent.ts'
import { words } from '../words.ts'
import { makeThing } from './numbered-thing.ts'

const none = { none: { sv: 'Inget av det som aldrig får delegeras', en: 'Nothing that may never be delegated' } } as const

/** Gives a post of the body's own the right to decide on its behalf, from a day (KL 6:37, 7:5), in nothing that KL 6:38 forbids. */
export const giveMandate = defineEnactment({
  words: { sv: 'Ge ett mandat (delegation)', en: 'Give a mandate (delegation)' },
  group: 'money',
  hasEffect: true,
  fields: z.object({
    post: post({ label: { sv: 'Till befattningen', en: 'To the post' } }),
    scope: text({ label: { sv: 'Vad mandatet omfattar', en: 'What the mandate covers' } }),
    limits: text({
      label: { sv: 'Gränser', en: 'Limits' },
      hint: { sv: 'Till exempel belopp, eller när det ska anmälas.', en: 'For example an amount, or when it is reported.' },
    }).optional(),
    type: thing(['entry'], {
      label: { sv: 'Punkt i delegationsordningen', en: 'Point of the scheme of delegation' },
      hint: {
        sv: 'Beslutstypens nummer, till exempel DT-3. Tomt för ett mandat utanför ordningen.',
        en: 'The number of the decision type, such as DT-3. Empty for a mandate beside the scheme.',
      },
    }).optional(),
    limit: amount({
      label: { sv: 'Gräns i kronor', en: 'Limit of money' },
      hint: { sv: 'I tkr. Tomt är ingen gräns.', en: 'In tkr. Empty is no limit.' },
    }).optional(),
    onward: choice(
      { no: { sv: 'Nej', en: 'No' }, yes: { sv: 'Ja, ett steg', en: 'Yes, one step' } },
      {
        label: { sv: 'Får delegeras vidare?', en: 'May it be handed on?' },
        hint: { sv: 'Bara av en förvaltningschef (KL 7:6).', en: 'Only by the head of a department (KL 7:6).' },
      },
    ).optional(),
    urgent: choice(
      { no: { sv: 'Nej', en: 'No' }, yes: { sv: 'Ja', en: 'Yes' } },
      {
        label: { sv: 'Gäller det brådskande ärenden?', en: 'Is it for urgent matters?' },
        hint: {
          sv: 'Bara ordföranden eller en annan ledamot, och varje beslut säger varför nämndens inte kunde avvaktas (KL 6:39).',
          en: 'Only the chair or another member, and each decision tells why the board’s could not be awaited (KL 6:39).',
        },
      },
    ).optional(),
    handedOn: thing(['mandate'], {
      label: { sv: 'Vidaredelegeras från mandatet', en: 'Handed on from the mandate' },
      hint: {
        sv: 'Bara när en förvaltningschef delegerar vidare: dess nummer, till exempel D-4.',
        en: 'Only when the head of a department hands on: its number, such as D-4.',
      },
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
  enact: async (tx, deps, context, data) => {
    const { post: postId, scope, limits, from, to } = data
    const found = await tx.selectFrom('post').select(['node_id', 'title_sv', 'role']).where('id', '=', postId).executeTakeFirst()
    if (!found) return refused({ code: 'mandate.post', field: 'post', text: words.unknownPost })
    if (!context.tree.below(context.decision.body.id).includes(found.node_id)) {
      return refused({ code: 'mandate.post', field: 'post', law: 'KL 6:37, 7:5', text: words.mandatePost })
    }
    const role = found.role as Role
    const hinders = [
      ...(await typeHinders(tx, context, data.type)),
      ...(await onwardOf(tx, context, data, role)),
      ...(data.urgent === 'yes' ? urgentMandateHinders(urgentBy(role, found.node_id === context.decision.body.id), from) : []),
    ]
    if (hinders.length > 0) return refused(...hinders)
    await makeThing(tx, deps, context, 'mandate', `${found.title_sv}: ${scope}`)
    await tx
      .insertInto('mandate')
      .values({
        id: context.creates,
        post_id: postId,
        scope,
        limits: limits ?? null,
        clause_id: context.clause.id,
        valid: `[${from},${to ?? ''}]`,
        type_id: data.type ?? null,
        amount_limit: data.limit ?? null,
        onward: data.onward === 'yes',
        from_id: data.handedOn ?? null,
        urgent: data.urgent === 'yes',
      })
      .execute()
    return granted(null)
  },
  describe: ({ post: postId, scope, from }, names) => ({
    sv: `ger ${names.post(postId, 'sv')} mandat från ${longDay(from, 'sv')}: ${scope}`,
    en: `gives ${names.post(postId, 'en')} a mandate from ${longDay(from, 'en')}: ${scope}`,
  }),
})

/** The point of the scheme must be one of the body's own, in force, and one that may be delegated. */
const typeHinders = async (tx: Tx, { decision }: EnactContext, typeId: string | undefined): Promise<readonly Refusal[]> => {
  if (typeId === undefined) return []
  const type = await tx
    .selectFrom('entry')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .select(['entry.state', 'entry.data', 'thing.node_id'])
    .where('entry.id', '=', typeId)
    .where('entry.register', '=', 'decision-type')
    .executeTakeFirst()
  if (!type || type.node_id !== decision.body.id || type.state !== 'active') return [{ code: 'mandate.type', field: 'type', text: words.noSuchType }]
  const category = String(type.data['category'])
  return category === 'delegable' ? [] : [{ code: 'mandate.never', field: 'type', law: 'KL 6:38', text: words.neverType }]
}

interface Handed {
  readonly type?: string | undefined
  readonly limit?: Amount | undefined
  readonly onward?: 'no' | 'yes' | undefined
  readonly handedOn?: string | undefined
}

/** A body gives mandates of its own; a post can only hand its own on. */
const onwardOf = async (tx: Tx, { decision }: EnactContext, data: Handed, to: Role): Promise<readonly Refusal[]> => {
  if (decision.postId === null) {
    if (data.onward === 'yes' && to !== 'department_head') return [{ code: 'mandate.onward', field: 'onward', law: 'KL 7:6', text: words.onwardHeads }]
    return data.handedOn === undefined ? [] : [{ code: 'mandate.handed', field: 'handedOn', text: words.bodyGives }]
  }
  const from = data.handedOn
    ? await tx
        .selectFrom('mandate')
        .innerJoin('post', 'post.id', 'mandate.post_id')
        .select(['mandate.post_id', 'post.role', 'mandate.onward', 'mandate.from_id', 'mandate.type_id', 'mandate.amount_limit'])
        .where('mandate.id', '=', data.handedOn)
        .where(sql<boolean>`mandate.valid @> ${decision.day}::date`)
        .executeTakeFirst()
    : undefined
  return onwardHinders({
    deciderPostId: decision.postId,
    from: from
      ? {
          postId: from.post_id,
          role: from.role as Role,
          onward: from.onward,
          handed: from.from_id !== null,
          typeId: from.type_id,
          limit: from.amount_limit === null ? null : ore(from.amount_limit),
        }
      : null,
    to: { role: to, typeId: data.type ?? null, limit: data.limit ?? null, onward: data.onward === 'yes' },
  }).map((r) => (r.field === 'from' ? { ...r, field: 'handedOn' } : r))
}
