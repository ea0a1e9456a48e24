import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MeetingWorld, meetingWorld, nodes } from '../../../test/meeting-world.ts'
import { transact } from '../../database/transact.ts'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import { endAppointment } from '../../organisation/end-appointment.ts'
import { loadHoldings } from '../../organisation/post-store.ts'
import type { ClauseInput } from '../clause.ts'
import { registerDecision } from '../register-decision.ts'

let world: MeetingWorld
beforeAll(async () => {
  world = await meetingWorld()
})
afterAll(() => world.close())

const system = { personId: null, name: 'test', posts: [] }
const today = day('2022-05-17')
let paragraph = 100
const decide = (clauses: readonly ClauseInput[], bodyId: string = nodes.council, on: Day = today) =>
  registerDecision(
    world.on(on),
    system,
    {
      bodyId,
      day: on,
      paragraph: String(++paragraph),
      title: 'Val',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: null,
      clauses,
      dispatch: [],
    },
    { bySystem: true },
  )
const codes = (done: Verdict<unknown>): readonly string[] => (done.ok ? [] : done.refusals.map((r) => `${r.code} ${r.field ?? ''}${r.law ? ` ${r.law}` : ''}`))
const person = async (name: string, party: string): Promise<string> => {
  const id = world.deps.ids.next()
  await transact(world.deps, { actor: 'system:test', act: 'person' }, (tx) =>
    tx
      .insertInto('person')
      .values({ id, given_name: name, family_name: 'Ek', party, email: `${name.toLowerCase()}@example.org` })
      .execute(),
  )
  return id
}
type Elect = Extract<ClauseInput, { kind: 'elect' }>['data']
const elect = (data: Partial<Elect> & Pick<Elect, 'persons'>): ClauseInput => ({
  kind: 'elect',
  text: 'välja',
  data: { body: nodes.culture, role: 'member', from: today, ...data } as Elect,
})
const release = (name: string, last: Day, body: string = nodes.culture, why: 'resigned' | 'recalled' = 'resigned'): ClauseInput => ({
  kind: 'release',
  text: 'befria',
  data: { body, person: name, why, last },
})
const sitting = async (body: string = nodes.culture) =>
  (await loadHoldings(world.deps.store, { nodeId: body })).map(
    (h) => `${h.personName} ${h.post.role} ${h.post.seat} ${h.from}–${h.to ?? ''}${h.list ? ` ${h.list.label} ${h.list.votes}` : ''}`,
  )

