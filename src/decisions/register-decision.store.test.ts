import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, posts, series, type Town, who } from '../../test/decision-town.ts'
import { openCase } from '../cases/open-case.ts'
import { type Amount, ore } from '../kernel/amount.ts'
import { day } from '../kernel/day.ts'
import { period } from '../kernel/period.ts'
import type { Verdict } from '../kernel/refusal.ts'
import type { Who } from '../kernel/who.ts'
import { handInReport } from '../reports/hand-in-report.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import { definitions } from '../registers/definitions/index.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { transact } from '../database/transact.ts'
import type { ClauseInput } from './clause.ts'
import type { DecisionInput } from './decision.ts'
import { noteMinutes } from './note-minutes.ts'
import { registerDecision, type RegisterOptions } from './register-decision.ts'

let town: Town
beforeAll(async () => {
  town = await decisionTown()
})
afterAll(() => town.close())

let paragraphs = 0
const decision = (clauses: readonly ClauseInput[], more: Partial<DecisionInput> = {}): DecisionInput => ({
  bodyId: nodes.council,
  day: day('2022-04-20'),
  paragraph: String(++paragraphs),
  title: 'Ett beslut',
  text: '',
  caseId: null,
  adjusted: null,
  announced: null,
  delegation: null,
  clauses,
  dispatch: [],
  ...more,
})
const register = (clauses: readonly ClauseInput[], more: Partial<DecisionInput> = {}, options: RegisterOptions = { bySystem: true }) =>
  registerDecision(town.deps, who.system, decision(clauses, more), options)
const done = async <T>(verdict: Promise<Verdict<T>>): Promise<T> => {
  const v = await verdict
  if (!v.ok) throw new Error(JSON.stringify(v.refusals))
  return v.value
}
const codes = (v: Verdict<unknown>) => (v.ok ? [] : v.refusals.map((r) => `${r.field ?? ''} ${r.code}`.trim()))
const id = (): string => town.deps.ids.next()

const assignment = (data: object = {}, more: object = {}): ClauseInput => ({
  kind: 'give_assignment',
  text: 'ge nämnden uppdraget',
  data: {
    title: 'Minska antalet hushåll',
    purpose: 'Fler försörjer sig själva',
    deliverable: 'Färre hushåll',
    finalReport: day('2022-12-31'),
    recipient: nodes.labour,
    origin: 'budget',
    kind: 'development',
    ...data,
  },
  ...more,
})
const note: ClauseInput = { kind: 'note', text: 'anteckna rapporten', data: {} }

/** An assignment that has come to its final report, for clauses that end it. */
const reported = async (): Promise<{ readonly entryId: string; readonly reportId: string }> => {
  const entryId = id()
  const reportId = id()
  await done(register([assignment({}, { creates: entryId })]))
  await transact(town.deps, { actor: 'system:test', act: 'accept' }, (tx) =>
    actOnEntry(tx, town.deps, definitions.assignment as unknown as AnyDefinition, {
      entryId,
      act: 'accept',
      who: {
        ...who.secretary,
        posts: [{ ...who.secretary.posts[0]!, role: 'department_head', postId: posts.head, nodeId: nodes.department, chain: [nodes.department, nodes.labour] }],
      },
      doing: { by: 'person' },
    }),
  )
  const head = {
    ...who.secretary,
    posts: [
      { ...who.secretary.posts[0]!, role: 'department_head' as const, postId: posts.head, nodeId: nodes.department, chain: [nodes.department, nodes.labour] },
    ],
  }
  await done(
    handInReport(town.deps, head, {
      entryId,
      id: reportId,
      kind: 'final',
      stance: 'done',
      period: '',
      text: 'Hushållen är färre än när uppdraget gavs.',
      asWritten: true,
      continuation: [{ what: 'Följ upp inlåsning' }, { what: 'Sprid metoden' }],
    }),
  )
  return { entryId, reportId }
}

const links = async (clauseId: string) =>
  (await town.deps.store.selectFrom('link').select(['to_id', 'kind']).where('from_id', '=', clauseId).execute()).map((l) => `${l.kind} ${l.to_id}`)

