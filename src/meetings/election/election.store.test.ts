import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keeper, type MeetingWorld, meetingWorld, memberOf, nodes, proposing } from '../../../test/meeting-world.ts'
import { transact } from '../../database/transact.ts'
import { granted, type Verdict } from '../../kernel/refusal.ts'
import { loadHoldings } from '../../organisation/post-store.ts'
import { election } from '../../rulebook/election/election.ts'
import { defaultVariants } from '../../rulebook/variants.ts'
import { closeItem } from '../agenda/close-item.ts'
import { noProposal, type Proposal } from '../agenda/proposal.ts'
import { takeUpItem } from '../agenda/open-item.ts'
import { servingProposed } from '../attendance/there.ts'
import { doAtDesk } from '../desk-acts.ts'
import { itemSection } from '../documents/item-section.ts'
import { seenBy } from '../record/seen-by.ts'
import { undo } from '../record/undo.ts'
import { castSecretBallot } from '../voting/cast-secret-ballot.ts'
import { closeVote } from '../voting/close-vote.ts'
import { nextStep } from '../voting/procedure.ts'
import { countBallots } from './count-ballots.ts'
import { demandProportional } from './demand-proportional.ts'
import { drawElectionLot } from './draw-election-lot.ts'
import { handInLists } from './hand-in-lists.ts'
import { readBallots, readLists, writeLists } from './read-lists.ts'
import { callingOrder, countRound, type List, type Round } from './round.ts'

let world: MeetingWorld
beforeAll(async () => {
  world = await meetingWorld()
})
afterAll(() => world.close())

