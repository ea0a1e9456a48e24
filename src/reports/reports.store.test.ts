import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../test/demonstration.ts'
import { loadWho } from '../access/who.ts'
import { splitAssignment } from '../assignments/split-assignment.ts'
import type { Deps } from '../database/transact.ts'
import { idOf } from '../demo/ids.ts'
import { demonstrationDay } from '../demo/load-demonstration.ts'
import { historyRoutes } from '../history/routes.tsx'
import { clockAt } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { timeOrderedIds } from '../kernel/identity.ts'
import { anybody, type Who } from '../kernel/who.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { type Room, roomFor } from '../../test/room.ts'
import { handInReport } from './hand-in-report.ts'
import { loadContinuation } from './report-store.ts'
import { reportRoutes } from './routes.tsx'
import { settleContinuation } from './settle-continuation.ts'

const thing = (key: string): string => idOf('thing', key)
const hosts = thing('a-stadsdelsvardar')
const interim = { entryId: hosts, kind: 'interim' as const, stance: 'on_track', text: 'Värdarna är i tjänst i fem områden.', continuation: [] }

describe('reporting back', () => {
  let municipality: Awaited<ReturnType<typeof demonstration>>
  let deps: Deps
  let head: Who
  let secretary: Who
  let auditor: Who
  const as = (who: Who): Room => roomFor((app, d) => (reportRoutes(app, d), historyRoutes(app, d)), deps, who)
  const openDays = async (id: string): Promise<readonly string[]> =>
    (await municipality.store.selectFrom('deadline').select('due').where('thing_id', '=', id).where('done_on', 'is', null).orderBy('due').execute()).map(
      (r) => r.due,
    )

  beforeAll(async () => {
    municipality = await demonstration()
    deps = { store: municipality.store, clock: clockAt(demonstrationDay), ids: timeOrderedIds(() => new Date()) }
    const who = (key: string): Promise<Who> => loadWho(deps.store, undefined, idOf('person', key), demonstrationDay)
    head = await who('susanne-brandelius')
    secretary = await who('ellen-sandqvist')
    auditor = await who('bengt-ake-hammarlund')
  })
  afterAll(() => municipality.drop())

  it('is refused to those who do not carry it out, and leaves every asked day open', async () => {
    const before = await openDays(hosts)
    for (const who of [anybody, secretary, auditor]) {
      const done = await handInReport(deps, who, interim)
      expect(done.ok ? [] : done.refusals.map((r) => r.code)).toEqual(['access.post'])
    }
    expect(await openDays(hosts)).toEqual(before)
  })

  it('closes the day that was asked for, and the interim day; the next one stands on the entry', async () => {
    const before = await openDays(hosts)
    expect((await handInReport(deps, head, interim)).ok).toBe(true)
    const after = await openDays(hosts)
    expect(after.length).toBe(before.length - 2)
    expect((await loadEntry(deps.store, hosts))?.due).toBe(after[0])
  })

  it('does not finish while a part is unreported', async () => {
    const part = { title: 'En del', deliverable: 'Något', nodeId: idOf('node', 'alf'), finalReport: day('2022-12-01') }
    expect((await splitAssignment(deps, head, hosts, part)).ok).toBe(true)
    const done = await handInReport(deps, head, { ...interim, kind: 'final', stance: 'done' })
    expect(done.ok ? '' : done.refusals[0]?.text.sv).toContain('En del')
  })

  it('splits only what is under way, to units that carry it out, by the day of the whole', async () => {
    const outside = await splitAssignment(deps, head, hosts, { title: '', deliverable: '', nodeId: idOf('node', 'ten'), finalReport: day('2030-01-01') })
    expect(outside.ok ? [] : outside.refusals.map((r) => r.code)).toEqual(['part.title', 'part.deliverable', 'part.node', 'part.day'])
    const part = await deps.store.selectFrom('entry').select('id').where('parent_id', '=', hosts).executeTakeFirstOrThrow()
    const twice = await splitAssignment(deps, head, part.id, { title: 'A', deliverable: 'B', nodeId: idOf('node', 'alf'), finalReport: day('2022-06-01') })
    expect(twice.ok ? [] : twice.refusals.map((r) => r.code)).toContain('part.depth')
  })

  it('lets a gap be owned once, with its day on the owner’s list', async () => {
    const report = thing('r-gbg-slut')
    const nobody = await settleContinuation(deps, head, report, 1, { as: 'owned', nodeId: idOf('node', 'alf'), due: '2022-12-31' })
    expect(nobody.ok).toBe(false) // another municipality's report
    const own = thing('r-boende-slut')
    const items = await loadContinuation(deps.store, own)
    expect(items.map((i) => i.no)).toEqual([1, 2, 3, 4, 5])
    // Who owns it is a post here: it is told by its title, as on the thread.
    expect((await as(anybody).get(`/reports/${own}`)).text).toMatch(/Enhetschef Boendeenheten, senast 30.november.2022/)
    const owned = items.find((i) => i.due !== null && i.doneOn === null)
    expect((await settleContinuation(deps, head, own, owned?.no ?? 0, { as: 'done' })).ok).toBe(true)
    expect((await settleContinuation(deps, head, own, owned?.no ?? 0, { as: 'done' })).ok).toBe(false)
    expect((await settleContinuation(deps, head, own, owned?.no ?? 0, { as: 'dropped', reason: 'Behövs inte längre.' })).ok).toBe(false)
  })

  it('keeps what was typed when it is refused, and says all that is wrong', async () => {
    const path = `/register/assignments/${hosts}/report`
    const answer = await as(head).post(path, { kind: 'final', rows: '3', text: 'Kort', 'continuation-1': 'Drift', 'due-1': 'i vår' })
    expect(answer.status).toBe(422)
    for (const kept of ['Kort', 'Drift', 'i vår', 'Fortsättning 1']) expect(answer.text).toContain(kept)
    const more = await as(head).post(path, { kind: 'final', more: '6', 'continuation-1': 'Drift' })
    expect([more.status, more.text.includes('continuation-6'), more.text.includes('value="Drift"')]).toEqual([200, true, true])
  })

  it('shows the whole history to auditors only, and any thing as it was on a day', async () => {
    expect((await as(auditor).get('/history')).text).toContain('<table')
    expect((await as(secretary).get('/history')).text).not.toContain('<table')
    const then = await as(secretary).get(`/history/${hosts}?day=2021-07-15`)
    expect(then.text).toMatch(/Läge[\s\S]*Givet/)
    expect((await as(secretary).get(`/history/${hosts}?day=i+går`)).status).toBe(422)
    expect((await as(anybody).get(`/history/${thing('c-individ')}`)).status).toBe(403)
  })
})