describe('every kind of clause takes effect', () => {
  it('makes entries, goals, targets, frames and mandates, each with its clause and history', async () => {
    const made = { goal: id(), target: id(), frame: id(), mandate: id(), entry: id(), agreement: id(), document: id() }
    const clauseIds = Object.keys(made).map(() => id())
    const of = (n: number, creates: string) => ({ id: clauseIds[n]!, creates })
    await done(
      register([
        { kind: 'set_goal', text: 'sätta målet', data: { goal: 'Alla ska bli självförsörjande', from: day('2022-01-01') }, ...of(0, made.goal) },
        {
          kind: 'set_target',
          text: 'sätta värdet',
          data: { series, node: nodes.labour, period: period('2022'), rule: 'at_most', value: 700, goal: made.goal },
          ...of(1, made.target),
        },
        {
          kind: 'set_budget_frame',
          text: 'tilldela',
          data: { node: nodes.labour, period: period('2023'), amount: ore(500_000_00) as Amount, purpose: 'Arbetsmarknad' },
          ...of(2, made.frame),
        },
        {
          kind: 'give_mandate',
          text: 'delegera',
          data: { post: posts.councilSecretary, scope: 'Yttranden', from: day('2022-01-01'), concerns: 'none' },
          ...of(3, made.mandate),
        },
        assignment({}, of(4, made.entry)),
        {
          kind: 'sign_agreement',
          text: 'ingå',
          data: { partner: 'Föreningen', purpose: 'Arbete', yearly: ore(1_600_000_00), from: day('2022-04-01'), to: day('2024-12-31'), noticeMonths: 6 },
          ...of(5, made.agreement),
        },
        {
          kind: 'adopt_document',
          text: 'anta',
          data: {
            title: 'Program',
            type: 'programme',
            scope: 'Alla nämnder',
            validFrom: day('2022-01-01'),
            validTo: day('2025-12-31'),
            revisionOwner: nodes.executive,
            followUpOwner: nodes.executive,
          },
          ...of(6, made.document),
        },
      ]),
    )
    for (const [n, thingId] of Object.values(made).entries()) {
      expect(await links(clauseIds[n]!)).toContain(`decides ${thingId}`)
      const row = await town.deps.store
        .selectFrom('history.entry')
        .select('clause_id')
        .where('relation', '=', 'thing')
        .where('key', '=', thingId)
        .executeTakeFirstOrThrow()
      expect(row.clause_id).toBe(clauseIds[n])
    }
    expect(await links(made.target)).toContain(`measured_by ${series}`)
    expect(await links(made.goal)).toContain(`part ${made.target}`)
    const goal = await town.deps.store.selectFrom('thing').select('number').where('id', '=', made.goal).executeTakeFirstOrThrow()
    expect(goal.number).toMatch(/^M-\d+$/)
  })

  it('changes, ends and declares fulfilled, and approves reports', async () => {
    const entryId = id()
    await done(register([assignment({}, { creates: entryId })]))
    await done(register([{ kind: 'change_assignment', text: 'ändra', target: entryId, data: { finalReport: day('2023-06-30'), kind: 'other' } }]))
    expect((await loadEntry(town.deps.store, entryId))?.data).toMatchObject({ finalReport: '2023-06-30', kind: 'other', title: 'Minska antalet hushåll' })
    await done(register([{ kind: 'end_assignment', text: 'avsluta', target: entryId, data: {} }]))
    expect((await loadEntry(town.deps.store, entryId))?.state).toBe('ended')

    const { entryId: other, reportId } = await reported()
    await done(
      register([
        { kind: 'approve_report', text: 'godkänna', target: reportId, data: {} },
        {
          kind: 'declare_fulfilled',
          text: 'förklara fullgjort',
          target: other,
          data: {},
          continued: [
            { no: 1, nodeId: nodes.labour, due: day('2023-01-31') },
            { no: 2, dropped: 'Behövs inte längre' },
          ],
        },
      ]),
    )
    expect((await loadEntry(town.deps.store, other))?.state).toBe('fulfilled')
    expect((await town.deps.store.selectFrom('report').select('state').where('id', '=', reportId).executeTakeFirstOrThrow()).state).toBe('approved')
    const items = await town.deps.store
      .selectFrom('continuation')
      .select(['no', 'node_id', 'due', 'dropped'])
      .where('report_id', '=', reportId)
      .orderBy('no')
      .execute()
    expect(items).toEqual([
      { no: 1, node_id: nodes.labour, due: '2023-01-31', dropped: null },
      { no: 2, node_id: null, due: null, dropped: 'Behövs inte längre' },
    ])
  })

  it('lets note, send on and reject change nothing', async () => {
    const before = await town.deps.store
      .selectFrom('link')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('kind', '=', 'decides')
      .executeTakeFirstOrThrow()
    await done(
      register([
        note,
        { kind: 'send_on', text: 'översända', data: { receiver: nodes.executive } },
        { kind: 'reject', text: 'avslå', data: { proposal: 'Tilläggsyrkandet' } },
      ]),
    )
    const after = await town.deps.store
      .selectFrom('link')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('kind', '=', 'decides')
      .executeTakeFirstOrThrow()
    expect(after.n).toBe(before.n)
  })

  it('leaves what continues without an owner as a gap, and refuses a half one', async () => {
    const { entryId } = await reported()
    const half: ClauseInput = {
      kind: 'declare_fulfilled',
      text: 'förklara',
      target: entryId,
      data: {},
      continued: [
        { no: 1, nodeId: nodes.labour },
        { no: 9, dropped: 'x' },
      ],
    }
    expect(codes(await register([half]))).toEqual(['clauses.1.continued.1 continued.half', 'clauses.1.continued.9 continued.unknown'])
    await done(register([{ ...half, continued: [] }]))
  })

  it('is as secret as its case, and so is what it makes', async () => {
    const opened = await done(
      openCase(
        town.deps,
        who.system,
        { nodeId: nodes.council, title: 'Hemligt', opened: day('2022-04-01'), party: { name: 'N', role: 'author' }, secrecy: 'OSL 26:1' },
        { bySystem: true },
      ),
    )
    const entryId = id()
    const made = await done(register([assignment({}, { creates: entryId })], { caseId: opened.id }))
    const things = await town.deps.store.selectFrom('thing').select('secrecy').where('id', 'in', [made.id, entryId]).execute()
    expect(things.map((t) => t.secrecy)).toEqual(['OSL 26:1', 'OSL 26:1'])
    expect((await town.deps.store.selectFrom('case_file').select('state').where('id', '=', opened.id).executeTakeFirstOrThrow()).state).toBe('decided')
  })
})

