import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '../../../test/demonstration.ts'
import { loadWho } from '../../access/who.ts'
import { idOf } from '../../demo/ids.ts'
import { clockAt } from '../../kernel/clock.ts'
import { day } from '../../kernel/day.ts'
import { timeOrderedIds } from '../../kernel/identity.ts'
import type { Who } from '../../kernel/who.ts'
import { addItem } from '../agenda/add-item.ts'
import { planMeeting } from '../agenda/plan-meeting.ts'
import { delegatedSince } from './delegated-since.ts'
import { changeItem, moveItem, removeItem } from './prepare-agenda.ts'
import { proposalOfCase } from './proposal-of-case.ts'
import { readyCases } from './ready-cases.ts'
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
    await changeItem(deps(), secretary, { meetingId, itemId: item(1), title: 'Två, med underlag', kind: 'decision', exempt: '' })
    expect(await codes(changeItem(deps(), secretary, { meetingId, itemId: item(1), title: ' ', kind: 'nothing', exempt: '' }))).toEqual([
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
  const listed = await delegatedSince(town.store, body, day('2022-04-26'))
  expect(listed.map((l) => l.text)).toContain('Avtal om språkstöd vid stadsdelsvärdarnas ronder')
})
