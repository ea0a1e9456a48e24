import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomFor } from '../../../test/room.ts'
import { type Body, keeper, type MeetingWorld, meetingWorld, nodes, proposing } from '../../../test/meeting-world.ts'
import { who as people } from '../../../test/decision-town.ts'
import { openCase } from '../../cases/open-case.ts'
import { passOn } from '../../cases/preparation/pass-on.ts'
import { planPreparation } from '../../cases/preparation/plan-preparation.ts'
import { loadSteps } from '../../cases/preparation/preparation-store.ts'
import { refer } from '../../cases/preparation/refer.ts'
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
import { beforeRoutes } from '../before/routes.tsx'

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
    admit: async (itemId: string, why: string, admitted = true) => codes(await admitUrgent(world.deps, who, { ...at(itemId), admitted, why })),
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
    const [item, other] = [await meeting.put({ caseId: await newCase() }), await meeting.put({ caseId: await newCase() })]
    await meeting.open()
    expect(await meeting.admit(item, '')).toEqual(['item.not_urgent KL 5:33'])
    expect(await meeting.admit(item, 'bron har rasat')).toEqual([])
    expect(await meeting.takeUp(item)).toEqual([])
    expect(await meeting.carry(item)).toEqual([])
    // Not all agree.
    expect(await meeting.admit(other, 'det brådskar', false)).toEqual([])
    expect(await meeting.takeUp(other)).toEqual([])
    expect(await meeting.carry(other)).toEqual(['item.not_prepared KL 5:26–32'])
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