describe('refusals', () => {
  it('are gathered from the head, every clause and the receivers, and nothing is written', async () => {
    const before = await town.deps.store
      .selectFrom('history.entry')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    const refused = await register(
      [
        assignment({ recipient: nodes.old, finalReport: 'snart', origin: 'budget' }),
        assignment({ recipient: nodes.old }),
        { kind: 'set_target', text: '', data: { series: id(), node: nodes.labour, period: period('2022'), rule: 'increase', value: 3 } },
        { kind: 'set_budget_frame', text: 'tilldela', data: { node: nodes.culture, period: period('2022'), amount: ore(100), purpose: 'x' } },
        { kind: 'declare_fulfilled', text: 'förklara', target: id(), data: {} },
        { kind: 'give_mandate', text: 'ge', data: { post: posts.cultureSecretary, scope: 'Allt', from: day('2022-01-01'), concerns: 'goals' } },
      ],
      { bodyId: nodes.labour, day: day('2022-05-18'), paragraph: '§ 3', title: '', dispatch: [{ receiverId: nodes.old, demandsAction: true, what: null }] },
    )
    expect(codes(refused)).toEqual([
      'paragraph decision.paragraph',
      'title decision.title',
      'day decision.future',
      'receivers.1 dispatch.receiver',
      'receivers.1 dispatch.what',
      'clauses.1.finalReport field.unreadable',
      'clauses.2.recipient clause.node',
      'clauses.3.text clause.text',
      'clauses.3.value target.value',
      'clauses.4.financing frame.financing',
      'clauses.5.entry clause.target',
      'clauses.6.concerns mandate.never',
    ])
    const after = await town.deps.store
      .selectFrom('history.entry')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(after.n).toBe(before.n)
  })

  it.each([
    ['a future day', { day: day('2022-05-18') }, ['day decision.future']],
    ['before the body existed', { bodyId: nodes.labour, day: day('2018-12-31') }, ['day decision.no_body']],
    ['after the body had ended', { bodyId: nodes.old, day: day('2019-01-01') }, ['day decision.body_ended']],
    ['a department', { bodyId: nodes.department }, ['body decision.body']],
    ['an unknown case', { caseId: '0190b0b0-0000-7000-8000-999999999999' }, ['case decision.case']],
    ['no clause', { clauses: [] }, ['clauses decision.clauses']],
    ['a post without a mandate', { delegation: { postId: posts.councilSecretary, mandateId: null, concerns: [] } }, ['mandate delegation.no_mandate']],
  ])('%s', async (_, more, wanted) => expect(codes(await register([note], more))).toEqual(wanted))

  it('a board gives an assignment outside the budget only with resources', async () => {
    const give = (data: object) => register([assignment({ recipient: nodes.department, origin: 'ongoing', ...data })], { bodyId: nodes.labour })
    expect(codes(await give({}))).toEqual(['clauses.1.resources assignment.resources'])
    await done(give({ resources: ore(100_000_00), financing: 'Egen ram' }))
    await done(register([assignment({ origin: 'ongoing' })]))
  })

  it('only the giver, its successor or the council decides on what was given', async () => {
    const entryId = id()
    await done(register([assignment({ recipient: nodes.department, resources: ore(1_00), financing: 'ram' }, { creates: entryId })], { bodyId: nodes.labour }))
    const end: ClauseInput = { kind: 'end_assignment', text: 'avsluta', target: entryId, data: {} }
    expect(codes(await register([end], { bodyId: nodes.culture }))).toEqual(['clauses.1.entry clause.not_giver'])
    await transact(town.deps, { actor: 'system:test', act: 'merge' }, (tx) =>
      tx.insertInto('succession').values({ id: id(), from_id: nodes.labour, to_id: nodes.culture, on_day: '2022-04-21', kind: 'merge', share: 1 }).execute(),
    )
    expect(codes(await register([end], { bodyId: nodes.culture }))).toEqual(['clauses.1.entry clause.not_giver'])
    await done(register([end], { bodyId: nodes.culture, day: day('2022-04-21') }))
  })

  it('a post decides within its mandate only, and never what KL 6:38 keeps', async () => {
    const mandateId = id()
    await done(
      register(
        [
          {
            kind: 'give_mandate',
            text: 'ge',
            creates: mandateId,
            data: { post: posts.chair, scope: 'Brådskande', from: day('2022-01-01'), to: day('2022-04-30'), concerns: 'none' },
          },
        ],
        { bodyId: nodes.labour, day: day('2022-01-25') },
      ),
    )
    const byPost = (clauses: readonly ClauseInput[], d: string) =>
      register(clauses, { bodyId: nodes.labour, day: day(d), paragraph: 'ALN 2022-00003', delegation: { postId: posts.chair, mandateId, concerns: [] } })
    expect(codes(await byPost([note], '2022-05-01'))).toEqual(['mandate delegation.not_valid'])
    expect(codes(await byPost([{ kind: 'set_goal', text: 'sätta', data: { goal: 'x', from: day('2022-01-01') } }], '2022-04-30'))).toEqual([
      'concerns delegation.never',
    ])
    await done(byPost([note], '2022-04-30'))
  })

  it('asks the policy of people, and of nobody else', async () => {
    const refused = await registerDecision(town.deps, who.member, decision([note], { bodyId: nodes.labour }))
    expect(codes(refused)).toEqual(['access.post'])
    await done(registerDecision(town.deps, who.secretary, decision([note], { bodyId: nodes.labour })))
  })
})

