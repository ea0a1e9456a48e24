import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomFor } from '../../test/room.ts'
import { keeper, type MeetingWorld, meetingWorld, nodes, proposing } from '../../test/meeting-world.ts'
import { transact, type Tx } from '../database/transact.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { closeItem } from '../meetings/agenda/close-item.ts'
import { putElection } from '../meetings/before/put-election.ts'
import { planMeeting } from '../meetings/agenda/plan-meeting.ts'
import { takeUpItem } from '../meetings/agenda/open-item.ts'
import { presentAt } from '../meetings/attendance/attendance.ts'
import { closeDebate } from '../meetings/debate/close-debate.ts'
import { makeMotion } from '../meetings/debate/make-motion.ts'
import { reservationHinders } from '../meetings/record/reservation-hinders.ts'
import { closeVote } from '../meetings/voting/close-vote.ts'
import { noteBallots } from '../meetings/voting/note-ballots.ts'
import { openVote } from '../meetings/voting/open-vote.ts'
import { putQuestion } from '../meetings/voting/put-question.ts'
import { requestVote } from '../meetings/voting/request-vote.ts'
import { loadVariants } from '../organisation/chosen-variants.ts'
import { defaultVariants } from '../rulebook/variants.ts'
import { appoint } from '../organisation/appoint.ts'
import { endAppointment } from '../organisation/end-appointment.ts'
import { peopleOn } from '../organisation/people.ts'
import { loadHoldings, loadPosts } from '../organisation/post-store.ts'
import { loadTree } from '../organisation/tree.ts'
import { variantRoutes } from '../decisions/variants/routes.tsx'
import { anybody } from '../kernel/who.ts'
import { electionRoutes } from './routes.tsx'
import { loadVacancies } from './vacancy-store.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import { registerDecision } from '../decisions/register-decision.ts'

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
    // The whole board, one of it in the chair: in the same decision, and later another in the vice chair. No seat is empty by that.
    const chair = (role: 'chair' | 'vice_chair', persons: string, from = today) => elect({ body: nodes.executive, role, persons, from })
    expect(codes(await decide([elect({ body: nodes.executive, persons: many(11) }), chair('chair', 'M0 Ek')]))).toEqual([])
    const later = day('2022-06-01')
    expect(codes(await decide([chair('vice_chair', 'M1 Ek', later)]))).toEqual([])
    const { store } = world.deps
    const tree = await loadTree(store, later)
    const executive = tree.get(nodes.executive)
    const [posts, held] = [await loadPosts(store, nodes.executive), await loadHoldings(store, { nodeId: nodes.executive })]
    for (const on of [today, later]) {
      const there = peopleOn(posts, held, 11, on, today)
      expect([there.members.length, there.members.filter((m) => m.holder === null).length, there.empty]).toEqual([11, 0, 0])
    }
    expect(executive && (await loadVacancies(store, tree, executive, later))).toEqual([])
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
      'Dag Ek member 2 2022-07-01–2023-01-01 Blå 17',
    ])
    expect((await waiting()).map((w) => w.done_on)).toEqual([today])
  })

  test('law 1: only a clause changes what a clause gave, whoever writes it', async () => {
    const [held] = await loadHoldings(world.deps.store, { nodeId: nodes.culture })
    if (!held) throw new Error('nobody elected')
    const keeper = { personId: null, name: 'test', posts: [] }
    // Nor is an elected post given by hand since the decisions of the council are kept here; what began before is loaded as it was.
    const free = await world.deps.store
      .selectFrom('post')
      .select('id')
      .where('node_id', '=', nodes.culture)
      .where('role', '=', 'substitute')
      .orderBy('seat')
      .executeTakeFirstOrThrow()
    const nils = await person('Lars', 'S')
    const byHand = (from: Day, to: Day | null) => appoint(world.deps, keeper, { postId: free.id, personId: nils, from, to }, { bySystem: true })
    expect(codes(await byHand(day('2023-01-01'), null))).toEqual(['appointment.needs_election from KL 5:1, 6:16'])
    expect(codes(await byHand(day('2019-01-01'), day('2022-01-01')))).toEqual([])
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

describe('how the law is read', () => {
  const choose = (node: string, choice: string, from: Day = today): ClauseInput => ({ kind: 'choose_rule', text: 'välja', data: { node, choice, from } })

  test('by default, until the council chooses: for itself, a body, or all; only by a clause', async () => {
    const on = async (body: string, at: Day = today) => loadVariants(world.deps.store, body, at)
    expect(await on(nodes.council)).toEqual(defaultVariants)
    expect(codes(await decide([choose(nodes.culture, 'saturdayIsWeekday=true')], nodes.culture))).toEqual(['rule_choice.council clauses.1.node KL 5:71, 6:44'])
    expect(
      codes(
        await decide([
          choose(nodes.department, 'saturdayIsWeekday=true'),
          choose(nodes.council, 'nothing=true'),
          choose(nodes.council, 'saturdayIsWeekday=true', addDays(today, -1)),
        ]),
      ),
    ).toEqual(['rule_choice.node clauses.1.node', 'field.unreadable clauses.2.choice', 'rule_choice.past clauses.3.from'])
    expect(
      codes(
        await decide([
          choose(nodes.council, 'abstainerMayReserve=true'),
          choose(nodes.council, 'postponementYes=postpone'),
          choose(nodes.culture, 'abstainerMayReserve=false'),
          choose(nodes.culture, 'lostPictureIsAbsent=false'),
          choose(nodes.labour, 'weekBefore=seven_clear_days', day('2022-07-01')),
        ]),
      ),
    ).toEqual([])
    // The council is the top of this tree: what it chooses falls to boards that have not chosen themselves.
    expect(await on(nodes.council)).toMatchObject({ abstainerMayReserve: true, postponementYes: 'postpone', lostPictureIsAbsent: true })
    expect(await on(nodes.culture)).toMatchObject({ abstainerMayReserve: false, postponementYes: 'postpone', lostPictureIsAbsent: false })
    expect([(await on(nodes.labour)).weekBefore, (await on(nodes.labour, day('2022-07-01'))).weekBefore]).toEqual(['seven_days', 'seven_clear_days'])
    expect(await on(nodes.council, addDays(today, -1))).toEqual(defaultVariants)
  })

  test('a later choice takes over from its day, and nothing changes by hand', async () => {
    expect(codes(await decide([choose(nodes.council, 'abstainerMayReserve=false')]))).toEqual(['rule_choice.taken clauses.1.from'])
    expect(codes(await decide([choose(nodes.council, 'abstainerMayReserve=false', day('2023-01-01'))]))).toEqual([])
    const read = async (at: string) => (await loadVariants(world.deps.store, nodes.council, day(at))).abstainerMayReserve
    expect([await read('2022-12-31'), await read('2023-01-01')]).toEqual([true, false])
    const byHand = (work: (tx: Tx) => Promise<unknown>) => expect(transact(world.deps, { actor: 'system:test', act: 'by hand' }, work)).rejects
    await byHand((tx) => sql`update rule_choice set valid = '[2020-01-01,)' where upper_inf(valid)`.execute(tx)).toThrow('law 1')
    await byHand((tx) => sql`delete from rule_choice`.execute(tx)).toThrow('never deleted')
  })

  test('meetings go by it: who may reserve, what yes is, and whether a lost picture is absence', async () => {
    const body = await world.seat(nodes.council, 5, 0)
    const who = keeper(nodes.council)
    const meeting = await world.meet(body, [{ caseId: null, title: 'Sak', kind: 'decision', proposal: proposing('besluta') }], body.members, '10:00')
    const at = { meetingId: meeting.id, itemId: meeting.items[0]?.id ?? '' }
    const next = () => ({ id: world.deps.ids.next(), ...at })
    const must = (done: Verdict<unknown>) => expect(codes(done)).toEqual([])
    must(await takeUpItem(world.deps, who, next()))
    must(
      await makeMotion(world.deps, who, {
        ...next(),
        kind: 'refer',
        personIds: body.members.slice(1, 2),
        parties: [],
        text: 'utred mer',
        clauses: [],
        otherwiseApprove: false,
      }),
    )
    must(await closeDebate(world.deps, who, next()))
    must(await putQuestion(world.deps, who, { ...next(), found: 'today' }))
    must(await requestVote(world.deps, who, { ...next(), personId: null }))
    must(await openVote(world.deps, who, { ...next(), way: 'roll_call' }))
    const { items } = await world.read(meeting.id)
    expect(items[0]?.votes[0]).toMatchObject({ yes: items[0]?.motions[0]?.id, no: 'today' })
    must(
      await noteBallots(world.deps, who, {
        ...next(),
        ballots: body.members.map((personId, i) => ({ personId, choice: i === 4 ? 'abstain' : 'no' })),
      }),
    )
    must(await closeVote(world.deps, who, next()))
    must(await closeItem(world.deps, who, { ...next(), carry: true }))
    const abstained = body.members[4] ?? ''
    const record = await world.read(meeting.id)
    const [item] = record.items
    if (!item) throw new Error('no item')
    expect(reservationHinders(record, item, abstained)).toEqual([])
    expect(reservationHinders({ ...record, variants: defaultVariants }, item, abstained).map((r) => r.code)).toEqual(['reservation.abstained'])
    const moment = { no: 1, at: '', itemId: null }
    const presence = [{ personId: abstained, mode: 'remote' as const, from: moment, to: null, leftFor: null, lost: [{ from: moment, to: null }] }]
    const seen = (lostPictureIsAbsent: boolean) => presentAt({ presence, variants: { lostPictureIsAbsent } }, 2).map((p) => [p.seen, p.linked])
    expect([seen(true), seen(false)]).toEqual([[[false, false]], [[true, false]]])
  })
})

/** As it is read: without tags, every space alike. */
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the page of vacancies', () => {
  test('says what shall happen; who prepares the council’s meetings puts it on an agenda, once; who registers drafts it; others read', async () => {
    expect(codes(await decide([release('Asta Ek', today)]))).toEqual([])
    const meetingId = world.deps.ids.next()
    const plan = {
      id: meetingId,
      bodyId: nodes.council,
      day: day('2022-06-16'),
      starts: '17:00',
      place: 'Stadshuset',
      form: 'physical',
      public: true,
      closedReason: null,
    } as const
    expect(codes(await planMeeting(world.deps, keeper(nodes.council), plan))).toEqual([])
    const page = '/bodies/culture/vacancies'
    const reader = await roomFor(electionRoutes, world.deps, anybody).get(page)
    expect([
      reader.text.includes('Ordförande efter Asta Ek (S)'),
      plain(reader.text).includes('Sista dag är 17 maj 2022'),
      reader.text.includes('<form method="post"'),
    ]).toEqual([true, true, false])
    const room = roomFor(electionRoutes, world.deps, keeper(nodes.council))
    const [left] = (await loadHoldings(world.deps.store, { nodeId: nodes.culture })).filter((h) => h.personName === 'Asta Ek')
    if (!left) throw new Error('nobody left')
    expect((await room.get(page)).text).toContain('Sätt upp valet på dagordningen')
    const id = world.deps.ids.next()
    const form = { vacancy: left.id, id, do: 'agenda', [`meeting.${left.id}`]: meetingId, [`nominated.${left.id}`]: 'Eva Ek (S)' }
    const barred = await roomFor(electionRoutes, world.deps, keeper(nodes.culture)).post(page, form)
    expect([barred.status, barred.text.includes('Eva Ek (S)')]).toEqual([422, false])
    expect((await room.post(page, { ...form, [`meeting.${left.id}`]: left.id })).status).toBe(422)
    for (let sent = 0; sent < 2; sent++) expect((await room.post(page, form)).to).toBe(`/meetings/${meetingId}/agenda#item-${id}`)
    const [item] = (await world.read(meetingId)).items
    expect(item).toMatchObject({
      kind: 'election',
      exempt: 'election',
      proposal: { clauses: [{ kind: 'elect', data: { role: 'member', persons: 'Eva Ek (S)', instead: 'Asta Ek (S)', from: '2022-06-16' } }] },
    })
    expect(plain((await room.get(page)).text)).toContain('Valet står på dagordningen 16 juni 2022')
    const draft = await room.post(page, { ...form, id: world.deps.ids.next(), do: 'draft' })
    expect(draft.to).toMatch(/^\/decisions\/drafts\//)
    // As a case of the council’s, put on the agenda of a meeting in the same breath: once.
    const later = world.deps.ids.next()
    expect(codes(await planMeeting(world.deps, keeper(nodes.council), { ...plan, id: later, day: day('2022-06-23') }))).toEqual([])
    const asCase = { ...form, id: world.deps.ids.next(), do: 'case', [`meeting.${left.id}`]: later }
    for (let sent = 0; sent < 2; sent++) expect((await room.post(page, asCase)).to).toBe(`/cases/${asCase.id}`)
    expect((await world.read(later)).items.map((i) => [i.kind, i.case?.id, i.proposal.clauses[0]?.kind])).toEqual([['election', asCase.id, 'elect']])
    // And an election told at the agenda: to a body that the council elects to, and to no other.
    const tree = await loadTree(world.deps.store, today)
    const put = (data: Partial<Parameters<typeof putElection>[3]>) =>
      putElection(world.deps, keeper(nodes.council), tree, {
        id: world.deps.ids.next(),
        meetingId: later,
        itemId: null,
        bodyId: nodes.culture,
        place: 'member',
        nominated: '',
        ...data,
      })
    expect(codes(await put({ bodyId: 'nowhere', place: '' }))).toEqual(['election.body body', 'election.place place'])
    expect(codes(await put({ bodyId: nodes.council }))).toEqual(['election.elector body KL 5:1, 5:11, 6:16, 6:42'])
    expect(codes(await put({ nominated: 'Eva Ek (S)' }))).toEqual([])
    const [, onAgenda] = (await world.read(later)).items
    expect(onAgenda).toMatchObject({
      kind: 'election',
      exempt: 'election',
      proposal: { clauses: [{ data: { body: nodes.culture, role: 'member', persons: 'Eva Ek (S)' } }] },
    })
    expect(codes(await put({ itemId: onAgenda?.id ?? null, place: 'substitute' }))).toEqual([])
    expect((await world.read(later)).items[1]?.proposal.clauses[0]).toMatchObject({
      data: { role: 'substitute' },
      text: expect.stringMatching(/^till ersättare i /),
    })
    expect(codes(await decide([elect({ role: 'chair', persons: 'Eva Ek (S)', instead: 'Asta Ek (S)', from: addDays(today, 1) })]))).toEqual([])
    expect((await room.post(page, form)).text).toContain('Platsen är inte längre vakant.')
    const told = (await room.get(`/appointments/${left.id}`)).text
    expect(['Röd, 29 valsedlar', 'på egen begäran', 'Efterträdd av', 'Eva Ek (S)', `/thread/${left.id}`].filter((text) => !told.includes(text))).toEqual([])
    const succeeded = (await loadHoldings(world.deps.store, { nodeId: nodes.culture })).find((h) => h.personName === 'Eva Ek')
    expect(succeeded).toMatchObject({ to: '2023-01-01', list: { label: 'Röd' }, insteadOf: left.id })
    expect((await room.get('/appointments/nobody')).status).toBe(404)
  })

  test('and how the law is applied, with its decision and the default', async () => {
    const { text, status } = await roomFor(variantRoutes, world.deps, anybody).get('/procedure?body=culture')
    expect([
      status,
      text.includes('Den som avstod får inte reservera sig'),
      /KF 2022-05-17 § \d+ Val/.test(plain(text)),
      text.includes('Standard: genast frånvarande.'),
    ]).toEqual([200, true, true, true])
  })
})