const next = () => world.deps.ids.next()
const codes = (done: Verdict<unknown>): readonly string[] => (done.ok ? [] : done.refusals.map((r) => `${r.code}${r.law ? ` ${r.law}` : ''}`))
const many = (label: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${label}${i + 1}`)

/** A council of `present` with an election at hand. */
const meet = async (bodyId: string, present: number, proposal: Proposal = noProposal, paragraph = 1) => {
  const council = await world.seat(bodyId, present, 0)
  const who = keeper(bodyId)
  const title = 'Val'
  const meeting = await world.meet(
    council,
    [{ caseId: null, title, kind: 'election', proposal }],
    council.members,
    `${String(8 + paragraph).padStart(2, '0')}:00`,
    paragraph,
  )
  const at = { meetingId: meeting.id, itemId: meeting.items[0]?.id ?? '' }
  await takeUpItem(world.deps, who, { id: next(), ...at })
  const read = async () => {
    const record = await world.read(at.meetingId)
    const [item] = record.items
    if (!item) throw new Error('no item')
    return { record, item, counted: item.rounds[0] ? countRound(item.rounds[0]) : null }
  }
  return {
    at,
    who,
    members: council.members,
    read,
    demand: (seats: number, n: number, of: Round['of'] = 'members') =>
      demandProportional(world.deps, who, { id: next(), ...at, of, seats, personIds: council.members.slice(0, n) }),
    lists: (lists: readonly List[]) => handInLists(world.deps, who, { id: next(), ...at, lists }),
    count: (ballots: readonly (List & { readonly count: number })[], no_label = 0) =>
      countBallots(world.deps, who, { id: next(), ...at, ballots: [...ballots], invalid: [{ why: 'no_label', count: no_label }], ineligible: [] }),
    lot: (drawn: string) => drawElectionLot(world.deps, who, { id: next(), ...at, drawn }),
    close: (carry = false) => closeItem(world.deps, who, { id: next(), ...at, carry }),
    clauses: async () => (await read()).item.decision?.clauses.map((c) => c.text),
  }
}

describe('an election', () => {
  test('by acclamation, on a proposal', async () => {
    const m = await meet(nodes.labour, 5, proposing('välja Asta Ek till ombud'))
    expect(codes(await m.close(true))).toEqual([])
    expect(await m.clauses()).toEqual(['välja Asta Ek till ombud'])
  })

  test('to a body: what is elected by lists gives the places, and substitutes are called by the lists', async () => {
    const named = ['Asta', 'Bo', 'Cia', 'Dag', 'Eva']
    await transact(world.deps, { actor: 'system:test', act: 'people' }, (tx) =>
      tx
        .insertInto('person')
        .values(named.map((name) => ({ id: next(), given_name: name, family_name: 'Ek', party: 'S', email: null })))
        .execute(),
    )
    const elect = (role: string, no: number, persons = '') => ({
      no,
      kind: 'elect',
      text: 'välja',
      data: { body: nodes.executive, role, persons, from: '2022-05-17' },
    })
    const proposal = { from: 'Valberedningen', text: '', clauses: [elect('member', 1), elect('substitute', 2)], receivers: [] }
    const m = await meet(nodes.council, 9, proposal, 5)
    expect(codes(await m.demand(2, 3))).toEqual([])
    await m.count([
      { label: 'Röd', names: ['Asta Ek', 'Eva Ek'], count: 5 },
      { label: 'Blå', names: ['Bo Ek'], count: 4 },
    ])
    expect(codes(await m.demand(2, 3, 'substitutes'))).toEqual([])
    await m.count([
      { label: 'Blå', names: ['Dag Ek'], count: 5 },
      { label: 'Röd', names: ['Cia Ek'], count: 4 },
    ])
    expect(codes(await m.close())).toEqual([])
    const sitting = async () =>
      (await loadHoldings(world.deps.store, { nodeId: nodes.executive })).map(
        (h) => `${h.personName} ${h.post.role} ${h.list?.label ?? '–'} ${h.electedBy !== null}`,
      )
    expect((await sitting()).toSorted()).toEqual([
      'Asta Ek member Röd true',
      'Bo Ek member Blå true',
      'Cia Ek substitute Röd true',
      'Dag Ek substitute Blå true',
    ])
    expect((await world.read(m.at.meetingId)).items[0]?.decision?.clauses.map((c) => c.kind)).toEqual(['elect', 'elect'])
    // Then the body meets, and the substitute of the own list is the one to serve for the one who is away.
    const people = await loadHoldings(world.deps.store, { nodeId: nodes.executive })
    const idOf = (name: string) => people.find((h) => h.personName === name)?.personId ?? ''
    const board = { bodyId: nodes.executive, members: ['Asta Ek', 'Bo Ek'].map(idOf), substitutes: [] }
    const there = ['Bo Ek', 'Dag Ek', 'Cia Ek'].map(idOf)
    const meeting = await world.meet(board, [{ caseId: null, title: 'Sak', kind: 'decision', proposal: proposing('besluta') }], there, '15:00', 9)
    expect(servingProposed(meeting, null)).toEqual([{ personId: idOf('Cia Ek'), forId: idOf('Asta Ek'), forConflict: false }])
  })

  test('E1: demanded by enough, ballots entered at the desk, 6–3–2; undone until the gavel; told in the minutes without voters', async () => {
    const m = await meet(nodes.council, 57)
    expect(codes(await m.demand(11, 4))).toEqual(['demand.few Lag 2022:629 2 §'])
    expect(codes(await m.demand(3, 20, 'substitutes'))).toEqual(['demand.substitutes Lag 2022:629 3 §'])
    expect(codes(await m.demand(11, 5))).toEqual([])
    expect(codes(await m.demand(11, 5))).toEqual(['election.under_way'])
    const desk = (act: string, fields: Readonly<Record<string, string>>, actId = next()) =>
      doAtDesk(world.deps, m.who, m.at.meetingId, {
        act: [act],
        actId: [actId],
        item: [m.at.itemId],
        pressed: [''],
        ...Object.fromEntries(Object.entries(fields).map(([k, v]) => [`${act}.${k}`, [v]])),
      })
    expect(codes(await desk('lists', { lists: 'X utan kolon' }))).toEqual(['election.list_row'])
    expect(codes(await desk('lists', { lists: `X: ${many('x', 11).join(', ')}\nY: ${many('y', 11).join(', ')}` }))).toEqual([])
    expect(codes(await desk('count', { list0: '29', list1: 'många' }))).toEqual(['election.count'])
    expect(codes(await desk('count', { list0: '29', list1: '29' }))).toEqual(['election.ballots Lag 2022:629 5 §'])
    const counted = next()
    const ballots = { list0: '29', list1: '17', other: `10 Z: ${many('z', 11).join(', ')}`, no_label: '1' }
    expect(codes(await desk('count', ballots, counted))).toEqual([])
    expect(codes(await desk('count', ballots, counted))).toEqual([])
    expect(codes(await undo(world.deps, m.who, { id: next(), ...m.at, factId: counted }))).toEqual([])
    expect((await m.read()).counted).toBeNull()
    expect(codes(await desk('count', { ...ballots, other: `11 Z: ${many('z', 11).join(', ')}`, no_label: '' }))).toEqual([])
    const { record, item, counted: count } = await m.read()
    expect(count?.value.groups.map((g) => g.seats)).toEqual([6, 3, 2])
    expect(nextStep(item)).toMatchObject({ do: 'decide', winner: 'elected' })
    expect(codes(await m.close())).toEqual([])
    expect((await m.clauses())?.[0]).toMatch(/^till ledamöter välja x1 \(X\), y1 \(Y\), x2 \(X\), z1 \(Z\)/)
    const told = JSON.stringify(itemSection({ record: seenBy(record, []), locale: 'sv' }, (await m.read()).item))
    expect(told).toContain('jämförelsetal 29/2')
    const names = m.members.slice(5).map((id) => record.names[id] ?? '?')
    expect(names.filter((name) => told.includes(`${name},`) || told.includes(`${name}.`))).toEqual([])
  })

  test('E2: one on two lists is shared; the lists end and a seat is left vacant; then the substitutes, and the lot on their order', async () => {
    const m = await meet(nodes.culture, 15)
    await m.demand(3, 4)
    const lists = [
      { label: 'X', names: ['a', 'b', 'c'] },
      { label: 'Y', names: ['b', 'd', 'e'] },
    ]
    expect(codes(await m.lists([...lists, ...lists]))).toEqual(['election.list_twice Lag 2022:629 14 §'])
    await m.lists(lists)
    expect(codes(await m.count(lists.map((l, i) => ({ ...l, count: i === 0 ? 6 : 5 }))))).toEqual([])
    expect((await m.read()).counted?.value).toMatchObject({ elected: ['a', 'b', 'd'], steps: [{}, {}, { shared: 2 }, { quotient: { exact: '10/3' } }] })
    expect(codes(await m.demand(4, 8, 'substitutes'))).toEqual([])
    const substitutes = [
      { label: 'X', names: ['s1'], count: 5 },
      { label: 'V', names: ['v1'], count: 4 },
      { label: 'W', names: ['w1'], count: 4 },
    ]
    await m.count(substitutes)
    // Who comes first of the two with four is first a seat's lot, then one of the order of calling.
    expect(nextStep((await m.read()).item)).toMatchObject({ do: 'election_lot', among: ['V', 'W'] })
    expect(codes(await m.lot('X'))).toEqual(['election.lot Lag 2022:629 21–22 §§'])
    expect(codes(await m.lot('V'))).toEqual([])
    expect(nextStep((await m.read()).item)).toMatchObject({ do: 'election_lot', among: ['V', 'W'] })
    expect(codes(await m.lot('W'))).toEqual([])
    const { item } = await m.read()
    const [members, of] = item.rounds
    if (!members || !of) throw new Error('two rounds')
    expect(callingOrder(members, of)[0]).toEqual({ member: 'a', order: ['s1', 'w1', 'v1'], among: null })
    expect(codes(await m.close())).toEqual([])
    expect(await m.clauses()).toEqual([
      'till ledamöter välja a (X), b (Y, X), d (Y)',
      'till ersättare välja s1 (X), v1 (V), w1 (W)',
      'konstatera att en plats för ersättare är vakant',
    ])
  })

  test('E3: cast from devices between the lists; what the urn held is counted, and the lot decides', async () => {
    const m = await meet(nodes.executive, 13)
    await m.demand(2, 5)
    await m.lists([
      { label: 'P', names: ['p1', 'p2'] },
      { label: 'Q', names: ['q1', 'q2'] },
    ])
    const voteId = next()
    const press = (act: string, id: string) => doAtDesk(world.deps, m.who, m.at.meetingId, { act: [act], actId: [id], item: [m.at.itemId], pressed: [''] })
    expect(codes(await press('list_vote', voteId))).toEqual([])
    expect(codes(await m.count([{ label: 'P', names: ['p1'], count: 1 }]))).toEqual(['election.not_next'])
    const cast = [...Array<string>(8).fill('P'), ...Array<string>(4).fill('Q'), 'abstain']
    for (const [i, ballot] of cast.entries()) await castSecretBallot(world.deps, memberOf(nodes.executive, m.members[i] ?? ''), { voteId, ballot })
    expect((await m.read()).counted).toBeNull()
    expect(codes(await closeVote(world.deps, m.who, { id: next(), ...m.at }))).toEqual([])
    const { item, counted } = await m.read()
    expect(counted).toMatchObject({ value: { elected: ['p1'], uncounted: [{ why: 'no_label', count: 1 }] }, among: ['P', 'Q'] })
    expect(item.votes[0]?.ballots).toEqual([])
    expect(codes(await m.close())).toEqual(['item.not_ready'])
    expect(codes(await m.lot('Q'))).toEqual([])
    expect(codes(await m.close())).toEqual([])
    expect(await m.clauses()).toEqual(['till ledamöter välja p1 (P), q1 (Q)'])
  })

  test('random lists and lots: the meeting’s count is the rule’s', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const ballots = fc.uniqueArray(
      fc.record({ label: fc.constantFrom('X', 'Y', 'Z'), names: fc.shuffledSubarray(names, { minLength: 1 }), count: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 4, selector: (b) => JSON.stringify([b.label, b.names]) },
    )
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat(3)), (given, seats, draws) => {
        const data = { present: 101, ballots: given, invalid: [], ineligible: [] }
        const lots: string[] = []
        let counted = countRound({ seats, ballots: data, lots, variants: defaultVariants })
        while (counted?.among) {
          lots.push(counted.among[(draws.next().value ?? 0) % counted.among.length] as string)
          counted = countRound({ seats, ballots: data, lots, variants: defaultVariants })
        }
        const numbers = lots.map((name) => (counted?.names.indexOf(name) ?? -1) + 1)
        expect(counted?.value).toEqual(election({ seats, present: 101, ballots: given, lots: numbers, ineligible: [] }, defaultVariants).value)
        expect(new Set(counted?.value.elected).size + (counted?.value.vacant ?? 0)).toBe(seats)
        expect(readLists(writeLists(given))).toEqual(granted(given.map(({ label, names: n }) => ({ label, names: n }))))
        expect(readBallots(given.map((b) => `${b.count} ${writeLists([b])}`).join('\n'))).toEqual(granted(given))
      }),
      { numRuns: 100 },
    )
  })
})
