import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Body, keeper, type MeetingWorld, meetingWorld, nodes, proposing } from '../../../test/meeting-world.ts'
import { who as people } from '../../../test/decision-town.ts'
import { openCase } from '../../cases/open-case.ts'
import { passOn } from '../../cases/preparation/pass-on.ts'
import { planPreparation } from '../../cases/preparation/plan-preparation.ts'
import { loadSteps } from '../../cases/preparation/preparation-store.ts'
import { registerDecision } from '../../decisions/register-decision.ts'
import { day } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/refusal.ts'
import { addAtMeeting } from '../agenda/add-at-meeting.ts'
import { addItem, type ItemInput } from '../agenda/add-item.ts'
import { admitUrgent } from '../agenda/admit-urgent.ts'
import { closeItem } from '../agenda/close-item.ts'
import { takeUpItem } from '../agenda/open-item.ts'
import { openMeeting } from '../agenda/open-meeting.ts'
import { planMeeting } from '../agenda/plan-meeting.ts'

let world: MeetingWorld
let seated: ReadonlyMap<string, Body>
beforeAll(async () => {
  world = await meetingWorld()
  seated = new Map([
    [nodes.council, await world.seat(nodes.council, 3, 0)],
    [nodes.labour, await world.seat(nodes.labour, 3, 0)],
  ])
})
afterAll(() => world.close())

const today = day('2022-05-17')
const bySystem = { bySystem: true } as const
const secretary = keeper(nodes.council)
const next = () => world.deps.ids.next()
const codes = (verdict: Verdict<unknown>): readonly string[] => (verdict.ok ? [] : verdict.refusals.map((r) => [r.code, r.law].filter(Boolean).join(' ')))
const given = <T>(verdict: Verdict<T>): T => {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals))
  return verdict.value
}

let cases = 0
const newCase = async (): Promise<string> => {
  const party = { name: 'N', role: 'applicant' as const }
  const input = { number: `KS 2022-${++cases}`, nodeId: nodes.executive, title: `Ärende ${cases}`, opened: day('2022-04-01'), secrecy: null, party }
  return given(await openCase(world.deps, people.system, input, bySystem)).id
}
/** The chain that the case is to pass: the executive board, then the council. */
const plan = async (caseId: string): Promise<void> => {
  const steps = [nodes.executive, nodes.council].map((nodeId) => ({ kind: 'decide' as const, nodeId, due: null }))
  given(await planPreparation(world.deps, people.system, { caseId, steps, exempt: '' }, bySystem))
}
const pass = async (caseId: string): Promise<void> => {
  const open = (await loadSteps(world.deps.store, caseId)).find((step) => step.state === 'open')
  given(await passOn(world.deps, people.system, { caseId, stepId: open?.id ?? '', note: '' }, bySystem))
}
let paragraphs = 0
/** The executive board decides in the case by itself. */
const executiveDecides = async (caseId: string): Promise<void> => {
  const head = { bodyId: nodes.executive, day: today, paragraph: String(++paragraphs), title: 'Förslag', text: '', caseId, adjusted: null, announced: null }
  const clauses = [{ kind: 'note', text: 'föreslå fullmäktige att bygga bron', data: {} }]
  given(await registerDecision(world.deps, people.system, { ...head, delegation: null, clauses, dispatch: [] }, bySystem))
}

let hour = 8
const planned = async (bodyId: string = nodes.council) => {
  const members = seated.get(bodyId)?.members ?? []
  const [meetingId, who] = [next(), keeper(bodyId)]
  hour++
  const where = { place: 'Stadshuset', form: 'physical' as const, public: true, closedReason: null, seats: 3, paragraph: hour * 100 }
  given(await planMeeting(world.deps, who, { id: meetingId, bodyId, day: today, starts: `${String(hour).padStart(2, '0')}:00`, ...where }))
  const put = async (item: Partial<ItemInput> = {}, options = {}): Promise<string> => {
    const id = next()
    given(await addItem(world.deps, who, { id, meetingId, caseId: null, title: 'Bron', kind: 'decision', proposal: proposing('bygga bron'), ...item }, options))
    return id
  }
  const read = async (itemId: string) => {
    const item = (await world.read(meetingId)).items.find((i) => i.id === itemId)
    return item && { prepared: item.prepared, exempt: item.exempt }
  }
  const at = (itemId: string) => ({ id: next(), meetingId, itemId })
  return {
    meetingId,
    put,
    read,
    open: async (options = {}) => {
      const present = members.map((personId) => ({ personId, mode: 'room' as const }))
      given(await openMeeting(world.deps, who, { id: next(), meetingId, presidesId: members[0] ?? '', present }, options))
    },
    takeUp: async (itemId: string) => codes(await takeUpItem(world.deps, who, at(itemId))),
    carry: async (itemId: string) => codes(await closeItem(world.deps, who, { ...at(itemId), carry: true })),
    admit: async (itemId: string, why: string) => codes(await admitUrgent(world.deps, who, { ...at(itemId), admitted: true, why })),
  }
}