describe('an election by a clause', () => {
  test('fills the seats with substitutes in their order, proportionally, in the decision’s own transaction', async () => {
    for (const [name, party] of [
      ['Asta', 'S'],
      ['Bo', 'M'],
      ['Cia', 'S'],
      ['Dag', 'M'],
      ['Eva', 'S'],
    ] as const)
      await person(name, party)
    const lists = '29 Röd\n17 Blå'
    expect(
      codes(
        await decide([
          elect({ persons: 'Röd: Asta Ek (S)\nBlå: Bo Ek (M)', lists }),
          elect({ role: 'substitute', persons: '1. Röd: Cia Ek\n2. Blå: Dag Ek', lists }),
          elect({ role: 'chair', persons: 'Asta Ek' }),
        ]),
      ),
    ).toEqual([])
    expect(await sitting()).toEqual([
      'Asta Ek chair 3 2022-05-17–2023-01-01 Röd 29',
      'Bo Ek member 2 2022-05-17–2023-01-01 Blå 17',
      'Cia Ek substitute 1 2022-05-17–2023-01-01 Röd 29',
      'Dag Ek substitute 2 2022-05-17–2023-01-01 Blå 17',
    ])
    const { rows } =
      await sql`select count(*)::int as n from link join thing on thing.id = link.to_id where thing.kind = 'appointment' and link.kind = 'decides'`.execute(
        world.deps.store,
      )
    expect(rows).toEqual([{ n: 5 }])
  })

  test('everything that hinders is told at once, and nothing is written', async () => {
    const before = await sitting()
    await person('Nils', 'V')
    await person('Nils', 'KD')
    const done = await decide([
      elect({ persons: 'Bo Ek', from: addDays(today, -1) }),
      elect({ persons: 'Ingen Alls\nNils Ek\nEva Ek\nEva Ek' }),
      elect({ persons: 'Bo Ek' }),
      elect({ body: nodes.council, persons: 'Eva Ek' }),
      elect({ persons: 'Röd: Eva Ek', to: day('2022-01-01') }),
      release('Eva Ek', today),
      release('Bo Ek', addDays(today, -2)),
    ])
    expect(codes(done)).toEqual([
      'elect.past clauses.1.from',
      'elect.unknown_person clauses.2.persons',
      'elect.many_persons clauses.2.persons',
      'elect.twice clauses.2.persons',
      'eligible.here clauses.3.persons KL 6:16',
      'elect.voters clauses.4.body KL 4:3, vallag 14:21',
      'elect.period clauses.5.to',
      'elect.label clauses.5.lists Lag 2022:629 22 §',
      'elect.not_here clauses.6.person',
      'release.past clauses.7.last',
    ])
    expect(codes(await decide([elect({ persons: 'Eva Ek' })], nodes.culture))).toEqual(['elect.elector clauses.1.body KL 5:1, 6:16'])
    expect(await sitting()).toEqual(before)
  })

  test('not beyond the term of the executive board, nor more than its seats', async () => {
    const board = { body: nodes.executive, persons: 'Eva Ek' }
    expect(codes(await decide([elect({ ...board, to: day('2023-01-01') })]))).toEqual(['appointment.term clauses.1.to KL 6:18'])
    for (let i = 0; i < 12; i++) await person(`M${i}`, 'S')
    const many = (n: number): string => Array.from({ length: n }, (_, i) => `M${i} Ek`).join('\n')
    expect(codes(await decide([elect({ body: nodes.executive, persons: many(12) })]))).toEqual(['elect.no_seat clauses.1.persons KL 6:16'])
    expect(codes(await decide([elect({ body: nodes.executive, persons: many(11) }), elect({ ...board })]))).toEqual(['elect.no_seat clauses.2.persons KL 6:16'])
  })

  test('one who leaves is released by a clause; the elector’s list says what to do until somebody is elected for the rest of the time', async () => {
    expect(codes(await decide([release('Bo Ek', day('2022-06-30'))]))).toEqual([])
    const waiting = () => world.deps.store.selectFrom('deadline').select(['node_id', 'label_sv', 'due', 'done_on']).where('kind', '=', 'vacancy').execute()
    expect(await waiting()).toEqual([{ node_id: nodes.council, label_sv: 'Fyllnadsval: ledamot i KUN-nämnden efter Bo Ek', due: '2022-07-01', done_on: null }])
    expect(codes(await decide([elect({ persons: 'Dag Ek (M)', instead: 'Bo Ek', from: day('2022-06-01') })]))).toEqual(['elect.not_here clauses.1.instead'])
    expect(codes(await decide([elect({ persons: 'Dag Ek (M)', instead: 'Bo Ek', from: day('2022-07-01') })]))).toEqual([])
    expect((await sitting()).filter((s) => /^(Bo|Dag)/.test(s))).toEqual([
      'Bo Ek member 2 2022-05-17–2022-07-01 Blå 17',
      'Dag Ek substitute 2 2022-05-17–2022-07-01 Blå 17',
      'Dag Ek member 2 2022-07-01–2023-01-01',
    ])
    expect((await waiting()).map((w) => w.done_on)).toEqual([today])
  })

  test('law 1: only a clause changes what a clause gave, whoever writes it', async () => {
    const [held] = await loadHoldings(world.deps.store, { nodeId: nodes.culture })
    if (!held) throw new Error('nobody elected')
    const keeper = { personId: null, name: 'test', posts: [] }
    expect(codes(await endAppointment(world.deps, keeper, { appointmentId: held.id, on: day('2022-08-01') }, { bySystem: true }))).toEqual([
      'appointment.by_decision  KL 6:16, 6:20',
    ])
    const write = (change: { valid?: string; elected_by?: string; ended_by?: string }) =>
      transact(world.deps, { actor: 'system:test', act: 'by hand' }, (tx) => tx.updateTable('appointment').set(change).where('id', '=', held.id).execute())
    for (const change of [{ valid: '[2022-05-17,2022-08-01)' }, { elected_by: held.id }]) await expect(write(change)).rejects.toThrow('law 1')
    await expect(
      transact(world.deps, { actor: 'system:test', act: 'slip in' }, (tx) =>
        tx
          .insertInto('appointment')
          .values({ id: world.deps.ids.next(), post_id: held.postId, person_id: held.personId, valid: '[2030-01-01,)', elected_by: held.electedBy })
          .execute(),
      ),
    ).rejects.toThrow('law 1')
  })
})
