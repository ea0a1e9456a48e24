import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '../../../test/demonstration.ts'
import { roomFor } from '../../../test/room.ts'
import { loadWho } from '../../access/who.ts'
import { transact } from '../../database/transact.ts'
import { receiveDispatch } from '../../decisions/receive-dispatch.ts'
import { registerDecision } from '../../decisions/register-decision.ts'
import { idOf } from '../../demo/ids.ts'
import { clockAt } from '../../kernel/clock.ts'
import { day } from '../../kernel/day.ts'
import { timeOrderedIds } from '../../kernel/identity.ts'
import { anybody, type Who } from '../../kernel/who.ts'
import { addItem } from '../agenda/add-item.ts'
import { planMeeting } from '../agenda/plan-meeting.ts'
import { itemSection } from '../documents/item-section.ts'
import { loadRecord } from '../record/record-store.ts'
import { summonsRoutes } from '../summons/routes.tsx'
import { delegatedSince, notifiedSince } from './delegated-since.ts'
import { changeItem, listAgain, moveItem, removeItem } from './prepare-agenda.ts'
import { proposalOfCase } from './proposal-of-case.ts'
import { readyCases } from './ready-cases.ts'
import { beforeRoutes } from './routes.tsx'
import { agendaNow, loadVersions, sendAgenda } from './send-agenda.ts'

let town: Awaited<ReturnType<typeof demonstration>>
let secretary: Who
let stranger: Who
const today = day('2022-05-17')
const deps = () => ({ store: town.store, clock: clockAt(today), ids: timeOrderedIds(() => new Date()) })
const [body, meetingId] = [idOf('node', 'aln'), idOf('meeting', 'test')]
const item = (n: number) => idOf('item', `test/${n}`)
beforeAll(async () => {
  town = await demonstration()
  secretary = await loadWho(town.store, undefined, idOf('person', 'ellen-sandqvist'), today)
  stranger = await loadWho(town.store, undefined, idOf('person', 'kajsa-lindhult'), today)
})
afterAll(() => town.drop())

const codes = async (done: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>) => {
  const verdict = await done
  return verdict.ok ? [] : (verdict.refusals ?? []).map((r) => r.code)
}
const titles = async () => (await agendaNow(town.store, meetingId)).map((i) => `${i.order} ${i.title}`)

describe('an agenda', () => {
  test('is built of prepared cases, ordered, and sent as the summons with letters to those who sit', async () => {
    const meeting = {
      id: meetingId,
      bodyId: body,
      day: day('2022-06-21'),
      starts: '13:00',
      place: 'Stadshuset',
      form: 'physical' as const,
      public: true,
      closedReason: null,
    }
    expect(await codes(planMeeting(deps(), secretary, meeting))).toEqual([])
    // A board sits behind closed doors and need not say why; a council must.
    const closed = { ...meeting, id: idOf('meeting', 'closed'), day: day('2022-06-22'), public: false }
    expect(await codes(planMeeting(deps(), secretary, { ...closed, bodyId: idOf('node', 'kf') }))).toEqual(['meeting.closed_reason'])
    // The decision that closes it is known by its number, and holds on the day.
    const by = (closedByNumber: string, closedUntil = '') => codes(planMeeting(deps(), secretary, { ...closed, closedByNumber, closedUntil }))
    expect(await by('', '2022-06-30')).toEqual(['meeting.closed_by'])
    expect(await by('ALN finns inte')).toEqual(['meeting.closed_by'])
    const { number } = await town.store
      .selectFrom('thing')
      .select('number')
      .where('id', '=', idOf('thing', 'aln-ordforande-2022-01-11'))
      .executeTakeFirstOrThrow()
    expect(await by(number ?? '', 'midsommar')).toEqual(['meeting.closed_until'])
    expect(await by(number ?? '', '2022-06-21')).toEqual(['meeting.closed_until'])
    expect(await by(number ?? '', '2022-06-22')).toEqual([])
    expect((await loadRecord(town.store, closed.id))?.closedBy).toMatchObject({ number, until: '2022-06-22' })
    expect(await codes(sendAgenda(deps(), secretary, { meetingId, why: '' }))).toEqual(['agenda.empty'])
    const offered = await readyCases(town.store, meetingId, body, [])
    expect(offered.map((c) => c.title)).toContain('Guldkanten efter 2022')
    expect(offered[0]?.ready).toBe(true)
    for (const [n, title] of ['Ett', 'Två', 'Tre'].entries())
      await addItem(deps(), secretary, { id: item(n), meetingId, caseId: n === 0 ? (offered[0]?.id ?? null) : null, title, kind: 'decision' })
    expect(await readyCases(town.store, meetingId, body, [])).not.toContainEqual(offered[0])
    expect(await codes(moveItem(deps(), stranger, { meetingId, itemId: item(2), by: 'up' }))).toEqual(['access.post'])
    await moveItem(deps(), secretary, { meetingId, itemId: item(2), by: 'up' })
    await moveItem(deps(), secretary, { meetingId, itemId: item(0), by: 'up' })
    expect(await titles()).toEqual(['1 Ett', '2 Tre', '3 Två'])
    expect(await codes(removeItem(deps(), secretary, { meetingId, itemId: item(2) }))).toEqual([])
    expect(await titles()).toEqual(['1 Ett', '2 Två'])
    expect(await codes(sendAgenda(deps(), secretary, { meetingId, why: '' }))).toEqual([])
    const { rows } = await town.pool.query(`select kind, payload->>'what' as what from job where payload->>'meetingId' = $1`, [meetingId])
    expect(rows).toEqual([{ kind: 'tell', what: 'summoned' }])
    expect(await codes(removeItem(deps(), secretary, { meetingId, itemId: item(0) }))).toEqual(['agenda.summoned'])
  })

  test('has a new version only when something is new, and says what', async () => {
    expect(await codes(sendAgenda(deps(), secretary, { meetingId, why: 'x' }))).toEqual(['agenda.unchanged'])
    await changeItem(deps(), secretary, { meetingId, itemId: item(1), title: 'Två, med underlag', kind: 'decision', said: '' })
    expect(await codes(changeItem(deps(), secretary, { meetingId, itemId: item(1), title: ' ', kind: 'nothing', said: '' }))).toEqual([
      'item.title',
      'item.kind',
    ])
    expect(await codes(sendAgenda(deps(), secretary, { meetingId, why: '' }))).toEqual(['agenda.why'])
    expect(await codes(sendAgenda(deps(), secretary, { meetingId, why: 'Underlaget har kommit.' }))).toEqual([])
    const versions = await loadVersions(town.store, meetingId)
    expect(versions.map((v) => [v.no, v.why, v.items.map((i) => i.title)])).toEqual([
      [1, null, ['Ett', 'Två']],
      [2, 'Underlaget har kommit.', ['Ett', 'Två, med underlag']],
    ])
  })
})

