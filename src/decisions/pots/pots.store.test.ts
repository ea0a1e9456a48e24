import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, series, type Town, who } from '../../../test/decision-town.ts'
import { type Room, roomFor } from '../../../test/room.ts'
import { transact, type Tx } from '../../database/transact.ts'
import { type Amount, ore } from '../../kernel/amount.ts'
import { type Day, day } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import { anybody } from '../../kernel/who.ts'
import { callOffHinders, lastDayOf } from '../../rulebook/pot.ts'
import type { ClauseInput } from '../clause.ts'
import type { DecisionInput } from '../decision.ts'
import { clauseRoutes } from '../clause-routes.tsx'
import { draftRoutes } from '../draft-routes.tsx'
import { registerDecision } from '../register-decision.ts'
import { potRoutes } from './routes.tsx'

let town: Town
let room: Room
beforeAll(async () => {
  town = await decisionTown()
  room = roomFor(potRoutes, town.deps, anybody)
})
afterAll(() => town.close())

const codes = (done: Verdict<unknown>) => (done.ok ? [] : done.refusals.map((r) => r.code))
const tkr = (n: number): Amount => ore(n * 100_000)
let paragraphs = 500

const decide = (bodyId: string, on: string, clauses: readonly ClauseInput[], more: Partial<DecisionInput> = {}) =>
  registerDecision(
    town.deps,
    who.system,
    {
      bodyId,
      day: day(on),
      paragraph: String(++paragraphs),
      title: 'Pengar',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: null,
      clauses,
      dispatch: [],
      ...more,
    },
    { bySystem: true },
  )

const setAside = async (amount: Amount, data: { readonly callers?: string[]; readonly to?: Day } = {}): Promise<string> => {
  const id = town.deps.ids.next()
  const clause: ClauseInput = {
    kind: 'set_aside',
    text: 'sätta av pengar',
    creates: id,
    data: { node: nodes.executive, period: '2022' as never, amount, purpose: 'Sommarjobb', financing: 'Bufferten', ...data },
  }
  const made = await decide(nodes.executive, '2022-02-01', [clause])
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return id
}
const callOff = (pot: string, receiver: string, amount: Amount, purpose = 'Platser'): ClauseInput => ({
  kind: 'call_off',
  text: 'avropa',
  data: { pot, receiver, amount, purpose },
})