describe('the agenda of the council as it is built', () => {
  const agendaOf = async (bodyId: string = nodes.council) => {
    const meeting = await planned(bodyId)
    const room = roomFor(beforeRoutes, world.deps, keeper(bodyId))
    const address = `/meetings/${meeting.meetingId}/agenda`
    const post = async (fields: Readonly<Record<string, string>>): Promise<number> => (await room.post(address, fields)).status
    const last = async () => (await world.read(meeting.meetingId)).items.at(-1)
    return {
      ...meeting,
      text: async () => (await room.get(address)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
      html: async () => (await room.get(address)).text,
      post,
      refusal: async (fields: Readonly<Record<string, string>>) => (await room.post(address, fields)).text,
      last,
      other: async (kind: string, preparation: string) =>
        [await post({ act: 'other', 'title.new': 'Bron', 'kind.new': kind, 'preparation.new': preparation }), (await last())?.exempt ?? null] as const,
    }
  }
  const unprepared = 'Ärendet är inte berett'

  test('warns of what no board has prepared and of who has not been heard, until the case tells that it is done, and hinders nothing', async () => {
    const agenda = await agendaOf()
    const caseId = await newCase()
    expect(await agenda.post({ act: 'case', item: caseId })).toBe(303)
    const warned = await agenda.text()
    for (const told of [
      unprepared,
      'Ingen nämnd eller fullmäktigeberedning har berett det. 5 kap. 26 § kommunallagen',
      'Styrelsen har inte fått yttra sig. 5 kap. 28 § kommunallagen',
      'Sänd det till den nämnd som det rör och styrelsen: ärendets beredning',
      'alla närvarande är ense om beslutet. 5 kap. 33 § kommunallagen',
      'Ett ärende är inte berett.',
    ])
      expect(warned).toContain(told)
    expect(await agenda.html()).toContain(`href="/cases/${caseId}#preparation"`)
    given(await refer(world.deps, people.system, { caseId, nodeIds: [nodes.executive, nodes.culture], asks: 'Yttra er', due: day('2022-05-17') }, bySystem))
    expect(await agenda.text()).toContain('Styrelsen är tillfrågad men kan svara till och med 17 maj 2022.')
    await plan(caseId)
    await pass(caseId)
    const done = await agenda.text()
    expect(done).not.toContain(unprepared)
    expect(done).not.toContain('är inte berett')
    expect(done).toContain('Berett av KS-nämnden.')
    expect(await agenda.post({ act: 'send', why: '' })).toBe(303)
  })

  test('sends it though it is not prepared', async () => {
    const agenda = await agendaOf()
    await agenda.post({ act: 'case', item: await newCase() })
    expect(await agenda.post({ act: 'send', why: '' })).toBe(303)
    expect(await agenda.text()).toContain(unprepared)
    await agenda.open()
    // The meeting has begun: its record tells, and the desk warns.
    expect(await agenda.text()).not.toContain(unprepared)
  })

  test('takes one of the law’s grounds, and keeps what was written before there were such', async () => {
    const agenda = await agendaOf()
    const [item, old] = [await agenda.put({ caseId: await newCase() }), await agenda.put({ caseId: await newCase(), exempt: 'Se 5 kap. 30 §' })]
    const change = (id: string, preparation: string) => ({
      act: 'change',
      item: id,
      [`title.${id}`]: 'Avsägelse',
      [`kind.${id}`]: 'decision',
      [`preparation.${id}`]: preparation,
    })
    expect(await agenda.text()).toContain('Behöver inte beredas: Se 5 kap. 30 §.')
    expect((await agenda.text()).split(unprepared).length - 1).toBe(1)
    expect(await agenda.post(change(item, 'resignation'))).toBe(303)
    expect(await agenda.post(change(old, 'Se 5 kap. 30 §'))).toBe(303)
    expect([(await agenda.read(item))?.exempt, (await agenda.read(old))?.exempt]).toEqual(['resignation', 'Se 5 kap. 30 §'])
    expect(await agenda.text()).toContain('Behöver inte beredas: avsägelse. 5 kap. 29–32 §§ kommunallagen')
    expect(await agenda.text()).not.toContain(unprepared)
    // What is no ground, and what only an item without a case can be said to be.
    for (const wrong of ['för att det är bråttom', 'prepared', 'Se 5 kap. 30 §']) expect(await agenda.post(change(item, wrong))).toBe(422)
    expect(await agenda.refusal({ ...change(item, 'bråttom'), [`title.${item}`]: 'Det jag skrev' })).toContain('value="Det jag skrev"')
    expect((await agenda.read(item))?.exempt).toBe('resignation')
    expect(await agenda.post(change(item, ''))).toBe(303)
    expect(await agenda.text()).toContain(unprepared)
  })

  test('asks of what has no case what is said of it, and nothing of what decides nothing', async () => {
    const agenda = await agendaOf()
    for (const kind of ['information', 'notified', 'delegated', 'question']) expect(await agenda.other(kind, '')).toEqual([303, null])
    expect(await agenda.other('election', '')).toEqual([303, 'election'])
    expect(await agenda.other('decision', 'prepared')).toEqual([303, null])
    expect(await agenda.other('decision', 'audit_report')).toEqual([303, 'audit_report'])
    expect(await agenda.other('decision', 'annat')).toEqual([422, 'audit_report'])
    expect(await agenda.text()).not.toContain(unprepared)
    expect(await agenda.other('decision', '')).toEqual([303, null])
    expect(await agenda.text()).toContain('Det står inte att en nämnd har berett det')
    const items = (await world.read(agenda.meetingId)).items.map((i) => [i.kind, i.prepared])
    expect(items).toEqual([
      ['information', true],
      ['notified', true],
      ['delegated', true],
      ['question', true],
      ['election', true],
      ['decision', true],
      ['decision', false],
      ['decision', false],
    ])
  })

  test('shows nothing of it to a board', async () => {
    const agenda = await agendaOf(nodes.labour)
    await agenda.post({ act: 'case', item: await newCase() })
    await agenda.other('decision', 'annat')
    const text = await agenda.text()
    for (const told of [unprepared, 'Beredning', 'Inte berett']) expect(text).not.toContain(told)
    expect((await world.read(agenda.meetingId)).items.map((i) => [i.prepared, i.exempt])).toEqual([
      [true, null],
      [true, null],
    ])
  })
})