test('what a paper proposes becomes the proposal, and what others decided is listed by itself', async () => {
  const proposal = await proposalOfCase(town.store, idOf('thing', 'c-spira'))
  expect(proposal?.clauses.length).toBeGreaterThan(0)
  expect(proposal?.clauses.every((c) => !c.text.startsWith('att '))).toBe(true)
  // Taken before the last meeting, and listed by none: still to be reported. What the meeting of 17 May lists is not.
  const listed = (await delegatedSince(town.store, body, day('2022-09-20'))).map((l) => l.text)
  expect(listed).toContain('Anställning av fyra stadsdelsvärdar för Centrum')
  expect(listed).not.toContain('Avtal om språkstöd vid stadsdelsvärdarnas ronder')
})

/** A decision of the council that has come to the board. */
const came = async (paragraph: string, title: string, asks: { readonly what: string; readonly due: string | null } | null): Promise<string> => {
  const [decisionId, dispatchId] = [idOf('thing', `notified/${paragraph}`), idOf('dispatch', `notified/${paragraph}`)]
  const made = await registerDecision(
    deps(),
    anybody,
    {
      id: decisionId,
      bodyId: idOf('node', 'kf'),
      day: day('2022-05-12'),
      paragraph,
      title,
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: null,
      clauses: [{ kind: 'note', text: 'anteckna', data: {} }],
      dispatch: [
        { id: dispatchId, receiverId: body, demandsAction: asks !== null, what: asks?.what ?? null, due: asks?.due ? day(asks.due) : null, sent: today },
      ],
    },
    { bySystem: true },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const received = await receiveDispatch(deps(), anybody, { dispatchId, handling: { as: 'note' } }, { bySystem: true })
  if (!received.ok) throw new Error(JSON.stringify(received.refusals))
  return decisionId
}

test('what has come and demands action is marked on the agenda, in the summons and in the minutes, with what is asked and by when', async () => {
  const notified = idOf('meeting', 'notified')
  const room = roomFor(
    (routes, given) => {
      beforeRoutes(routes, given)
      summonsRoutes(routes, given)
    },
    deps(),
    secretary,
  )
  await planMeeting(deps(), secretary, {
    id: notified,
    bodyId: body,
    day: day('2022-06-28'),
    starts: '13:00',
    place: 'Stadshuset',
    form: 'physical',
    public: true,
    closedReason: null,
  })
  await came('901', 'Enbart för kännedom', null)
  await came('902', 'Programmet remitteras', { what: 'yttra sig', due: '2022-08-31' })
  const sooner = await came('903', 'Planen ska ses över', { what: 'lämna en plan', due: '2022-06-30' })
  const listed = await notifiedSince(town.store, body, day('2022-06-28'))
  expect(listed.slice(0, 2).map((l) => [l.text, l.asked, l.due])).toEqual([
    ['Planen ska ses över', 'lämna en plan', '2022-06-30'],
    ['Programmet remitteras', 'yttra sig', '2022-08-31'],
  ])
  expect(listed.find((l) => l.text === 'Enbart för kännedom')).not.toHaveProperty('asked')

  const agenda = `/meetings/${notified}/agenda`
  expect((await room.post(agenda, { act: 'other', 'title.new': '', 'kind.new': 'notified' })).status).toBe(303)
  const marked = /<strong>Kräver åtgärd<\/strong>: lämna en plan, senast 30\s+juni\s+2022/
  expect((await room.get(agenda)).text).toMatch(marked)
  expect((await room.post(agenda, { act: 'send', why: '' })).status).toBe(303)
  expect((await room.get(`/meetings/${notified}/summons`)).text).toMatch(/Kräver åtgärd<\/strong><\/span><span>: lämna en plan, senast 30\s+juni\s+2022/)

  // It becomes secret afterwards: that something is demanded still stands, but neither what it is about, what is asked nor by when.
  await transact(deps(), { actor: 'system:test', act: 'hide' }, (tx) => tx.updateTable('thing').set({ secrecy: 'OSL 26:1' }).where('id', '=', sooner).execute())
  const record = await loadRecord(town.store, notified)
  const minutes = record ? JSON.stringify(record.items.map((it) => itemSection({ record, locale: 'sv' }, it))) : ''
  for (const told of [(await room.get(agenda)).text, (await room.get(`/meetings/${notified}/summons`)).text, minutes]) {
    expect(told).toContain('yttra sig, senast 31')
    expect(told.match(/Kräver åtgärd/g)?.length).toBeGreaterThanOrEqual(2)
    for (const hidden of ['Planen ska ses över', 'lämna en plan', 'senast 30']) expect(told).not.toContain(hidden)
  }
  // What comes after the item was put on is listed at the same meeting if asked for; nothing twice.
  const [notifiedItem = ''] = record?.items.map((i) => i.id) ?? []
  const again = () => listAgain(deps(), secretary, { meetingId: notified, itemId: notifiedItem })
  expect(await codes(again())).toEqual(['agenda.nothing_new'])
  await came('904', 'Kom efter kallelsen', { what: 'ta ställning', due: null })
  expect(await codes(listAgain(deps(), stranger, { meetingId: notified, itemId: notifiedItem }))).toEqual(['access.post'])
  expect(await codes(again())).toEqual([])
  expect((await loadRecord(town.store, notified))?.items[0]?.listed.at(-1)).toMatchObject({ text: 'Kom efter kallelsen', asked: 'ta ställning' })
  // What a meeting has listed is not listed again.
  expect((await notifiedSince(town.store, body, day('2022-06-29'))).map((l) => l.decisionId)).not.toContain(sooner)
})

test('a chair’s urgent decision is reported with why the board could not be awaited, until it becomes secret (KL 6:39–40)', async () => {
  const reported = idOf('meeting', 'reported')
  const decisionId = idOf('thing', 'urgent/lease')
  const room = roomFor(
    (routes, given) => {
      beforeRoutes(routes, given)
      summonsRoutes(routes, given)
    },
    deps(),
    secretary,
  )
  const taken = await registerDecision(
    deps(),
    anybody,
    {
      id: decisionId,
      bodyId: body,
      day: today,
      paragraph: 'ALN 2022-00077',
      title: 'Hyreskontrakt för lokalen',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: {
        postId: idOf('post', 'aln-chair'),
        mandateId: idOf('thing', 'm-bradskande'),
        concerns: [],
        urgentBecause: 'Hyresvärden vill ha svar i morgon.',
      },
      clauses: [{ kind: 'note', text: 'anteckna', data: {} }],
      dispatch: [],
    },
    { bySystem: true },
  )
  expect(taken.ok).toBe(true)
  const meeting = {
    id: reported,
    bodyId: body,
    day: day('2022-09-06'),
    starts: '13:00',
    place: 'Stadshuset',
    form: 'physical' as const,
    public: true,
    closedReason: null,
  }
  expect(await codes(planMeeting(deps(), secretary, meeting))).toEqual([])
  const agenda = `/meetings/${reported}/agenda`
  expect((await room.post(agenda, { act: 'other', 'title.new': '', 'kind.new': 'delegated' })).status).toBe(303)
  expect((await room.post(agenda, { act: 'send', why: '' })).status).toBe(303)
  const told = async () => {
    const record = await loadRecord(town.store, reported)
    const minutes = record ? JSON.stringify(record.items.map((it) => itemSection({ record, locale: 'sv' }, it))) : ''
    return [(await room.get(agenda)).text, (await room.get(`/meetings/${reported}/summons`)).text, minutes]
  }
  for (const text of await told()) expect(text).toContain('avvaktas (KL 6:39): Hyresvärden vill ha svar i morgon.')
  await transact(deps(), { actor: 'system:test', act: 'hide' }, (tx) =>
    tx.updateTable('thing').set({ secrecy: 'OSL 31:16' }).where('id', '=', decisionId).execute(),
  )
  for (const text of await told()) {
    expect(text).toContain('ALN 2022-00077')
    for (const hidden of ['Hyresvärden', 'avvaktas', 'Hyreskontrakt']) expect(text).not.toContain(hidden)
  }
})