describe('a central pot', () => {
  it('is called off until nothing is left, each time with amount, decision and receiver, and never beyond', async () => {
    const pot = await setAside(tkr(3000), { callers: [nodes.labour, nodes.culture] })
    expect(codes(await decide(nodes.executive, '2022-03-01', [callOff(pot, nodes.labour, tkr(1200))]))).toEqual([])
    const tooMuch = await decide(nodes.executive, '2022-03-02', [callOff(pot, nodes.culture, tkr(1900))])
    expect(tooMuch.ok ? [] : tooMuch.refusals.map((r) => [r.code, r.field, r.text.sv.replaceAll('\u00a0', ' ')])).toEqual([
      ['call_off.exceeds', 'clauses.1.amount', 'Avropet är 1 900 tkr, men av pottens 3 000 tkr är 1 800 tkr kvar.'],
    ])
    // Two clauses of one decision are judged one after the other.
    const both = [callOff(pot, nodes.culture, tkr(1000)), callOff(pot, nodes.culture, tkr(801))]
    expect(codes(await decide(nodes.executive, '2022-03-03', both))).toEqual(['call_off.exceeds'])
    expect(codes(await decide(nodes.culture, '2022-03-04', [callOff(pot, nodes.culture, tkr(800))]))).toEqual([])
    // What a call-off leads to may be followed in a measure, as other money.
    const followed = callOff(pot, nodes.labour, tkr(0.01))
    const creates = town.deps.ids.next()
    expect(
      codes(await decide(nodes.labour, '2022-03-05', [{ ...followed, creates, data: { ...followed.data, series: nodes.labour } } as ClauseInput])),
    ).toEqual(['frame.series'])
    expect(codes(await decide(nodes.labour, '2022-03-05', [{ ...followed, creates, data: { ...followed.data, series } } as ClauseInput]))).toEqual([])
    const links = await town.deps.store.selectFrom('link').select(['from_id', 'to_id', 'kind']).where('link.kind', 'in', ['part', 'measured_by']).execute()
    expect(links).toContainEqual({ from_id: pot, to_id: creates, kind: 'part' })
    expect(links).toContainEqual({ from_id: creates, to_id: series, kind: 'measured_by' })
    const shown = (await room.get(`/pots/${pot}`)).text.replaceAll('\u00a0', ' ')
    expect(shown).toContain('1 000 tkr av 3 000 tkr är kvar till och med 31 januari 2023.')
    expect(shown).toMatch(/2022-03-01 § \d+.*1 200.*1 800.*2022-03-04 § \d+.*800.*1 000/s)
    expect((await room.get('/pots')).text.replaceAll('\u00a0', ' ')).toMatch(/3 000.*2 000.*1 000/s)
    // The way from the pot to a draft of a call-off carries the pot, through the decision's head to the clause.
    const drafter = roomFor((app, deps) => [draftRoutes, clauseRoutes].forEach((routes) => routes(app, deps)), town.deps, who.council)
    const begun = await drafter.post('/decisions/new', { title: 'Avrop', body: nodes.council, day: '2022-04-20', by: 'body', clause: 'call_off', of: pot })
    const { number } = await town.deps.store.selectFrom('thing').select('number').where('id', '=', pot).executeTakeFirstOrThrow()
    expect((await drafter.get(begun.to)).text).toMatch(new RegExp(`name="pot"[^>]*value="${number} `))
  })

  it('puts its last day on the list of who holds it, until nothing is left', async () => {
    const pot = await setAside(tkr(100), { to: day('2022-11-30') })
    const waits = () => town.deps.store.selectFrom('deadline').select(['due', 'node_id', 'asked_by', 'done_on']).where('thing_id', '=', pot).execute()
    const owed = { due: '2022-11-30', node_id: nodes.executive, asked_by: nodes.executive }
    expect(codes(await decide(nodes.executive, '2022-03-01', [callOff(pot, nodes.labour, tkr(60))]))).toEqual([])
    expect(await waits()).toEqual([{ ...owed, done_on: null }])
    expect(codes(await decide(nodes.executive, '2022-03-02', [callOff(pot, nodes.culture, tkr(40))]))).toEqual([])
    expect(await waits()).toEqual([{ ...owed, done_on: '2022-03-02' }])
  })

  it('is called off while it is valid, by and for those that it is set aside for', async () => {
    const pot = await setAside(tkr(100), { callers: [nodes.labour], to: day('2022-04-30') })
    const tried = async (body: string, on: string, receiver: string, amount = tkr(10)) => codes(await decide(body, on, [callOff(pot, receiver, amount)]))
    expect(await tried(nodes.labour, '2022-05-01', nodes.labour)).toEqual(['call_off.late'])
    expect(await tried(nodes.labour, '2022-01-31', nodes.labour)).toEqual(['call_off.early'])
    expect(await tried(nodes.executive, '2022-04-01', nodes.culture)).toEqual(['call_off.receiver'])
    expect(await tried(nodes.culture, '2022-04-01', nodes.labour)).toEqual(['call_off.decider'])
    expect(await tried(nodes.labour, '2022-04-01', nodes.labour, ore(0))).toEqual(['call_off.amount'])
    expect(await tried(nodes.labour, '2022-04-30', nodes.department)).toEqual([])
    expect(codes(await decide(nodes.labour, '2022-04-01', [callOff(town.deps.ids.next(), nodes.labour, tkr(1))]))).toEqual(['call_off.pot'])
    // Nobody writes a call-off by hand, nor more of a pot than there is.
    const byHand = (work: (tx: Tx) => Promise<unknown>) => transact(town.deps, { actor: 'system:test', act: 'by hand' }, work)
    const frame = await town.deps.store.selectFrom('frame').select('id').where('id', '<>', pot).executeTakeFirstOrThrow()
    await expect(byHand((tx) => tx.insertInto('call_off').values({ id: frame.id, pot_id: pot }).execute())).rejects.toThrow(/law 1|duplicate/)
  })

  it('tells neither what is left nor what was called off where a call-off is secret, to those without right', async () => {
    const pot = await setAside(tkr(500))
    const secret = await decide(nodes.labour, '2022-03-01', [callOff(pot, nodes.labour, tkr(123), 'Skyddat boende Hemligsson')], { secrecy: 'OSL 26:1' })
    expect(codes(secret)).toEqual([])
    for (const path of ['/pots', `/pots/${pot}`]) {
      const { text } = await room.get(path)
      expect(text).not.toContain('Hemligsson')
      expect(text.replaceAll('\u00a0', ' ')).not.toMatch(/\b377\b|\b123\b/)
    }
    expect((await room.get(`/pots/${pot}`)).text).toContain('Ett avrop är sekretessbelagt.')
    const refused = await decide(nodes.labour, '2022-03-02', [callOff(pot, nodes.labour, tkr(400))])
    expect(refused.ok ? '' : refused.refusals[0]?.text.sv).toBe('Så mycket är inte kvar av potten.')
    const insider = roomFor(potRoutes, town.deps, who.secretary)
    expect((await insider.get(`/pots/${pot}`)).text.replaceAll('\u00a0', ' ')).toContain('377 tkr av 500 tkr är kvar')
  })
})

it('a pot whose clause says no day is valid for a year, to the day; the last day counts', () => {
  expect(lastDayOf(day('2021-04-22'))).toBe('2022-04-21')
  const pot = { amount: tkr(1), calledOff: tkr(0), from: day('2021-04-22'), to: day('2022-04-21'), callers: { sv: '', en: '' }, hidden: false }
  const on = (d: string) => callOffHinders(pot, { amount: tkr(1), day: day(d), receiverMay: true, deciderMay: true }).map((r) => r.code)
  expect([on('2021-04-21'), on('2021-04-22'), on('2022-04-21'), on('2022-04-22')]).toEqual([['call_off.early'], [], [], ['call_off.late']])
})