describe('a case on the council’s agenda', () => {
  test('is prepared as its case tells when it is put on, and as it tells when the meeting opens; then it stands', async () => {
    const [late, never, gone] = [await newCase(), await newCase(), await newCase()]
    for (const caseId of [late, gone]) await plan(caseId)
    await pass(gone)
    const meeting = await planned()
    const [first, second, third] = [await meeting.put({ caseId: late }), await meeting.put({ caseId: never }), await meeting.put({ caseId: gone })]
    expect([await meeting.read(first), await meeting.read(second), await meeting.read(third)].map((i) => i?.prepared)).toEqual([false, false, true])
    await pass(late)
    await meeting.open()
    expect([await meeting.read(first), await meeting.read(second), await meeting.read(third)].map((i) => i?.prepared)).toEqual([true, false, true])

    expect(await meeting.takeUp(first)).toEqual([])
    expect(await meeting.carry(first)).toEqual([])
    expect(await meeting.takeUp(second)).toEqual([])
    expect(await meeting.carry(second)).toEqual(['item.not_prepared KL 5:26–32'])
  })

  test('that is not prepared may be decided when it is urgent and all agree to the decision (KL 5:33)', async () => {
    const meeting = await planned()
    const item = await meeting.put({ caseId: await newCase() })
    await meeting.open()
    expect(await meeting.admit(item, '')).toEqual(['unannounced.not_urgent KL 5:52'])
    expect(await meeting.admit(item, 'bron har rasat')).toEqual([])
    expect(await meeting.takeUp(item)).toEqual([])
    expect(await meeting.carry(item)).toEqual([])
  })

  test('counts what the executive board decides before it is taken up, also in an adjournment', async () => {
    const caseId = await newCase()
    const meeting = await planned()
    const [item, after] = [await meeting.put({ caseId }), await meeting.put({ caseId })]
    await meeting.open()
    await executiveDecides(caseId)
    expect((await meeting.read(item))?.prepared).toBe(false)
    expect(await meeting.takeUp(item)).toEqual([])
    expect([(await meeting.read(item))?.prepared, (await meeting.read(after))?.prepared]).toEqual([true, false])
    expect(await meeting.carry(item)).toEqual([])
  })

  test('asks no preparation where there is a lawful ground, of elections, of what decides nothing, nor of a board', async () => {
    const meeting = await planned()
    const caseId = await newCase()
    const resigns = await meeting.put({ caseId, exempt: 'resignation' })
    const old = await meeting.put({ caseId: await newCase(), exempt: 'Se KL 5:30' })
    const told = await meeting.put({ caseId: await newCase(), kind: 'information' })
    const election = await meeting.put({ kind: 'election' })
    await meeting.open()
    expect(await meeting.read(told)).toEqual({ prepared: true, exempt: null })
    expect(await meeting.read(election)).toMatchObject({ exempt: 'election' })
    for (const item of [resigns, old, told]) {
      expect(await meeting.takeUp(item)).toEqual([])
      expect(await meeting.carry(item)).toEqual([])
    }
    const board = await planned(nodes.labour)
    const there = await board.put({ caseId: await newCase() })
    await board.open()
    expect(await board.read(there)).toEqual({ prepared: true, exempt: null })
    expect(await board.takeUp(there)).toEqual([])
    expect(await board.carry(there)).toEqual([])
  })

  test('of a meeting held long ago is prepared as the documents say', async () => {
    const meeting = await planned()
    const [item, unprepared] = [
      await meeting.put({ caseId: await newCase() }, bySystem),
      await meeting.put({ caseId: await newCase(), prepared: false }, bySystem),
    ]
    await meeting.open(bySystem)
    expect([(await meeting.read(item))?.prepared, (await meeting.read(unprepared))?.prepared]).toEqual([true, false])
  })

  test('added at the meeting is prepared as is said there or as its case tells, and what is said is not taken back', async () => {
    const meeting = await planned()
    await meeting.open()
    const add = async (caseId: string | null, prepared: boolean, kind: 'urgent' | 'information' = 'urgent') => {
      const id = next()
      const row = caseId && (await world.deps.store.selectFrom('thing').select('number').where('id', '=', caseId).executeTakeFirst())
      const caseNumber = (row && row.number) || ''
      given(
        await addAtMeeting(world.deps, secretary, { id, meetingId: meeting.meetingId, title: 'Bron', kind, caseNumber, from: '', clauses: 'bygga', prepared }),
      )
      return id
    }
    const done = await newCase()
    await executiveDecides(done)
    const [said, read, neither, without, told] = [
      await add(await newCase(), true),
      await add(done, false),
      await add(await newCase(), false),
      await add(null, false),
      await add(null, false, 'information'),
    ]
    const prepared = async () => (await Promise.all([said, read, neither, without, told].map(meeting.read))).map((i) => i?.prepared)
    expect(await prepared()).toEqual([true, true, false, false, true])
    expect(await meeting.admit(said, 'det brådskar')).toEqual([])
    expect(await meeting.takeUp(said)).toEqual([])
    expect(await prepared()).toEqual([true, true, false, false, true])
  })
})