describe('two who register the same paragraph', () => {
  it('one after the other: the second is told with everything else that is wrong', async () => {
    const input = decision([note])
    await done(registerDecision(town.deps, who.system, input, { bySystem: true }))
    const second = await registerDecision(town.deps, who.system, { ...input, title: '' }, { bySystem: true })
    expect(codes(second)).toEqual(['title decision.title', 'paragraph decision.paragraph_taken'])
  })

  it('at once: one gets through, the other is told, and its draft stays', async () => {
    const input = decision([note, assignment()], { bodyId: nodes.council })
    const keys = [id(), id()]
    const personId = who.secretary.personId as string
    for (const key of keys) await town.deps.store.insertInto('draft').values({ person_id: personId, key, fields: '{}' }).execute()
    const both = await Promise.all(
      keys.map((key) => registerDecision(town.deps, who.system, { ...input, id: id() }, { bySystem: true, draft: { personId, key } })),
    )
    expect(both.filter((v) => v.ok)).toHaveLength(1)
    expect(both.flatMap(codes)).toEqual(['paragraph decision.paragraph_taken'])
    expect(await town.deps.store.selectFrom('draft').select('key').where('key', 'in', keys).execute()).toHaveLength(1)
  })

  it('the same form sent twice gives one decision', async () => {
    const input = { ...decision([note]), id: id() }
    const both = await Promise.all([1, 2].map(() => registerDecision(town.deps, who.system, input, { bySystem: true })))
    expect(both).toEqual([
      { ok: true, value: { id: input.id } },
      { ok: true, value: { id: input.id } },
    ])
  })
})

