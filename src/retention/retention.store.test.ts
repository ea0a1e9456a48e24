import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { roomFor } from '../../test/room.ts'
import { whereIs } from '../../test/where-is.ts'
import { addDocument } from '../cases/add-document.ts'
import { closeCase } from '../cases/close-case.ts'
import { noteEvent } from '../cases/note-event.ts'
import { openCase } from '../cases/open-case.ts'
import { caseRoutes } from '../cases/routes.tsx'
import { verifyHistory } from '../database/verify.ts'
import { registerDecision } from '../decisions/register-decision.ts'
import { historyRoutes } from '../history/routes.tsx'
import { day } from '../kernel/day.ts'
import { anybody } from '../kernel/who.ts'
import { searchRoutes } from '../search/routes.tsx'
import { markSecrecy } from './mark-secrecy.ts'
import { retentionRoutes } from './routes.tsx'

const planted = 'kvastfridson'
const bySystem = { bySystem: true } as const
const given = <T>(done: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}

describe('destruction and secrecy', () => {
  let town: Town
  let owner: pg.Client
  beforeAll(async () => {
    town = await decisionTown()
    owner = new pg.Client({ connectionString: town.ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await town.close()
  })

  const file = async (number: string, closed: string, secrecy: string | null): Promise<{ id: string; documentId: string }> => {
    const deps = town.on(day(closed))
    const opened = given(
      await openCase(
        deps,
        who.system,
        { number, nodeId: nodes.labour, title: `Bistånd åt ${planted}`, opened: day(closed), party: { name: planted, role: 'applicant' }, secrecy },
        bySystem,
      ),
    )
    const document = given(
      await addDocument(
        deps,
        who.system,
        { caseId: opened.id, kind: 'report', title: `Utredning ${planted}`, day: day(closed), parts: { body: `${planted} behöver stöd.` }, authorId: null },
        bySystem,
      ),
    )
    given(await noteEvent(deps, who.system, { caseId: opened.id, day: day(closed), text: `${planted} ringde.` }, bySystem))
    given(await closeCase(deps, who.system, { caseId: opened.id, reason: `${planted} är klar.` }, bySystem))
    return { id: opened.id, documentId: (document as { id: string }).id }
  }

  const decide = (of: string, paragraph: string) =>
    registerDecision(town.on(day('2026-05-17')), who.secretary, {
      bodyId: nodes.labour,
      day: day('2026-05-17'),
      paragraph,
      title: 'Gallring av personakter',
      text: '',
      caseId: null,
      adjusted: null,
      announced: null,
      delegation: null,
      clauses: [{ kind: 'destroy', text: 'gallra akten', data: { of } }],
      dispatch: [],
    })

  const pages = (reader = anybody) =>
    roomFor(
      (app, deps) => {
        retentionRoutes(app, deps)
        caseRoutes(app, deps)
        historyRoutes(app, deps)
        searchRoutes(app, deps)
      },
      town.deps,
      reader,
    )

  it('is refused before its day, of what is preserved, and without a clause', async () => {
    const early = await file('L 2022-1', '2022-03-01', 'OSL 26:1')
    const open = await file('L 2019-1', '2019-03-01', null)
    expect(await decide(early.id, '1')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.early', field: 'clauses.1.of' }] })
    expect(await decide(open.id, '2')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.preserved' }] })
    await expect(town.deps.store.deleteFrom('document').where('id', '=', open.documentId).execute()).rejects.toThrow()
    await owner.query(`set genomslag.actor = 'system:test'`)
    await expect(owner.query(`select destroy_thing($1, $1)`, [open.id])).rejects.toThrow('no acting clause')
    await owner.query('update thing set title = $2 where title like $1', [`%${planted}%`, 'Annan'])
    await owner.query('reset genomslag.actor')
  })

  it('takes the content away everywhere, leaves a tombstone, and the chain holds', async () => {
    const word = 'zyxbergsson'
    const old = await file('L 2020-7', '2020-03-01', 'OSL 26:1')
    await owner.query(`set genomslag.actor = 'system:test'`)
    await owner.query('update thing set title = $2 where id = $1', [old.id, `Bistånd åt ${word}`])
    await owner.query('update document set parts = $2 where id = $1', [old.documentId, { body: `${word} behöver stöd.` }])
    await owner.query('reset genomslag.actor')
    expect((await whereIs(owner, word)).toSorted()).toEqual(['history.entry', 'public.document', 'public.search_item', 'public.thing'])
    expect(given(await decide(old.id, '3'))).toMatchObject({ id: expect.any(String) })
    expect(await whereIs(owner, word)).toEqual([])
    const { rows } = await owner.query(`select number, kind, digest from tombstone where root_id = $1 order by kind`, [old.id])
    expect(rows).toMatchObject([{ number: 'L 2020-7', kind: 'case' }, { kind: 'document' }])
    expect(rows[0].digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await verifyHistory(owner)).breaks).toEqual([])
    for (const path of [`/cases/${old.id}`, `/documents/${old.documentId}`, `/history/${old.id}`]) {
      const answer = await pages(who.secretary).get(path)
      expect(answer.status).toBe(410)
      expect(answer.text).toMatch(/gallra/)
    }
    expect((await pages().get('/retention')).text).toContain('L 2020-7')
  })

  it('tells emptying without a clause from lawful destruction', async () => {
    const { rows } = await owner.query<{ id: string; content: unknown }>(
      `select id, content from history.entry where relation = 'document' and op = 'insert' and content is not null limit 1`,
    )
    const [row] = rows
    if (!row) throw new Error('no row to empty')
    await owner.query('alter table history.entry disable trigger append_only')
    await owner.query('update history.entry set content = null where id = $1', [row.id])
    expect((await verifyHistory(owner)).breaks.map((b) => b.kind)).toContain('emptied')
    await owner.query('update history.entry set content = $2 where id = $1', [row.id, row.content])
    await owner.query('alter table history.entry enable trigger append_only')
    expect((await verifyHistory(owner)).breaks).toEqual([])
  })

  it('marks with section, day and authority, hides what stands in it, and lets go again', async () => {
    const shown = await file('L 2020-9', '2020-03-01', null)
    expect((await pages().get(`/cases/${shown.id}`)).status).toBe(200)
    expect(await markSecrecy(town.deps, who.member, { thingId: shown.id, section: 'OSL 26:1', reason: 'x' })).toMatchObject({ ok: false })
    const bad = await pages(who.secretary).post(`/secrecy/${shown.id}`, { section: 'hemligt', reason: '' })
    expect(bad.status).toBe(422)
    expect((await pages(who.secretary).post(`/secrecy/${shown.id}`, { section: 'OSL 26:1', reason: 'Uppgifter om enskild.' })).status).toBe(303)
    for (const path of [`/cases/${shown.id}`, `/documents/${shown.documentId}`, `/secrecy/${shown.id}`, `/history/${shown.id}`])
      expect((await pages().get(path)).status).toBe(403)
    expect((await pages(who.secretary).get(`/secrecy/${shown.id}`)).text).toContain('Uppgifter om enskild.')
    expect((await pages().get('/search?q=2020-9')).text).not.toContain(shown.id)
    expect((await pages(who.secretary).post(`/secrecy/${shown.id}`, { section: '', reason: 'Prövat.' })).status).toBe(303)
    expect((await pages().get(`/documents/${shown.documentId}`)).status).toBe(200)
  })
})
