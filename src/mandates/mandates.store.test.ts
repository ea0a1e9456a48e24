import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { transact } from '../database/transact.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import { loader } from '../demo/event.ts'
import { idOf } from '../demo/ids.ts'
import { ore } from '../kernel/amount.ts'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { listScheme } from './scheme-store.ts'

let town: Awaited<ReturnType<typeof demonstration>>
beforeAll(async () => {
  town = await demonstration()
})
afterAll(() => town.drop())

const deps = () => ({ store: town.store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) })
const post = (key: string) => idOf('post', key)
const thing = (key: string) => idOf('thing', key)
const note: ClauseInput = { kind: 'note', text: 'anteckna', data: {} }
let no = 0
const decide = (
  delegation: { post: string; mandate: string; amount?: number; because?: string } | null,
  clause: ClauseInput = note,
  on = '2022-05-17',
  body = 'aln',
) =>
  registerDecision(
    deps(),
    loader,
    {
      bodyId: idOf('node', body),
      day: day(on),
      paragraph: `ALN 2022-9${++no}`,
      title: 'Prövning',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: delegation && {
        postId: post(delegation.post),
        mandateId: thing(delegation.mandate),
        concerns: [],
        amount: delegation.amount === undefined ? null : ore(delegation.amount * 100_000),
        urgentBecause: delegation.because ?? null,
      },
      clauses: [clause],
      dispatch: [],
    },
    { bySystem: true },
  )
const codes = async (done: ReturnType<typeof decide>) => (await done.then((v) => (v.ok ? [] : v.refusals))).map((r) => r.code)
const give = (data: object): ClauseInput => ({
  kind: 'give_mandate',
  text: 'ge mandat',
  data: { post: post('jobb-boras-chef'), scope: 'Avtal', from: day('2022-05-17'), concerns: 'none', ...data },
})

describe('a delegated decision', () => {
  it.each([
    ['within its limit', { post: 'alf-chef', mandate: 'm-avtal', amount: 500 }, []],
    ['beyond it', { post: 'alf-chef', mandate: 'm-avtal', amount: 501 }, ['delegation.limit']],
    ['without saying what it is worth', { post: 'alf-chef', mandate: 'm-avtal' }, ['delegation.amount']],
    ['with somebody else’s mandate', { post: 'am-chef', mandate: 'm-avtal', amount: 100 }, ['delegation.other_post']],
    ['with what was handed on', { post: 'am-chef', mandate: 'm-avtal-am', amount: 200 }, []],
  ])('%s', async (_, delegation, expected) => {
    expect(await codes(decide(delegation))).toEqual(expected)
  })

  it('outside its mandate is refused by the database itself', async () => {
    const { id } = await town.store.selectFrom('decision').select('id').where('mandate_id', '=', thing('m-avtal')).executeTakeFirstOrThrow()
    const slipped = transact(deps(), { actor: 'system:test', act: 'slip in' }, async (tx) => {
      const copy = deps().ids.next()
      await sql`insert into thing select ${copy}, kind, register, 'X', title, node_id, day, secrecy from thing where id = ${id}`.execute(tx)
      await sql`insert into decision (id, body_id, post_id, mandate_id, day, paragraph, text, amount)
        select ${copy}, body_id, post_id, mandate_id, day, 'X', text, 50000001 from decision where id = ${id}`.execute(tx)
    })
    await expect(slipped).rejects.toThrow('outside mandate')
  })
})

describe('an urgent decision', () => {
  const chair = { post: 'aln-chair', mandate: 'm-bradskande', because: 'Hyresvärden vill ha svar i morgon.' }
  const goal: ClauseInput = { kind: 'set_goal', text: 'sätta målet', data: { goal: 'Fler i arbete', from: day('2022-05-17') } }
  it.each([
    ['with its reason', chair, note, []],
    ['without', { ...chair, because: ' ' }, note, ['urgentBecause urgent.not']],
    ['with a reason too long', { ...chair, because: 'x'.repeat(2001) }, note, ['urgentBecause decision.urgent_because']],
    ['within a mandate that is not for it', { ...chair, mandate: 'm-yttrande' }, note, ['mandate urgent.mandate']],
    [
      'by an official as if it were',
      { post: 'alf-chef', mandate: 'm-forvaltningschef', because: 'Bråttom.' },
      note,
      ['mandate urgent.by', 'mandate urgent.mandate'],
    ],
    ['in what may never be delegated, as the ban is commonly read', chair, goal, []],
    [
      'in what another law keeps for the board',
      chair,
      { kind: 'withdraw_mandate', text: 'återkalla', data: { mandate: thing('m-yttrande'), last: day('2022-05-20') } },
      ['concerns delegation.never'],
    ],
  ] satisfies [string, Parameters<typeof decide>[0], ClauseInput, string[]][])('%s', async (_, delegation, clause, expected) => {
    const done = await decide(delegation, clause)
    expect(done.ok ? [] : done.refusals.map((r) => `${r.field} ${r.code}`)).toEqual(expected)
  })

  it('in what may never be delegated, where the body reads the ban as binding it too', async () => {
    const binding: ClauseInput = {
      kind: 'choose_rule',
      text: 'tillämpa',
      data: { node: idOf('node', 'aln'), choice: 'urgentWithinDelegationBan=true', from: day('2022-05-17') },
    }
    expect(await codes(decide(null, binding, '2022-05-17', 'kf'))).toEqual([])
    expect(await codes(decide(chair, goal))).toEqual(['delegation.never'])
  })

  it('without its reason, or with one that is none, is refused by the database itself', async () => {
    const { id } = await town.store.selectFrom('decision').select('id').where('mandate_id', '=', thing('m-ordforande')).executeTakeFirstOrThrow()
    const slipIn = (because: string | null) =>
      transact(deps(), { actor: 'system:test', act: 'slip in' }, async (tx) => {
        const copy = deps().ids.next()
        await sql`insert into thing select ${copy}, kind, register, ${copy}, title, node_id, day, secrecy from thing where id = ${id}`.execute(tx)
        await sql`insert into decision (id, body_id, post_id, mandate_id, day, paragraph, text, urgent_because)
          select ${copy}, body_id, post_id, mandate_id, day, ${copy}, text, ${because} from decision where id = ${id}`.execute(tx)
      })
    await expect(slipIn(null)).rejects.toThrow('a reason is told')
    await expect(slipIn(' ')).rejects.toThrow('urgent_because')
    await expect(slipIn('Bråttom.')).resolves.toBeUndefined()
  })

  it('is a mandate of the chair or another member only', async () => {
    expect(await codes(decide(null, give({ urgent: 'yes' })))).toEqual(['urgent.by'])
    expect(await codes(decide(null, give({ urgent: 'yes', post: post('alnsu-chair') })))).toEqual(['urgent.by'])
    expect(await codes(decide(null, give({ urgent: 'yes', post: post('aln-chair') })))).toEqual([])
  })
})