const write = (work: (tx: Parameters<Parameters<typeof transact>[2]>[0]) => Promise<unknown>) =>
  transact(town.deps, { actor: 'system:test', act: 'cheat' }, work)

describe('law 1, in the database itself', () => {
  const thing = { kind: 'entry', register: 'assignment', number: null, title: 'Smyg', node_id: nodes.labour, day: '2022-05-17', secrecy: null } as const

  it('refuses an assignment without a clause', async () => {
    const entryId = id()
    await expect(
      write(async (tx) => {
        await tx
          .insertInto('thing')
          .values({ id: entryId, ...thing })
          .execute()
        await tx
          .insertInto('entry')
          .values({
            id: entryId,
            register: 'assignment',
            steering: true,
            state: 'given',
            data: '{}',
            owner_id: null,
            due: null,
            clause_id: null,
            last_clause_id: null,
            parent_id: null,
          })
          .execute()
      }),
    ).rejects.toThrow('law_one')
  })

  it('refuses a clause that claims an effect and has none', async () => {
    const made = await done(register([note]))
    const clauseId = id()
    await expect(
      write(async (tx) => {
        await tx
          .insertInto('thing')
          .values({ id: clauseId, ...thing, kind: 'clause', register: null })
          .execute()
        await tx.insertInto('clause').values({ id: clauseId, decision_id: made.id, no: 99, kind: 'give_assignment', text: 'x', data: '{}' }).execute()
      }),
    ).rejects.toMatchObject({ code: 'GL003' })
  })

  it('refuses to alter or take away a decision or its clause', async () => {
    const made = await done(register([note]))
    await expect(write((tx) => tx.updateTable('decision').set({ text: 'annat' }).where('id', '=', made.id).execute())).rejects.toMatchObject({ code: 'GL002' })
    await expect(write((tx) => tx.deleteFrom('clause').where('decision_id', '=', made.id).execute())).rejects.toMatchObject({ code: 'GL002' })
  })

  it('refuses a kind of clause that nobody has told it of, and the program may not tell it', async () => {
    await expect(write((tx) => tx.insertInto('clause_kind').values({ name: 'sneak', has_effect: false }).execute())).rejects.toThrow('permission denied')
  })
})

describe('the days of the minutes', () => {
  const minutes = (decisionId: string, adjusted: string | null, announced: string | null, by: Who = who.council) =>
    noteMinutes(town.deps, by, { decisionId, adjusted: adjusted ? day(adjusted) : null, announced: announced ? day(announced) : null })

  it('are noted once, in their order, by the office of the body', async () => {
    const { id: decisionId } = await done(register([note]))
    expect(codes(await minutes(decisionId, '2022-04-25', null, who.secretary))).toEqual(['access.post'])
    expect(codes(await minutes(decisionId, '2022-04-19', '2022-04-18'))).toEqual(['adjusted decision.adjusted', 'announced decision.announced'])
    expect(codes(await minutes(decisionId, null, '2022-04-26'))).toEqual(['announced decision.announced'])
    expect(codes(await minutes(decisionId, null, null))).toEqual(['adjusted minutes.empty'])
    await done(minutes(decisionId, '2022-04-25', null))
    await done(minutes(decisionId, '2022-04-25', '2022-04-26'))
    expect(codes(await minutes(decisionId, '2022-04-24', '2022-04-27'))).toEqual(['adjusted minutes.noted', 'announced minutes.noted'])
    expect(await town.deps.store.selectFrom('decision').select(['adjusted', 'announced']).where('id', '=', decisionId).executeTakeFirst()).toEqual({
      adjusted: '2022-04-25',
      announced: '2022-04-26',
    })
  })

  it('are all that the database lets anybody write in a decision, and only once', async () => {
    const { id: decisionId } = await done(register([note], { adjusted: day('2022-04-25') }))
    const set = (values: object) => write((tx) => tx.updateTable('decision').set(values).where('id', '=', decisionId).execute())
    await expect(set({ adjusted: '2022-04-26' })).rejects.toMatchObject({ code: 'GL002' })
    await expect(set({ adjusted: null })).rejects.toMatchObject({ code: 'GL002' })
    await expect(set({ announced: '2022-04-26', paragraph: '1' })).rejects.toMatchObject({ code: 'GL002' })
    await set({ announced: '2022-04-26' })
  })
})
