import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionTown, nodes, type Town, who } from '../../test/decision-town.ts'
import { appFor, roomFor } from '../../test/room.ts'
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
import { latestDelivery } from './deliver.ts'
import { markSecrecy } from './mark-secrecy.ts'
import { noteFile } from './note-file.ts'
import { retentionRoutes } from './routes.tsx'

const planted = 'kvastfridson'
const bySystem = { bySystem: true } as const
const assistance = { concerns: 'assistance', born: day('1980-03-04'), inCompilation: false } as const
const given = <T>(done: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
    if (secrecy !== null) given(await noteFile(deps, who.system, { caseId: opened.id, ...assistance }, bySystem))
    return { id: opened.id, documentId: (document as { id: string }).id }
  }

  const decide = (of: string, paragraph: string, deps = town.on(day('2026-05-17'))) =>
    registerDecision(deps, who.secretary, {
      bodyId: nodes.labour,
      day: deps.clock.today(),
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

  it('asks what the exceptions need before a personal file goes (SoL 16:1–4), and shows it on the page of the case', async () => {
    const old = await file('L 2020-11', '2020-03-01', 'OSL 26:1')
    const at = `/retention/${old.id}`
    expect((await pages().get(at)).status).toBe(403)
    const bad = await pages(who.secretary).post(`${at}/file`, { concerns: 'assistance', born: '2023-01-01' })
    expect(bad.status).toBe(422)
    expect(bad.text).toMatch(/framtiden[\s\S]*ja eller nej/)
    expect((await pages(who.member).post(`${at}/file`, { concerns: 'adoption', born: '1980-03-04', compilation: 'no' })).status).toBe(403)
    expect((await pages(who.secretary).post(`${at}/file`, { concerns: 'adoption', born: '1980-03-05', compilation: 'no' })).status).toBe(303)
    expect(await decide(old.id, '11')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.excepted' }, { code: 'destroy.research' }] })
    expect((await pages(who.secretary).get(at)).text).toContain('Akten gäller adoption och får inte gallras.')
    expect((await pages(who.secretary).post(`${at}/file`, { concerns: 'assistance', born: '1980-03-05', compilation: 'yes' })).status).toBe(303)
    expect(await decide(old.id, '12')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.compilation' }, { code: 'destroy.research' }] })
  })

  it('lets a preserved case go only when the archive authority has acknowledged the very same', async () => {
    const deps = town.on(day('2026-05-17'))
    const kept = await file('L 2019-3', '2019-03-01', null)
    const at = `/retention/${kept.id}`
    expect(await decide(kept.id, '13')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.preserved' }] })
    expect((await pages(who.culture).post(`${at}/deliver`)).status).toBe(403)
    expect((await pages(who.secretary).post(`${at}/deliver`)).status).toBe(303)
    expect((await pages(who.secretary).post(`${at}/deliver`)).status).toBe(422)
    expect(await decide(kept.id, '14')).toMatchObject({ ok: false, refusals: [{ code: 'destroy.unacknowledged' }] })
    const packed = await appFor(retentionRoutes, deps, who.secretary).request(`${at}/package`)
    const files = unzipSync(new Uint8Array(await packed.arrayBuffer()))
    const manifest = files['manifest.json'] ?? new Uint8Array()
    const listed = (JSON.parse(strFromU8(manifest)) as { files: readonly { path: string; sha256: string }[] }).files
    expect(listed.map((f) => f.path)).toEqual(['case.json', 'decisions.json', 'documents/001-Utredning-kvastfridson.json'])
    for (const { path, sha256 } of listed) expect(digestOf(files[path] ?? new Uint8Array())).toBe(sha256)
    const archive = { ...who.council, posts: who.council.posts.map((p) => ({ ...p, nodeId: nodes.executive, chain: [nodes.executive] })) }
    const receipt = { reference: 'KA 2026/12', digest: digestOf(manifest) }
    expect((await pages(who.secretary).post(`${at}/acknowledge`, receipt)).status).toBe(403)
    expect((await pages(archive).post(`${at}/acknowledge`, { ...receipt, digest: '0'.repeat(64) })).text).toContain('arkivet har inte fått det som levererades')
    expect((await pages(archive).post(`${at}/acknowledge`, receipt)).status).toBe(303)
    expect((await pages(archive).post(`${at}/acknowledge`, receipt)).status).toBe(422)
    // What was added since is not in the archive.
    await owner.query(`set genomslag.actor = 'system:test'`)
    const event = await owner.query(`insert into case_event (id, case_id, day, text) values (gen_random_uuid(), $1, '2026-05-17', 'Tillagt.') returning id`, [
      kept.id,
    ])
    expect(event.rowCount).toBe(1)
    expect(await decide(kept.id, '15', deps)).toMatchObject({ ok: false, refusals: [{ code: 'destroy.changed' }] })
    expect((await pages(who.secretary).get(at)).text).toContain('Ärendet har ändrats sedan leveransen.')
    await owner.query('reset genomslag.actor')
    expect((await pages(who.secretary).post(`${at}/deliver`)).status).toBe(303)
    const again = await latestDelivery(deps.store, kept.id)
    expect((await pages(archive).post(`${at}/acknowledge`, { reference: 'KA 2026/13', digest: again?.manifest ?? '' })).status).toBe(303)
    expect((await pages(who.secretary).get('/retention')).text).toContain('Övertaget av arkivmyndigheten')
    expect(given(await decide(kept.id, '16', deps))).toMatchObject({ id: expect.any(String) })
    expect((await pages(who.secretary).get(`/cases/${kept.id}`)).status).toBe(410)
    expect((await verifyHistory(owner)).breaks).toEqual([])
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