describe('a mandate', () => {
  it('is given for a point of the body’s own that may be delegated', async () => {
    expect(await codes(decide(null, give({ type: thing('dt-avtal'), limit: ore(5_000_000) })))).toEqual([])
    expect(await codes(decide(null, give({ type: thing('dt-iop') })))).toEqual(['mandate.never'])
    expect(await codes(decide(null, give({ type: thing('m-avtal') })))).toEqual(['mandate.type'])
    expect(await codes(decide(null, give({ onward: 'yes' })))).toEqual(['mandate.onward'])
  })

  it('is handed on one step, by the head of a department, no further than its own', async () => {
    const by = { post: 'alf-chef', mandate: 'm-avtal', amount: 0 }
    const onward = { type: thing('dt-avtal'), handedOn: thing('m-avtal') }
    expect(await codes(decide(by, give({ ...onward, limit: ore(10_000_000) })))).toEqual([])
    expect(await codes(decide(by, give({ ...onward, limit: ore(60_000_000) })))).toEqual(['delegation.onward_limit'])
    expect(
      await codes(decide({ post: 'am-chef', mandate: 'm-avtal-am', amount: 0 }, give({ ...onward, limit: ore(100), handedOn: thing('m-avtal-am') }))),
    ).toEqual(['delegation.onward_role', 'delegation.onward_step'])
  })

  it('is withdrawn by the body, with what was handed on from it, and by nothing else', async () => {
    const withdraw: ClauseInput = { kind: 'withdraw_mandate', text: 'återkalla', data: { mandate: thing('m-anstalla'), last: day('2022-05-20') } }
    expect(await codes(decide(null, withdraw))).toEqual([])
    expect(await codes(decide({ post: 'jobb-boras-chef', mandate: 'm-anstalla-jb' }, note, '2022-05-16'))).toEqual([])
    const { rows } = await town.pool.query(`select count(*)::int as n from mandate where upper(valid) = '2022-05-21' and id = any($1)`, [
      ['m-anstalla', 'm-anstalla-jb', 'm-anstalla-at'].map(thing),
    ])
    expect(rows[0].n).toBe(3)
    const alone = transact(deps(), { actor: 'system:test', act: 'slip in' }, (tx) =>
      tx.updateTable('mandate').set({ amount_limit: 99 }).where('id', '=', thing('m-avtal')).execute(),
    )
    await expect(alone).rejects.toThrow('law 1')
  })
})

describe('the scheme', () => {
  it('tells who may decide, nearest to the work first, in the order of the points', async () => {
    const all = await listScheme(town.store, { nodeId: idOf('node', 'aln'), search: '', day: day('2022-05-17'), secretsOf: [] }, null)
    expect(all.points.map((p) => p.code)).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '3.1', '3.2', '3.10', '4.1', '4.2', '5.1', '5.2', '5.3'])
    const found = await listScheme(town.store, { nodeId: null, search: 'ingå avtal', day: day('2021-03-20'), secretsOf: [] }, null)
    expect(found.points.map((p) => p.code)).toEqual(['3.2', '3.10'])
    expect(found.points[0]?.delegates.map((d) => [d.limit, d.handedOn])).toEqual([
      [20_000_000, true],
      [20_000_000, true],
      [50_000_000, false],
    ])
    const before = await listScheme(town.store, { nodeId: null, search: 'ingå avtal', day: day('2021-02-28'), secretsOf: [] }, null)
    expect(before.points[0]?.delegates).toEqual([])
  })
})
